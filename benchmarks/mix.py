"""What clerks and machines ask of the service: a table of addresses with their weights, and names of a store to put in.

Names are drawn evenly from the whole store, so that hardly anybody asks twice for the same and what the service
remembers is of no more use than it is to people. The same store and the same seed give the same requests.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from string import Formatter
from urllib.parse import quote

from benchmarks.open_load import Request
from graph.stores.protocol import Store

SEED = 20211231
Names = Mapping[str, Sequence[str]]

MIX: tuple[tuple[int, str, str], ...] = (
    (6, "start page", "/"),
    (12, "page of a leader", "/leaders/{leader}"),
    (10, "page of a unit", "/units/{unit}"),
    (8, "page of a village", "/places/{place}"),
    (4, "page of a task", "/tasks/{task}"),
    (6, "page of tasks", "/tasks?page={page}"),
    (3, "tasks of a month", "/tasks?due_after={month}&due_before={month}"),
    (3, "page of a paper", "/documents/{document}"),
    (9, "search", "/search?q={word}"),
    (2, "overload", "/workload"),
    (8, "api: tasks of a leader", "/api/tasks?leader={leader_name}"),
    (6, "api: tasks of a unit", "/api/tasks?unit={unit_name}&role=lead"),
    (5, "api: tasks due", "/api/tasks?due_after={month}&due_before={month}"),
    (4, "api: tasks, by cursor", "/api/tasks?cursor={cursor}"),
    (6, "api: lineage", "/api/lineage/{place_name}"),
    (2, "api: workload", "/api/workload?by={by}"),
    (3, "api: search", "/api/search?q={word}"),
    (1, "Excel of a leader", "/tasks.xlsx?leader={leader}"),
    (1, "calendar of a unit", "/tasks.ics?unit={unit}"),
    (1, "style", "/static/style.css"),
)
"""How often of 100 times, what it is called, and its address."""

_FROM_GRAPH: dict[str, str] = {
    "leader": "MATCH (:Task)<-[:OVERSEES]-(n:Person) RETURN DISTINCT n.id AS value ORDER BY value",
    "leader_name": "MATCH (:Task)<-[:OVERSEES]-(n:Person) RETURN DISTINCT n.name AS value ORDER BY value",
    "unit": "MATCH (n:Unit) RETURN n.id AS value ORDER BY value",
    "unit_name": "MATCH (n:Unit) RETURN DISTINCT n.name AS value ORDER BY value",
    "place": "MATCH (n:Place) WHERE n.level = 'village' RETURN n.id AS value ORDER BY value",
    "place_name": "MATCH (n:Place)-[:CHANGED_BY]->(:ChangeEvent) RETURN DISTINCT n.name AS value ORDER BY value",
    "document": "MATCH (n:Document)-[:CONTAINS]->(p:Plan) WHERE p.body RETURN DISTINCT n.id AS value ORDER BY value",
    "task": "MATCH (n:Task) RETURN n.id AS value ORDER BY value",
    "title": "MATCH (n:Task) RETURN n.title AS value ORDER BY n.id LIMIT 5000",
}


def names(store: Store, cursors: Sequence[str]) -> Names:
    """What may be put into addresses; `cursors` are those of /api/tasks."""
    held = {name: [str(row["value"]) for row in store.read(text)] for name, text in _FROM_GRAPH.items()}
    pages = len(held["task"]) // 200 + 1
    return held | {
        "page": [str(page) for page in range(1, pages + 1)],
        "month": [f"{year}-{month:02}" for year in range(2019, 2023) for month in range(1, 13)],
        "word": [title[at : at + 2] for title in held["title"] for at in range(0, len(title) - 1, 2)],
        "by": ["unit", "leader"],
        "cursor": list(cursors) or [""],
    }


def requests(held: Names) -> Iterator[Request]:
    """Requests without end, in the proportions of the table. Those that a store holds no names for are left out."""
    random = Random(SEED)  # noqa: S311 - a choice of what to ask, no secret
    asked = [(weight, kind, address, _fields(address)) for weight, kind, address in MIX]
    asked = [one for one in asked if all(held[name] for name in one[3])]
    weights = [weight for weight, *_ in asked]
    while True:
        _, kind, address, fields = random.choices(asked, weights)[0]
        yield Request(kind, address.format(**{name: quote(random.choice(held[name]), safe="") for name in fields}))


def _fields(address: str) -> list[str]:
    """The names in braces, in the order of the address."""
    return [name for _, name, _, _ in Formatter().parse(address) if name]
