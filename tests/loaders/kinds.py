"""The kind of a change that the graph makes of one statement, for tests of the readers."""

from graph.decisions.decisions import Decisions
from graph.identity.scope import scope_of
from graph.places.changes import ChangeSaid, told
from graph.places.roles import roles_of
from graph.statements import ChangeKind, ChangeStatement


def kind_of(statement: ChangeStatement) -> ChangeKind:
    """The kind that follows from the roles of one statement alone."""
    said = ChangeSaid(statement, "a", "a", scope_of("大英县", "a"))
    return roles_of([told(said, Decisions())]).kind
