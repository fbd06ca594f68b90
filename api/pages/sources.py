"""Where it says so: places in papers as people tell them, with the address of each in the text of its paper."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.pages.links import Links
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at
from queries.ask import ask
from queries.audit import Finding
from queries.citations import citation, cited_for_people, within
from queries.listing.paper_names import short_names
from queries.rows import ConflictRow, DocumentRow, PlanRow, TaskRow

AT_ONCE = 2000
"""Things whose sources are asked for at once."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A place in a paper: as people tell it (〔2021〕50号 第2116行), as it is cited (`path:line`), its address in the
    paper's text, the words that stand there, and what it stands `within`, where its format tells that.
    """

    words: str
    cited: str
    address: str
    quote: str = ""
    within: str = ""


def sources_of_tasks(links: Links, store: Store, rows: Sequence[TaskRow]) -> dict[str, tuple[SourceLink, ...]]:
    """The places that state each of these rows of tasks, by id, the standing one first."""
    papers = {row["task_id"]: row["document_id"] for row in rows}
    names = paper_names(store, papers.values())
    ids = list(papers)
    found: defaultdict[str, list[SourceLink]] = defaultdict(list)
    for start in range(0, len(ids), AT_ONCE):
        for row in ask(store, "sources/of_tasks", tasks=ids[start : start + AT_ONCE]):
            task = row["task_id"]
            address = links.passage(papers[task], row["passage_id"], row["path"])
            words = cited_for_people([row], names.get(papers[task], row["path"]))
            found[task].append(SourceLink(words, citation(row), address, row["quote"], within(row)))
    return {task: tuple(listed) for task, listed in found.items()}


def sources_of(links: Links, store: Store, label: str, ids: Iterable[str]) -> dict[str, tuple[SourceLink, ...]]:
    """The places that state each node of a label, by id, in the order of the files."""
    wanted = [(label, identity) for identity in ids]
    stated = [edge for edge in read_edges_at(store, wanted) if edge.type == "STATED_IN"]
    places = _of_passages(links, store, papers_by_path(store), sorted({edge.end[1] for edge in stated}))
    found: defaultdict[str, list[SourceLink]] = defaultdict(list)
    for passage, link in places.items():
        for edge in stated:
            if edge.end[1] == passage:
                found[edge.start[1]].append(link)
    return {identity: tuple(listed) for identity, listed in found.items()}


def _of_passages(
    links: Links, store: Store, papers: Mapping[str, str], passages: Sequence[str]
) -> dict[str, SourceLink]:
    """The places of passages, by id, in the order of the files; `papers` has the ids of papers by paths."""
    rows = ask(store, "sources/of_passages", passages=passages)
    names = paper_names(store, (papers.get(row["path"], "") for row in rows))
    found = {}
    for row in rows:
        paper = papers.get(row["path"], "")
        words = cited_for_people([row], names.get(paper, row["path"]))
        address = links.passage(paper, row["passage_id"], row["path"])
        found[row["passage_id"]] = SourceLink(words, citation(row), address)
    return found


def paper_names(store: Store, documents: Iterable[str]) -> Mapping[str, str]:
    """What papers are called in citations, by id."""
    wanted = sorted({one for one in documents if one})
    return short_names(ask(store, "papers/named", documents=wanted)) if wanted else {}


def sides(
    links: Links, store: Store, papers: Mapping[str, str], rows: Sequence[ConflictRow]
) -> list[tuple[ConflictRow, list[tuple[str, SourceLink]]]]:
    """Conflicts, each with what its two passages say, and where."""
    passages = sorted({one for row in rows for one in (row["passage_id"], row["other_passage_id"])})
    places = _of_passages(links, store, papers, passages) if passages else {}
    return [
        (row, [(value, places[one]) for value, one in zip(row["values"], _passages(row), strict=False)]) for row in rows
    ]


def _passages(row: ConflictRow) -> tuple[str, str]:
    return row["passage_id"], row["other_passage_id"]


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
        by_citation = {link.cited: link for link in known}
        cited = dict.fromkeys(one.subject.sources)
        listed.append(tuple(by_citation[words] for words in cited if words in by_citation))
    return listed


def _tasks(one: Finding) -> list[str]:
    return [] if one.changes else [task for task in (one.twin, one.subject.task_id, *one.tasks) if task]


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
