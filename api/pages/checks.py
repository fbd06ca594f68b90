"""What needs a person's eye: contradictions, names to decide on."""

import re
import shlex
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask.editions.deciding_versions import shown_names
from api.ask.editions.revising import RevisionRow
from api.ask.joining import effects
from api.ask.proposing import ProposalRow
from api.pages.sources import papers_by_path, sides
from api.pages.view import Values, View, Viewing
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from queries.ask import ask

router = APIRouter()

_PLAIN = re.compile(r"[\w·（）、-]+")


@router.get("/conflicts")
def conflicts(view: Viewing) -> Response:
    """What two passages say differently about one task."""
    return view.html("conflicts.html", lambda store: _conflicts(view, store))


@router.get("/proposals")
def proposals(view: Viewing, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """Names that may be one, each pair with what joining it changes, and the decisions in force."""
    return view.html("proposals.html", lambda store: _proposals(view, store, done))


DONE = ("decided", "undone")
"""What may have been done before the page is shown again."""


def _proposals(view: View, store: Store, done: str) -> Values:
    rows = view.asker(store).proposals()
    several = len({row["scope"] for row in rows}) > 1
    return {
        "rows": rows,
        "effects": effects(store, rows, view.asker(store).inside),
        "done": done if done in DONE else "",
        "decisions": stored_decisions(store).all,
        "revisions": view.asker(store).revisions(),
        "replacing": replacing,
        "shown": shown_names(store),
        "command": lambda row: joining(row, named=several),
    }


def joining(row: ProposalRow, *, named: bool) -> str:
    """The command that joins the two names of a proposal; `named` adds the place that they lie in."""
    names = [row["name"], row["other"]]
    within = ["--in", row["place"]] if named and row["place"] else []
    return " ".join(["plangraph decide same", *map(_typed, [*names, *within])])


def replacing(row: RevisionRow) -> str:
    """The command that says that a paper replaces the one of which it may be a revision."""
    papers = (row["number"] or row["document_id"], row["other_number"] or row["other_id"])
    return " ".join(["plangraph decide replaces", *map(_typed, papers)])


def _typed(name: str) -> str:
    """A name as it is typed at a shell: quoted only where it holds more than signs of words."""
    return name if _PLAIN.fullmatch(name) else shlex.quote(name)


def _conflicts(view: View, store: Store) -> Values:
    rows = ask(store, "conflicts/list", within=view.asker(store).inside)
    return {"conflicts": sides(view.links, store, papers_by_path(store), rows)}
