"""A table of the things of a label as CSV: an id, an IRI, the name, the fields, and what each is joined with."""

import csv
from io import StringIO

from api.ask.sheets import cell_text
from api.publishing.thing_page import FIELDS, RELATIONS, heading
from api.publishing.things import SIDES, Things
from graph.exports.rdf.names import Names
from graph.messages.sentences import say

MARK = "\ufeff"
"""What spreadsheets know UTF-8 by."""


def sheet(things: Things, label: str, base: str) -> str:
    """The table, by name; several values of a field are parted by 、."""
    names, nodes = Names(base), things.of(label)
    joins = [
        (kind, side)
        for kind in RELATIONS
        for side in SIDES
        if any(things.others((label, node.id), kind, side) for node in nodes)
    ]
    out = StringIO()
    lines = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    headings = [say(things.lang, f"published_fields.{name}") for name in FIELDS[label]]
    relations = [heading(things.lang, kind, side) for kind, side in joins]
    lines.writerow(["id", "IRI", say(things.lang, f"published_lists.{label}"), *headings, *relations])
    for node in nodes:
        told = [node.properties["number" if name == "item" else name] for name in FIELDS[label]]
        joined = (things.others((label, node.id), kind, side) for kind, side in joins)
        others = ["、".join(sorted(things.title(other) for _, other in found)) for found in joined]
        cells = [things.title(node), *told, *others]
        lines.writerow([node.id, names.thing(label, node.id)[1:-1], *map(cell_text, cells)])
    return MARK + out.getvalue()
