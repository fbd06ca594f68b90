"""The extract of one file is the contract that readers of `plangraph extract` rely on."""

import json
from dataclasses import replace

from graph.derive.build import build
from graph.exports.extract import as_extract
from graph.statements import ReplacementStatement, UnreadStatement
from tests.graph.derive.test_build import FULL
from tests.graph.saying import document, item, merger, row, seat, source

TASK_KEYS = (
    "id plan number category title content lead_units responsible_units supporting_units leaders lead_leaders "
    "leader_roles due_text start due_dates ongoing dues basis sources"
)


def test_the_keys_of_an_extract_and_their_order_are_fixed() -> None:
    found = as_extract(FULL)
    assert " ".join(found) == "document plans tasks changes appointments replacements conflicts unread"
    assert " ".join(found["document"]) == "path sha256 format title number issuer issued_on jurisdiction confidence"
    assert list(found["document"]["confidence"]) == ["title", "number", "issuer", "issued_on", "jurisdiction"]
    assert list(found["plans"][0]) == ["id", "title", "ordinal", "jurisdiction", "body", "sources"]
    assert list(found["tasks"][0]) == TASK_KEYS.split()
    assert " ".join(found["changes"][0]) == "kind level before after from on earliest latest decided_on status sources"
    assert list(found["appointments"][0]) == ["person", "post", "unit", "role", "sources"]
    assert list(found["conflicts"][0]) == ["task", "field", "values", "sources"]
    assert (
        " ".join(found["tasks"][0]["sources"][0])
        == "line end_line start end page sheet paragraph table row column heading element quote"
    )


def test_an_extract_is_json_and_says_null_for_what_does_not_apply() -> None:
    found = json.loads(json.dumps(as_extract(document(item(9, "清查", number="（一）")))))
    assert found["document"]["number"] is None
    assert found["tasks"][0]["due_text"] is None
    assert found["tasks"][0]["number"] == "（一）"
    assert found["tasks"][0]["sources"][0]["page"] is None


def test_a_field_of_the_heading_is_stated_or_inferred_or_not_known() -> None:
    told = document(item(9, "清查"))
    told = replace(told, head=replace(told.head, issuer="", issued_on="2023-04-06", inferred=("issued_on",)))
    found = as_extract(told)["document"]["confidence"]
    assert (found["issuer"], found["issued_on"], found["title"]) == ("none", "inferred", "stated")


def test_ids_are_those_of_the_graph() -> None:
    found, facts = as_extract(FULL), build([FULL])
    ids = {label: {node.id for node in facts.nodes if node.label == label} for label in ("Task", "Plan")}
    assert {task["id"] for task in found["tasks"]} == ids["Task"]
    assert {plan["id"] for plan in found["plans"]} == ids["Plan"]
    assert {task["plan"] for task in found["tasks"]} == ids["Plan"]


def test_a_task_in_prose_and_in_a_table_is_one_with_the_rows_source_first() -> None:
    found = as_extract(document(item(9, "清查"), row(30, "清查"), item(10, "盘活")))
    assert [[one["line"] for one in task["sources"]] for task in found["tasks"]] == [[30, 9], [10]]


def test_values_and_sources_of_a_conflict_run_parallel() -> None:
    (conflict,) = as_extract(FULL)["conflicts"]
    assert conflict["field"] == "due_text"
    assert conflict["values"] == ["2021-03-31", "2021-05-31"]
    assert [one["line"] for one in conflict["sources"]] == [30, 9]


def test_two_rows_of_one_change_are_one_object_with_two_sources() -> None:
    rows = merger(50, "凤桥村 柏岭村", "蒙子桥村", table=1), merger(51, "五谋村 柏岭村", "蒙子桥村", table=1)
    (change,) = as_extract(document(*rows))["changes"]
    assert [party["name"] for party in change["before"]] == sorted(["五谋村", "凤桥村", "柏岭村"])
    assert [one["line"] for one in change["sources"]] == [50, 51]
    assert (change["on"], change["status"]) == (None, "stated")


def test_the_papers_that_words_end_are_listed_by_number_and_title() -> None:
    ended = ReplacementStatement(source(9), ("大蓬委发〔2021〕26号",), ("水利方案",))
    (told,) = as_extract(replace(document(), replacements=(ended,)))["replacements"]
    assert (told["numbers"], told["titles"]) == (["大蓬委发〔2021〕26号"], ["水利方案"])
    assert told["sources"][0]["line"] == 9


def test_appointments_and_what_was_not_read_are_listed() -> None:
    paper = document(seat(60, "李刚", "组长"))
    found = as_extract(
        type(paper)(
            **{f: getattr(paper, f) for f in paper.__slots__}
            | {"unread": (UnreadStatement("unread.cells", source(70), {"cells": 3, "columns": 7}),)}
        )
    )
    assert found["appointments"][0]["person"] == "李刚"
    assert found["appointments"][0]["post"] is None
    unread = found["unread"][0]
    assert (unread["reason"], unread["reason_values"]) == ("unread.cells", {"cells": 3, "columns": 7})
