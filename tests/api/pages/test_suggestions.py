"""What is suggested while one types in the search box."""

from typing import Any

import pytest
from starlette.testclient import TestClient

pytestmark = pytest.mark.slow


def suggested(reader: TestClient, typed: str, **params: str) -> list[dict[str, Any]]:
    answer = reader.get("/search/suggestions", params={"q": typed, **params})
    assert answer.headers["content-type"] == "application/json"
    found: list[dict[str, Any]] = answer.json()
    return found


@pytest.mark.parametrize(
    ("typed", "first", "what"),
    [
        ("冉", "冉泰休", "领导 · 蓬莱镇"),
        ("rtx", "冉泰休", "领导 · 蓬莱镇"),
        ("司法", "司法所", "单位 · 蓬莱镇"),
        ("福荣", "福荣村", "地方 · 蓬莱镇"),
        ("6月 司法", "司法所", "单位 · 蓬莱镇"),
    ],
)
def test_a_name_that_is_being_typed_is_suggested_first(reader: TestClient, typed: str, first: str, what: str) -> None:
    found = suggested(reader, typed)
    assert (found[0]["words"], found[0]["what"]) == (first, what)
    assert reader.get(found[0]["address"]).status_code == 200


def test_plans_are_suggested_behind_names(reader: TestClient) -> None:
    found = [(one["words"], one["what"]) for one in suggested(reader, "便民服务体系")]
    assert found[-1] == ("蓬莱镇完善便民服务体系工作方案", "方案")


def test_what_begins_with_the_words_stands_before_what_holds_them(reader: TestClient) -> None:
    words = [one["words"] for one in suggested(reader, "办")]
    begins = [one.startswith("办") for one in words]
    assert begins == sorted(begins, reverse=True)
    assert 0 < len(words) <= 12


def test_periods_of_a_place_are_one_suggestion_that_leads_to_the_place(reader: TestClient) -> None:
    found = [one for one in suggested(reader, "吊脚楼") if one["words"] == "吊脚楼村"]
    assert len(found) == 1
    assert "吊脚楼村" in reader.get(found[0]["address"]).text


@pytest.mark.parametrize("typed", ["", "  ", "zzzzzz", "'\"<>%", "\u0000"])
def test_nothing_is_suggested_for_what_nothing_holds(reader: TestClient, typed: str) -> None:
    assert suggested(reader, typed) == []


def test_suggestions_speak_the_language_of_the_page(reader: TestClient) -> None:
    [one] = suggested(reader, "冉泰休", lang="en")
    assert one["what"] == "leader · 蓬莱镇"
    assert one["address"].endswith("?lang=en")


def test_an_unknown_parameter_and_words_too_long_are_refused(reader: TestClient) -> None:
    assert reader.get("/search/suggestions", params={"q": "冉", "kind": "leader"}).status_code == 422
    assert reader.get("/search/suggestions", params={"q": "冉" * 201}).status_code == 422
