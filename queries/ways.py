"""The whole way to a place, from the largest that it lies in (大英县/蓬莱镇): what tells places of one name apart."""

from collections.abc import Iterable

from graph.stores.protocol import Store
from graph.words.names import name_form
from queries.ask import ask

STEP = "/"


def ways_to(store: Store, places: Iterable[str]) -> dict[str, str]:
    """The ways to places, by their ids."""
    wanted = tuple(sorted({place for place in places if place}))
    steps = {row["place_id"]: row for row in ask(store, "names/ways", places=wanted)} if wanted else {}
    found: dict[str, str] = {}
    for place in wanted:
        names: list[str] = []
        here = place
        while here in steps and len(names) < len(steps):
            names.append(steps[here]["name"])
            here = steps[here]["above_id"]
        found[place] = STEP.join(reversed(names))
    return found


def is_whole(typed: str, way: str) -> bool:
    """Whether words that a person typed are the whole of a way, with or without a stroke between the names."""
    return name_form(typed.replace(STEP, "")) == name_form(way.replace(STEP, ""))


def leads_to(typed: str, way: str) -> bool:
    """Whether words that a person typed are a way to the end of this one: its last name, and before it the names of
    some of the places above in their order, with or without a stroke between them (大英县/蓬莱镇, 大英县蓬莱镇).
    """
    *above, last = (name_form(name) for name in way.split(STEP))
    rest = name_form(typed.replace(STEP, ""))
    if not rest.endswith(last):
        return False
    rest = rest.removesuffix(last)
    for name in reversed(above):
        rest = rest.removesuffix(name)
    return not rest
