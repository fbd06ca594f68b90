"""The keywords that properties of the model hold (kinds, roles, levels), declared once: the words for them in Chinese
and English, their colours in pictures, and what they are in RDF. Terms are those of the national registers: a place
that goes into another 撤销, one that comes under another town 划归.
"""

from dataclasses import dataclass
from functools import cache

from graph.model import node_types, relationship_types


@dataclass(frozen=True, slots=True)
class Keyword:
    """A value of a property: `classes` are the RDF classes of what bears it, `fill` and `border` its colours."""

    value: str
    zh: str
    en: str
    fill: str = ""
    border: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRole:
    """A role of a unit or leader in a task, by the relationship that it is. `concept` is its concept in RDF, `shortcut`
    the predicate from task to agent, `title_zh` and `title_en` name who bears it, `short` is the
    English word where there is little room.
    """

    value: str
    relationship: str
    en: str
    short: str
    title_zh: str
    title_en: str
    concept: str
    shortcut: str

    @property
    def zh(self) -> str:
        """The Chinese word, that of the relationship."""
        return relationship_types()[self.relationship].zh


UNIT_KINDS = (
    Keyword("body", "单位", "unit", classes=("org:FormalOrganization", "m8g:PublicOrganisation")),
    Keyword("group", "统称", "group", classes=("wp:CollectiveActor", "prov:Collection")),
    Keyword("steering", "领导小组", "steering group", classes=("org:OrganizationalCollaboration",)),
)
"""`Unit.kind`; any other kind is an `org:Organization`."""

LEVELS = (
    Keyword("village", "村", "village", classes=("wp:Village",)),
    Keyword("community", "社区", "community", classes=("wp:Community",)),
    Keyword("town", "乡镇", "town"),
    Keyword("county", "县", "county"),
    Keyword("city", "市", "city"),
    Keyword("province", "省", "province"),
    Keyword("unknown", "不明", "unknown"),
)
"""`Place.level` and `Unit.level`; the classes are those of a place, beside those that every place has."""

CHANGE_KINDS = (
    Keyword("merge", "合并", "merger", classes=("wp:Merger",)),
    Keyword("absorb", "并入", "absorption", classes=("wp:Absorption",)),
    Keyword("rename", "更名", "renaming", classes=("wp:Renaming",)),
    Keyword("split", "拆分", "split", classes=("wp:Split",)),
    Keyword("transfer", "划归", "transfer", classes=("wp:Transfer",)),
    Keyword("create", "设立", "creation", classes=("wp:Creation",)),
    Keyword("abolish", "撤销", "abolition", classes=("wp:Abolition",)),
    Keyword("restore", "恢复", "restoration", classes=("wp:Restoration",)),
    Keyword("recode", "改码", "change of code", classes=("wp:CodeChange",)),
    Keyword("reparent", "改隶", "change of superior", classes=("wp:SuperiorChange",)),
)
"""`ChangeEvent.kind`; the classes are sub-classes of `org:ChangeEvent`."""

PLACE_ROLES = (
    Keyword("ends", "撤销", "ends", "#e9ebec", "#98a1a6"),
    Keyword("continues", "延续", "continues", "#cfe0ee", "#4e79a7"),
    Keyword("moved", "划归", "moved", "#f3e7c9", "#b79436"),
    Keyword("created", "新设", "created", "#d6ead2", "#59a14f"),
    Keyword("receives", "接收", "receives", "#e2dcec", "#8468a8"),
)
"""`role` of a place in a change (`Place CHANGED_BY`, `ChangeEvent RESULTED_IN`)."""

TASK_ROLES = (
    TaskRole("lead", "LEADS", "lead", "lead", "牵头单位", "lead unit", "wp:role-leadUnit", "wp:leadUnit"),
    TaskRole(
        "responsible",
        "RESPONSIBLE_FOR",
        "responsible",
        "resp",
        "责任单位",
        "responsible unit",
        "wp:role-responsibleUnit",
        "wp:responsibleUnit",
    ),
    TaskRole(
        "supporting",
        "SUPPORTS",
        "supporting",
        "supp",
        "配合单位",
        "supporting unit",
        "wp:role-supportUnit",
        "wp:supportUnit",
    ),
    TaskRole("leader", "OVERSEES", "leader", "leader", "责任领导", "leader", "wp:role-leader", "wp:leader"),
    TaskRole(
        "lead leader",
        "OVERSEES",
        "lead leader",
        "lead",
        "牵头领导",
        "lead leader",
        "wp:role-leadLeader",
        "wp:leadLeader",
    ),
)
"""Roles in a task, of units the strongest first; a leader who answers first has one of his own."""

UNIT_ROLES = {role.value: role for role in TASK_ROLES[:3]}
"""Those of units, by their values."""


def word(lang: str, column: str, value: str) -> str:
    """The word for a keyword that a column (kind, role, level) of an answer holds, "" for what is none."""
    found = _words().get((column, value))
    return "" if found is None else found[0] if lang == "zh" else found[1]


@cache
def _words() -> dict[tuple[str, str], tuple[str, str]]:
    """Chinese and English words by column and value; decisions have the labels of nodes as their kinds."""
    rows: dict[str, tuple[Keyword | TaskRole, ...]] = {
        "kind": (*UNIT_KINDS, *CHANGE_KINDS),
        "role": (*PLACE_ROLES, *TASK_ROLES),
        "level": LEVELS,
    }
    decided = {("kind", node.label.lower()): (node.zh, node.en) for node in node_types().values()}
    return decided | {(column, one.value): (one.zh, one.en) for column, known in rows.items() for one in known}
