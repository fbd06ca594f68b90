"""The store that examples share is as a new one for each."""

from dataclasses import replace

import pytest

from graph.decisions.decisions import Decisions
from graph.facts import Facts
from graph.history.entries import Deed
from graph.history.noting import noting
from graph.history.reading import history
from graph.refresh.load import load
from graph.refresh.refresh import rebuild
from graph.stores.corrections import stored_corrections
from graph.stores.decisions import stored_decisions
from graph.stores.read_back import read_all
from graph.stores.state import read_state
from tests.graph.one_store import one_store
from tests.graph.saying import document, row


@pytest.mark.parametrize("turn", [1, 2])
def test_nothing_of_an_example_is_left_for_the_next(turn: int) -> None:
    with one_store() as store:
        assert (read_all(store), history(store)) == (Facts(), ())
        assert (stored_decisions(store), stored_corrections(store).all) == (Decisions(), ())
        new = read_state(store)
        load(noting(store, Deed("王敏")), [document(row(1, f"修路{turn}"))])
        rebuild(noting(store, Deed("王敏")), Decisions())
        assert read_all(store) != Facts()
        assert history(store)
    with one_store() as store:
        assert read_state(store).number > new.number
        assert read_state(store) == replace(new, number=read_state(store).number)
