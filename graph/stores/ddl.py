"""Schema and write statements, derived from the table in `graph.model`: the only Cypher outside `queries/`.

Labels, types and property names come from the model alone, never from data; data travels as parameters. The statements
that write and read all take or give rows with the names of the properties; a relationship's ends are `start_id` and
`end_id`. They are in the subset of Cypher that both engines speak, but for those that make tables
and `copy_…`, which are the embedded engine's own.
"""

import hashlib
from typing import Literal

from graph.model import NODES, RECORDS, RELATIONSHIPS
from graph.model_types import NOTHING, NodeType, Property, PropertyType, RelationshipType
from graph.statements import fields_of_statements

At = Literal["start", "end"]

ABSENT = "\x01"
"""What stands in a file of rows where nothing does, so that an empty word is one."""
_ROWS = (
    "file_format='csv', header=false, auto_detect=false, parallel=false, delim=',', quote='\"', escape='\"',"
    f" null_strings=['{ABSENT}']"
)
"""How a file of rows is read: as a comma-separated table of RFC 4180, a row after the other."""
_WANTED = "UNWIND $ids AS wanted "
_THIS = " {id: wanted}"
_COLUMN_TYPES: dict[PropertyType, str] = {
    "str": "STRING",
    "int": "INT64",
    "float": "DOUBLE",
    "bool": "BOOL",
    "str[]": "STRING[]",
}


def create_tables() -> tuple[str, ...]:
    """The statements that make an empty embedded store, one a table, nodes first."""
    return (*map(create_node_table, (*NODES, *RECORDS)), *map(create_edge_table, RELATIONSHIPS))


def create_node_table(node: NodeType) -> str:
    """The statement that makes the table of a label in an embedded store."""
    columns = ", ".join(f"{p.name} {_COLUMN_TYPES[p.type]}" for p in node.properties)
    return f"CREATE NODE TABLE {node.label}({columns}, PRIMARY KEY(id))"


def create_edge_table(edge: RelationshipType) -> str:
    """The statement that makes the table of a type of relationship in an embedded store."""
    ends = [f"FROM {start} TO {end}" for start, end in edge.ends]
    columns = [f"{p.name} {_COLUMN_TYPES[p.type]}" for p in edge.properties]
    return f"CREATE REL TABLE {edge.type}({', '.join(ends + columns)})"


def add_ends(edge: RelationshipType, start: str, end: str) -> str:
    """The statement that lets a table of relationships of an embedded store join two more labels."""
    return f"ALTER TABLE {edge.type} ADD FROM {start} TO {end}"


def add_column(table: str, new: Property) -> str:
    """The statement that gives a table of an embedded store one more column, in which nothing is said yet."""
    nothing = {"str": "''", "bool": "false", "str[]": "[]"}.get(new.type, str(NOTHING[new.type]))
    return f"ALTER TABLE {table} ADD {new.name} {_COLUMN_TYPES[new.type]} DEFAULT {nothing}"


def model_digest() -> str:
    """A short name for this state of the model, the tables and the fields of statements: two programs with the same
    digest can share a store.
    """
    return hashlib.sha256("\n".join((*create_tables(), *fields_of_statements())).encode()).hexdigest()[:16]


def raise_number() -> str:
    """The statement with which every change of a store ends: its state has another number; gives that (`number`)."""
    return "MATCH (s:State) SET s.number = s.number + 1 RETURN s.number AS number"


def set_number() -> str:
    """The statement that gives the state of a store the number $number."""
    return "MATCH (s:State) SET s.number = $number"


def read_unlike(node: NodeType, name: str) -> str:
    """The nodes of a label whose property `name` is not $value, with their properties."""
    return f"MATCH (n:{node.label}) WHERE n.{name} <> $value RETURN {_columns('n', node.properties)}"


def merge_nodes(node: NodeType) -> str:
    """Write nodes of a label: made where absent, all properties set. Takes $rows with the properties."""
    settings = ", ".join(f"n.{p.name} = row.{p.name}" for p in node.properties if p.name != "id")
    return f"UNWIND $rows AS row MERGE (n:{node.label} {{id: row.id}})" + (f" SET {settings}" if settings else "")


def merge_edges(edge: RelationshipType, start: str, end: str) -> str:
    """Write relationships between two labels, like `merge_nodes`. Takes $rows with the ends and the properties."""
    settings = ", ".join(f"r.{p.name} = row.{p.name}" for p in edge.properties)
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start_id}}) MATCH (b:{end} {{id: row.end_id}})"
        f" MERGE (a)-[r:{edge.type}]->(b)" + (f" SET {settings}" if settings else "")
    )


def copy_nodes(node: NodeType, file: str) -> str:
    """Take nodes of a label, none of which is there, from a file of rows into an embedded store: a row a node, a column
    a property.
    """
    return f"COPY {node.label}({_names(node.properties)}) FROM '{file}' ({_ROWS})"


def copy_edges(edge: RelationshipType, start: str, end: str, file: str) -> str:
    """The same for relationships between two labels: the ids of the ends stand in the first two columns."""
    columns = f"({_names(edge.properties)})" if edge.properties else ""
    return f"COPY {edge.type}{columns} FROM '{file}' ({_ROWS}, from='{start}', to='{end}')"


def held_nodes(node: NodeType) -> str:
    """Which nodes of a label are there (`id`) of those whose id is in $ids."""
    return f"{_WANTED}MATCH (n:{node.label}{_THIS}) RETURN n.id AS id"


def delete_nodes(node: NodeType) -> str:
    """Remove nodes that no relationship holds any more (the engine refuses others). Takes $rows with `id`."""
    return f"UNWIND $rows AS row MATCH (n:{node.label} {{id: row.id}}) DELETE n"


def delete_edges(edge: RelationshipType, start: str, end: str) -> str:
    """Remove relationships between two labels. Takes $rows with the ends."""
    return (
        "UNWIND $rows AS row"
        f" MATCH (a:{start} {{id: row.start_id}})-[r:{edge.type}]->(b:{end} {{id: row.end_id}}) DELETE r"
    )


def read_nodes(node: NodeType, *, some: bool = False) -> str:
    """All nodes of a label, or those whose id is in $ids, with their properties."""
    match = f"{_WANTED}MATCH (n:{node.label}{_THIS})" if some else f"MATCH (n:{node.label})"
    return f"{match} RETURN {_columns('n', node.properties)}"


def page_of_nodes(node: NodeType) -> str:
    """The first $limit nodes of a label whose id comes after $after, by id, with their properties."""
    return (
        f"MATCH (n:{node.label}) WHERE n.id > $after RETURN {_columns('n', node.properties)} ORDER BY id LIMIT $limit"
    )


def last_node(node: NodeType) -> str:
    """The node of a label whose id comes last (`id`); no row where there is none."""
    return f"MATCH (n:{node.label}) RETURN n.id AS id ORDER BY id DESC LIMIT 1"


def count_nodes() -> str:
    """How many nodes of facts there are (`count`)."""
    return f"MATCH (n:{'|'.join(node.label for node in NODES)}) RETURN count(n) AS count"


def count_edges() -> str:
    """How many relationships there are (`count`)."""
    return "MATCH ()-[r]->() RETURN count(r) AS count"


def read_edges(edge: RelationshipType, start: str, end: str, *, at: At | None = None) -> str:
    """All relationships of a type between two labels, or those whose start (or end) has an id in $ids."""
    columns = ", ".join(["a.id AS start_id", "b.id AS end_id", *filter(None, [_columns("r", edge.properties)])])
    if at is None:
        return f"MATCH (a:{start})-[r:{edge.type}]->(b:{end}) RETURN {columns}"
    here, label, there = ("a", start, "b") if at == "start" else ("b", end, "a")
    ends = f"(a:{start})-[r:{edge.type}]->(b)" if at == "end" else f"(a)-[r:{edge.type}]->(b:{end})"
    # Without OPTIONAL the embedded engine goes through all relationships of the type instead of those of the node.
    return (
        f"{_WANTED}MATCH ({here}:{label}) WHERE {here}.id = wanted OPTIONAL MATCH {ends}"
        f" WITH a, r, b WHERE {there}.id IS NOT NULL RETURN {columns}"
    )


def read_ends(edge: RelationshipType, start: str, end: NodeType, name: str) -> str:
    """Which `start_id` leads to the nodes whose property `name` equals $value, with the properties of these."""
    match = f"MATCH (a:{start})-[:{edge.type}]->(b:{end.label}) WHERE b.{name} = $value"
    return f"{match} RETURN a.id AS start_id, {_columns('b', end.properties)}"


def count_ends(edge: RelationshipType, start: str, end: NodeType, name: str) -> str:
    """To how many nodes whose property `name` equals $value each `start_id` leads, as `number`."""
    match = f"MATCH (a:{start})-[:{edge.type}]->(b:{end.label}) WHERE b.{name} = $value"
    return f"{match} RETURN a.id AS start_id, count(b) AS number"


def _names(properties: tuple[Property, ...]) -> str:
    return ", ".join(p.name for p in properties)


def _columns(variable: str, properties: tuple[Property, ...]) -> str:
    return ", ".join(f"{variable}.{p.name} AS {p.name}" for p in properties)
