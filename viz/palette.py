"""The colours of the pictures, and what they mean: calm for what is usual, warm for what needs a look. Roles have
the colours of the model.
"""

from dataclasses import dataclass

from graph.keywords import PLACE_ROLES, UNIT_ROLES
from graph.messages.sentences import say
from graph.model import relationship_types

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

ROLES: dict[str, str] = {name: role.relationship for name, role in UNIT_ROLES.items()}
"""The relationship in the model that each role of a unit is, the strongest first."""

PLACES: dict[str, Paint] = {role.value: Paint(role.fill, role.border) for role in PLACE_ROLES}
"""By the role of a place in a change (`Place CHANGED_BY` and `RESULTED_IN`)."""

FATES: dict[str, str] = {role.value: role.zh for role in PLACE_ROLES}
"""What those roles are for a reader."""


def verdict_paint(verdict: str) -> Paint:
    """The paint of a verdict; a word that is none is painted as not compared."""
    return VERDICTS.get(verdict, VERDICTS["not compared"])


def verdict_words(verdict: str) -> str:
    """The Chinese words for a verdict."""
    return say("zh", f"verdict.{verdict if verdict in VERDICTS else 'not compared'}")


def role_colour(role: str) -> str:
    """The colour of a unit's role in a task."""
    return relationship_types()[ROLES[role]].colour


def role_words(role: str) -> str:
    """The Chinese word for a unit's role in a task (牵头, 责任, 配合)."""
    return relationship_types()[ROLES[role]].zh
