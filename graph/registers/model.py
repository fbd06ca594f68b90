"""What a register tells: the periods of its units, what became of each, and the changes that say so."""

from dataclasses import dataclass, field

from graph.statements import ChangeKind, LegStatement, Share, UnitStatement

Saying = tuple[str, LegStatement | UnitStatement]
"""A row, behind the id of its passage."""


@dataclass(frozen=True, slots=True, order=True)
class ChangeMoment:
    """The day of a change (ISO): it lies between `earliest` and `latest`, and counts as past from `latest` on."""

    latest: str
    earliest: str


@dataclass(slots=True)
class UnitPeriod:
    """One period of a unit: from one change, or from where the register begins, to the next.

    `valid_from` and `valid_to` (exclusive) are ISO days, "" open; `rows` are the passages that tell of it alone.
    """

    id: str
    code: str
    name: str
    lasting_id: str
    level: str = ""
    parent: str = ""
    valid_from: str = ""
    valid_to: str = ""
    rows: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Link:
    """One period became another; without the one it came into being, without the other it ended.

    `said` are the rows that say so, none where it follows from what they say of others; `kind` is the first one's word;
    `restores` is the last period (by id) of the unit that is set up again.
    """

    old: str
    new: str
    kind: str
    share: Share
    part: str = ""
    said: tuple[Saying, ...] = ()
    restores: str = ""


@dataclass(frozen=True, slots=True)
class RegisterEvent:
    """A change with all its links, which hang together over what they share."""

    id: str
    kind: ChangeKind
    moment: ChangeMoment
    links: tuple[Link, ...]

    @property
    def legs(self) -> tuple[LegStatement, ...]:
        """The rows of event tables that tell it."""
        return tuple(said for link in self.links for _, said in link.said if isinstance(said, LegStatement))

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages of all rows that tell it."""
        return tuple(dict.fromkeys(passage for link in self.links for passage, _ in link.said))


@dataclass(frozen=True, slots=True)
class UnitRegister:
    """All that tables with codes of one scheme tell."""

    scheme: str
    periods: dict[str, UnitPeriod]
    events: tuple[RegisterEvent, ...]
