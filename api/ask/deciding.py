"""What a person decides on two names: which decision that is, in which place, and the graph built again by it."""

from dataclasses import replace

from graph.decisions.decisions import Decision, DecisionKind, Decisions, Verdict, decision
from graph.errors import NotFoundError, UsageError
from graph.history.noting import moment
from graph.stores.protocol import Store
from graph.words.names import name_form
from queries.header import Ids, Kind
from queries.resolve import candidates
from queries.ways import ways_to

_KINDS: tuple[tuple[DecisionKind, Kind], ...] = (("unit", "units"), ("person", "leaders"), ("place", "places"))
"""The kinds of things whose names can be decided on, as decisions and as questions call them."""


def decided(
    store: Store, decisions: Decisions, verdict: Verdict, names: tuple[str, str], within: Ids = ()
) -> Decisions:
    """The decisions with one more on two names that the store knows, as their names or as spellings of them.

    Raises NotFoundError where no place has both, UsageError where several have (`within` names one of them) or where
    it contradicts other decisions.
    """
    made = _on(store, decisions, names, within)
    if len(made) == 1:
        return decisions.with_(decision(verdict, made[0].kind, made[0].place, *names))
    if made:
        raise UsageError("decision.several_places", one=names[0], other=names[1])
    one, other = (_bearers(store, name, within) for name in names)
    shared = sorted(one.keys() & other.keys())
    if not shared:
        raise NotFoundError("decision.no_place", one=names[0], other=names[1])
    if len(shared) > 1:
        raise UsageError("decision.several_places", one=names[0], other=names[1])
    kind, place = shared[0]
    return decisions.with_(decision(verdict, kind, place, one[kind, place], other[kind, place]))


def signed_by(after: Decisions, before: Decisions, who: str, why: str) -> Decisions:
    """The decisions, those made since `before` with who made them, when and why; what a file tells of that stays."""
    known, now = set(before.all), moment()
    return Decisions(
        tuple(
            one
            if one in known
            else replace(one, who=one.who or who, decided_on=one.decided_on or now, why=one.why or why)
            for one in after.all
        )
    )


def undone(store: Store, decisions: Decisions, names: tuple[str, str], within: Ids = ()) -> Decisions:
    """The decisions without those on two names, in all places or `within` some; UsageError where there is none."""
    made = _on(store, decisions, names, within)
    if not made:
        raise UsageError("decision.none", one=names[0], other=names[1])
    for one in made:
        decisions = decisions.without(one)
    return decisions


def _on(store: Store, decisions: Decisions, names: tuple[str, str], within: Ids) -> list[Decision]:
    """The decisions on two names, whatever their kind; those of a place only where it lies within one given."""
    wanted = {name_form(name) for name in names}
    made = [one for one in decisions.all if set(one.names) == wanted]
    if not within or not made:
        return made
    ways = ways_to(store, within).values()
    return [one for one in made if any(f"{one.place}/".startswith(f"{way}/") for way in ways)]


def _bearers(store: Store, name: str, within: Ids) -> dict[tuple[DecisionKind, str], str]:
    """The kinds and places (大英县/蓬莱镇) in which something bears a name, with the name it is known by.

    The whole way to a place is a name of it in no place: what a paper means that does not name the place above.
    """
    if "/" in name:
        meant = ways_to(store, (one.id for one in candidates(store, "places", name)))
        return {("place", ""): name} if name in meant.values() else {}
    found = [(kind, one) for kind, named in _KINDS for one in candidates(store, named, name, within)]
    ways = ways_to(store, (one.place_id for _, one in found))
    return {(kind, ways.get(one.place_id, "")): one.name for kind, one in found}
