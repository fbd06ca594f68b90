"""A change as a paragraph tells it, before its roles are read: which lists, in which sentences."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from graph.words.levels import ranks
from loaders.changes.events import ChangeParties, absorbed, joined, transferred
from loaders.changes.lists.party import ListedPlace
from loaders.places.names import stem_of

REACH = 60  # changes, or sentences, looked back at


@dataclass(frozen=True, slots=True)
class ClausePlace:
    """Where a clause stands: `sentence` counts the stretches between 。 and ；, `group` those between 。 alone; its
    words stand from `start` to `end` in those of the paragraph.
    """

    sentence: int
    group: int
    start: int
    end: int


@dataclass(slots=True)
class ChangeDraft:
    """A change and the first and the last clause that tell it."""

    form: str  # joined, absorbed, moved, parted (pieces go, of a place that ends or goes on)
    old: list[ListedPlace]
    new: list[ListedPlace]
    first: ClausePlace
    last: ClausePlace
    within: tuple[str, ...] = ()

    def reach(self, at: ClausePlace) -> None:
        """A further clause tells of the change."""
        if (at.sentence, at.end) > (self.last.sentence, self.last.end):
            self.last = at

    def make_of_both(self, new: Sequence[ListedPlace]) -> None:
        """甲村并入乙村，设立丙村: neither goes on."""
        self.form, self.old, self.new = "joined", [*self.old, *self.new], list(new)

    def changes(self, ended: frozenset[str]) -> list[ChangeParties]:
        """The change as roles; a transfer is one for each giver. `ended` names all that the paragraph abolishes."""
        if self.form == "moved":
            return transferred(self.old, self.new[0])
        if self.form == "parted":
            return self._parted(ended)
        if self.form == "absorbed":
            return [absorbed(self.old, self.new)]
        return [joined(self.old, self.new, ended=ended)]

    def _parted(self, ended: frozenset[str]) -> list[ChangeParties]:
        """Pieces of a place that is abolished end it in what takes them in; any other place goes on without them."""
        gone = [party for party in self.old if party.name in ended]
        left = [party for party in self.old if party.name not in ended]
        return [*([absorbed(gone, self.new)] if gone else []), *transferred(left, self.new[0])]


@dataclass(slots=True)
class GovernedPlaces:
    """A list of what a place has below it, and the first and the last clause of the list."""

    governor: ListedPlace
    places: list[ListedPlace]
    first: ClausePlace
    last: ClausePlace


@dataclass(slots=True)
class PendingPlaces:
    """Places of which something must come: abolished, joined, or with a piece carved off."""

    form: str  # abolish, join, carve, region
    old: list[ListedPlace]
    at: ClausePlace
    within: tuple[str, ...] = ()
    places: list[ClausePlace] = field(init=False)
    """The clause of each of them."""
    names: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.places = [self.at] * len(self.old)
        self.names = {party.name for party in self.old}

    def add(self, more: Sequence[ListedPlace], at: ClausePlace) -> None:
        """Further places, of a later clause of the sentence."""
        self.old.extend(more)
        self.places.extend([at] * len(more))
        self.names.update(party.name for party in more)

    def drop(self, names: AbstractSet[str]) -> None:
        """Something came of these."""
        kept = [(party, at) for party, at in zip(self.old, self.places, strict=True) if party.name not in names]
        self.old, self.places = [party for party, _ in kept], [at for _, at in kept]
        self.names -= names


def given_by(moved: Sequence[ListedPlace], giver: str) -> list[ListedPlace]:
    """The moved places, those without a giver given by this one."""
    return [party if party.giver else replace(party, giver=giver) for party in moved]


def told_already(
    told: Sequence[ChangeDraft], moved: Sequence[ListedPlace], receiver: ListedPlace
) -> ChangeDraft | None:
    """The change that a transfer only tells again.

    撤销甲乡，并入乙镇；将甲乡划归乙镇 tells one change twice; a clause on the town below which villages come that
    went to another county is a further source.
    """
    names = {party.name for party in moved}
    for one in told[-REACH:]:
        if not names <= {party.name for party in one.old}:
            continue
        if one.form == "absorbed" and receiver.name in {party.name for party in one.new}:
            return one
        if one.form in ("moved", "parted") and ranks().get(receiver.level, 9) > ranks().get(one.new[0].level, 9):
            return one
    return None


def that_set_up(told: Sequence[ChangeDraft], new: Sequence[ListedPlace]) -> ChangeDraft | None:
    """The change that set up a place; without a name the last change that set up just one."""
    for one in reversed(told[-REACH:]):
        named = {party.name for party in one.new}
        if one.form not in ("moved", "parted") and (new[0].name in named if new else len(named) == 1):
            return one
    return None


def without_explained(told: Sequence[ChangeDraft]) -> list[ChangeDraft]:
    """The changes without the abolitions that another change explains (撤销甲县。… 以原甲县的行政区域为…)."""
    explaining: dict[str, ChangeDraft] = {}
    for one in told:
        if one.new and one.form != "moved":
            for party in one.old:
                explaining.setdefault(party.name, one)
    kept: list[ChangeDraft] = []
    for one in told:
        explained = None if one.new else explaining.get(one.old[0].name)
        if explained is None:
            kept.append(one)
        elif explained.first.sentence - one.first.sentence <= REACH:
            explained.first = min(explained.first, one.first, key=lambda at: (at.sentence, at.start))
    return kept


def add_region(told: ChangeDraft, parts: Sequence[ListedPlace]) -> None:
    """What 以原…的行政区域 adds to the old places of a change: further ones, and pieces where one place comes of it."""
    names = [party.name for party in told.old]
    for party in parts:
        if party.name not in names:
            told.old.append(party)
        elif party.share == "part" and len(told.new) == 1:
            told.old[names.index(party.name)] = party


def alike_but_for_endings(old: Sequence[ListedPlace], new: Sequence[ListedPlace]) -> bool:
    """撤销甲乡、乙乡，设立甲镇、乙镇: the same names in the same order, with other endings."""
    return len(old) == len(new) > 1 and all(stem_of(a.name) == stem_of(b.name) for a, b in zip(old, new, strict=True))
