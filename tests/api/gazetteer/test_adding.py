"""The command on the gazetteer: lists are added, listed and removed, and what is wrong is said in a sentence."""

import json
from pathlib import Path

import pytest

from api.cli.commands.gazetteer import SCHEME
from tests.api.conftest import Program, Run

TOWN = "code,name\n510923,大英县\n510923100,蓬莱镇\n"
VILLAGES = "code,name\n510923100208,福寿村委会\n510923100214,忠荣村委会\n"


@pytest.fixture
def kept(plangraph: Program, home: Path) -> Program:
    """The program in English, in a folder with the files of a list."""
    (home / "towns.csv").write_text(TOWN, encoding="utf-8")
    (home / "villages.csv").write_text(VILLAGES, encoding="utf-8")

    def run(*words: str | Path) -> Run:
        return plangraph("--lang", "en", "gazetteer", *words)

    return run


def test_a_list_is_added_listed_and_removed(kept: Program, home: Path) -> None:
    added = kept("add", "towns.csv", "villages.csv", "--day", "2019-10-31")
    assert (added.code, added.out) == (0, "")
    assert added.err == f"4 places of {SCHEME} for 2019-10-31 are kept in plangraph.lbug.gazetteer.\n"
    [row] = json.loads(kept("list", "--json").out)
    assert row == {
        "scheme": SCHEME,
        "listed_on": "2019-10-31",
        "provinces": 0,
        "cities": 0,
        "counties": 1,
        "towns": 1,
        "villages": 2,
        "files": ["towns.csv", "villages.csv"],
    }
    assert kept("remove", "--day", "2019-10-31").code == 0
    assert json.loads(kept("list", "--json").out) == []
    assert not (home / "plangraph.lbug").exists(), "it needs no store, and makes none"


def test_the_same_list_twice_is_known_and_another_one_of_the_day_is_refused(kept: Program) -> None:
    assert kept("add", "villages.csv", "--day", "2019-10-31").code == 0
    again = kept("add", "villages.csv", "--day", "2019-10-31")
    assert (again.code, again.err) == (0, "The list of NBS for 2019-10-31 is there already.\n")
    other = kept("add", "towns.csv", "--day", "2019-10-31")
    assert other.code == 2
    assert "There is another list of NBS for 2019-10-31: remove that first" in other.err
    assert len(json.loads(kept("list", "--json").out)) == 1


def test_the_list_of_another_day_is_refused_unless_it_is_meant(kept: Program) -> None:
    kept("add", "villages.csv", "--day", "2019-10-31")
    wrong = kept("add", "villages.csv", "--day", "2020-06-30")
    assert wrong.code == 1
    assert "villages.csv: these bytes are the list of NBS for 2019-10-31 already" in wrong.err
    assert kept("add", "villages.csv", "--day", "2020-06-30", "--unchanged").code == 0
    assert kept("add", "villages.csv", "--day", "2020-06-30", "--scheme", "MCA").code == 0
    days = [(row["scheme"], row["listed_on"]) for row in json.loads(kept("list", "--json").out)]
    assert days == [("MCA", "2020-06-30"), ("NBS", "2019-10-31"), ("NBS", "2020-06-30")]


def test_a_list_that_ends_before_the_nearest_one_may_be_cut_off(kept: Program, home: Path) -> None:
    kept("add", "villages.csv", "--day", "2019-10-31")
    (home / "short.csv").write_text("code,name\n510923100208,福寿村委会\n", encoding="utf-8")
    told = kept("add", "short.csv", "--day", "2020-06-30").err
    assert "The list ends with 510923100208, that of 2019-10-31 with 510923100214: it may be cut off." in told


def test_rows_left_out_are_told_up_to_a_few(kept: Program, home: Path) -> None:
    rows = "".join(f"x{number},甲村\n" for number in range(7))
    (home / "rows.csv").write_text(VILLAGES + rows, encoding="utf-8")
    told = kept("add", "rows.csv", "--day", "2019-10-31").err.splitlines()
    assert "rows.csv, row 4: left out, x0 is no code, or a name is missing." in told
    assert told[-1] == "… and 2 more rows left out."


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("add", "villages.csv"), 2, "The day of the list is missing"),
        (("add", "villages.csv", "--day", "2019"), 2, "A list is of one day, not of 2019"),
        (("add", "villages.csv", "--day", "x"), 2, "--day is no day"),
        (("add", "--day", "2019-10-31"), 2, "Write add and the files of a list"),
        (("look",), 2, "Write add and the files of a list"),
        (("add", "missing.csv", "--day", "2019-10-31"), 1, "missing.csv: "),
        (("list",), 1, "There is no gazetteer at plangraph.lbug.gazetteer"),
        (("remove", "--day", "2019-10-31"), 1, "There is no gazetteer at plangraph.lbug.gazetteer"),
        (
            ("add", "villages.csv", "--day", "2019-10-31", "--store", ":memory:"),
            2,
            "A store in memory has no gazetteer",
        ),
        (("add", "villages.csv", "--day", "2019-10-31", "--store", "no/s.lbug"), 1, "its folder is not there"),
    ],
)
def test_wrong_usage_is_one_sentence(kept: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    run = kept(*words)
    assert run.code == code
    assert sentence in run.err
    assert "Traceback" not in run.err


def test_a_list_without_a_place_is_refused(kept: Program, home: Path) -> None:
    (home / "none.csv").write_text("code,name\nx,甲村\n", encoding="utf-8")
    run = kept("add", "none.csv", "--day", "2019-10-31")
    assert (run.code, run.err) == (1, "none.csv: the list names no place\n")
