"""Facts of files, papers, their history and plans, and every passage with the place in its file."""

from collections import defaultdict

from graph.corrections.matching import in_force
from graph.derive.corpus import Corpus, ids_in_file
from graph.derive.corrected_statements import corrected_title
from graph.derive.history import History, PaperHistory
from graph.derive.ledger import Ledger
from graph.derive.marks import marked
from graph.facts import Node, Value
from graph.papers.papers import Paper
from graph.papers.passages import passage_node
from graph.papers.plans import PaperPlan
from graph.papers.tasks import CorrectionMark
from graph.statements import HeadStatement, Statement


def write_paper(known: PaperHistory, corpus: Corpus, keys: dict[str, str], ledger: Ledger) -> None:
    """Write down a paper, its files with their passages, its plans; `keys` leads from passages to keys of tasks."""
    paper, head = known.paper, known.paper.head
    applied = _applied(known, corpus)
    document = ledger.node(
        Node(
            "Document",
            paper.id,
            {
                "id": paper.id,
                "number": head.number,
                "title": head.title,
                "issuer": head.issuer,
                "issued_on": head.issued_on,
                "replaced": known.replaced,
                "replaced_on": known.replaced_on,
                **marked(_head_marks(paper, corpus)),
            },
        )
    )
    if home := corpus.home(paper.scope, head.issued_on):
        ledger.edge("LOCATED_IN", document, ("Place", home.id))
    for number, copy in enumerate(paper.copies):
        place, edition = known.edition_of(number)
        sha256 = copy.document.sha256
        properties: dict[str, Value] = {
            "id": sha256,
            "paths": copy.paths,
            "format": copy.document.format,
            "edition": place + 1,
            "edition_state": edition.state,
            "read_by": copy.document.read_by,
        }
        file = ledger.node(Node("File", sha256, properties))
        ledger.edge("COPY_OF", file, document)
        in_file = {copy.document.head: copy.document.head_in_file}
        for statement, passage in corpus.passages[sha256].items():
            said = in_file.get(statement, statement) if isinstance(statement, HeadStatement) else statement
            node = passage_node(said, passage, keys.get(passage, ""), tuple(sorted(applied.get(passage, ()))))
            ledger.edge("HAS", file, ledger.node(node))
        ledger.edge("STATED_IN", document, ("Passage", corpus.passages[sha256][copy.document.head]))
    for plan in paper.plans:
        ledger.edge("CONTAINS", document, ("Plan", plan.id))
        _write_plan(plan, paper, corpus, ledger)


def _applied(known: PaperHistory, corpus: Corpus) -> dict[str, set[str]]:
    """The corrections (by id) that hold, by the passage on which they hang."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    if corpus.hung:
        for layer in known.layers:
            for passage, correction in layer.applied:
                found[passage].add(correction)
        for copy in known.paper.copies:
            said: tuple[Statement, ...] = (
                copy.document.head_in_file,
                *copy.document.plans,
                *copy.document.appointments,
                *copy.document.changes,
            )
            ids = ids_in_file(copy.document, corpus.passages)
            for statement in said:
                held = in_force(statement, corpus.hung.get(ids[statement], ()))
                found[ids[statement]] |= {one.id for one in held}
    return found


def _head_marks(paper: Paper, corpus: Corpus) -> list[CorrectionMark]:
    """What people corrected in the headings of a paper."""
    marks: dict[str, CorrectionMark] = {}
    for copy in paper.copies if corpus.hung else ():
        head = copy.document.head_in_file
        passage = corpus.passages[copy.document.sha256][copy.document.head]
        for one in in_force(head, corpus.hung.get(passage, ())):
            marks.setdefault(one.id, CorrectionMark(one.field, "".join(one.read), one.id, passage))
    return sorted(marks.values(), key=lambda mark: (mark.field, mark.correction))


def write_history(history: History, ledger: Ledger) -> None:
    """Write down which papers replace which, and which tasks follow which."""
    for one in history.replacements:
        ledger.edge("REPLACES", ("Document", one.by), ("Document", one.paper), sources=one.passages)
    for old, new, basis in history.revisions:
        ledger.edge("REVISES", ("Task", new.id), ("Task", old.id), basis=basis)


def _write_plan(plan: PaperPlan, paper: Paper, corpus: Corpus, ledger: Ledger) -> None:
    stated = [(one, corpus.passages[paper.copies[number].document.sha256][one]) for number, one in plan.stated]
    title = corrected_title(plan.title, ((one, corpus.hung.get(passage, ())) for one, passage in stated))
    properties: dict[str, Value] = {"id": plan.id, "ordinal": plan.ordinal, "title": title, "body": plan.body}
    node = ledger.node(Node("Plan", plan.id, properties))
    for _, passage in stated:
        ledger.edge("STATED_IN", node, ("Passage", passage))
