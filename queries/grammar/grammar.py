"""The grammar of questions: from tokens to a reading.

    question      = compare | story | contradiction | ranking | bearers | number | list | tasks
    compare       = owner 比 owner (多 | 少) | owner 和 owner 相差           党建办比社事办多几项
    story         = village (怎么来的 | 现在叫什么 | 合并前后)               福荣村是怎么来的
                  | 哪些 村 合并                                            哪些村合并了
    contradiction = field? 前后不一                                         哪些时限前后不一
    ranking       = (谁 | 哪个 thing) condition* (最多 | 最重 | 最少 | 超负荷)   谁的任务最重
    bearers       = (谁 | 哪个 单位) condition+                             谁负责“便民服务”
    number        = 几项 condition+ | 多少 thing place?                     蓬莱镇有多少个村
    list          = 哪些 thing place?                                      蓬莱镇有哪些文件
    tasks         = condition+                                            冉泰休6月有哪些任务
    condition     = owner role? | role | place | plan | paper | time | 没有 field | “words” | owner 和 owner 共同

Conditions stand in any order (`queries.grammar.conditions`). A rule takes the tokens that it knows what to do with; one
that no rule has taken is not understood, and a question of which a part is not understood is refused whole.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, cast

from graph.words.levels import VILLAGES
from queries.grammar.conditions import FIELDS, ROLES, UNIT_NOUNS, conditions, field_at, label, lacking
from queries.grammar.names import KnownNames, Name
from queries.grammar.parse import IGNORED, Parse
from queries.grammar.reading import Asked, Conditions, Owner, QuestionReading, Role
from queries.grammar.story import papers_of, story, tells_of_change
from queries.grammar.tokens import QuestionToken, tokens

THINGS: dict[str, str] = {
    "tasks": "任务",
    "leaders": "领导",
    "units": "单位",
    "villages": "村（社区）",
    "towns": "地方",
    "documents": "文件",
    "plans": "方案",
    "months": "月份",
}
_MARKS = ("most", "least", "overload", "rank", "top")
"""Kinds that ask for an order."""
_LIGHT = ("what", "task", "due", "when")
"""Kinds that say no more than that tasks are asked for."""


def read(question: str, names: KnownNames, today: date, titles: Sequence[str] = ()) -> QuestionReading:
    """What a question asks for, seen from a day, by the names that a graph knows, and titles of tasks that it holds."""
    found = [token for token in tokens(question, names, today, titles) if token.kind not in IGNORED]
    parse = Parse([_as_words(found, at) for at in range(len(found))])
    parse.lacking = lacking(parse)
    reading = _read(parse, today)
    left = parse.not_understood
    if not found or (reading is None and not left):
        left = (question.strip(),)
    return replace(reading or QuestionReading(), parts=parse.parts, not_understood=left)


def _as_words(found: Sequence[QuestionToken], at: int) -> QuestionToken:
    """A token; a quoted one that is a name is mere words behind 关于."""
    one = found[at]
    return replace(one, names=()) if one.quoted and at and found[at - 1].kind == "about" else one


def _read(parse: Parse, today: date) -> QuestionReading | None:
    """By the first rule whose mark the question bears; None where it asks for nothing."""
    if len(_named(parse)) < 2:  # noqa: PLR2004 - 都 says something of two
        parse.taken.update(at for at in parse.left("common") if parse.value(at) == "also")
    if parse.has("than", "differ"):
        return _compare(parse, today)
    if tells_of_change(parse):
        return story(parse, today)
    parse.take_all("now")
    if parse.has("conflict"):
        return _contradiction(parse)
    if parse.has(*_MARKS) or _between_two(parse) or (parse.has("each") and _subject_of_each(parse)):
        return _ranking(parse, today)
    return _plain(parse, today)


def _compare(parse: Parse, today: date) -> QuestionReading | None:
    """How many tasks more one owner has than the other."""
    marks = parse.left("than", "differ", "more", "less")
    kinds = {parse.kind(at) for at in marks}
    ends = _named(parse) or _towns(parse)
    if len(ends) != 2 or kinds not in ({"than", "more"}, {"than", "less"}, {"differ"}):  # noqa: PLR2004 - one and the other
        return None
    parse.take_all("than", "differ", "more", "less", "and", "count", *_LIGHT)
    roles: list[Role] = [_role_behind(parse, at) for at in ends]
    aside = parse.take("role")
    shared: Role = roles[0] or roles[1] or (_role(parse, aside) if aside is not None else "")
    names = [name for at in ends if (name := parse.name(at, "leaders", "units", "places"))]
    sides = []
    for at, role, name in zip(ends, roles, names, strict=True):
        owner = Owner(name, role or shared)
        parse.took(at)
        parse.tell(at, "地方" if name.kind == "places" else label(owner), name.name)
        sides.append(owner)
    rest = conditions(parse, today, asks_owner=names[0].kind != "places")
    one, other = (_of_side(rest, owner) for owner in sides)
    if "less" in kinds:
        one, other = other, one
    parse.tell(marks[0], "问", "相差几项" if "differ" in kinds else "少几项" if "less" in kinds else "多几项")
    return QuestionReading("difference", one, other=other, ranked="" if "differ" not in kinds else "most")


def _towns(parse: Parse) -> list[int]:
    return [at for at in parse.left("name") if (name := parse.name(at, "places")) and name.level not in VILLAGES]


def _of_side(rest: Conditions, side: Owner) -> Conditions:
    """The conditions with one of the sides of a comparison."""
    return replace(rest, within=side.name.ids) if side.name.kind == "places" else replace(rest, owners=(side,))


def _role_behind(parse: Parse, at: int) -> Role:
    if parse.kind(at + 1) != "role":
        return ""
    return _role(parse, parse.took(at + 1))


def _role(parse: Parse, at: int) -> Role:
    value = parse.value(at)
    return "lead" if value == "lead" else "responsible" if value == "responsible" else "supporting"


def _contradiction(parse: Parse) -> QuestionReading:
    """What is said differently at two places."""
    at = parse.take("conflict")
    column = None
    for near in parse.left("role", "due", "noun"):
        column = column or field_at(parse, parse.took(near))
    counted = parse.take("count") is not None
    parse.take_all(*_LIGHT)
    parse.tell(at or 0, "问", f"{FIELDS[column] if column else ''}前后不一")
    within = Conditions(within=papers_of(parse))
    return QuestionReading("count" if counted else "conflicts", within, "conflicts", conflict=column)


def _between_two(parse: Parse) -> bool:
    """冉泰休和张若一谁的任务多: who of those that are named has more."""
    nouns = {parse.value(at) for at in parse.left("noun")} - {"leaders", "units"}
    asks = parse.has("who", "what") and parse.has("more", "less", "most", "least") and not nouns
    return asks and len(_named(parse)) > 1 and not parse.has("common")


def _subject_of_each(parse: Parse) -> bool:
    """各单位, 每个领导."""
    return any(parse.kind(at - 1) == "each" for at in parse.left("noun"))


def _named(parse: Parse) -> list[int]:
    return [at for at in parse.left("name") if parse.name(at, "leaders", "units")]


def _ranking(parse: Parse, today: date) -> QuestionReading | None:
    """Who or what has most."""
    among = _among(parse)
    subject = among[0].kind if among else _subject(parse)
    at = parse.take("most", "least", "overload", "rank", *(("more", "less") if among else ()))
    for kind in ("top", "each"):
        at = parse.take(kind) if at is None else at
    if at is None or subject is None:
        return None
    end = parse.kind(at)
    by_load = end == "overload" or parse.value(at) == "load"
    parse.take_all(*_LIGHT, "count", "rank", "each")
    top = at if end == "top" else parse.take("top")
    found, role = _asked_of(parse, today, subject)
    words = "" if end in {"top", "each"} else parse.tokens[at].text
    if top is not None:
        words += f"前{parse.tokens[top].number}"
    parse.tell(at, "问", f"{_thing(subject, role)}（按{'负荷' if by_load else '任务数'}）{words}")
    asked = cast("Asked", subject)
    ranked = "overloaded" if end == "overload" else "least" if end in {"least", "less"} else "most"
    return QuestionReading(
        asked,
        found,
        ranked=cast("Literal['most', 'least', 'overloaded']", ranked),
        by_load=by_load,
        role=role,
        most=parse.tokens[top].number if top is not None else 0,
        among=among,
    )


def _among(parse: Parse) -> tuple[Name, ...]:
    """Those of whom one is asked for, where they are named and of one kind."""
    if not _between_two(parse):
        return ()
    ends = _named(parse)
    found = tuple(name for at in ends if (name := parse.name(at, "leaders", "units")))
    if len({name.kind for name in found}) > 1:
        return ()
    for at, name in zip(ends, found, strict=True):
        parse.took(at)
        parse.tell(at, "领导" if name.kind == "leaders" else "单位", name.name)
    parse.take_all("and", "who", "what")
    for at in parse.left("noun"):
        if parse.value(at) == found[0].kind:
            parse.took(at)
    return found


def _asked_of(parse: Parse, today: date, subject: str) -> tuple[Conditions, Role]:
    """The conditions of a question for leaders or units, and the role in which they are asked for."""
    owners = subject in {"leaders", "units"}
    found = conditions(parse, today, asks_owner=owners)
    role: Role = ""
    if owners and (at := parse.take("role")) is not None:
        role = _role(parse, at)
    return found, role


def _thing(subject: str, role: Role) -> str:
    return f"{ROLES[role]}{THINGS[subject]}"


def _subject(parse: Parse) -> str | None:
    """Who or what is asked for; None where it is no thing but tasks."""
    at = parse.take("who")
    if at is not None:
        for near in parse.left("noun"):
            if parse.value(near) == "leaders":
                parse.took(near)
        units = any(parse.tokens[one].text.endswith(UNIT_NOUNS) for one in parse.left("role"))
        leads = parse.kind(at + 1) == "role" and not _is_ordered(parse)
        for near in parse.left("noun"):
            if parse.value(near) == "units":
                parse.took(near)
                units = True
        return "units" if units or leads else "leaders"
    for at in parse.left("noun"):
        beside = {parse.kind(at - 1), parse.kind(at + 1)} & {"what", "count", "top", "each"}
        if beside or parse.tokens[at].text[0] in "哪几" or _is_ranked(parse):
            parse.took(at)
            if parse.kind(at - 1) == "what":
                parse.took(at - 1)
            return parse.value(at)
    return "units" if any(_asks_units(parse, one) for one in parse.left("role")) else None


def _asks_units(parse: Parse, at: int) -> bool:
    """Whether a word for a role asks for units: 牵头单位是哪个, 哪些责任单位, “…”的牵头单位."""
    if not parse.tokens[at].text.endswith(UNIT_NOUNS):
        return False
    last = at == len(parse.tokens) - 1 and parse.kind(at - 1) in {"quoted", "unknown"}
    return last or "what" in {parse.kind(at - 1), parse.kind(at + 1)}


def _is_ordered(parse: Parse) -> bool:
    return any(token.kind in _MARKS for token in parse.tokens)


def _is_ranked(parse: Parse) -> bool:
    return parse.has(*_MARKS) and len(parse.left("noun")) == 1


def _plain(parse: Parse, today: date) -> QuestionReading | None:
    """Bearers, numbers, lists and tasks."""
    subject = _subject(parse)
    count = parse.take("count")
    light = parse.take_all(*_LIGHT) if subject != "months" else parse.take_all("task", "due")
    if subject in {"leaders", "units"}:
        return _bearers(parse, today, cast("Asked", subject), counted=count is not None)
    if subject == "months":
        _tell_thing(parse, THINGS[subject])
        return QuestionReading("months", conditions(parse, today, asks_owner=False))
    if subject:
        parse.take_all("source", "about", *(("owns",) if parse.has("name") else ()))
        found = conditions(parse, today, asks_owner=False)
        asked = cast("Asked", subject)
        if subject == "villages" and found.place:
            return None
        _tell_thing(parse, f"{'几个' if count is not None else ''}{THINGS[subject]}")
        return QuestionReading("count" if count is not None else asked, found, asked)
    if count is not None and parse.value(count) != "task" and not _says_tasks(parse, light):
        parse.taken.discard(count)
        return None
    if parse.has("source"):
        parse.tell(parse.take_all("source", "where")[0], "问", "出处")
    return _tasks(parse, today, count=count, asked=bool(light))


def _says_tasks(parse: Parse, light: Sequence[int]) -> bool:
    return any(parse.kind(at) in {"task", "due"} for at in light)


def _bearers(parse: Parse, today: date, subject: Asked, *, counted: bool) -> QuestionReading | None:
    """Who has the tasks that meet the conditions; all leaders or units of a place where there are none."""
    parse.take_all("about")
    found, role = _asked_of(parse, today, subject)
    _tell_thing(parse, f"{'几个' if counted else ''}{_thing(subject, role)}")
    if not found.any and not role and any(token.kind in {"who", "owns"} for token in parse.tokens):
        return None
    return QuestionReading("count" if counted else subject, found, subject, role=role)


def _tell_thing(parse: Parse, words: str) -> None:
    at = next((at for at, token in enumerate(parse.tokens) if token.kind in {"who", "noun", "what", "count"}), 0)
    parse.tell(at, "问", words)


def _tasks(parse: Parse, today: date, *, count: int | None, asked: bool) -> QuestionReading | None:
    found = conditions(parse, today, asks_owner=False)
    if count is not None:
        parse.tell(count, "问", "几项任务")
    one = [token for token in parse.tokens if token.kind != "what"]
    bare = len(one) == 1 and one[0].kind in {"name", "quoted", "unknown"} and len(parse.tokens) == 1
    if bare or not (found.any or (found.within and (asked or count is not None)) or (asked and count is not None)):
        return None
    return QuestionReading("tasks" if count is None else "count", found)
