"""Tasks chosen by ids first and columns after: the same rows in the same order as the one query that does both."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import pytest

from graph.errors import UsageError
from graph.facts import Facts, Value
from graph.stores.protocol import Row, Store
from queries.caching import Kept
from queries.chosen import ROLES, Choice, chosen, parts_of, rows_of
from queries.header import Ids, Kind
from queries.resolve import ids_of
from queries.rows import TaskRow
from tests.queries.asking import answer

NAMED: tuple[dict[str, str], ...] = (
    {},
    {"leader": "李刚"},
    {"leader": " 李 刚"},
    {"unit": "社事办"},
    {"unit": "财政办"},
    {"place": "福荣村"},
    {"plan": "工作"},
    {"within": "蓬莱镇"},
    {"due_after": "2021-06-01"},
    {"due_before": "2021-06-30"},
    {"due_after": "2021-06-01", "due_before": "2021-12-31"},
    {"open_on": "2021-10-01"},
    {"leader": "李刚", "unit": "社事办"},
)


def by_one_query(store: Store, conditions: dict[str, str]) -> list[dict[str, Value]]:
    """The rows of `tasks/list`."""
    return answer(store, "tasks/list", **conditions)


def by_ids(store: Store, conditions: dict[str, str], role: str) -> list[TaskRow]:
    """The rows of the tasks that are chosen by ids first."""

    def ids(kind: Kind, param: str) -> Ids:
        return ids_of(store, kind, conditions.get(param, ""))

    choice = Choice(
        leader=ids("leaders", "leader"),
        unit=ids("units", "unit"),
        place=ids("places", "place"),
        plan=ids("plans", "plan"),
        within=ids("places", "within"),
        role=role,
        due_after=conditions.get("due_after", ""),
        due_before=conditions.get("due_before", ""),
        open_on=conditions.get("open_on", ""),
    )
    return rows_of(store, chosen(store, choice))


@pytest.mark.slow
@pytest.mark.parametrize("conditions", NAMED)
@pytest.mark.parametrize("role", ["", *ROLES])
def test_ids_and_columns_are_the_rows_of_the_list(store: Store, conditions: dict[str, str], role: str) -> None:
    assert [*by_ids(store, conditions, role)] == by_one_query(store, {**conditions, "role": role})


def test_ids_that_nothing_bears_meet_no_condition(store: Store) -> None:
    for choice in (Choice(leader=("nobody",)), Choice(within=("nowhere",)), Choice(unit=("none",), role="lead")):
        assert chosen(store, choice) == []


def test_more_ids_than_are_asked_for_at_once_come_in_parts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.chosen.AT_ONCE", 2)
    ids = chosen(store, Choice())
    parts = list(parts_of(store, ids))
    assert [len(part) for part in parts[:-1]] == [2] * (len(parts) - 1)
    assert [row["task_id"] for part in parts for row in part] == list(ids)


def test_many_ids_are_found_in_the_whole_list(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    few = chosen(store, Choice(due_after="2021-01-01"))
    monkeypatch.setattr("queries.chosen.MANY", 0)
    assert chosen(store, Choice(due_after="2021-01-01")) == few != []


def test_words_are_found_in_titles_and_contents_white_space_aside(store: Store) -> None:
    for row in by_one_query(store, {}):
        words = "".join(f"{row['title']}".split())
        assert row["task_id"] in chosen(store, Choice(holding=f"{words[:2]} {words[2:]}"))
    assert chosen(store, Choice(holding="无人说过")) == []


def test_a_role_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="role is one of lead, responsible, supporting, not boss"):
        chosen(store, Choice(role="boss"))


class Keeping:
    """A store that keeps what is made of it."""

    def __init__(self, store: Store) -> None:
        self.uncached = store
        self.where, self.engine = store.where, store.engine
        self.cache: dict[Hashable, Any] = {}

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        return self.uncached.read(cypher, params)

    def kept(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        if key not in self.cache:
            self.cache[key] = make()
        found: Kept = self.cache[key]
        return found

    def replace(self, gone: Facts, facts: Facts) -> None:
        self.uncached.replace(gone, facts)

    def close(self) -> None:
        self.uncached.close()


def test_a_store_with_a_cache_keeps_the_ids_of_a_list_and_not_its_parts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.chosen.AT_ONCE", 2)
    keeping = Keeping(store)
    ids = chosen(keeping, Choice())
    entries = list(keeping.cache)
    assert chosen(keeping, Choice()) is ids
    assert len(rows_of(keeping, ids)) == len(ids)
    assert list(keeping.cache) == entries != []
