"""The model's tables are complete and agree with one another."""

import re

from graph.model import NODES, RELATIONSHIPS, node_types, relationship_types
from graph.model_types import NOTHING, NodeType, RelationshipType

DECLARED: tuple[NodeType | RelationshipType, ...] = (*NODES, *RELATIONSHIPS)


def test_every_name_is_declared_once() -> None:
    assert len(node_types()) == len(NODES)
    assert len(relationship_types()) == len(RELATIONSHIPS)
    for declared in DECLARED:
        names = [p.name for p in declared.properties]
        assert len(names) == len(set(names))


def test_every_node_has_an_id_first() -> None:
    assert all(node.properties[0].name == "id" for node in NODES)


def test_relationships_join_declared_labels() -> None:
    assert {label for edge in RELATIONSHIPS for pair in edge.ends for label in pair} <= node_types().keys()


def test_every_type_has_chinese_and_english_words_and_a_colour() -> None:
    for declared in DECLARED:
        assert re.search("[\u4e00-\u9fff]", declared.zh)
        assert declared.en.isascii()
        assert re.fullmatch("#[0-9a-f]{6}", declared.colour)


def test_every_property_has_a_type_with_a_value_for_nothing() -> None:
    assert {p.type for declared in DECLARED for p in declared.properties} <= NOTHING.keys()
