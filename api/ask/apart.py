"""What tells things of one name apart: the whole way to the place of each, and its id where that could mean another."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.stores.protocol import Store
from queries.ways import STEP, ways_to


@dataclass(frozen=True, slots=True)
class Namesake:
    """Who or what bears a name, and the place that tells it from others ("" where there is none)."""

    id: str
    name: str
    place_id: str


@dataclass(frozen=True, slots=True)
class Distinction:
    """What tells one apart: the way to its place (大英县/蓬莱镇), and its id, "" where the way alone does."""

    way: str
    id: str

    @property
    def words(self) -> str:
        """Both, as they stand in brackets."""
        return "，".join(filter(None, (self.way, self.id)))


def apart(graph: Store, namesakes: Iterable[Namesake]) -> dict[str, Distinction]:
    """What tells each from those of its name, by id."""
    ones = list(namesakes)
    ways = ways_to(graph, (one.place_id for one in ones))
    alike: dict[str, list[Namesake]] = {}
    for one in ones:
        alike.setdefault(one.name, []).append(one)
    found: dict[str, Distinction] = {}
    for one in ones:
        way = ways.get(one.place_id, "")
        others = (ways.get(other.place_id, "") for other in alike[one.name] if other.id != one.id)
        found[one.id] = Distinction(way, one.id if any(_ends(other, way) for other in others) else "")
    return found


def _ends(way: str, end: str) -> bool:
    """Whether a way is or ends as another, so that who reads that one may mean either."""
    return not end or way == end or way.endswith(STEP + end)
