"""Changes of places as rows and sentences state them, with the ways to their places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.decisions.decisions import Decisions
from graph.identity.scope import Scope, chain_of, is_place, join_path, parent_path, path_of, scope_named
from graph.papers.passages import position
from graph.statements import ChangeParty, ChangeStatement
from graph.words.levels import endings_of, level_of
from graph.words.names import name_form


@dataclass(frozen=True, slots=True)
class ChangeSaid:
    """What one passage says of a change, in its scope; `issued_on` and `number` (文号) are those of its paper."""

    statement: ChangeStatement
    passage: str
    sha256: str
    scope: Scope
    issued_on: str = ""
    number: str = ""

    @property
    def place(self) -> tuple[object, ...]:
        """Where it stands, to sort by."""
        return (self.issued_on or "9999", self.sha256, position(self.statement.source), self.passage)


@dataclass(frozen=True, slots=True)
class Party:
    """A place on one side of a change, by the way to it before (or after) the change.

    `place` is what it is known by among the periods (`graph.places.place_periods.PlacePeriods.place`), so that two ways
    to one place are one; until that is looked up it is the way.
    """

    path: str
    level: str
    said: ChangeParty
    place: str


@dataclass(frozen=True, slots=True)
class StatedChange:
    """One statement of a change with the ways to its places; `parent` is the way to the place above its result."""

    said: ChangeSaid
    before: tuple[Party, ...]
    after: tuple[Party, ...]
    parent: str

    @property
    def moves(self) -> bool:
        """Whether places are moved."""
        return any(party.said.role == "moved" for party in self.before)

    @property
    def depth(self) -> int:
        """How deep its places lie: what lies higher must be known first."""
        return max((party.path.count("/") for party in self.before or self.after), default=0)

    @property
    def day(self) -> str:
        """A day on which its places bore these names: that of the change, else of the paper ("" if none is known)."""
        statement = self.said.statement
        return statement.earliest or statement.latest or self.said.issued_on


def told(said: ChangeSaid, decisions: Decisions) -> StatedChange:
    """A statement with the ways to its places: below the place that a row names for each, below a giver what is moved,
    else below the parent that it names.
    """
    statement = said.statement
    scope = said.scope
    for name in chain_of(statement.parent):
        path = path_of(scope, name, level_of(name))
        scope = Scope(path, tuple(path.split("/")) if is_place(path) else ())
    givers = [path_of(scope, giver, level_of(name_form(giver))) for giver in statement.givers]

    def party(one: ChangeParty) -> Party:
        name = name_form(one.name)
        level = level_of(name) if level_of(name) != "unknown" else one.level or statement.level
        if one.parent:
            above = scope_named(one.parent).key
        else:
            above = givers[0] if one.role == "moved" and len(givers) == 1 else parent_path(scope, level)
        path = join_path(above, decisions.canonical("place", above, name))
        return Party(path, level, one, path)

    before = tuple(party(one) for one in statement.before)
    after = tuple(party(one) for one in statement.after)
    parent = (after or before)[0].path.rpartition("/")[0] if after or before else scope.key
    return StatedChange(said, before, after, parent)


def in_full(changes: Sequence[StatedChange]) -> list[StatedChange]:
    """The statements of one paper, a place's short name (并入西河) read as the one full name that it fits (西河县).

    Names whose row states the place above stand in full.
    """
    paths = {party.path for one in changes for party in (*one.before, *one.after) if not party.said.parent}
    full: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(paths):
        level = level_of(path.rpartition("/")[2])
        for ending in endings_of(level):
            if path.endswith(ending):
                full[path.removesuffix(ending)].append(path)
    bare = (path for path in paths if level_of(path.rpartition("/")[2]) == "unknown")
    short = {path: full[path][0] for path in bare if len(full[path]) == 1}
    return [_renamed(one, short) for one in changes]


def _renamed(one: StatedChange, names: Mapping[str, str]) -> StatedChange:
    def side(parties: Sequence[Party]) -> tuple[Party, ...]:
        paths = [names.get(party.path, party.path) for party in parties]
        return tuple(replace(party, path=path, place=path) for party, path in zip(parties, paths, strict=True))

    return replace(one, before=side(one.before), after=side(one.after))
