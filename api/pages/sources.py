"""Where it says so: places in papers, `path:line`, with the address of each in the text of its paper."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.pages.links import Links
from graph.facts import Value
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at
from queries.ask import ask, place
from queries.audit import Finding

Row = Mapping[str, Value]

AT_ONCE = 2000
"""Things whose sources are asked for at once."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A place in a paper, `path:line`, with its address in the paper's text and the words that stand there."""

    words: str
    address: str
    quote: str = ""


def sources_of_tasks(links: Links, store: Store, rows: Sequence[Row]) -> dict[str, tuple[SourceLink, ...]]:
    """The places that state each of these rows of tasks, by id, the standing one first."""
    papers = {str(row["task_id"]): str(row["document_id"]) for row in rows}
    ids = list(papers)
    found: defaultdict[str, list[SourceLink]] = defaultdict(list)
    for start in range(0, len(ids), AT_ONCE):
        for row in ask(store, "sources/of_tasks", tasks=ids[start : start + AT_ONCE]):
            task = str(row["task_id"])
            address = links.passage(papers[task], row["passage_id"], row["path"])
            found[task].append(SourceLink(place(row), address, str(row["quote"])))
    return {task: tuple(listed) for task, listed in found.items()}


def sources_of(links: Links, store: Store, label: str, ids: Iterable[str]) -> dict[str, tuple[SourceLink, ...]]:
    """The places that state each node of a label, by id, in the order of the files."""
    wanted = [(label, identity) for identity in ids]
    stated = [edge for edge in read_edges_at(store, wanted) if edge.type == "STATED_IN"]
    papers = papers_by_path(store)
    passages = sorted({edge.end[1] for edge in stated})
    places = {str(row["passage_id"]): row for row in ask(store, "sources/of_passages", passages=passages)}
    found: defaultdict[str, list[SourceLink]] = defaultdict(list)
    for passage, row in places.items():
        address = links.passage(papers.get(str(row["path"]), ""), passage, row["path"])
        for edge in stated:
            if edge.end[1] == passage:
                found[edge.start[1]].append(SourceLink(place(row), address))
    return {identity: tuple(listed) for identity, listed in found.items()}


def sides(links: Links, papers: Mapping[str, str], row: Row) -> list[tuple[str, SourceLink]]:
    """What each passage of a conflict says, with its place."""
    passages = (row["passage_id"], row["other_passage_id"])
    found = []
    for value, source, passage in zip(_texts(row["values"]), _texts(row["sources"]), passages, strict=False):
        path = source.rpartition(":")[0]
        found.append((value, SourceLink(source, links.passage(papers.get(path, ""), passage, path))))
    return found


def sources_of_findings(links: Links, store: Store, found: Sequence[Finding]) -> list[tuple[SourceLink, ...]]:
    """The places in which each finding of the audit stands."""
    tasks = dict.fromkeys(task for one in found for task in _tasks(one))
    plans = dict.fromkeys(str(one.row["plan_id"]) for one in found if "plan_id" in one.row)
    stated = {**_in_parts(links, store, "Task", list(tasks)), **_in_parts(links, store, "Plan", list(plans))}
    listed = []
    for one in found:
        known = [link for name in (*_tasks(one), str(one.row.get("plan_id", ""))) for link in stated.get(name, ())]
        by_words = {link.words: link for link in known}
        places = one.row.get("sources")
        cited = dict.fromkeys(places) if isinstance(places, tuple) else ()
        listed.append(tuple(by_words[words] for words in cited if words in by_words))
    return listed


def _tasks(one: Finding) -> list[str]:
    return [task for task in (one.twin, str(one.row.get("task_id", ""))) if task]


def _in_parts(links: Links, store: Store, label: str, ids: Sequence[str]) -> dict[str, tuple[SourceLink, ...]]:
    found: dict[str, tuple[SourceLink, ...]] = {}
    for start in range(0, len(ids), AT_ONCE):
        found |= sources_of(links, store, label, ids[start : start + AT_ONCE])
    return found


def papers_of(store: Store, row: Row) -> dict[str, str]:
    """The id of a task's or plan's own paper, by the paths of the files that hold a copy of it."""
    return _by_path(ask(store, "documents/list", named=str(row["document_id"])))


def papers_by_path(store: Store) -> dict[str, str]:
    """The id of the paper of which each file holds a copy."""
    return _by_path(ask(store, "documents/list"))


def _by_path(papers: Iterable[Row]) -> dict[str, str]:
    return {
        str(path): str(row["document_id"]) for row in papers if isinstance(row["files"], tuple) for path in row["files"]
    }


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
