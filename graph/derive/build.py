"""Build: all facts that follow from what files say, from the decisions that were made and from corrections.
A pure function.

The order of the documents never matters. Papers that share no scope know of each other only what the corpus knows of
changes of places, so the facts of some scopes may be built alone (`graph.refresh.reach`).
"""

from collections.abc import Collection, Iterable

from graph.corrections.corrections import NONE, Corrections
from graph.decisions.decisions import Decisions
from graph.derive.agents import Agents
from graph.derive.concerns import KnownPlaces, write_concerns, write_further_sources
from graph.derive.corpus import Corpus, corpus_of
from graph.derive.history import PaperHistory, history_of
from graph.derive.ledger import Ledger
from graph.derive.paper_facts import write_history, write_paper
from graph.derive.place_facts import write_event, write_places, write_stated_places, write_statements
from graph.derive.posts import write_appointment
from graph.derive.register_facts import write_registers
from graph.derive.task_facts import write_conflicts, write_task
from graph.facts import Facts
from graph.papers.tasks import keys
from graph.statements import PlanDocument


def build(
    documents: Iterable[PlanDocument], decisions: Decisions | None = None, corrections: Corrections = NONE
) -> Facts:
    """The nodes and relationships of the graph, sorted, each once."""
    corpus = corpus_of(documents, decisions or Decisions(), corrections)
    return build_part(corpus, {event.id for event in corpus.events})


def build_part(corpus: Corpus, events: Collection[str], places: Iterable[str] = ()) -> Facts:
    """What the papers of a corpus state, the `events` (by id) with their places, and further `places` (by id).

    Of other events stands here alone which passages of these papers state them. All papers of a scope must be there.
    """
    ledger = Ledger()
    agents = Agents(corpus)
    history = history_of(corpus)
    settled = [one for paper in history.papers for layer in paper.layers for one in layer.tasks]
    known = KnownPlaces(corpus, settled)
    for one in history.papers:
        paper = one.paper
        write_paper(one, corpus, _passage_keys(one, corpus), ledger)
        for statement, passage, scope, plan in corpus.appointments(paper):
            write_appointment(statement, passage, scope, plan, paper.head.issued_on, agents, ledger)
    for task, setting in settled:
        node = write_task(task, setting, agents, ledger)
        if setting.plan == task.plan:
            ledger.edge("SETS", ("Plan", task.plan), node)
        write_concerns(task, node, setting, known, corpus, ledger)
        write_further_sources(task, setting, known, ledger)
        write_conflicts(task, setting, corpus, ledger)
    write_history(history, ledger)
    agents.write(ledger)
    for event in corpus.events:
        if event.id in events:
            write_event(event, ledger)
        else:
            write_statements(event, ledger)
    write_stated_places(corpus, ledger)
    write_places(corpus, places, ledger)
    write_registers(corpus, ledger)
    return ledger.facts()


def _passage_keys(one: PaperHistory, corpus: Corpus) -> dict[str, str]:
    """The key of every passage that states a task of a paper."""
    found: dict[str, str] = {}
    for number in range(len(one.paper.copies)):
        for plan, said in corpus.said_of_tasks(one.paper, {0: (number,)}).items():
            found |= keys(plan, said)
    return found
