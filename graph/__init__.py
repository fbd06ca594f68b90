"""The graph: statements, model, identity, build, stores, RDF. Imports nothing else of the project.

Public names: `build` makes facts of what files say, `open_store` opens a store, `load` takes files into it and
`read_all` reads it back; `to_network`, `to_turtle` and `to_graphml` are views of facts. Each is loaded when it is first
used: rdflib and networkx take their time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.decisions.decisions import Decisions
    from graph.derive.build import build
    from graph.errors import PlangraphError
    from graph.exports.network import to_graphml, to_network
    from graph.exports.rdf import to_turtle
    from graph.facts import Facts
    from graph.refresh.load import load
    from graph.stores.open import open_store
    from graph.stores.protocol import Store
    from graph.stores.read_back import read_all
else:
    _HOMES = {
        "Decisions": "graph.decisions.decisions",
        "Facts": "graph.facts",
        "PlangraphError": "graph.errors",
        "Store": "graph.stores.protocol",
        "build": "graph.derive.build",
        "load": "graph.refresh.load",
        "open_store": "graph.stores.open",
        "read_all": "graph.stores.read_back",
        "to_graphml": "graph.exports.network",
        "to_network": "graph.exports.network",
        "to_turtle": "graph.exports.rdf",
    }

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "Decisions",
    "Facts",
    "PlangraphError",
    "Store",
    "build",
    "load",
    "open_store",
    "read_all",
    "to_graphml",
    "to_network",
    "to_turtle",
]
