"""Places of a day, and what became of them between two days, by the program: of papers and of registers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Prepare, Program

PAPER = """青山县村级建制沿革
2005年3月1日，撤销松林镇甲村、乙村，设立丙村。
2012年6月8日，松林镇丁村更名为戊村。
2015年5月1日，松林镇己村划归柳林镇。
"""
EVENTS = """date,old_id,old_name,new_id,new_name,kind
2005-01-01,1,Aville,3,Cville,merge
2005-01-01,2,Bville,3,Cville,merge
2012-01-01,3,Cville,1,Aville,restore
2013-01-01,8,Hville,8,Iville,rename
2014-01-01,6,Fville,16,Fville,recode
2016,5,Eville,15,Eville,recode
"""
UNITS = """id,name,valid_from,valid_to,parent_id
1,Aville,1990-01-01,2005-01-01,T
2,Bville,1990-01-01,2005-01-01,T
3,Cville,2005-01-01,,T
1,Aville,2012-01-01,,T
7,Gville,1990-01-01,2003-01-01,T
9,Kville,1990-01-01,2010-01-01,T
9,Kville,2010-01-01,,U
8,Hville,1990-01-01,2013-01-01,T
8,Iville,2013-01-01,,T
6,Fville,1990-01-01,2014-01-01,T
16,Fville,2014-01-01,,T
T,Town,1990-01-01,,
U,Upper,1990-01-01,,
"""
Told = tuple[str, str, str]


@pytest.fixture
def papers(plangraph: Program, home: Path, prepare: Prepare) -> Program:
    """The program, in a folder where a paper on villages is loaded."""

    def make() -> None:
        (home / "沿革.txt").write_text(PAPER, encoding="utf-8")
        assert plangraph("load", "沿革.txt").code == 0

    prepare("villages", make)
    return plangraph


@pytest.fixture
def register(plangraph: Program, home: Path, prepare: Prepare) -> Program:
    """The program, in a folder where a register is loaded."""

    def make() -> None:
        (home / "events.csv").write_text(EVENTS, encoding="utf-8")
        (home / "units.csv").write_text(UNITS, encoding="utf-8")
        assert plangraph("load", "events.csv", "--units", "units.csv", "--scheme", "S").code == 0

    prepare("places of days", make)
    return plangraph


def compared(told: Program, *words: str) -> dict[str, Any]:
    run = told("places", "--between", *words, "--json")
    assert (run.code, run.err) == (0, "")
    found: dict[str, Any] = json.loads(run.out)
    counted = found["sums"]
    assert counted["before"] == counted["vanished"] + counted["left"] + counted["kept"]
    assert counted["after"] == counted["new"] + counted["came"] + counted["kept"]
    return found


@pytest.mark.parametrize(
    ("day", "villages"),
    [
        ("2004", {"甲村", "乙村", "丁村", "己村"}),
        ("2005-03-01", {"丙村", "丁村", "己村"}),
        ("2020", {"丙村", "戊村", "己村"}),
    ],
)
def test_places_of_a_day_that_papers_tell_of(papers: Program, day: str, villages: set[str]) -> None:
    rows = json.loads(papers("places", "--as-of", day, "--in", "青山县", "--json").out)
    assert {row["name"] for row in rows if row["level"] == "village"} == villages
    assert {row["existed"] for row in rows} == {"existed"}


@pytest.mark.parametrize(
    ("days", "within", "rows"),
    [
        (
            ("2000", "2020"),
            "青山县",
            {
                ("vanished", "甲村", "甲村"),
                ("vanished", "乙村", "乙村"),
                ("new", "丙村", ""),
                ("renamed", "戊村", "丁村"),
                ("moved", "己村", "己村"),
            },
        ),
        (("2013", "2020"), "松林镇", {("moved", "己村", "己村")}),
        (("2016", "2020"), "青山县", set[Told]()),
    ],
)
def test_what_became_of_places_that_papers_tell_of(
    papers: Program, days: tuple[str, str], within: str, rows: set[Told]
) -> None:
    found = compared(papers, *days, "--in", within)
    assert {(row["what"], row["name"], row["old_name"]) for row in found["rows"]} == rows


def test_who_moves_out_of_a_town_leaves_it_and_comes_into_another(papers: Program) -> None:
    left = compared(papers, "2013", "2020", "--in", "松林镇")["sums"]
    came = compared(papers, "2013", "2020", "--in", "柳林镇")["sums"]
    assert (left["left"], left["came"], came["left"], came["came"]) == (1, 0, 0, 1)


def test_a_unit_of_a_register_stands_as_its_table_says(register: Program) -> None:
    rows = json.loads(register("places", "--as-of", "2008-12-31", "--in", "S:T", "--json").out)
    assert {row["code"] for row in rows} == {"T", "3", "6", "8", "9"}
    within_year = json.loads(register("places", "--as-of", "2016-05-05", "--in", "S:15", "--json").out)
    assert {(row["code"], row["existed"]) for row in within_year} == {("5", "unknown"), ("15", "unknown")}


def test_what_lies_in_a_town_lies_in_it_whatever_it_is_called(plangraph: Program, home: Path) -> None:
    rows = ("2004-01-01,乐县/甲镇/旧村,乐县/甲镇/二村,rename", "2010-01-01,乐县/甲镇,乐县/甲新镇,rename")
    (home / "e.csv").write_text("\n".join(["date,old_name,new_name,kind", *rows, ""]), encoding="utf-8")
    assert plangraph("load", "e.csv").code == 0
    for town in ("甲镇", "甲新镇"):
        assert compared(plangraph, "2006", "2020", "--in", town)["sums"]["kept"] == 2
        found = json.loads(plangraph("places", "--as-of", "2006", "--in", town, "--json").out)
        assert [row["name"] for row in found] == ["甲镇", "二村"]


def test_what_became_of_the_units_of_a_register(register: Program) -> None:
    found = compared(register, "2000-01-01", "2020-01-01")
    assert {(row["what"], row["code"], row["old_code"]) for row in found["rows"]} == {
        ("vanished", "2", "2"),
        ("vanished", "7", "7"),
        ("new", "3", ""),
        ("renamed", "8", "8"),
        ("moved", "9", "9"),
        ("recoded", "16", "6"),
        ("recoded", "15", "5"),
    }
    assert found["sums"] | {} == {
        "before": 9,
        "vanished": 2,
        "left": 0,
        "kept": 7,
        "renamed": 1,
        "moved": 1,
        "recoded": 2,
        "new": 1,
        "came": 0,
        "after": 8,
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--between", "2020", "2000"), "--between ends before it begins: 2020-12-31..2000-12-31."),
        (("--between", "soon", "2000"), "--between is no day: soon (a day is written 2021-12-31)."),
        (("--as-of", "2019-02-30"), "--as-of: there is no such day as 2019-02-30."),
        (("--as-of", "2019", "--between", "2019", "2020"), "--as-of and --between are not asked together."),
    ],
)
def test_days_that_cannot_be_asked_for_are_refused(papers: Program, words: tuple[str, ...], said: str) -> None:
    run = papers("--lang", "en", "places", *words)
    assert (run.code, run.out, run.err.strip()) == (2, "", said)


def test_the_sums_are_a_sentence_beside_the_table(papers: Program) -> None:
    run = papers("--lang", "en", "places", "--between", "2000", "2020", "--in", "松林镇")
    assert "5 places on 2000-12-31 = 2 vanished + 1 moved out + 2 kept; 3 on 2020-12-31 = 2 kept + 1 new" in run.err
