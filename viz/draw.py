"""Pictures of what a store holds: each asks its catalogued queries and comes back with the rows it is made of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Literal

from graph.errors import UsageError
from graph.facts import Value
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.duties import Weights
from queries.lineage import lineage as trace
from queries.workload import Pair
from queries.workload import workload as reckon
from viz.drawing.page import render
from viz.drawing.raster import to_png
from viz.drawing.svg import to_svg
from viz.picture import Picture
from viz.pictures import leader, lineage, months, plan, workload
from viz.pictures.changes import changes
from viz.pictures.counted import with_tasks

Row = Mapping[str, Value]
Form = Literal["html", "svg", "png"]

VILLAGES = ("village", "community")


@dataclass(frozen=True)
class Drawn:
    """What a picture is made of: `make` makes it, without the store, from rows of tasks or of changes of places."""

    make: Callable[[], Picture]
    tasks: Sequence[Row] = ()
    changes: Sequence[Row] = ()

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
    place: str = "",
    *,
    period: str = "",
    weights: Weights | None = None,
    proposals: Sequence[Pair] = (),
) -> Drawn:
    """The workload of a place (name or id), of all places without one; the rest as in `queries.workload`.

    Raises UsageError for a period that is none.
    """
    units = reckon(store, by="unit", within=place, period=period, weights=weights, proposals=proposals)
    leaders = reckon(store, by="leader", within=place, period=period)
    tasks = _tasks(store, Choice(within=place))
    name = _place_name(store, place) or _only([*units, *leaders])
    return Drawn(partial(workload.picture, name, units, leaders, tasks), tasks)


def draw_lineage(store: Store, place: str = "", within: str = "") -> Drawn:
    """All changes inside a place (name or id), of all places without one; of a village what went into it and came of
    it. `within` tells villages of one name apart.
    """
    place = _bare(place)
    periods = ask(store, "places/list", places=[place], within=within) if place else []
    if not any(row["level"] in VILLAGES for row in periods):
        rows = ask(store, "changes/list", within=place or within)
        return _lineage(store, _place_name(store, place or within) or _only(rows), rows)
    reached = trace(store, place, within=within)
    told = {row["change_id"] for row in reached}
    rows = [row for row in ask(store, "changes/list") if row["change_id"] in told]
    return _lineage(store, str(reached[0]["name"]), rows, str(reached[0]["place_id"]))


def draw_leader(store: Store, name: str, within: str = "") -> Drawn:
    """The tasks of a leader (name or id)."""
    tasks = _tasks(store, Choice(leader=name, within=within))
    return Drawn(partial(leader.picture, _called(store, "leaders", name), tasks), tasks)


def draw_plan(store: Store, title: str, within: str = "") -> Drawn:
    """The division of labour in a plan (title, a part of it, or id), called by its whole title where it is one."""
    tasks = _tasks(store, Choice(plan=title, within=within))
    titles = {str(task["plan_title"]) for task in tasks}
    called = titles.pop() if len(titles) == 1 else _called(store, "plans", title)
    return Drawn(partial(plan.picture, called, tasks), tasks)


def draw_months(store: Store, place: str = "", *, who: str = "", unit: str = "") -> Drawn:
    """The deadlines by month of a place (name or id, all without one), or there of a leader or a unit alone."""
    tasks = _tasks(store, Choice(within=place, leader=who, unit=unit))
    if unit:
        return Drawn(partial(months.of_unit, (_called(store, "units", unit),), tasks), tasks)
    if who:
        return Drawn(partial(months.of_leader, (_called(store, "leaders", who),), tasks), tasks)
    return Drawn(partial(months.of_place, _place_name(store, place) or _only(tasks), tasks), tasks)


def _tasks(store: Store, choice: Choice) -> list[Row]:
    """The rows of tasks, by their ids: one query with all conditions in it would hold a large store for long."""
    return list(rows_of(store, chosen(store, choice)))


def _lineage(store: Store, name: str, rows: Sequence[Row], own: str = "") -> Drawn:
    """The picture of these changes, with the tasks of each place."""
    told = changes(rows)
    places = sorted({party.place_id for change in told for party in (*change.before, *change.after)})
    known = ask(store, "places/list", places=places) if places else []
    tasks = {str(row["place_id"]): count for row in known if isinstance(count := row["tasks"], int)}

    def make() -> Picture:
        picture = lineage.picture(name, told)
        return with_tasks(replace(picture, title=f"{name}的由来和去向") if own else picture, tasks, own)

    return Drawn(make, changes=rows)


def _called(store: Store, kind: str, wanted: str) -> str:
    """The name or title of what a name, title, other spelling or id means; as it was typed where several are meant."""
    listed = ask(store, f"{kind}/list", named=wanted)
    names = {str(row.get("name") or row.get("title")) for row in listed if _bears(row, _bare(wanted))}
    return names.pop() if len(names) == 1 else wanted


def _bears(row: Row, wanted: str) -> bool:
    aliases = row.get("aliases", ())
    identity = next(iter(row.values()))
    return wanted in {identity, row.get("name"), row.get("title"), *(aliases if isinstance(aliases, tuple) else ())}


def _place_name(store: Store, place: str) -> str:
    """The name of a place that its name or id means, as it was typed where there is none."""
    found = ask(store, "places/list", places=[_bare(place)]) if place else []
    return str(found[0]["name"]) if found else place


def _bare(name: str) -> str:
    """A name without white space, as it counts for nothing in names."""
    return "".join(name.split())


def _only(rows: Iterable[Mapping[str, object]]) -> str:
    """The place that all rows speak of, "" where there are several."""
    homes = {str(row["place"]) for row in rows}
    return homes.pop() if len(homes) == 1 else ""
