"""What the tables of the model are made of: types of nodes and relationships, and their properties."""

from dataclasses import dataclass
from typing import Literal

from graph.facts import Value

PropertyType = Literal["str", "int", "float", "bool", "str[]"]

NOTHING: dict[PropertyType, Value] = {"str": "", "int": 0, "float": 0.0, "bool": False, "str[]": ()}
"""The value of a property that nothing is said of, by type."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property: `term` is the RDF predicate (prefix:name) that plainly says it; "" where `graph.exports.rdf` says it
    otherwise (as a class, a selector, an interval …) or where it is only an aid to searching and rebuilding. One that
    is not `exported` tells of the program that read a paper, not of the paper, and stands in no export but RDF, of
    which a graph can be made again.
    """

    name: str
    type: PropertyType = "str"
    term: str = ""
    exported: bool = True


@dataclass(frozen=True, slots=True)
class NodeType:
    """A type of node. Every node has a property `id`, which names it within its label. `classes` are RDF classes;
    `zh` and `en` are words for a reader, `colour` is for legends and pictures.
    """

    label: str
    zh: str
    en: str
    colour: str
    classes: tuple[str, ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A type of relationship. `ends` lists the pairs of labels that it may join; between two nodes there is at most
    one of a type. `term` is the RDF predicate from start to end, `inverse` the one back ("" if none).
    """

    type: str
    zh: str
    en: str
    colour: str
    ends: tuple[tuple[str, str], ...]
    term: str
    properties: tuple[Property, ...] = ()
    inverse: str = ""
