"""Pictures of what a store holds: each asks its catalogued queries and comes back with the rows it is made of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Literal

from graph.errors import UsageError
from graph.exports.around import read_around
from graph.facts import Edge
from graph.stores.protocol import Store
from graph.stores.read_back import Name
from graph.words.levels import VILLAGES
from queries.ask import ask, citations_of
from queries.chosen import Choice, chosen, rows_of
from queries.duties import Weights
from queries.header import Ids
from queries.lineage import lineage as trace
from queries.listing.basis import issued_words, papers_of, papers_of_files, short_basis_of
from queries.listing.paper_names import plan_name
from queries.resolve import names_of
from queries.rows import ChangeRow, PaperNamesRow, TaskRow
from queries.unsettled.undecided import Pair
from queries.workload import LoadRow
from queries.workload import workload as reckon
from viz.drawing.page import render
from viz.drawing.raster import to_png
from viz.drawing.svg import to_svg
from viz.picture import Note, Picture
from viz.pictures import around, duties, leader, lineage, months, plan, ranking, together, workload
from viz.pictures.changes import changes
from viz.pictures.counted import with_tasks

Form = Literal["html", "svg", "png"]

Look = Literal["workload", "ranking", "together"]
LOOKS: dict[Look, Callable[[str, Sequence[LoadRow], Sequence[LoadRow], Sequence[TaskRow]], Picture]] = {
    "workload": workload.picture,
    "ranking": ranking.picture,
    "together": together.picture,
}
"""How a workload is looked at: the network, the loads in their order, who shares tasks."""

STEPS = 2
"""How many steps a picture goes from what it is drawn around, where nothing else is asked for."""

PAPERS = 4
"""Papers that a picture names as what it rests on; of more it tells the number."""

MOST_STEPS = 4
AROUND = 1000
"""The most things that are drawn around one; above `viz.picture.LIMIT` they are folded by their kinds."""


@dataclass(frozen=True)
class Drawn:
    """What a picture is made of: `make` makes it, without the store, from rows of tasks or of changes of places,
    or from nodes by label and id, the one that it is drawn around first.
    """

    make: Callable[[], Picture]
    tasks: Sequence[TaskRow] = ()
    changes: Sequence[ChangeRow] = ()
    nodes: Sequence[Name] = ()

    @cached_property
    def picture(self) -> Picture:
        """The picture, made when it is first asked for: a large one takes its time."""
        return self.make()


def form_of(suffix: str) -> Form:
    """The form that the suffix of a file means (".html", ".svg", ".png"). Raises UsageError for another."""
    forms: dict[str, Form] = {".html": "html", ".svg": "svg", ".png": "png"}
    if form := forms.get(suffix.lower()):
        return form
    if not suffix:
        raise UsageError("picture.no_suffix")
    raise UsageError("picture.suffix", suffix=suffix)


def write(
    picture: Picture, form: Form, links: Mapping[str, str] | None = None, home: tuple[str, str] | None = None
) -> bytes:
    """The file of a picture; for `links` and `home` of a page see `viz.drawing.page.render`.

    Raises UsageError where the machine has no Chinese font for a PNG.
    """
    if form == "png":
        return to_png(picture)
    return (to_svg(picture) if form == "svg" else render(picture, links=links, home=home)).encode()


def draw_workload(
    store: Store,
    places: Ids = (),
    *,
    period: str = "",
    look: Look = "workload",
    weights: Weights | None = None,
    proposals: Sequence[Pair] = (),
) -> Drawn:
    """The workload of places, of all without one, as a network, as ranked bars or as a matrix of leaders and units; the
    rest as in `queries.workload`.

    Raises UsageError for a period that is none.
    """
    units = reckon(store, by="unit", within=places, period=period, weights=weights, proposals=proposals)
    leaders = reckon(store, by="leader", within=places, period=period)
    tasks = _tasks(store, Choice(within=places))
    name = _called(store, places) or _only(row["place"] for row in (*units, *leaders))
    return _of_tasks(store, partial(LOOKS[look], name, units, leaders, tasks), tasks)


def draw_lineage(store: Store, places: Ids = (), within: Ids = ()) -> Drawn:
    """All changes inside places, of all without one; of a village what went into it and came of it. `within` draws the
    changes inside a place whatever it is.
    """
    periods = ask(store, "places/of_ids", places=places) if places else []
    if not any(row["level"] in VILLAGES for row in periods):
        rows = ask(store, "changes/list", within=places or within)
        return _lineage(store, _called(store, places or within) or _only(row["place"] for row in rows), rows)
    reached = trace(store, places)
    told = {row["change_id"] for row in reached}
    rows = [row for row in ask(store, "changes/list") if row["change_id"] in told]
    return _lineage(store, reached[0]["name"], rows, reached[0]["place_id"])


def draw_leader(store: Store, leaders: Ids) -> Drawn:
    """The tasks of a leader; of several, as of one."""
    tasks = _tasks(store, Choice(leader=leaders)) if leaders else []
    return _of_tasks(store, partial(leader.picture, _called(store, leaders), tasks), tasks)


def draw_plan(store: Store, plans: Ids) -> Drawn:
    """The division of labour in a plan; of several, as in one."""
    tasks = _tasks(store, Choice(plan=plans)) if plans else []
    return _of_tasks(store, partial(plan.picture, plan_name(_called(store, plans)), tasks), tasks)


def draw_duties(store: Store, plans: Ids) -> Drawn:
    """The division of labour in a plan as a matrix of tasks and units; of several plans, as in one."""
    tasks = _tasks(store, Choice(plan=plans)) if plans else []
    return _of_tasks(store, partial(duties.picture, plan_name(_called(store, plans)), tasks), tasks)


def draw_months(store: Store, places: Ids = (), *, leaders: Ids = (), units: Ids = ()) -> Drawn:
    """The deadlines by month of places (all without one), or there of a leader or a unit alone."""
    tasks = _tasks(store, Choice(within=places, leader=leaders, unit=units))
    if units:
        make = partial(months.of_unit, names_of(store, units), tasks)
    elif leaders:
        make = partial(months.of_leader, names_of(store, leaders), tasks)
    else:
        name = _called(store, places) or _only(row["place"] for row in tasks)
        make = partial(months.of_place, name, tasks)
    return _of_tasks(store, make, tasks)


def draw_around(store: Store, node: Name, steps: int = STEPS) -> Drawn:
    """Everything within some steps of a node, named by label and id.

    Raises UsageError for less than one step or more than `MOST_STEPS`, and where more than `AROUND` things lie there.
    """
    if not 1 <= steps <= MOST_STEPS:
        raise UsageError("picture.far", most=MOST_STEPS, steps=steps)
    facts = read_around(store, node, steps, AROUND)
    own = (passage for edge in facts.edges for passage in sources_of(edge))
    cited = citations_of(store, sorted({*own, *(edge.end[1] for edge in facts.edges if edge.type == "STATED_IN")}))
    names = dict.fromkeys((node, *((one.label, one.id) for one in facts.nodes)))
    return Drawn(partial(around.picture, facts, node, steps, cited), nodes=tuple(names))


def sources_of(edge: Edge) -> tuple[str, ...]:
    """The ids of the passages that state a relationship, none where it bears none."""
    sources = edge.properties.get("sources", ())
    return sources if isinstance(sources, tuple) else ()


def _of_tasks(store: Store, make: Callable[[], Picture], tasks: Sequence[TaskRow]) -> Drawn:
    """A picture of tasks, which names the papers that it rests on."""
    return Drawn(partial(_resting, make, papers_of(store, tasks)), tasks)


def _resting(make: Callable[[], Picture], papers: Sequence[PaperNamesRow]) -> Picture:
    """A picture with what it rests on: papers, and the days between which they were issued."""
    picture = make()
    words = "，".join(filter(None, (short_basis_of(papers, PAPERS), issued_words(papers))))
    note = Note("依据", (f"依据：{words}。",), drawn=True)
    return replace(picture, notes=(*picture.notes, note)) if papers and picture.marks else picture


def _tasks(store: Store, choice: Choice) -> list[TaskRow]:
    """The rows of tasks, by their ids: one query with all conditions in it would hold a large store for long."""
    return rows_of(store, chosen(store, choice))


def _lineage(store: Store, name: str, rows: Sequence[ChangeRow], own: str = "") -> Drawn:
    """The picture of these changes, with the tasks of each place."""
    told = changes(rows)
    places = sorted({party.place_id for change in told for party in (*change.before, *change.after)})
    known = ask(store, "places/of_ids", places=tuple(places)) if places else []
    tasks = {row["place_id"]: row["tasks"] for row in known}

    def make() -> Picture:
        picture = lineage.picture(name, told)
        return with_tasks(replace(picture, title=f"{name}的由来和去向") if own else picture, tasks, own)

    papers = papers_of_files(store, (source for row in rows for source in row["sources"]))
    return Drawn(partial(_resting, make, papers), changes=rows)


def _called(store: Store, ids: Ids) -> str:
    """The name of what is drawn, all names where they are several; "" for nothing."""
    return "、".join(names_of(store, ids))


def _only(places: Iterable[str]) -> str:
    """The place that all rows speak of, "" where there are several."""
    homes = set(places)
    return homes.pop() if len(homes) == 1 else ""
