"""Where it says so: places in papers, `path:line`, with the address of each in the text of its paper."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.pages.links import Links
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at
from queries.ask import ask
from queries.audit import Finding
from queries.citations import citation, path_of
from queries.rows import ConflictRow, DocumentRow, PlanRow, TaskRow

AT_ONCE = 2000
"""Things whose sources are asked for at once."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A place in a paper, `path:line`, with its address in the paper's text and the words that stand there."""

    words: str
    address: str
    quote: str = ""


def sources_of_tasks(links: Links, store: Store, rows: Sequence[TaskRow]) -> dict[str, tuple[SourceLink, ...]]:
    """The places that state each of these rows of tasks, by id, the standing one first."""
    papers = {row["task_id"]: row["document_id"] for row in rows}
    ids = list(papers)
    found: defaultdict[str, list[SourceLink]] = defaultdict(list)
    for start in range(0, len(ids), AT_ONCE):
        for row in ask(store, "sources/of_tasks", tasks=ids[start : start + AT_ONCE]):
            task = row["task_id"]
            address = links.passage(papers[task], row["passage_id"], row["path"])
            found[task].append(SourceLink(citation(row), address, row["quote"]))
    return {task: tuple(listed) for task, listed in found.items()}


def sources_of(links: Links, store: Store, label: str, ids: Iterable[str]) -> dict[str, tuple[SourceLink, ...]]:
    """The places that state each node of a label, by id, in the order of the files."""
    wanted = [(label, identity) for identity in ids]
    stated = [edge for edge in read_edges_at(store, wanted) if edge.type == "STATED_IN"]
    papers = papers_by_path(store)
    passages = sorted({edge.end[1] for edge in stated})
    places = {row["passage_id"]: row for row in ask(store, "sources/of_passages", passages=passages)}
    found: defaultdict[str, list[SourceLink]] = defaultdict(list)
    for passage, row in places.items():
        address = links.passage(papers.get(row["path"], ""), passage, row["path"])
        for edge in stated:
            if edge.end[1] == passage:
                found[edge.start[1]].append(SourceLink(citation(row), address))
    return {identity: tuple(listed) for identity, listed in found.items()}


def sides(links: Links, papers: Mapping[str, str], row: ConflictRow) -> list[tuple[str, SourceLink]]:
    """What each passage of a conflict says, with its place."""
    passages = (row["passage_id"], row["other_passage_id"])
    found = []
    for value, source, passage in zip(row["values"], row["sources"], passages, strict=False):
        path = path_of(source)
        found.append((value, SourceLink(source, links.passage(papers.get(path, ""), passage, path))))
    return found


def sources_of_findings(links: Links, store: Store, found: Sequence[Finding]) -> list[tuple[SourceLink, ...]]:
    """The places in which each finding of the audit stands."""
    tasks = dict.fromkeys(task for one in found for task in _tasks(one))
    plans = dict.fromkeys(one.subject.plan_id for one in found if one.subject.plan_id)
    changes = dict.fromkeys(change for one in found for change in one.changes)
    named = {"Task": list(tasks), "Plan": list(plans), "ChangeEvent": list(changes)}
    stated = {name: at for label, ids in named.items() for name, at in _in_parts(links, store, label, ids).items()}
    listed = []
    for one in found:
        known = [link for name in (*_tasks(one), one.subject.plan_id, *one.changes) for link in stated.get(name, ())]
        by_words = {link.words: link for link in known}
        cited = dict.fromkeys(one.subject.sources)
        listed.append(tuple(by_words[words] for words in cited if words in by_words))
    return listed


def _tasks(one: Finding) -> list[str]:
    return [] if one.changes else [task for task in (one.twin, one.subject.task_id) if task]


def _in_parts(links: Links, store: Store, label: str, ids: Sequence[str]) -> dict[str, tuple[SourceLink, ...]]:
    found: dict[str, tuple[SourceLink, ...]] = {}
    for start in range(0, len(ids), AT_ONCE):
        found |= sources_of(links, store, label, ids[start : start + AT_ONCE])
    return found


def papers_of(store: Store, row: TaskRow | PlanRow) -> dict[str, str]:
    """The id of a task's or plan's own paper, by the paths of the files that hold a copy of it."""
    return _by_path(ask(store, "documents/list", named=row["document_id"]))


def papers_by_path(store: Store) -> dict[str, str]:
    """The id of the paper of which each file holds a copy."""
    return _by_path(ask(store, "documents/list"))


def _by_path(papers: Iterable[DocumentRow]) -> dict[str, str]:
    return {path: row["document_id"] for row in papers for path in row["files"]}
