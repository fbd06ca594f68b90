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
from queries.grammar.conditions import FIELDS, ROLES, conditions, field_at, label, lacking, titled
from queries.grammar.names import KnownNames
from queries.grammar.parse import IGNORED, Parse
from queries.grammar.reading import Asked, Conditions, Owner, QuestionReading, Role, Way
from queries.grammar.tokens import tokens

THINGS: dict[str, str] = {
    "tasks": "任务",
    "leaders": "领导",
    "units": "单位",
    "villages": "村（社区）",
    "documents": "文件",
    "plans": "方案",
    "months": "月份",
}
_WAYS: dict[str, Way] = {"before": "before", "after": "after", "both": "both"}
_STORIES: dict[Way, str] = {"before": "怎么来的", "after": "后来怎样", "both": "前后"}
_LIGHT = ("what", "task", "due", "when")
"""Kinds that say no more than that tasks are asked for."""


def read(question: str, names: KnownNames, today: date) -> QuestionReading:
    """What a question asks for, seen from a day, by the names that a graph knows."""
    found = [token for token in tokens(question, names, today) if token.kind not in IGNORED]
    parse = Parse(found)
    parse.lacking = lacking(parse)
    reading = _read(parse, today)
    left = parse.not_understood
    if not found or (reading is None and not left):
        left = (question.strip(),)
    return replace(reading or QuestionReading(), parts=parse.parts, not_understood=left)


def _read(parse: Parse, today: date) -> QuestionReading | None:
    """By the first rule whose mark the question bears; None where it asks for nothing."""
    if parse.has("than", "differ"):
        return _compare(parse, today)
    if parse.has("lineage", "merged"):
        return _story(parse, today)
    if parse.has("conflict"):
        return _contradiction(parse)
    if parse.has("most", "least", "overload"):
        return _ranking(parse, today)
    return _plain(parse, today)


def _compare(parse: Parse, today: date) -> QuestionReading | None:
    """How many tasks more one owner has than the other."""
    marks = parse.left("than", "differ", "more", "less")
    kinds = {parse.kind(at) for at in marks}
    ends = [at for at in parse.left("name") if parse.name(at, "leaders", "units")]
    if len(ends) != 2 or kinds not in ({"than", "more"}, {"than", "less"}, {"differ"}):  # noqa: PLR2004 - one and the other
        return None
    parse.take_all("than", "differ", "more", "less", "and", "count", *_LIGHT)
    roles: list[Role] = [_role_behind(parse, at) for at in ends]
    shared: Role = roles[0] or roles[1]
    owners = [
        Owner(name, role or shared)
        for at, role in zip(ends, roles, strict=True)
        if (name := parse.name(at, "leaders", "units"))
    ]
    for at, owner in zip(ends, owners, strict=True):
        parse.took(at)
        parse.tell(at, label(owner), owner.name.name)
    rest = conditions(parse, today, asks_owner=True)
    one, other = replace(rest, owners=(owners[0],)), replace(rest, owners=(owners[1],))
    if "less" in kinds:
        one, other = other, one
    parse.tell(marks[0], "问", "相差几项" if "differ" in kinds else "少几项" if "less" in kinds else "多几项")
    return QuestionReading("difference", one, other=other, ranked="" if "differ" not in kinds else "most")


def _role_behind(parse: Parse, at: int) -> Role:
    if parse.kind(at + 1) != "role":
        return ""
    value = parse.value(parse.took(at + 1))
    return "lead" if value == "lead" else "responsible" if value == "responsible" else "supporting"


def _story(parse: Parse, today: date) -> QuestionReading | None:
    """Where villages come from and what became of them."""
    villages = [at for at in parse.left("name") if (name := parse.name(at, "places")) and name.level in VILLAGES]
    if not villages:
        return _merged(parse, today)
    at = parse.take("lineage")
    if at is None or len(villages) > 1:
        return None
    way = _WAYS[parse.value(at)]
    if parse.has("task", "count", "due"):
        counted = parse.take("count") is not None
        parse.take_all(*_LIGHT)
        found = conditions(parse, today, asks_owner=False)
        parse.tell(at, "范围", {"before": "合并前", "after": "合并后", "both": "合并前后"}[way])
        return QuestionReading("count" if counted else "tasks", replace(found, around=way))
    village = parse.name(parse.took(villages[0]), "places")
    parse.tell(villages[0], "地方", village.name if village else "")
    parse.take_all("what")
    parse.tell(at, "问", _STORIES[way])
    return QuestionReading("lineage", Conditions(place=village, within=_within(parse)), way=way)


def _merged(parse: Parse, today: date) -> QuestionReading | None:
    """哪些村合并了: the villages that went into another, or those that came out."""
    at = parse.take("merged")
    way: Way = "before"
    if at is None:
        at = parse.take("lineage", value="after")
        way = "after"
    if at is None or parse.take("noun", value="villages") is None:
        return None
    counted = parse.take("count") is not None
    parse.take_all("what")
    parse.tell(at, "问", ("几个" if counted else "") + ("合并后的村" if way == "after" else "合并了的村"))
    return QuestionReading(
        "count" if counted else "merged", conditions(parse, today, asks_owner=False), "merged", way=way
    )


def _contradiction(parse: Parse) -> QuestionReading:
    """What is said differently at two places."""
    at = parse.take("conflict")
    column = None
    for near in parse.left("role", "due", "noun"):
        column = column or field_at(parse, parse.took(near))
    counted = parse.take("count") is not None
    parse.take_all(*_LIGHT)
    parse.tell(at or 0, "问", f"{FIELDS[column] if column else ''}前后不一")
    within = Conditions(within=_within(parse))
    return QuestionReading("count" if counted else "conflicts", within, "conflicts", conflict=column)


def _within(parse: Parse) -> tuple[str, ...]:
    """The town or larger place that is named, and nothing else."""
    for at in parse.left("name"):
        name = parse.name(at, "places")
        if name and name.level not in VILLAGES:
            parse.took(at)
            parse.tell(at, "地方", name.name)
            return name.ids
    return ()


def _ranking(parse: Parse, today: date) -> QuestionReading | None:
    """Who or what has most."""
    subject = _subject(parse)
    at = parse.take("most", "least", "overload")
    if at is None or subject is None:
        return None
    end = parse.kind(at)
    by_load = end == "overload" or parse.value(at) == "load"
    parse.take_all(*_LIGHT, "count")
    found, role = _asked_of(parse, today, subject)
    words = parse.tokens[at].text
    parse.tell(at, "问", f"{_thing(subject, role)}（按{'负荷' if by_load else '任务数'}）{words}")
    asked = cast("Asked", subject)
    ranked = "overloaded" if end == "overload" else "least" if end == "least" else "most"
    return QuestionReading(
        asked, found, ranked=cast("Literal['most', 'least', 'overloaded']", ranked), by_load=by_load, role=role
    )


def _asked_of(parse: Parse, today: date, subject: str) -> tuple[Conditions, Role]:
    """The conditions of a question for leaders or units, and the role in which they are asked for."""
    owners = subject in {"leaders", "units"}
    found = conditions(parse, today, asks_owner=owners)
    role: Role = ""
    if owners and (at := parse.take("role")) is not None:
        role = (
            "lead" if parse.value(at) == "lead" else "responsible" if parse.value(at) == "responsible" else "supporting"
        )
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
        units = [one for one in parse.left("role") if parse.tokens[one].text.endswith(("单位", "部门"))]
        return "units" if units else "leaders"
    for at in parse.left("noun"):
        if parse.kind(at - 1) in {"what", "count"} or parse.kind(at + 1) in {"what", "count"} or _is_ranked(parse):
            parse.took(at)
            if parse.kind(at - 1) == "what":
                parse.took(at - 1)
            return parse.value(at)
    asked = [
        one
        for one in parse.left("role")
        if parse.kind(one + 1) == "what"
        or (parse.kind(one - 1) == "what" and parse.tokens[one].text[-2:] in {"单位", "部门"})
    ]
    if asked and parse.tokens[asked[0]].text.endswith(("单位", "部门")):
        return "units"
    return None


def _is_ranked(parse: Parse) -> bool:
    return parse.has("most", "least", "overload") and len(parse.left("noun")) == 1


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
        found = Conditions(within=_within(parse), document=titled(parse, "documents") if subject == "plans" else None)
        asked = cast("Asked", subject)
        _tell_thing(parse, f"{'几个' if count is not None else ''}{THINGS[subject]}")
        return QuestionReading("count" if count is not None else asked, found, asked)
    if count is not None and parse.value(count) != "task" and not _says_tasks(parse, light):
        parse.taken.discard(count)
        return None
    return _tasks(parse, today, count=count, asked=bool(light))


def _says_tasks(parse: Parse, light: Sequence[int]) -> bool:
    return any(parse.kind(at) in {"task", "due"} for at in light)


def _bearers(parse: Parse, today: date, subject: Asked, *, counted: bool) -> QuestionReading | None:
    """Who has the tasks that meet the conditions; all leaders or units of a place where there are none."""
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
