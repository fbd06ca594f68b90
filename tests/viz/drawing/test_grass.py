"""The style for the browser of Neo4j is that of the model, and parses."""

import re

from graph.model import RELATIONSHIPS, stored_types
from viz.drawing.grass import FILE, style

RULE = re.compile(r"(\w+)(?:\.(\w+))? \{\n((?:  [a-z-]+: [^;\n]+;\n)+)\}\n\n?")
VALUE = re.compile(r'#[0-9a-f]{6}|\d+px|"<type>"|"\{\w+\}"')


def rules() -> dict[tuple[str, str], dict[str, str]]:
    """What the style says by kind of thing and type; fails where it is not made of rules alone."""
    assert not RULE.sub("", style())
    found = {}
    for kind, name, body in RULE.findall(style()):
        pairs = (line.strip().rstrip(";").split(": ") for line in body.splitlines())
        found[kind, name] = dict(pairs)
    return found


def test_the_file_in_the_documents_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == style(), "run: make docs"


def test_every_value_is_one_that_the_browser_knows() -> None:
    assert all(VALUE.fullmatch(value) for body in rules().values() for value in body.values())


def test_every_type_of_the_model_has_its_colour_and_nodes_a_caption_that_they_have() -> None:
    parsed = rules()
    assert {name for kind, name in parsed if kind == "node" and name} == set(stored_types())
    assert {name for kind, name in parsed if kind == "relationship" and name} == {edge.type for edge in RELATIONSHIPS}
    for label, node in stored_types().items():
        body = parsed["node", label]
        assert body["color"] == node.colour
        assert body["caption"].strip('"{}') in {p.name for p in node.properties}
