"""The forms of RDF, and which of some forms a reader wants most."""

import json
from collections.abc import Mapping, Sequence

from graph.exports.rdf import to_graph, to_turtle
from graph.facts import Facts

TURTLE = "text/turtle"
TRIPLES = "application/n-triples"
JSON_LD = "application/ld+json"
RDF = (TURTLE, TRIPLES, JSON_LD)


def chosen(accept: str, offered: Sequence[str]) -> str | None:
    """The offered form that an Accept header rates highest, the first of equals; None if it takes none of them.

    Without a header the first is meant.
    """
    if not accept.strip():
        return offered[0]
    rates = dict(_rates(accept))
    rated = [(_rate(form, rates), -number, form) for number, form in enumerate(offered)]
    best, _, form = max(rated)
    return form if best > 0 else None


def _rates(accept: str) -> list[tuple[str, float]]:
    """Each range of an Accept header with its rate; a rate that is no number is none."""
    found = []
    for part in accept.split(","):
        name, *params = (word.strip().lower() for word in part.split(";"))
        rate = next((word.removeprefix("q=") for word in params if word.startswith("q=")), "1")
        try:
            found.append((name, float(rate)))
        except ValueError:
            found.append((name, 0.0))
    return found


def _rate(form: str, rates: Mapping[str, float]) -> float:
    """The rate of a form by the narrowest range that it falls into."""
    ranges = (form, f"{form.partition('/')[0]}/*", "*/*")
    return next((rates[one] for one in ranges if one in rates), 0.0)


def to_rdf(facts: Facts, form: str, base: str) -> str:
    """The facts in a form of RDF, the same text on every run; things are named under `base`."""
    if form == TURTLE:
        return to_turtle(facts, base)
    graph = to_graph(facts, base)
    if form == TRIPLES:
        return "\n".join(sorted(graph.serialize(format="nt").strip().split("\n"))) + "\n"
    return json.dumps(_sorted(json.loads(graph.serialize(format="json-ld"))), ensure_ascii=False)


def _sorted(value: object) -> object:
    """JSON-LD, in which order means nothing, in one order."""
    if isinstance(value, list):
        return sorted(map(_sorted, value), key=lambda one: json.dumps(one, sort_keys=True))
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return value
