"""The door refuses what a query does not declare, and answers with the columns that it declares."""

import pytest

from graph.errors import UsageError
from graph.stores.protocol import Store
from queries.ask import ask_any
from queries.catalogue import catalogue
from queries.citations import citation
from queries.header import KINDS, TYPES
from tests.queries.asking import answer


def test_an_unknown_question_is_one_sentence_that_names_those_there_are(store: Store) -> None:
    with pytest.raises(UsageError, match=r"There is no query tasks/all; there are: .*tasks/list"):
        ask_any(store, "tasks/all", {})


def test_an_unknown_parameter_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match=r"tasks/by_leader has no parameter lieder; it has: leader, within"):
        ask_any(store, "tasks/by_leader", {"lieder": "冉泰休"})


@pytest.mark.parametrize("taken", ["name", "store"])
def test_a_parameter_may_be_called_as_those_of_the_door(store: Store, taken: str) -> None:
    with pytest.raises(UsageError, match=f"tasks/by_leader has no parameter {taken}"):
        ask_any(store, "tasks/by_leader", {taken: "x"})


def test_a_missing_parameter_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="tasks/by_leader needs a value for leader"):
        ask_any(store, "tasks/by_leader", {})


@pytest.mark.parametrize("day", ["2021-02-30", "2021年13月1日"])
def test_a_day_that_does_not_exist_is_refused(store: Store, day: str) -> None:
    with pytest.raises(UsageError, match="there is no such day"):
        ask_any(store, "tasks/due_between", {"due_after": day, "due_before": "2021-12-31"})


@pytest.mark.parametrize("day", ["soon", "2021-12", "12月底"])
def test_what_is_no_day_is_refused(store: Store, day: str) -> None:
    with pytest.raises(UsageError, match="due_after is no day"):
        ask_any(store, "tasks/due_between", {"due_after": day, "due_before": "2021-12-31"})


def test_a_value_that_is_none_of_the_choices_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="role is one of lead, responsible, supporting, not boss"):
        ask_any(store, "tasks/list", {"role": "boss"})


def test_a_number_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="limit is no int: many"):
        ask_any(store, "search/names", {"text": "社", "limit": "many"})


def test_numbers_and_days_may_come_as_text(store: Store) -> None:
    rows = ask_any(store, "search/names", {"text": "社", "limit": "1"})
    assert len(rows) == 1
    spellings = ["2021/9/30", "2021年9月30日", "2021-09-30"]
    answers = [ask_any(store, "tasks/due_between", {"due_after": day, "due_before": day}) for day in spellings]
    assert [[row["task_id"] for row in rows] for rows in answers] == [["t2"]] * 3


def test_an_optional_parameter_left_empty_has_its_default(store: Store) -> None:
    assert ask_any(store, "tasks/list", {"due_before": "", "leader": ""}) == ask_any(store, "tasks/list", {})


SAMPLE = {"str": "x", "name": "x", "int": "1", "date": "2021-01-01", "list[str]": "x", "places": "福荣村"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_in_the_place_of_ids_is_refused(store: Store, kind: str) -> None:
    question = {"leaders": "leaders/list", "units": "units/list", "plans": "plans/list", "places": "places/list"}[kind]
    param = "places" if kind == "places" else "named"
    with pytest.raises(UsageError, match=f"{param} takes a list of ids of {kind}, not 社事办"):
        ask_any(store, question, {param: "社事办"})


@pytest.mark.parametrize("name", catalogue())
def test_every_query_runs_and_its_rows_have_the_declared_columns_and_a_unique_key(store: Store, name: str) -> None:
    query = catalogue()[name]
    neutral = {param.name: SAMPLE.get(param.type, "") for param in query.params if param.default is None}
    real = {"text": "社", "tasks": "t1,t2", "passages": "s1,s2", "leader": "冉泰休", "unit": "社事办", "plan": "方案"}
    given = neutral | {key: value for key, value in real.items() if key in neutral}
    rows = answer(store, name, **given)
    keys = [tuple(row[column] for column in query.key) for row in rows]
    assert len(set(keys)) == len(keys)
    for row in rows:
        assert list(row) == [column.name for column in query.columns]
        for column in query.columns:
            assert isinstance(row[column.name], type(TYPES[column.type])), column.name


def test_a_place_in_a_format_without_lines_is_told_by_what_it_has() -> None:
    blank: dict[str, object] = {
        "path": "a.docx",
        "line": 0,
        "sheet": "",
        "page": 0,
        "table_no": 0,
        "row_no": 0,
        "column_no": 0,
        "paragraph": 0,
    }
    assert citation({**blank, "line": 7}) == "a.docx:7"
    assert citation({**blank, "table_no": 3, "row_no": 5}) == "a.docx:第3表第5行"
    assert citation({**blank, "table_no": 3, "row_no": 5, "column_no": 2}) == "a.docx:第3表第5行第2列"
    assert citation({**blank, "paragraph": 12}) == "a.docx:段12"
    assert citation({**blank, "sheet": "清单", "row_no": 2}) == "a.docx:清单!2:2"
    assert citation({**blank, "sheet": "清单", "row_no": 7, "column_no": 28}) == "a.docx:清单!AB7"
    assert citation(blank) == "a.docx"
