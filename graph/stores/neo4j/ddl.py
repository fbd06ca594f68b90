"""What only Neo4j is told of the model: constraints, indexes, the labels of levels, and the mark of our databases.

Ids are unique by a constraint for each label, which is also the index that every write looks nodes up by. Names have a
text index; what people search has full-text indexes whose analyzer knows no words of Chinese but pairs of characters.
The mark is a constraint too, because nothing else in a database of the community edition may carry a word without
being a node: its name holds the digest of the model. The one node that it speaks of is the writer's, never committed.
"""

from collections.abc import Iterable, Iterator

from graph.facts import Facts
from graph.model import NODES, NodeType
from graph.stores import ddl
from graph.vocabulary.levels import level_words

MARK = "plangraph_model_"
"""How the name of the mark begins; the digest of the model follows."""

UNFINISHED = "plangraph_unfinished"
"""The name of a second mark, of a database whose graph is not whole yet."""

FILLED = "OPTIONAL MATCH (n) WITH n LIMIT 1 RETURN n IS NOT NULL AS filled"
"""Whether a database holds any node."""

MARKS = f"SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH '{MARK}' OR name = '{UNFINISHED}' RETURN name"
"""The marks that a database bears."""

HOLD = "MERGE (:PlangraphWriter {id: ''})"
"""What makes others who do the same wait until this transaction ends."""

CHANGE = "MERGE (w:PlangraphWriter {id: 'change'}) DELETE w"
"""What a change begins with, and leaves nothing of: who does the same waits until that change is in or out."""

STILL = "RETURN 1 AS held"
"""What shows that a transaction is still open."""

_TEXTS = ("title", "content")
_CJK = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
_BATCH = 1000


def schema() -> tuple[str, ...]:
    """The statements that make constraints and indexes where they are not there yet."""
    constraints = [
        f"CREATE CONSTRAINT plangraph_{node.label.lower()} IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.id IS UNIQUE"
        for node in NODES
    ]
    names = [
        f"CREATE TEXT INDEX plangraph_{node.label.lower()}_name IF NOT EXISTS FOR (n:{node.label}) ON (n.name)"
        for node in _having("name")
    ]
    kinds = "CREATE INDEX plangraph_passage_kind IF NOT EXISTS FOR (n:Passage) ON (n.kind)"
    return (*constraints, *names, kinds, _full_text("names", ("search",)), _full_text("texts", _TEXTS))


def mark() -> str:
    """The name of the mark of this state of the model."""
    return MARK + ddl.model_digest()


def set_mark() -> str:
    """The statement that marks a database as one of this state of the model."""
    return f"CREATE CONSTRAINT {mark()} IF NOT EXISTS FOR (n:PlangraphWriter) REQUIRE n.id IS UNIQUE"


def drop_mark(name: str) -> str:
    """The statement that takes away an old mark."""
    return f"DROP CONSTRAINT {name} IF EXISTS"


def mark_unfinished(*, unfinished: bool) -> str:
    """The statement that marks a database as one whose graph is not whole yet, or takes the mark away."""
    if unfinished:
        return f"CREATE CONSTRAINT {UNFINISHED} IF NOT EXISTS FOR (n:PlangraphUnfinished) REQUIRE n.id IS UNIQUE"
    return drop_mark(UNFINISHED)


def levels() -> dict[str, str]:
    """The label of each level of places (village → Village); a place of unknown level bears none."""
    return {level.name: str(level.name).capitalize() for level in level_words().level}


def label_places(gone: Facts, facts: Facts) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The statements, each with its $rows, that give places the label of their level, once they are written."""
    before = {node.id: node for node in gone.nodes if node.label == "Place"}
    changed = [node for node in facts.nodes if node.label == "Place" and before.get(node.id) != node]
    for level in sorted({str(node.properties["level"]) for node in changed}):
        rows = [{"id": node.id} for node in changed if node.properties["level"] == level]
        for first in range(0, len(rows), _BATCH):
            yield _label_place(levels().get(level, "")), rows[first : first + _BATCH]


def _label_place(label: str) -> str:
    others = "".join(f":{other}" for other in levels().values() if other != label)
    setting = f" SET n:{label}" if label else ""
    return f"UNWIND $rows AS row MATCH (n:Place {{id: row.id}}) REMOVE n{others}{setting}"


def _having(name: str) -> Iterable[NodeType]:
    return (node for node in NODES if any(p.name == name for p in node.properties))


def _full_text(index: str, properties: tuple[str, ...]) -> str:
    labels = [node.label for node in _having(properties[0])]
    columns = ", ".join(f"n.{name}" for name in properties)
    return (
        f"CREATE FULLTEXT INDEX plangraph_{index} IF NOT EXISTS FOR (n:{'|'.join(labels)}) ON EACH [{columns}] {_CJK}"
    )
