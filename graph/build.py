"""Build: all facts that follow from what files say and from the decisions that were made. A pure function.

The order of the documents never matters. Neither do documents to each other whose facts share no node and that are no
copies of one paper (`graph.versions.identities`): a load may build those alone that hang together with what it touches.
"""

from collections.abc import Iterable, Iterator

from graph.agents import Agents
from graph.concerns import KnownPlaces, write_concerns, write_further_sources
from graph.corpus import Corpus, read
from graph.decisions import Decisions
from graph.facts import Facts
from graph.ledger import Ledger
from graph.paper_facts import write_paper
from graph.place_facts import write_event, write_places
from graph.posts import write_appointment
from graph.statements import PlanDocument
from graph.task_facts import Setting, write_conflicts, write_task
from graph.tasks import Task, join, keys
from graph.versions import Paper


def build(documents: Iterable[PlanDocument], decisions: Decisions | None = None) -> Facts:
    """The nodes and relationships of the graph, sorted, each once."""
    corpus = read(documents, decisions or Decisions())
    ledger = Ledger()
    agents = Agents(corpus)
    settled = [(task, setting) for paper in corpus.papers for task, setting in tasks_of(paper, corpus)]
    known = KnownPlaces(corpus, settled)
    for paper in corpus.papers:
        write_paper(paper, corpus, _passage_keys(paper, corpus), ledger)
        for statement, passage, scope, plan in corpus.appointments(paper):
            write_appointment(statement, passage, scope, plan, paper.head.issued_on, agents, ledger)
    for task, setting in settled:
        node = write_task(task, setting, agents, ledger)
        if setting.plan == task.plan:
            ledger.edge("SETS", ("Plan", task.plan), node)
        write_concerns(task, node, setting, known, corpus, ledger)
        write_further_sources(task, setting, known, ledger)
        write_conflicts(task, setting, corpus, ledger)
    agents.write(ledger)
    for event in corpus.events:
        write_event(event, ledger)
    write_places(corpus, ledger)
    return ledger.facts()


def tasks_of(paper: Paper, corpus: Corpus) -> Iterator[tuple[Task, Setting]]:
    """The tasks of a paper, plan by plan, each with where it stands."""
    scopes = {plan.id: plan.scope for plan in paper.plans}
    for plan, said in corpus.said_of_tasks(paper).items():
        setting = Setting(scopes.get(plan, paper.scope), plan if plan in scopes else "", paper.head.issued_on)
        for task in join(plan, said):
            yield task, setting


def _passage_keys(paper: Paper, corpus: Corpus) -> dict[str, str]:
    """The key of every passage that states a task of a paper."""
    found: dict[str, str] = {}
    for plan, said in corpus.said_of_tasks(paper).items():
        for number in range(len(paper.copies)):
            found |= keys(plan, (one for one in said if one.copy == number))
    return found
