"""A table of places converted from one day to another, by the program."""

import csv
import io
import json
import random
from collections import Counter
from pathlib import Path

import pytest

from loaders.formats.xlsx.workbook import read_workbook
from tests.api.cli.test_registers import EVENTS, UNITS
from tests.api.conftest import Program, Run
from tests.api.conversion.test_user_table import workbook

TABLE = "code,name,人口\n1,Aville,5\n2,Bville,7\n7,Gville,=1+1\n9,?,1\n,,\n"
DAYS = ("--from", "2000", "--to", "2020-01-01")
ADDED = ["to_name", "to_code", "to_id", "to_parent", "how", "share", "events", "sources"]


@pytest.fixture
def told(plangraph: Program, home: Path) -> Program:
    """The program, in a folder with a small register that is loaded, and a table."""
    (home / "events.csv").write_text(EVENTS, encoding="utf-8")
    (home / "units.csv").write_text(UNITS, encoding="utf-8")
    (home / "table.csv").write_text(TABLE, encoding="utf-8")
    assert plangraph("load", "events.csv", "--units", "units.csv", "--scheme", "S").code == 0

    def run(*words: str | Path) -> Run:
        return plangraph("--lang", "en", "convert", *words)

    return run


def rows(path: Path, sign: str = ",") -> list[list[str]]:
    """The rows of a table that was written."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=sign))


def test_each_row_is_kept_in_its_place_with_what_its_place_became(told: Program, home: Path) -> None:
    run = told("table.csv", "--column", "code", "--code", "S", *DAYS, "--out", "out.csv", "--report", "report.json")
    header, *found = rows(home / "out.csv")
    assert run.code == 0
    assert header == ["code", "name", "人口", *ADDED]
    assert [[*row[:5], *row[7:9]] for row in found] == [
        ["1", "Aville", "5", "Aville", "1", "restored", "whole"],
        ["2", "Bville", "7", "Cville", "3", "merged", "whole"],
        # A cell that a spreadsheet would take for a formula is made harmless, as in every table that is given out.
        ["7", "Gville", "'=1+1", "Gville", "7", "same", "whole"],
        ["9", "?", "1", "", "", "not found", ""],
        ["", "", "", "", "", "empty cell", ""],
    ]
    assert found[1][10] == "events.csv:3"
    assert "5 rows from 2000-12-31 to 2020-01-01: same 1, merged 1, restored 1, not found 1, empty cell 1." in run.err
    assert "row 5, 9: not found" in run.err
    report = json.loads((home / "report.json").read_text("utf-8"))
    assert report["counts"] == {"same": 1, "merged": 1, "restored": 1, "not found": 1, "empty cell": 1}
    assert report["rows_of"]["restored"] == [2]
    assert [one["row"] for one in report["untold"]] == [5, 6]


def test_names_are_converted_backwards_into_several_rows(told: Program, home: Path) -> None:
    (home / "later.tsv").write_text("place\tn\nCville\t3\nAville\t4\n", encoding="gb18030")
    run = told("later.tsv", "--column", "place", "--from", "2008", "--to", "2000", "--out", "out.tsv")
    assert run.code == 0
    assert [[*row[:4], row[6]] for row in rows(home / "out.tsv", "\t")[1:]] == [
        ["Cville", "3", "Aville", "1", "merged"],
        ["Cville", "3", "Bville", "2", "merged"],
        ["Aville", "4", "", "", "not alive on A"],
    ]


def test_a_workbook_gives_a_workbook_with_its_numbers_and_sums_on_a_sheet(told: Program, home: Path) -> None:
    cells: list[list[object]] = [["2000 年人口"], ["code", "n"], [1, 5], [2, 7], ["=7", 1]]
    (home / "in.xlsx").write_bytes(workbook(cells))
    words = ("in.xlsx", "--column", "code", "--code", "S", "--from", "2000", "--to", "2008", "--sum", "n")
    assert told(*words, "--out", "out.xlsx").code == 0
    assert told(*words, "--out", "again.xlsx").code == 0
    content = (home / "out.xlsx").read_bytes()
    assert content == (home / "again.xlsx").read_bytes()
    sheet, sums = read_workbook(content)
    assert [[cell.text for cell in row.cells] for row in sheet.rows[:2]] == [["2000 年人口"], ["code", "n", *ADDED]]
    assert [[cell.number for cell in row.cells[:2]] for row in sheet.rows[2:4]] == [[1, 5], [2, 7]]
    assert [[cell.text for cell in row.cells] for row in sums.rows][1][-2:] == ["2", "12"]


def test_sums_over_a_division_need_weights(told: Program, home: Path) -> None:
    (home / "later.csv").write_text("code,n\n3,100\n7,5\n", encoding="utf-8")
    (home / "weights.csv").write_text("old,new,ratio\n3,1,0.25\n3,Cville,3/4\n", encoding="utf-8")
    words = ("later.csv", "--column", "code", "--code", "S", "--from", "2008", "--to", "2020", "--sum", "n")
    run = told(*words, "--out", "out.csv")
    assert "row 2, 3: left out of the sums: it is not in one place whole" in run.err
    assert [row[1:2] + row[-1:] for row in rows(home / "out-sums.csv")[1:]] == [["7", "5"]]
    run = told(*words, "--out", "out.csv", "--weights", "weights.csv")
    assert "Figures of 2 rows were added up for 3 places; 0 rows were left out." in run.err
    assert [row[1:2] + row[-1:] for row in rows(home / "out-sums.csv")[1:]] == [["1", "25"], ["3", "75"], ["7", "5"]]


def test_a_name_that_is_not_below_its_place_above_is_told_with_those_that_bear_it_elsewhere(
    plangraph: Program, home: Path, root: Path
) -> None:
    assert plangraph("load", root / "examples" / "mergers.txt").code == 0
    (home / "t.csv").write_text("村,乡镇\n古井村,隆盛镇\n", encoding="utf-8")
    words = ("t.csv", "--column", "村", "--parent", "乡镇", "--from", "2019-01-01", "--to", "2022", "--out", "o.csv")
    run = plangraph("--lang", "en", "convert", *words, "--report", "r.json")
    assert run.code == 0
    assert "row 2, 古井村: not found (not below the place that its row names; elsewhere: " in run.err
    [untold] = json.loads((home / "r.json").read_text("utf-8"))["untold"]
    assert [one.endswith("蓬莱镇/古井村") for one in untold["candidates"]] == [True]
    assert rows(home / "o.csv")[1][2:7] == ["", "", "", "", "not found"]


def test_a_sum_that_lacks_a_row_says_so_and_why(plangraph: Program, home: Path) -> None:
    lines = [
        "date,old_id,old_name,new_id,new_name,kind",
        "2010-01-01,1,甲,2,乙,split_off",
        "2010-01-01,3,丙,2,乙,absorb",
    ]
    (home / "events.csv").write_text("\n".join(lines), encoding="utf-8")
    (home / "t.csv").write_text("code,n\n1,8\n3,5\n", encoding="utf-8")
    assert plangraph("load", "events.csv", "--scheme", "S").code == 0
    words = ("t.csv", "--column", "code", "--code", "S", *DAYS, "--sum", "n", "--out", "o.csv", "--report", "r.json")
    run = plangraph("--lang", "zh", "convert", *words)
    header, row = rows(home / "o-sums.csv")
    assert header[4:] == ["rows", "missing", "left_out", "n"]
    assert row[4:] == ["1", "", "2", "5"]
    [told_sum] = json.loads((home / "r.json").read_text("utf-8"))["sums"]
    assert (told_sum["missing"], told_sum["left_out"]) == ([], [2])
    assert "乙的合计不全，第 2 行未计入：不是整体归于一处，又没有写明分配比例。" in run.err


def test_rows_are_told_as_json_without_a_file(told: Program) -> None:
    run = told("table.csv", "--column", "code", "--code", "S", *DAYS, "--json")
    found = json.loads(run.out)
    assert run.code == 0
    assert list(found[1]) == ["row", "typed", "above", *ADDED]
    assert [(one["row"], one["typed"], one["to_code"], one["how"]) for one in found] == [
        (2, "1", "1", "restored"),
        (3, "2", "3", "merged"),
        (4, "7", "7", "same"),
        (5, "9", "", "not found"),
        (6, "", "", "empty cell"),
    ]
    assert found[1]["sources"] == ["events.csv:3"]


def test_the_days_that_fit_are_told_and_nothing_is_written(told: Program, home: Path) -> None:
    run = told("table.csv", "--column", "name", "--from", "guess", "--json")
    found = json.loads(run.out)
    assert found[0] == {"first_day": "1990-01-01", "last_day": "2004-12-31", "found": 3, "clear": 3, "asked": 4}
    assert {path.name for path in home.glob("*.csv")} == {"events.csv", "units.csv", "table.csv"}
    assert "names that stand" in told("table.csv", "--column", "name", "--from", "guess").out
    run = told("table.csv", "--column", "人口", "--from", "guess")
    assert "No name of the column stands on any day." in run.err


TOLD = {"same", "merged"}
COMMON = ("table.csv", "--column", "code", "--code", "S")


REFUSED: list[tuple[tuple[str, ...], int, str]] = [
    ((*COMMON, *DAYS), 2, "A conversion needs --out."),
    ((*COMMON, "--from", "2000", "--out", "o.csv"), 2, "A conversion needs --to."),
    ((*COMMON, "--from", "2000", "--to", "2000-12-31", "--out", "o.csv"), 2,
     "--from and --to are the same day (2000-12-31): there is nothing to convert."),
    ((*COMMON, "--from", "soon", "--to", "2020", "--out", "o.csv"), 2, "--from is no day: soon"),
    ((*COMMON, *DAYS, "--out", "o.pdf"), 2, "o.pdf: a table is written as .csv, .tsv or .xlsx."),
    ((*COMMON, *DAYS, "--out", "table.csv"), 1,
     "table.csv is the file that is converted, or one that belongs to it: write to another."),
    ((*COMMON, *DAYS, "--out", "o.csv", "--report", "./o.csv"), 1,
     "o.csv is the file that is converted, or one that belongs to it: write to another."),
    ((*COMMON, *DAYS, "--out", "events.csv", "--force"), 1,
     "events.csv was loaded into the store plangraph.lbug: nothing is written over it."),
    ((*COMMON, "--column", "x", *DAYS, "--out", "o.csv"), 1, "There is no column x (there are: code, name, 人口)."),
    (("table.csv", "--column", "code", "--code", "T", *DAYS, "--out", "o.csv"), 1,
     "No codes of a scheme T are loaded (loaded: S)."),
    (("no.csv", "--column", "code", *DAYS, "--out", "o.csv"), 1, "no.csv: there is no such file."),
    ((*COMMON, *DAYS, "--in", "Nowhere", "--out", "o.csv"), 1, "There is no place Nowhere here."),
    ((*COMMON, *DAYS, "--sum", "人口", "--weights", "w.csv", "--out", "o.csv"), 1,
     "w.csv: the ratios of 1 sum up to 0.5, not to 1"),
    (("plangraph.lbug", "--column", "code", *DAYS, "--out", "o.csv"), 1, "plangraph.lbug: this is no table: take"),
]  # fmt: skip


def test_what_cannot_be_converted_is_said_in_one_sentence(told: Program, home: Path) -> None:
    (home / "w.csv").write_text("old,new,ratio\n1,3,0.5\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in home.glob("*.csv")}
    for words, code, said in REFUSED:
        run = told(*words)
        assert (run.code, run.out) == (code, ""), words
        assert run.err.startswith(said)
        assert run.err.count("\n") == 1
        assert {path.name: path.read_bytes() for path in home.glob("*.csv")} == before


def test_a_converted_table_is_not_converted_into_its_own_columns(told: Program) -> None:
    assert told(*COMMON, *DAYS, "--out", "o.csv").code == 0
    run = told("o.csv", "--column", "to_code", "--code", "S", "--from", "2020-01-01", "--to", "2000", "--out", "p.csv")
    assert (run.code, run.err.strip()) == (2, "The table has a column to_name already: give it another name.")


def test_codes_that_a_spreadsheet_has_rounded_are_said_and_ones_with_blanks_are_read(told: Program, home: Path) -> None:
    (home / "codes.csv").write_text("code\n5.10923E+11\n 7 \n\u3000\n", encoding="utf-8")
    run = told("codes.csv", "--column", "code", "--code", "S", *DAYS, "--out", "o.csv")
    assert [row[5] for row in rows(home / "o.csv")[1:]] == ["not found", "same", "empty cell"]
    assert "A spreadsheet has written 1 code as a number (5.10923E+11), and what was there is lost (rows 2)" in run.err


def test_a_day_after_all_that_is_told_is_said(told: Program) -> None:
    run = told(*COMMON, "--from", "2000", "--to", "2030", "--out", "o.csv")
    assert run.code == 0
    assert "Nothing is known after 2012-01-01: answers are as of that day." in run.err


def villages(home: Path, number: int) -> tuple[list[str], set[str]]:
    """The names of villages in tables of a register, in no order, and those that two of them bear; each tenth village
    is merged into the next one.
    """
    chance = random.Random(16)  # noqa: S311 - the same names every time
    stems = [chr(code) for code in range(0x4E00, 0x4E00 + 200)]
    names = [f"{stems[one // 200]}{stems[one % 200]}村" for one in range(number)]
    twice: set[str] = set()
    events = ["date,old_id,old_name,new_id,new_name,kind"]
    units = ["id,name,valid_from,valid_to"]
    for at, name in enumerate(names):
        units.append(f"{at},{name},1990-01-01,{'2010-01-01' if at % 10 == 0 else ''}")
        if at % 10 == 0:
            events.append(f"2010-01-01,{at},{name},{at + 1},{names[at + 1]},absorb")
        if at % 100 == 50:
            twice.add(name)
            units.append(f"{at + number},{name},1990-01-01,")
    (home / "events.csv").write_text("\n".join(events), encoding="utf-8")
    (home / "units.csv").write_text("\n".join(units), encoding="utf-8")
    chance.shuffle(names)
    return names, twice


@pytest.mark.slow
def test_a_long_column_with_misspelt_and_ambiguous_names_is_accounted_for_to_its_last_row(
    plangraph: Program, home: Path
) -> None:
    number = 10_000
    names, twice = villages(home, number)
    assert plangraph("load", "events.csv", "--units", "units.csv", "--scheme", "S").code == 0
    misspelt = set(range(0, number, 25))
    typed = [f"{name[0]}误{name[1:]}" if at in misspelt else name for at, name in enumerate(names)]
    (home / "table.csv").write_text("\n".join(["村", *typed]), encoding="utf-8")
    words = ("table.csv", "--column", "村", "--from", "2000", "--to", "2020", "--out", "o.csv", "--report", "r.json")
    assert plangraph("convert", *words).code == 0
    found = rows(home / "o.csv")[1:]
    assert [row[0] for row in found] == typed
    hows = [row[5] for row in found]
    for at, (name, how) in enumerate(zip(names, hows, strict=True)):
        if at in misspelt:
            assert how == "not found"
        elif name in twice:
            assert how == "ambiguous name"
        else:
            assert how in TOLD
    assert all(bool(row[1]) == (row[5] in TOLD) for row in found)
    report = json.loads((home / "r.json").read_text("utf-8"))
    assert report["counts"] == dict(Counter(hows))
    assert sorted(at for numbers in report["rows_of"].values() for at in numbers) == list(range(2, number + 2))
    assert [one["row"] for one in report["untold"]] == [at + 2 for at, how in enumerate(hows) if how not in TOLD]
