"""Statements are derived from the model alone."""

import pytest

from graph.model import NODES, RECORDS, RELATIONSHIPS, node_types, relationship_types
from graph.statements import fields_of_statements
from graph.stores import ddl


def test_there_is_a_table_for_every_type() -> None:
    statements = ddl.create_tables()
    assert len(statements) == len(NODES) + len(RECORDS) + len(RELATIONSHIPS)
    assert statements[0] == (
        "CREATE NODE TABLE File(id STRING, paths STRING[], format STRING, edition INT64, edition_state STRING,"
        " read_by STRING, PRIMARY KEY(id))"
    )


def test_a_relationship_table_takes_all_its_pairs_of_ends() -> None:
    table = next(s for s in ddl.create_tables() if s.startswith("CREATE REL TABLE LOCATED_IN"))
    assert table == ("CREATE REL TABLE LOCATED_IN(FROM Unit TO Place, FROM Person TO Place, FROM Document TO Place)")


def test_a_merge_sets_all_properties() -> None:
    assert ddl.merge_nodes(node_types()["Post"]) == (
        "UNWIND $rows AS row MERGE (n:Post {id: row.id}) SET n.title = row.title"
    )


def test_a_relationship_without_properties_sets_none() -> None:
    assert ddl.merge_edges(relationship_types()["PART_OF"], "Place", "Place") == (
        "UNWIND $rows AS row MATCH (a:Place {id: row.start_id}) MATCH (b:Place {id: row.end_id})"
        " MERGE (a)-[r:PART_OF]->(b)"
    )


def test_the_digest_names_the_tables_and_the_fields_of_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ddl.model_digest()
    assert ddl.model_digest() == before
    monkeypatch.setattr(ddl, "fields_of_statements", lambda: (*fields_of_statements(), "TaskStatement.other"))
    assert ddl.model_digest() != before
