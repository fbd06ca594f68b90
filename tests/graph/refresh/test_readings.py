"""What was read again takes the place of what was read before, also of what nobody understands any more."""

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings

from graph.decisions.decisions import Decisions
from graph.derive.build import build
from graph.errors import StoreError
from graph.facts import Edge, Facts, Node
from graph.refresh.delta import Delta
from graph.refresh.load import load
from graph.refresh.readings import write_readings
from graph.refresh.refresh import rebuild, refresh
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from graph.stores.state import read_state
from tests.effort import examples
from tests.graph.invented import papers
from tests.graph.one_store import one_store
from tests.graph.saying import document, row

NONE = Decisions()


def of_tasks(*titles: str, read_by: str = "these readers") -> PlanDocument:
    """One file as readers read it who found tasks with these titles."""
    return replace(document(*(row(10 + at, title) for at, title in enumerate(titles))), read_by=read_by)


def test_passages_go_stay_and_come_and_all_is_as_if_read_once() -> None:
    read = of_tasks("开展清产核资", "修路", "盘活闲置校舍", read_by="other readers")
    with closing(open_store(":memory:")) as store, closing(open_store(":memory:")) as fresh:
        load(store, [of_tasks("开展清产核资", "修桥")])
        load(fresh, [read])
        write_readings(store, Delta(read=(read,)))
        assert (read_state(store).rules, read_state(store).readers) == ("", "other readers")
        rebuild(store, NONE)
        assert read_all(store) == read_all(fresh)


def test_a_passage_that_is_not_understood_gives_way() -> None:
    with closing(open_store(":memory:")) as store:
        load(store, [of_tasks("修路")])
        before = read_all(store)
        task = next(node for node in before.nodes if node.label == "Passage" and node.properties["kind"] == "task")
        strange = Node("Passage", "strange", {**task.properties, "id": "strange", "says": "{}"})
        has = Edge("HAS", ("File", of_tasks().sha256), ("Passage", "strange"), {})
        store.replace(Facts(), Facts((strange,), (has,)))
        with pytest.raises(StoreError, match="lacks"):
            rebuild(store, NONE)
        write_readings(store, Delta(read=(of_tasks("修路"),)))
        rebuild(store, NONE)
        assert read_all(store) == before


def test_a_file_lies_where_it_lay_and_one_that_the_store_does_not_hold_is_not_taken_in() -> None:
    with closing(open_store(":memory:")) as store:
        load(store, [of_tasks("修路"), replace(of_tasks("修路"), path="抄件.txt")])
        before = read_all(store)
        write_readings(store, Delta(read=(of_tasks("修路"), replace(of_tasks("修路"), sha256="0" * 64))))
        rebuild(store, NONE)
        assert read_all(store) == before


@settings(max_examples=examples(25), deadline=None)
@given(papers(), papers())
def test_files_that_are_read_again_one_by_one_end_in_what_a_fresh_build_gives(
    before: list[PlanDocument], now: list[PlanDocument]
) -> None:
    both = list(zip(before, now, strict=False))
    again = [Delta(read=(new,), gone=frozenset({(new.sha256, new.path)})) for _, new in both]
    for write in (write_readings, refresh):
        with one_store() as store:
            load(store, [old for old, _ in both])
            for one in again:
                write(store, one)
            if write is write_readings:
                rebuild(store, NONE)
            assert read_all(store) == build([new for _, new in both], NONE)
