"""An empty store in memory for each of many examples: the same one, emptied before each. To make it anew, and to
prepare anew all that changes ask of it, takes longer than what is tried.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import pytest

from graph.facts import Facts
from graph.model import BY_PEOPLE
from graph.stores.ladybug import engine
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_records
from graph.stores.state import State, read_state

PREPARED = 400
"""Statements that stay prepared: more than all changes have, which are some 170."""


@contextmanager
def one_store() -> Iterator[Store]:
    """A store in memory that holds nothing. Stores inside another one of these are to be opened by themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "STATEMENTS", PREPARED)
        store, state = _made()
        facts = read_all(store)
        records = [node for label in BY_PEOPLE for node in read_records(store, label)]
        as_new = replace(state, number=read_state(store).number)  # numbers of states are of the store and only rise
        store.replace(Facts((*facts.nodes, *records), facts.edges), Facts((as_new.node,)))
        yield store


@cache
def _made() -> tuple[Store, State]:
    store = open_store(":memory:")
    return store, read_state(store)
