"""The colours of the pictures, and what they mean: calm for what is usual, warm for what needs a look. Roles have
the colours of the model.
"""

from dataclasses import dataclass

from graph.model import relationship_types
from queries.words import say

FONT = "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
PAPER = "#fbfbf9"
INK = "#22303a"
EDGE = "#66717a"


@dataclass(frozen=True, slots=True)
class Paint:
    """Fill and border of a mark."""

    fill: str
    border: str


VERDICTS: dict[str, Paint] = {
    "severely overloaded": Paint("#c8402f", "#8f2a1e"),
    "overloaded": Paint("#eda04b", "#b06f21"),
    "not overloaded": Paint("#9dbccb", "#5f8597"),
    "too few to compare": Paint("#eceee6", "#98a1a6"),
    "not compared": Paint("#e3e6e7", "#98a1a6"),
}
"""By verdict of the overload rule (`queries.workload`), the gravest first."""

ROLES: dict[str, str] = {"lead": "LEADS", "responsible": "RESPONSIBLE_FOR", "supporting": "SUPPORTS"}
"""The relationship in the model that each role of a unit is, the strongest first."""

PLACES: dict[str, Paint] = {
    "ends": Paint("#e9ebec", "#98a1a6"),
    "continues": Paint("#cfe0ee", "#4e79a7"),
    "moved": Paint("#f3e7c9", "#b79436"),
    "created": Paint("#d6ead2", "#59a14f"),
    "receives": Paint("#e2dcec", "#8468a8"),
}
"""By the role of a place in a change (`Place CHANGED_BY` and `RESULTED_IN`)."""

FATES: dict[str, str] = {
    "ends": "调整后不再存在",
    "continues": "调整后继续存在",
    "moved": "划归他处",
    "created": "新设立",
    "receives": "接收划入",
}
"""What those roles mean for a reader."""


def verdict_paint(verdict: str) -> Paint:
    """The paint of a verdict; a word that is none is painted as not compared."""
    return VERDICTS.get(verdict, VERDICTS["not compared"])


def verdict_words(verdict: str) -> str:
    """The Chinese words for a verdict."""
    return say("zh", "verdicts", verdict if verdict in VERDICTS else "not compared")


def role_colour(role: str) -> str:
    """The colour of a unit's role in a task."""
    return relationship_types()[ROLES[role]].colour


def role_words(role: str) -> str:
    """The Chinese word for a unit's role in a task (牵头, 责任, 配合)."""
    return relationship_types()[ROLES[role]].zh
