"""A change whole, where a lineage begins, all names of a place, and the rows of a lineage as a tree, by the program."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Prepare, Program

PAPER = """大英县蓬莱镇村级建制沿革
2006年1月1日，撤销甲村、乙村，设立丙村。
2010年6月1日，丙村更名为丁村。
2012年3月1日，撤销丁村，设立戊村、己村。
2015年5月1日，辛村、壬村划归隆盛镇。
"""
EVENTS = """date,old_id,old_name,new_id,new_name,kind
2005-01-01,1,Aville,3,Cville,merge
2005-01-01,2,Bville,3,Cville,merge
2008-01-01,3,Cville,3,Dville,rename
2010-01-01,3,Dville,13,Dville,recode
2011-01-01,9,Kville,13,Dville,absorb
"""


@pytest.fixture
def told(plangraph: Program, home: Path, prepare: Prepare) -> Program:
    """The program, in a folder where a paper and a register are loaded."""

    def make() -> None:
        (home / "沿革.txt").write_text(PAPER, encoding="utf-8")
        (home / "events.csv").write_text(EVENTS, encoding="utf-8")
        assert plangraph("load", "沿革.txt", "events.csv", "--scheme", "S").code == 0

    prepare("lineage forms", make)
    return plangraph


def rows_of(told: Program, *words: str) -> list[dict[str, Any]]:
    run = told("lineage", *words, "--json")
    assert (run.code, run.err) == (0, "")
    rows: list[dict[str, Any]] = json.loads(run.out)
    return rows


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("戊村", ["乙村", "甲村"]),
        ("丙村", ["乙村", "甲村"]),
        ("甲村", ["甲村"]),
        ("S:13", ["Aville", "Bville", "Kville"]),
    ],
)
def test_a_lineage_begins_with_places_that_nothing_came_before(told: Program, place: str, found: list[str]) -> None:
    assert sorted(row["name"] for row in rows_of(told, place, "--roots")) == found


def test_all_names_and_codes_of_a_place_with_their_times(told: Program) -> None:
    rows = rows_of(told, "S:13", "--names")
    assert [(row["name"], row["code"], row["since"], row["until"]) for row in rows] == [
        ("Cville", "3", "2005-01-01", "2008-01-01"),
        ("Dville", "3", "2008-01-01", "2010-01-01"),
        ("Dville", "13", "2010-01-01", ""),
    ]
    rows = rows_of(told, "丁村", "--names")
    assert [(row["name"], row["place"], row["since"]) for row in rows] == [
        ("丙村", "蓬莱镇", "2006-01-01"),
        ("丁村", "蓬莱镇", "2010-06-01"),
    ]


def test_a_change_is_told_whole_with_its_siblings(told: Program) -> None:
    changes = {tuple(row["after"]): row["change_id"] for row in json.loads(told("changes", "--json").out)}
    rows = rows_of(told, "--event", changes["己村", "戊村"])
    assert [(row["from_name"], row["to_name"], row["to_role"]) for row in rows] == [
        ("丁村", "己村", "created"),
        ("丁村", "戊村", "created"),
    ]
    moved = next(change for after, change in changes.items() if "隆盛镇" in after)
    assert [(row["from_name"], row["to_name"], row["from_place"]) for row in rows_of(told, "--event", moved)] == [
        ("壬村", "壬村", "蓬莱镇"),
        ("壬村", "隆盛镇", "蓬莱镇"),
        ("辛村", "辛村", "蓬莱镇"),
        ("辛村", "隆盛镇", "蓬莱镇"),
    ]
    rows = rows_of(told, "--event", changes["Cville",])
    assert [(row["from_code"], row["to_code"], row["sources"]) for row in rows] == [
        ("1", "3", ["events.csv:2"]),
        ("2", "3", ["events.csv:3"]),
    ]


@pytest.mark.parametrize("place", ["戊村", "S:13", "甲村", "S:1"])
def test_the_rows_of_a_lineage_are_a_tree(told: Program, place: str) -> None:
    rows = rows_of(told, place)
    by_id = {row["place_id"]: row for row in rows}
    for row in rows:
        assert row["to_code"] == row["code"]
        if row["direction"] == "self":
            assert (row["from_id"], row["from_code"]) == ("", "")
        else:
            parent = by_id[row["from_id"]]
            assert parent["depth"] < row["depth"]
            assert parent["direction"] in {"self", row["direction"]}
            assert row["from_code"] == parent["code"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--event", "nothing"], 1, "There is no change with the id nothing."),
        ([], 2, "Missing argument 'PLACE'."),
        (["甲村", "--roots", "--names"], 2, "Ask for one of --event (without a place), --roots, --names and --at."),
        (["甲村", "--event", "x"], 2, "Ask for one of --event (without a place), --roots, --names and --at."),
        (["没有村", "--names"], 1, "There is no place 没有村 here."),
    ],
)
def test_what_cannot_be_asked_is_said(told: Program, words: list[str], code: int, said: str) -> None:
    run = told("--lang", "en", "lineage", *words)
    assert (run.code, run.out, run.err.strip()) == (code, "", said)
