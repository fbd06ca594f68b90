"""The changes of corrections in a store, a function for each: made, taken back, taken in from a file."""

from collections.abc import Iterable

from api.ask.corrections.imported_corrections import from_elsewhere
from graph.corrections.corrections import Correction, Corrections
from graph.refresh.refresh import recorrect
from graph.stores.corrections import stored_corrections
from graph.stores.protocol import Store


def correct(store: Store, made: Iterable[Correction]) -> tuple[Correction, ...]:
    """Keep corrections and build by them what they reach; older ones on the same things give way. Returns those that
    are new in the store, none where it has all of them. Raises StoreError where the store fails.
    """
    before = stored_corrections(store)
    known = {one.id: _whole(one) for one in before.all}
    new = tuple(one for one in made if known.get(one.id) != _whole(one))
    if new:
        recorrect(store, before.with_(new))
    return new


def undo(store: Store, identity: str) -> Correction:
    """Take a correction (by id) back, with all that follows from it.

    Raises NotFoundError where there is none, StoreError where the store fails.
    """
    before = stored_corrections(store)
    after = before.without(identity)
    recorrect(store, after)
    return before.by_id[identity]


def take_in(store: Store, others: Corrections) -> tuple[Correction, ...]:
    """Keep the corrections of a file too; taken in again they change nothing. Of two on one thing the later one holds.

    Returns those that are new in the store. Raises UsageError where one says what cannot be, StoreError where the store
    fails.
    """
    known = stored_corrections(store).by_id
    coming = [from_elsewhere(one) for one in others.all]
    return correct(store, [one for one in coming if one.id not in known or one.made_on >= known[one.id].made_on])


def _whole(one: Correction) -> tuple[Correction, str, str, str]:
    """A correction with all that is told of it, by which two may differ that say the same."""
    return one, one.who, one.made_on, one.why
