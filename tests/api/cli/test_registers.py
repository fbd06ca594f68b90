"""Registers from their tables to answers, by the program."""

import json
from pathlib import Path

import pytest

from tests.api.conftest import Program

EVENTS = """date,old_id,old_name,new_id,new_name,kind
2005-01-01,1,Aville,3,Cville,merge
2005-01-01,2,Bville,3,Cville,merge
2012-01-01,3,Cville,1,Aville,restore
"""
UNITS = """id,name,valid_from,valid_to
1,Aville,1990-01-01,2005-01-01
2,Bville,1990-01-01,2005-01-01
3,Cville,2005-01-01,
1,Aville,2012-01-01,
7,Gville,1990-01-01,
"""


@pytest.fixture
def told(plangraph: Program, home: Path) -> Program:
    """The program, in a folder where a small register is loaded."""
    (home / "events.csv").write_text(EVENTS, encoding="utf-8")
    (home / "units.csv").write_text(UNITS, encoding="utf-8")
    assert plangraph("load", "events.csv", "--units", "units.csv", "--scheme", "S").code == 0
    return plangraph


def asked(told: Program, *words: str) -> list[dict[str, object]]:
    """The rows of a lineage."""
    run = told("lineage", *words, "--json")
    assert (run.code, run.err) == (0, "")
    rows: list[dict[str, object]] = json.loads(run.out)
    return rows


@pytest.mark.parametrize(
    ("code", "first", "last", "expected"),
    [
        ("1", "2000-01-01", "2020-01-01", [("1", "restored")]),
        ("2", "2000-01-01", "2020-01-01", [("3", "merged")]),
        ("3", "2008-01-01", "2020-01-01", [("1", "divided"), ("3", "divided")]),
        ("3", "2020-01-01", "2000-01-01", [("2", "merged")]),
        ("7", "2000", "2020", [("7", "same")]),
        ("3", "2000-01-01", "2020-01-01", []),
    ],
)
def test_a_code_of_one_day_is_asked_for_on_another(
    told: Program, code: str, first: str, last: str, expected: list[tuple[str, str]]
) -> None:
    rows = asked(told, f"S:{code}", "--as-of", first, "--at", last)
    assert [(row["to_code"], row["how"]) for row in rows] == expected
    assert {row["from_code"] for row in rows} <= {code}
    assert all(row["existed"] == "existed" for row in rows)


def test_each_row_names_the_rows_of_the_table_that_say_so(told: Program) -> None:
    [row] = asked(told, "S:2", "--as-of", "2000-01-01", "--at", "2020-01-01")
    assert row["sources"] == ["events.csv:3"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["T:1", "--as-of", "2000-01-01", "--at", "2020-01-01"], 1, "No codes of a scheme T are loaded (loaded: S)."),
        (["S:99", "--as-of", "2000-01-01", "--at", "2020-01-01"], 1, "No place bears the code 99 of S."),
        (["S:1", "--at", "2020-01-01"], 2, "A lineage at a day needs the day from which it is told: --as-of."),
    ],
)
def test_what_cannot_be_asked_is_said(told: Program, words: list[str], code: int, said: str) -> None:
    run = told("--lang", "en", "lineage", *words)
    assert (run.code, run.err.strip()) == (code, said)


def test_a_table_is_not_loaded_under_two_schemes(told: Program) -> None:
    run = told("--lang", "en", "load", "events.csv", "--scheme", "T")
    assert run.code == 1
    assert "loaded already with codes of the scheme S" in run.out + run.err


def test_a_register_goes_whole_and_comes_back_the_same(told: Program) -> None:
    before = asked(told, "S:2", "--as-of", "2000", "--at", "2020")
    assert [told("unload", name).code for name in ("events.csv", "units.csv")] == [0, 0]
    assert told("places", "--json").out.strip() == "[]"
    assert told("load", "units.csv", "events.csv", "--scheme", "S").code == 0
    assert asked(told, "S:2", "--as-of", "2000", "--at", "2020") == before
    assert told("check").code == 0
    assert told("verify").code == 0
