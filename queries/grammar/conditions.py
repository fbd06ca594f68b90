"""The part of the grammar that reads conditions: whose tasks, where, of which plan, until when, without what.

They stand in any order. A role belongs to the leader or unit before it, else to the one behind it (社事办牵头,
牵头单位是社事办). Two of one kind need a word that says how they go together, or a role each.
"""

from dataclasses import replace
from datetime import date, timedelta

from graph.words.levels import VILLAGES
from queries.grammar.names import Name
from queries.grammar.parse import Parse
from queries.grammar.reading import Conditions, Lacking, Owner, Role
from queries.grammar.times import said, since, until
from queries.period import ALWAYS, Period

FIELDS: dict[Lacking, str] = {
    "lead_units": "牵头单位",
    "responsible_units": "责任单位",
    "supporting_units": "配合单位",
    "leaders": "责任领导",
    "due_text": "时限",
}
"""Columns of tasks as people call them."""
UNIT_NOUNS = ("单位", "部门")
"""Ends of words for a role that only units have."""
ROLES: dict[Role, str] = {"": "", "lead": "牵头", "responsible": "责任", "supporting": "配合"}
_ROLE_FIELDS: dict[str, Lacking] = {
    "lead": "lead_units",
    "responsible": "responsible_units",
    "supporting": "supporting_units",
}
_ROLE_OF: dict[str, Role] = {"lead": "lead", "responsible": "responsible", "supporting": "supporting"}


def field_at(parse: Parse, at: int) -> Lacking | None:
    """The column that a token names, None where it names none."""
    kind = parse.kind(at)
    value = parse.value(at) if kind else ""
    if kind == "role":
        return "leaders" if parse.tokens[at].text in {"牵头领导", "责任人", "牵头人"} else _ROLE_FIELDS[value]
    if kind == "due":
        return "due_text"
    if kind == "noun" and value == "leaders":
        return "leaders"
    return None


def conditions(parse: Parse, today: date, *, asks_owner: bool) -> Conditions:
    """The conditions of a question, whose tokens are taken; `asks_owner` where it asks who has the tasks."""
    within, place = _places(parse)
    owners = _owners(parse)
    for at in parse.left("about"):
        if any(near in parse.taken and parse.kind(near) == "name" for near in (at - 1, at + 1)):
            parse.took(at)
            parse.taken.update(near for near in parse.left("and") if near == at - 2)
    if owners or asks_owner:
        parse.take_all("owns")
    role: Role = ""
    alone = parse.take("role") if not owners and not asks_owner else None
    if alone is not None:
        role = _ROLE_OF[parse.value(alone)]
        parse.tell(alone, "职责", ROLES[role])
    return Conditions(
        owners=owners,
        role=role,
        within=within,
        place=place,
        plan=titled(parse, "plans"),
        document=titled(parse, "documents"),
        period=_period(parse, today),
        lacking=parse.lacking,
        ongoing=_ongoing(parse),
        holding=_holding(parse, asks_owner=asks_owner),
    )


def lacking(parse: Parse) -> tuple[Lacking, ...]:
    """The columns of which a question says that tasks lack them."""
    found: list[Lacking] = []
    for at in parse.left("lack"):
        for near in (at + 1, at - 1):
            column = field_at(parse, near)
            if column and near not in parse.taken:
                parse.took(at)
                parse.took(near)
                parse.tell(at, "缺", FIELDS[column])
                parse.taken.update(one for one in parse.left("owns") if one == near + 1)
                found.append(column)
                break
    return tuple(found)


def _places(parse: Parse) -> tuple[tuple[str, ...], Name | None]:
    """The place of the papers (a town or larger), and the village that the tasks concern."""
    within: tuple[str, ...] = ()
    village: Name | None = None
    for at in parse.left("name"):
        name = parse.name(at, "places")
        if not name:
            continue
        if name.level not in VILLAGES:
            nearer = parse.name(at + 1, "places")
            if within or (parse.name(at, "units") and _beside_role(parse, at)):
                continue
            parse.took(at)
            if nearer and nearer.level not in VILLAGES:
                continue
            within = name.ids
            parse.tell(at, "地方", name.name)
        elif village is None and not (parse.name(at, "units") and _beside_role(parse, at)):
            village = name
            parse.took(at)
            parse.tell(at, "涉及地方", name.name)
    return within, village


def _beside_role(parse: Parse, at: int) -> bool:
    return bool({"role", "owns"} & {parse.kind(at - 1), parse.kind(at + 1)})


def _owners(parse: Parse) -> tuple[Owner, ...]:
    """The leaders and units that are named, each with its role."""
    found: dict[int, Owner] = {}
    for at in parse.left("name"):
        name = parse.name(at, "leaders", "units")
        if name:
            found[at] = Owner(name)
    for at in parse.left("role"):
        whose = None if _of_subject(parse, at) else _whose(parse, at, found)
        if whose is None:
            continue
        role = _ROLE_OF[parse.value(at)]
        if found[whose].name.kind == "leaders":
            if role == "supporting":
                continue
            role = "lead" if role == "lead" else ""
        parse.took(at)
        found[whose] = replace(found[whose], role=role)
    for at, owner in found.items():
        for near in (at - 1, at + 1):
            if near in parse.left("noun") and parse.value(near) == owner.name.kind and not _asked(parse, near):
                parse.took(near)
    return _together(parse, found)


def _of_subject(parse: Parse, at: int) -> bool:
    """Whether a role is that of who is asked for: 由哪些单位牵头, 谁牵头."""
    return at - 1 in parse.taken and parse.kind(at - 1) in {"noun", "who"}


def _asked(parse: Parse, at: int) -> bool:
    return parse.kind(at - 1) == "what"


def _fits(parse: Parse, at: int, owner: Owner) -> bool:
    """Whether a word for a role may be said of an owner: 牵头单位 of no leader, 牵头领导 of no unit."""
    words = parse.tokens[at].text
    if words.endswith(UNIT_NOUNS):
        return owner.name.kind == "units"
    return owner.name.kind == "leaders" or not words.endswith(("领导", "人"))


def _whose(parse: Parse, at: int, found: dict[int, Owner]) -> int | None:
    """Whose role a word for one says."""
    before = [one for one in found if one < at and _fits(parse, at, found[one])]
    behind = [one for one in found if one > at and _fits(parse, at, found[one])]
    if before and not (behind and behind[0] == at + 1 and before[-1] != at - 1):
        return before[-1] if not found[before[-1]].role else None
    return behind[0] if behind and not found[behind[0]].role else None


def _together(parse: Parse, found: dict[int, Owner]) -> tuple[Owner, ...]:
    """Those of the owners of which it is said how they go together; the others are not understood."""
    common = parse.has("common") and len(found) > 1
    if not common:
        for at in parse.left("common"):
            if parse.value(at) == "also":
                parse.took(at)
    else:
        parse.tell(parse.take_all("common")[0], "范围", "共同的任务")
        parse.take_all("and")
        found = _sharing(found)
    kept: list[Owner] = []
    for at, owner in found.items():
        alike = [one for one in kept if one.name.kind == owner.name.kind]
        if alike and not common and not (owner.role and all(one.role for one in alike)):
            continue
        kept.append(owner)
        parse.took(at)
        parse.tell(at, label(owner), owner.name.name)
    return tuple(kept)


def _sharing(found: dict[int, Owner]) -> dict[int, Owner]:
    """Owners together: a role that is said of one alone is that of all of its kind (社事办和党政办共同牵头)."""
    shared: dict[str, set[Role]] = {}
    for owner in found.values():
        shared.setdefault(owner.name.kind, set()).update({owner.role} - {""})
    roles = {kind: next(iter(ones)) for kind, ones in shared.items() if len(ones) == 1}
    return {at: replace(owner, role=owner.role or roles.get(owner.name.kind, "")) for at, owner in found.items()}


def label(owner: Owner) -> str:
    """What a leader or a unit is to a task, as people call it."""
    if owner.name.kind == "leaders":
        return "牵头领导" if owner.role == "lead" else "责任领导"
    return f"{ROLES[owner.role]}单位"


def titled(parse: Parse, kind: str) -> Name | None:
    """The plan or the paper that is named."""
    for at in parse.left("name"):
        name = parse.name(at, "plans") if kind == "plans" else parse.name(at, "documents")
        if name:
            parse.took(at)
            parse.tell(at, "方案" if kind == "plans" else "文件", name.name)
            return name
    return None


def _period(parse: Parse, today: date) -> Period | None:
    """The time that is named, of it what is past or still to come where that is said too."""
    found: Period | None = None
    at = parse.take("time")
    if at is not None and (named := parse.tokens[at].time):
        found = _with_next(parse, at, named)
        parse.tell(at, "时限", found.label)
    at = parse.take("open")
    if at is not None:
        side = until(today - timedelta(days=1)) if parse.value(at) == "late" else since(today)
        parse.tell(at, "时限", side.label)
        found = Period(max(found.first, side.first), min(found.last, side.last), found.label) if found else side
    return found


def _with_next(parse: Parse, at: int, first: Period) -> Period:
    """The time with the one behind 和, where that begins when it ends (本月和下月)."""
    other = parse.tokens[at + 2].time if parse.kind(at + 1) == "and" and parse.kind(at + 2) == "time" else None
    if not other or ALWAYS.last in {first.last, other.last} or ALWAYS.first == first.first:
        return first
    if date.fromisoformat(first.last) + timedelta(days=1) != date.fromisoformat(other.first):
        return first
    parse.taken |= {at + 1, at + 2}
    return Period(first.first, other.last, said(first.first, other.last))


def _ongoing(parse: Parse) -> bool:
    at = parse.take("ongoing")
    if at is not None:
        parse.tell(at, "时限", "持续")
    return at is not None


def _beside_who(parse: Parse, at: int) -> bool:
    """Whether the words stand beside 归谁管 or 谁负责."""
    return any(parse.kind(near) == "who" and parse.value(near) == "owns" for near in (at - 1, at + 1))


def _has_duty(parse: Parse) -> bool:
    """Whether a word tells of a duty (由哪个单位牵头)."""
    return any(token.kind in {"role", "owns"} for token in parse.tokens)


def _holding(parse: Parse, *, asks_owner: bool) -> str:
    """Words that the tasks hold: quoted ones, or those beside a word that announces them (关于 …, 谁负责 …)."""
    at = parse.take("quoted")
    if at is not None:
        parse.take_all("about")
        parse.tell(at, "内容含", parse.tokens[at].quoted)
        return parse.tokens[at].quoted
    left = parse.left("unknown")
    if len(left) != 1:
        return ""
    at = left[0]
    near = {parse.kind(at - 1), parse.kind(at + 1)}
    words = parse.tokens[at].text
    if len(words) < 2 or not (near & {"about", "when"} or _beside_who(parse, at) or (asks_owner and _has_duty(parse))):  # noqa: PLR2004 - one sign says nothing
        return ""
    parse.take_all("about")
    parse.taken.update(one for one in parse.left("and") if one == at - 1)
    parse.took(at)
    parse.tell(at, "内容含", words)
    return words
