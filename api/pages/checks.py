"""What needs a person's eye: overload with its reasons, contradictions, findings of the audit, names to decide on."""

import re
import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.ask.editions.deciding_versions import shown_names
from api.ask.editions.revising import RevisionRow
from api.ask.joining import effects
from api.ask.proposing import ProposalRow
from api.pages.drawing import draw
from api.pages.known_parameters import takes_period
from api.pages.people.loads import grave, loads, plainly
from api.pages.sources import papers_by_path, sides, sources_of_findings
from api.pages.tasks.paging import PageNumber, page_of
from api.pages.view import Values, View, Viewing
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from queries.ask import ask
from queries.audit import told
from queries.duties import By
from queries.overload import Verdict
from queries.workload import LoadRow
from viz.pictures.ranking import ranked

router = APIRouter()

GRAVITY = get_args(Verdict)
"""The verdicts, the gravest first."""

_PLAIN = re.compile(r"[\w·（）、-]+")


@dataclass(frozen=True, slots=True)
class PlaceLoads:
    """How many carry tasks in a place, how many of them are overloaded, and who most."""

    place: str
    number: int
    overloaded: int
    worst: LoadRow


@router.get("/workload", dependencies=[Depends(takes_period)])
def workload(view: Viewing, by: Annotated[By, Query()] = "unit", page: PageNumber = 1) -> Response:
    """Who carries how much, who is overloaded, and why."""
    return view.html("workload.html", lambda store: _workload(view, store, by, page))


@router.get("/conflicts")
def conflicts(view: Viewing) -> Response:
    """What two passages say differently about one task."""
    return view.html("conflicts.html", lambda store: _conflicts(view, store))


@router.get("/audit")
def audit(view: Viewing, problem: Annotated[str, Query(max_length=40)] = "") -> Response:
    """What is wrong in the plans."""
    return view.html("audit.html", lambda store: _audit(view, store, problem))


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


def _workload(view: View, store: Store, by: By, page: int) -> Values:
    """The loads by place, the place with the gravest first, in each the gravest first; reasons of the overloaded."""
    everything = loads(view, store, by)
    gravest: dict[str, tuple[int, float]] = {}
    for row in everything:
        weight = (GRAVITY.index(row["verdict"]), -row["load"])
        gravest[row["place"]] = min(weight, gravest.get(row["place"], weight))
    rows = sorted(
        everything,
        key=lambda row: (gravest[row["place"]], row["place"], GRAVITY.index(row["verdict"]), -row["load"]),
    )
    shown, paging = page_of(rows, page)
    told = plainly(view.lang, everything)
    drawing = ranked(everything, by) if view.within or len(gravest) == 1 else None
    return {
        "drawing": draw(drawing) if drawing else None,
        "kinds": {row["id"]: by for row in everything},
        "by_place": _by_place(everything, list(gravest)) if drawing is None else [],
        "rows": shown,
        "paging": paging,
        "by": by,
        "places": _towns(view, store),
        "several": len(gravest) > 1,
        "periods": sorted({row["period"] for row in everything if row["period"]}),
        "reasons": {row["id"]: told[row["id"]] for row in grave(shown)},
    }


def _by_place(rows: Sequence[LoadRow], places: Sequence[str]) -> list[PlaceLoads]:
    """The loads of each place in a line, the place with most who are overloaded first."""
    found = []
    for place in places:
        there = [row for row in rows if row["place"] == place]
        worst = min(there, key=lambda row: (GRAVITY.index(row["verdict"]), -row["load"], row["name"]))
        found.append(PlaceLoads(place, len(there), len(grave(there)), worst))
    return sorted(found, key=lambda one: (-one.overloaded, -one.worst["load"], one.place))


def _towns(view: View, store: Store) -> list[str]:
    """The places that have units."""
    return sorted({row["place"] for row in ask(store, "units/list", within=view.asker(store).inside) if row["place"]})


def _conflicts(view: View, store: Store) -> Values:
    rows = ask(store, "conflicts/list", within=view.asker(store).inside)
    return {"conflicts": sides(view.links, store, papers_by_path(store), rows)}


def _audit(view: View, store: Store, problem: str) -> Values:
    found = view.asker(store).findings()
    shown = [one for one in found if not problem or one.problem == problem]
    rows = [told(one) for one in shown]
    return {
        "rows": list(zip(rows, sources_of_findings(view.links, store, shown), strict=True)),
        "counts": Counter(one.problem for one in found),
        "problem": problem,
    }
