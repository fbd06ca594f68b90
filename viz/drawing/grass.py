"""A style for the browser of Neo4j (docs/plangraph.grass): colours and captions from the model, by `make docs`."""

from pathlib import Path

from graph.model import NODES, RECORDS, RELATIONSHIPS
from graph.model_types import NodeType

FILE = Path(__file__).resolve().parents[2] / "docs" / "plangraph.grass"

_CAPTIONS = ("name", "title", "names", "kind", "number", "format", "act", "what")
_SIZES = {"Passage": 25, "File": 40, "Place": 65, "Unit": 65, "Person": 65}
_USUAL = 50


def style() -> str:
    """The rules of the style: one for all nodes and all relationships, then one a type."""
    return "\n".join(
        [
            _rule("node", {"diameter": f"{_USUAL}px", "font-size": "10px", "border-width": "2px"}),
            _rule("relationship", {"shaft-width": "1px", "font-size": "8px", "padding": "3px", "caption": '"<type>"'}),
            *(_rule(f"node.{node.label}", _node(node)) for node in (*NODES, *RECORDS)),
            *(_rule(f"relationship.{edge.type}", {"color": edge.colour}) for edge in RELATIONSHIPS),
        ]
    )


def write() -> None:
    """Write the style where the documents are."""
    FILE.write_text(style(), encoding="utf-8")


def _node(node: NodeType) -> dict[str, str]:
    names = {p.name for p in node.properties}
    caption = next(name for name in _CAPTIONS if name in names)
    return {
        "color": node.colour,
        "border-color": node.colour,
        "text-color-internal": "#ffffff",
        "diameter": f"{_SIZES.get(node.label, _USUAL)}px",
        "caption": f'"{{{caption}}}"',
    }


def _rule(selector: str, values: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n"


if __name__ == "__main__":
    write()
