"""What only Neo4j is told of the model: constraints, indexes, and the labels of levels.

Ids are unique by a constraint for each label, which is also the index that every write looks nodes up by. Names have a
text index; what people search has full-text indexes whose analyzer knows no words of Chinese but pairs of characters.
The node of the writer, by which others are kept out, is never committed. Before the state stood in the store, versions
of the program marked a database by the names of constraints: these are only known to be taken away.
"""

from collections.abc import Iterable, Iterator

from graph.facts import Facts
from graph.model import NODES, RECORDS, RELATIONSHIPS, stored_types
from graph.model_types import NOTHING, NodeType, Property
from graph.stores import ddl
from graph.vocabulary.levels import level_words

OLD_MARK = "plangraph_model_"
"""How the name of a mark of older versions begins; a digest of the model follows."""

OLD_UNFINISHED = "plangraph_unfinished"
"""The name of the mark by which older versions said that a copy was not finished."""

FILLED = "OPTIONAL MATCH (n) WITH n LIMIT 1 RETURN n IS NOT NULL AS filled"
"""Whether a database holds any node."""

OLD_MARKS = f"SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH '{OLD_MARK}' OR name = '{OLD_UNFINISHED}' RETURN name"
"""The marks of older versions that a database bears."""

STATE = ddl.read_nodes(stored_types()["State"])
"""What a database of ours says of itself; no row in any other."""

WRITER = "PlangraphWriter"
"""The label of the node of the writer."""

HOLD = f"MERGE (:{WRITER} {{id: ''}})"
"""What makes others who do the same wait until this transaction ends."""

CHANGE = f"MERGE (w:{WRITER} {{id: 'change'}}) DELETE w"
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
        for node in (*NODES, *RECORDS)
    ]
    writer = f"CREATE CONSTRAINT plangraph_writer IF NOT EXISTS FOR (n:{WRITER}) REQUIRE n.id IS UNIQUE"
    names = [
        f"CREATE TEXT INDEX plangraph_{node.label.lower()}_name IF NOT EXISTS FOR (n:{node.label}) ON (n.name)"
        for node in _having("name")
    ]
    kinds = "CREATE INDEX plangraph_passage_kind IF NOT EXISTS FOR (n:Passage) ON (n.kind)"
    return (*constraints, writer, *names, kinds, _full_text("names", ("search",)), _full_text("texts", _TEXTS))


def drop_mark(name: str) -> str:
    """The statement that takes away a mark of older versions."""
    return f"DROP CONSTRAINT {name} IF EXISTS"


def names_known() -> Iterator[tuple[str, str]]:
    """For each label and type of the model a question for the names of its properties in a database (`names`), which
    all of its kind have; no row where there is none.
    """
    for node in (*NODES, *RECORDS):
        yield node.label, f"MATCH (n:{node.label}) RETURN keys(n) AS names LIMIT 1"
    for edge in RELATIONSHIPS:
        yield edge.type, f"MATCH ()-[n:{edge.type}]->() RETURN keys(n) AS names LIMIT 1"


def strangers() -> Iterator[str]:
    """Questions for what only a newer version writes: nodes of another kind, relationships of another type or between
    other labels than the model knows; no row where there is none. What a server remembers of names that nothing bears
    any more is not asked.
    """
    labels, types = [*stored_types(), *levels().values(), WRITER], [edge.type for edge in RELATIONSHIPS]
    yield f"MATCH (n) WHERE none(label IN labels(n) WHERE label IN {labels}) RETURN labels(n) AS labels LIMIT 1"
    yield f"MATCH ()-[r]->() WHERE NOT type(r) IN {types} RETURN type(r) AS type LIMIT 1"
    for edge in RELATIONSHIPS:
        known = " OR ".join(f"(a:{start} AND b:{end})" for start, end in edge.ends)
        yield f"MATCH (a)-[:{edge.type}]->(b) WHERE NOT ({known}) RETURN labels(a) AS labels LIMIT 1"


def add_property(name: str, new: Property) -> str:
    """The statement that gives all nodes of a label, or relationships of a type, one more property ($nothing)."""
    match = f"(n:{name})" if name in stored_types() else f"()-[n:{name}]->()"
    return f"MATCH {match} WHERE n.{new.name} IS NULL SET n.{new.name} = $nothing"


def nothing(new: Property) -> object:
    """What a property says in which nothing is said yet."""
    value = NOTHING[new.type]
    return list(value) if isinstance(value, tuple) else value


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
