"""Posts: the seat that a person holds in a group (副组长), and the words after the name (社事办主任)."""

from graph.derive.agents import Agents
from graph.derive.ledger import End, Ledger
from graph.facts import Node
from graph.identity.identity import body_ending
from graph.identity.scope import Scope
from graph.ids import digest
from graph.statements import AppointmentStatement
from graph.vocabulary.units import unit_words
from graph.words.names import tidy


def write_appointment(
    statement: AppointmentStatement, passage: str, scope: Scope, plan: str, day: str, agents: Agents, ledger: Ledger
) -> None:
    """Write down a seat in a group and the post after the name, which is in a body only where it names one."""
    person = agents.person(statement.person, scope, day)
    if statement.role:
        group = agents.unit(statement.unit, scope, plan, day) if statement.unit else None
        _hold(person, statement.role, group, passage, ledger)
    if statement.post:
        name = body_of(statement.post)
        body = agents.unit(name, scope, plan, day) if name else None
        _hold(person, statement.post, body, passage, ledger)


def body_of(post: str) -> str:
    """The body that the words of a post name (社事办主任: 社事办), "" if they name none or several posts."""
    words = tidy(post)
    for seat in unit_words().posts.seats:
        body = words.removesuffix(seat)
        if body != words and body_ending(body)[0] and body != body_ending(body)[1]:
            return body if "、" not in body else ""
    return ""


def _hold(person: End, title: str, body: End | None, passage: str, ledger: Ledger) -> None:
    words = tidy(title)
    identity = digest("post", (body or person)[1], words)
    post = ledger.node(Node("Post", identity, {"id": identity, "title": words}))
    ledger.edge("HOLDS", person, post, sources=(passage,))
    ledger.edge("STATED_IN", post, ("Passage", passage))
    if body:
        ledger.edge("POST_IN", post, body, sources=(passage,))
