"""Registers from their tables to answers, by the program."""

import json
from pathlib import Path

import pytest

from tests.api.conftest import Prepare, Program

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
def told(plangraph: Program, home: Path, prepare: Prepare) -> Program:
    """The program, in a folder where a small register is loaded."""

    def make() -> None:
        (home / "events.csv").write_text(EVENTS, encoding="utf-8")
        (home / "units.csv").write_text(UNITS, encoding="utf-8")
        assert plangraph("load", "events.csv", "--units", "units.csv", "--scheme", "S").code == 0

    prepare("register", make)
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


def test_tables_out_of_a_store_are_loaded_to_the_same_answers_and_bytes(told: Program, home: Path) -> None:
    for name in ("events", "units"):
        assert told("export", name, "--out", f"out/{name}.csv").code == 0
    run = told("load", "out/events.csv", "--units", "out/units.csv", "--store", "again.lbug")
    assert run.code == 0
    for name in ("events", "units"):
        again = told("export", name, "--store", "again.lbug")
        written = (home / "out" / f"{name}.csv").read_text(encoding="utf-8-sig")
        assert again.out.splitlines() == written.splitlines()
        assert written.count("\n") > 3
    words = ("S:2", "--as-of", "2000", "--at", "2020")
    assert [(row["to_code"], row["how"]) for row in asked(told, *words, "--store", "again.lbug")] == [("3", "merged")]
    assert told("check", "--store", "again.lbug").code == 0
    assert told("verify", "--store", "again.lbug").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "units", "--out", "u.pdf"], "A table of places is a file that ends in .csv or .xlsx, not in .pdf."),
        (["export", "events", "--in", "S:1"], "export events gives the whole graph: it takes no leader"),
    ],
)
def test_tables_that_cannot_be_written_are_refused(told: Program, home: Path, words: list[str], said: str) -> None:
    run = told("--lang", "en", *words)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not (home / "u.pdf").exists()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("old_name,new_name,kind\n甲村,乙村,merge\n", "an event table needs a column date"),
        ("date,old_name,new_name\n2012-02-30,甲村,乙村\n", "row 2: 2012-02-30 is no date"),
        ("date,old_name,new_name\n2012-05/2012-03,甲村,乙村\n", "row 2: 2012-05/2012-03 is no date"),
        (
            "event,date,old_name,new_name\nx,2012,甲村,丙村\nx,2013,乙村,丙村\n",
            "rows 2 and 3 name one event (x) and differ in its day or state",
        ),
        ("id,name,valid_from,valid_to\n1,甲,2000,2010\n1,乙,2005,\n", "rows 2 and 3: 1 stands twice at one time"),
        (
            "date,old_id,new_id\n2012,510923100263,510923100264\n2012,51092310026,510923100265\n",
            "row 3: 51092310026 has one digit less than the other codes, which have 12",
        ),
        ("date,old_id,new_id\n2012,5.10923E+11,510923100264\n", "row 2: 5.10923E+11 is a code that a program"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused_in_one_sentence(
    plangraph: Program, home: Path, table: str, said: str
) -> None:
    (home / "t.csv").write_text(table, encoding="utf-8")
    run = plangraph("--lang", "en", "load", "t.csv")
    assert run.code == 1
    assert said in run.out + run.err


def test_a_table_tells_of_places_by_name_as_papers_do(plangraph: Program, home: Path) -> None:
    (home / "沿革.txt").write_text("大英县蓬莱镇村级建制沿革\n2006年1月1日，甲村并入乙村。\n", encoding="utf-8")
    (home / "t.csv").write_text(
        "date,old_name,new_name,kind\n"
        "2012-03-01,大英县/蓬莱镇/乙村,大英县/蓬莱镇/丙村,merge\n"
        "2012-03-01,大英县/蓬莱镇/丁村,大英县/蓬莱镇/丙村,merge\n"
        "2015-01-01,大英县/蓬莱镇/丙村,大英县/蓬莱镇/戊村,split\n"
        "2015-01-01,大英县/蓬莱镇/丙村,大英县/蓬莱镇/己村,split\n"
        "2016-01-01,大英县/蓬莱镇/戊村,大英县/隆盛镇,transfer\n"
        ",,,\n",
        encoding="utf-8",
    )
    assert plangraph("load", "沿革.txt", "t.csv").code == 0
    rows = asked(plangraph, "大英县/蓬莱镇/甲村", "--forward")
    assert [(row["name"], row["share"], row["kind"]) for row in rows[1:]] == [
        ("乙村", "whole", "absorb"),
        ("丙村", "whole", "merge"),
        ("己村", "unknown", "split"),
        ("戊村", "unknown", "split"),
        ("戊村", "unknown", "transfer"),
    ]
    assert rows[-1]["place"] == "隆盛镇"
    assert rows[2]["sources"] == ["t.csv:2", "t.csv:3"]
    unread = json.loads(plangraph("unread", "t.csv", "--json").out)
    assert unread == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t"])
def test_an_event_table_may_have_a_chinese_header(plangraph: Program, home: Path, encoding: str, sign: str) -> None:
    table = "日期,原代码,原名称,现代码,现名称,类型\n2019-12-30,510923100201,福寿村,510923100263,福荣村,merge\n"
    table += "2019-12-30,510923100202,忠荣村,510923100263,福荣村,merge\n"
    (home / "变更表.csv").write_bytes(table.replace(",", sign).encode(encoding))
    assert plangraph("load", "变更表.csv", "--scheme", "NBS").code == 0
    rows = asked(plangraph, "NBS:510923100202", "--as-of", "2018", "--at", "2020")
    assert [(row["to_code"], row["name"], row["how"]) for row in rows] == [("510923100263", "福荣村", "merged")]


def test_a_village_table_of_a_paper_is_no_register(plangraph: Program, home: Path) -> None:
    (home / "对照表.csv").write_text("调整前村名,调整后村名\n甲村、乙村,丙村\n", encoding="utf-8")
    assert plangraph("load", "对照表.csv").code == 0
    [change] = json.loads(plangraph("changes", "--json").out)
    assert (change["before"], change["after"]) == (["乙村", "甲村"], ["丙村"])
