"""What is asked in a comparison of engines: every query of the catalogue, each several times with other values."""

from collections.abc import Iterator, Mapping
from random import Random

from graph.facts import Value
from graph.stores.protocol import Store
from queries.catalogue import Query, catalogue
from queries.header import Param

TIMES = 20
"""Times that each query is asked."""
ONE, MANY = 1, 50
"""Ids in a list: of whom or what a question is about, and of tasks or passages."""
_ONE = {"leader", "unit", "place", "within", "plan"}

_FROM_GRAPH: dict[str, str] = {
    "leader": "MATCH (n:Person) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "unit": "MATCH (n:Unit) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "place": "MATCH (n:Place) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "within": "MATCH (n:Place) WHERE n.level IN ['town', 'county'] RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "plan": "MATCH (n:Plan) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "places": "MATCH (n:Place) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "passages": "MATCH (n:Passage) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "changes": "MATCH (n:ChangeEvent) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "documents": "MATCH (n:Document) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "ids": "MATCH (n:Unit) RETURN n.id AS value ORDER BY n.id LIMIT 500",
    "tasks": "MATCH (n:Task) RETURN n.id AS value ORDER BY n.id LIMIT 500",
}
_FIXED: dict[str, tuple[Value, ...]] = {
    "text": ("办", "蓬莱", "cun", "农业"),
    "first": ("2019-06-30", "2020-12-31"),
    "last": ("2021-12-31", "2023-12-31"),
    "on_day": ("2019-06-30", "2021-01-01", "2023-12-31"),
    "scheme": ("NBS", "MCA"),
    "code": ("510923100263", "101"),
    "open_on": ("2019-06-30", "2021-01-01", "2023-12-31"),
    "as_of": ("2020-06-30", "2021-06-30", "2022-06-30"),
    "due_after": ("2020-06-01", "2021-06-01", "2022-06-01"),
    "due_before": ("2020-06-30", "2021-06-30", "2022-06-30"),
}


def questions(store: Store) -> Iterator[tuple[Query, list[Mapping[str, Value]]]]:
    """Each query with what it is given, time after time; the values are some that the store holds."""
    held = {name: [row["value"] for row in store.read(text)] for name, text in _FROM_GRAPH.items()}
    for query in catalogue().values():
        random = Random(query.name)  # noqa: S311 - a choice of what to ask, no secret
        required = [param for param in query.params if param.default is None]
        rounds: list[Mapping[str, Value]] = [
            {param.name: _value(param, turn, held, random) for param in required} for turn in range(TIMES)
        ]
        yield query, rounds[: TIMES if required else 5]


def _value(param: Param, turn: int, held: Mapping[str, list[Value]], random: Random) -> Value:
    if param.name in _FIXED:
        return _FIXED[param.name][turn % len(_FIXED[param.name])]
    most = ONE if param.name in _ONE else MANY
    return tuple(str(value) for value in random.sample(held[param.name], min(most, len(held[param.name]))))
