"""What a name means that may be anybody's: a place, a unit, a leader, a plan or a paper."""

from api.ask.resolve import names_of, similar, the_one
from api.settings import Language
from api.words import words
from graph.errors import NotFoundError, UsageError
from graph.stores.protocol import Store
from graph.stores.read_back import Name
from graph.words.names import number_form
from queries.ask import Row, ask
from queries.lineage import lineage

LABELS = {"place": "Place", "unit": "Unit", "leader": "Person", "plan": "Plan", "document": "Document"}
"""The label of each kind, in the order in which they are meant: a village goes before the unit of its name."""


def the_thing(lang: Language, graph: Store, wanted: str, within: str = "") -> Name:
    """The label and id of the one thing that a name, title, issue number (文号), alias or id means, in a place or
    anywhere; a whole name or title goes before a part of a title. A place is meant as it was last.

    Raises NotFoundError where nothing bears the name there, UsageError where several of one kind do.
    """
    bare = "".join(wanted.split())
    listed = {kind: _in(graph, kind, bare, within) for kind in LABELS}
    whole = [kind for kind, rows in listed.items() if any(_is_called(row, bare) for row in rows)]
    for kind in (*whole, *(kind for kind, rows in listed.items() if rows)):
        if kind == "place":
            return LABELS[kind], _one_place(lang, graph, wanted, within)
        numbered = [row for row in listed[kind] if _is_called(row, bare) and bare not in names_of(row)]
        row = numbered[0] if len(numbered) == 1 else the_one(lang, graph, kind, wanted, within)
        return LABELS[kind], str(next(iter(row.values())))
    near = similar(bare, {name for kind in LABELS for row in ask(graph, f"{kind}s/list") for name in names_of(row)})
    hint = words.say(lang, "suggest", names="、".join(near)) if near else ""
    raise NotFoundError(words.say(lang, "unknown_thing", name=wanted) + hint)


def _in(graph: Store, kind: str, bare: str, within: str) -> list[Row]:
    """The rows of the list of a kind that a name leads to, in a place or anywhere; an issue number in any brackets."""
    named: dict[str, object] = {"places": [bare]} if kind == "place" else {"named": bare}
    rows = ask(graph, f"{kind}s/list", within=within, **named)
    if rows or kind != "document" or not number_form(bare):
        return rows
    return [row for row in ask(graph, "documents/list", within=within) if _is_called(row, bare)]


def _is_called(row: Row, bare: str) -> bool:
    number = number_form(str(row.get("number", "")))
    return bare in names_of(row) or bool(number and number == number_form(bare))


def _one_place(lang: Language, graph: Store, wanted: str, within: str) -> str:
    """The id of the last period of the place that a name means, or of the period that an id does."""
    found = lineage(graph, wanted, within=within, ways=())
    if len(found) > 1:
        choices = "、".join(f"{row['name']}（{row['place']}）" for row in found)
        raise UsageError(words.say(lang, "several", name=wanted, number=len(found), choices=choices))
    return str(found[0]["place_id"])
