"""Names that a person typed: what `queries.resolve` finds for them, or an error that suggests names that are near."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Literal

from api.ask.apart import Namesake, apart
from graph.errors import NotFoundError, UsageError
from graph.messages.message import message
from graph.stores.protocol import Store
from graph.stores.read_back import read_nodes
from graph.words.names import title_form
from queries.chosen import Choice, chosen, rows_of
from queries.header import Ids, Kind
from queries.resolve import Candidate, Findable, best_fits, candidates, kinds_of_parameters, known_names, typed_names

SUGGESTIONS = 5


def ids(graph: Store, kind: Findable, typed: str, within: Ids = ()) -> Ids:
    """The ids of all of a kind that a name, other spelling or id means, in a place or anywhere; none for "".

    Raises NotFoundError, in a sentence that suggests names near it.
    """
    found = best_fits(candidates(graph, kind, typed, within))
    if not found and typed.strip():
        raise _unknown(graph, kind, typed, within)
    return tuple(one.id for one in found)


def the_one(graph: Store, kind: Findable, typed: str, within: Ids = ()) -> Candidate:
    """The one leader, unit or plan (`kind`) that a name, other spelling or id means, in a place or anywhere.

    A title goes before a part of a title. Raises NotFoundError where nothing bears the name there, UsageError where
    several do, in a sentence that names them.
    """
    everything = candidates(graph, kind, typed, within)
    found = [one for one in everything if one.fit == "written"] or everything
    if not found:
        raise _unknown(graph, kind, typed, within)
    if len(found) > 1:
        raise several(graph, typed, found)
    return found[0]


def task(graph: Store, typed: str) -> str:
    """The id of the task that an id or a title means, white space and width aside.

    Raises NotFoundError where there is none, UsageError where several bear the title, with their ids.
    """
    wanted = typed.strip()
    if read_nodes(graph, [("Task", wanted)]):
        return wanted
    rows = rows_of(graph, chosen(graph, Choice(holding=wanted))) if title_form(wanted) else []
    found = [row for row in rows if title_form(row["title"]) == title_form(wanted)]
    if not found:
        raise unknown("tasks", typed, [row["title"] for row in rows[:SUGGESTIONS] if row["title"]])
    if len(found) > 1:
        choices = tuple(f"{row['plan_title']}：{row['due_text']}（{row['task_id']}）" for row in found[:SUGGESTIONS])
        raise UsageError("name.several", name=typed, number=len(found), choices=choices)
    return found[0]["task_id"]


def several(graph: Store, typed: str, found: Sequence[Candidate]) -> UsageError:
    """The error for a name that means several things of one kind, in a sentence that tells them apart."""
    titles = Counter(one.name for one in found)
    homes = {one.id: _home(one, titles) for one in found}
    marks = apart(graph, (Namesake(one.id, one.name, homes[one.id]) for one in found))
    choices = []
    for one in found[:SUGGESTIONS]:
        mark = marks[one.id]
        if one.kind == "places":
            choices.append(f"{mark.way}（{mark.id}）" if mark.id else mark.way)
        else:
            choices.append(f"{one.name}（{mark.words}）" if mark.words else one.name)
    return UsageError("name.several", name=typed, number=len(found), choices=tuple(choices))


def _home(one: Candidate, titles: Mapping[str, int]) -> str:
    """The place that tells a thing apart: a place is its own; a title that only one bears needs none."""
    if one.kind == "places":
        return one.id
    return "" if one.kind in {"plans", "documents"} and titles[one.name] == 1 else one.place_id


def unknown(kind: Findable | Literal["tasks"], wanted: str, near: Sequence[str] = ()) -> NotFoundError:
    """The error for a name that nothing of a kind bears, with names near it."""
    hint = message("name.near", names=near) if near else ""
    return NotFoundError(f"name.no_{kind.removesuffix('s')}", name=wanted, hint=hint)


def parameters(graph: Store, question: str, typed: Mapping[str, object]) -> dict[str, object]:
    """The parameters of a catalogued question as it takes them: ids in the place of names that a person typed.

    Raises NotFoundError as `ids`.
    """
    kinds = kinds_of_parameters(question)
    return {name: _all_ids(graph, kinds[name], value) if name in kinds else value for name, value in typed.items()}


def _all_ids(graph: Store, kind: Kind, typed: object) -> Ids:
    """The ids of all that several names mean, each once."""
    names = typed_names(graph, kind, typed)
    return tuple(dict.fromkeys(one for name in names for one in ids(graph, kind, name)))


def _unknown(graph: Store, kind: Findable, typed: str, within: Ids) -> NotFoundError:
    """The error for a name that nothing bears; no names are near one that is only borne elsewhere."""
    if within and candidates(graph, kind, typed):
        return unknown(kind, typed)
    return unknown(kind, typed, similar("".join(typed.split()), known_names(graph, kind)))


def similar(wanted: str, known: Iterable[str]) -> list[str]:
    """At most five known names that contain the one wanted or are contained in it, else that are spelt much like it."""
    names = sorted(known)
    near = [name for name in names if wanted in name or (len(name) > 1 and name in wanted)]
    return (near or get_close_matches(wanted, names, cutoff=0.5))[:SUGGESTIONS]
