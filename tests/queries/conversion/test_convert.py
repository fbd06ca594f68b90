"""Lists of places of one day as those of another: what became of each, and what is said where that is not told."""

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.derive.build import build
from graph.errors import UsageError
from queries.conversion.convert import Conversion
from queries.conversion.finding import PlaceCell
from tests.effort import examples
from tests.graph.places.histories import papers
from tests.graph.places.test_lasting import COUNTY, TOWN, Said, moved, on
from tests.graph.saying import change
from tests.queries.conversion.stated import EARLY, LATE, became, known_of, register_facts, told
from tests.queries.periods.closure import Closure, standing
from tests.queries.periods.histories import history
from tests.queries.periods.told import rows

SPLIT = "2010-01-01 split 1:甲 2:乙\n2010-01-01 split 1:甲 3:丙"
ONWARD, BACK = Conversion(EARLY, LATE, "S"), Conversion(LATE, EARLY, "S")


@pytest.mark.parametrize(
    ("events", "code", "onward", "back"),
    [
        ("2010-01-01 rename 1:甲 1:新甲", "1", ["1 新甲: renamed"], ["1 甲: renamed"]),
        ("2010-01-01 recode 1:甲 2:甲", "1", ["2 甲: recoded"], ["not alive on A"]),
        ("2010-01-01 absorb 1:甲 2:乙", "1", ["2 乙: merged"], ["not alive on A"]),
        ("2010-01-01 absorb 1:甲 2:乙", "2", ["2 乙: same"], ["1 甲: merged", "2 乙: same"]),
        (SPLIT, "1", ["2 乙: divided", "3 丙: divided"], ["not alive on A"]),
        (SPLIT, "2", ["not alive on A"], ["1 甲: divided"]),
        ("2010-01-01 abolish 1:甲 -", "1", ["no successor stated"], ["not alive on A"]),
        ("2010-01-01 create - 1:甲", "1", ["not alive on A"], ["no successor stated"]),
        ("2005-01-01 merge 1:甲 3:丙\n2005-01-01 merge 2:乙 3:丙\n2012-01-01 restore 3:丙 1:甲", "1",
         ["1 甲: restored"], ["1 甲: restored"]),
        ("2010-01-01 split_off 1:甲 2:乙\n2012-01-01 abolish 1:甲 -", "1", ["2 乙: part, part"], ["not alive on A"]),
        ("2025-01-01 abolish 1:甲 -", "1", ["1 甲: same"], ["1 甲: same"]),
        ("2010-01-01 rename 1:甲 1:新甲", "9", ["not found"], ["not found"]),
        ("2010-01-01 rename 1:甲 1:新甲", " \u3000", ["empty cell"], ["empty cell"]),
        ("2010-01-01 rename 1:甲 1:新甲", "S:1", ["1 新甲: renamed"], ["1 甲: renamed"]),
        ("2010-01-01 rename 1:甲 1:新甲", "T:1", ["not found"], ["not found"]),
    ],
)  # fmt: skip
def test_a_code_of_one_day_is_told_on_the_other(events: str, code: str, onward: list[str], back: list[str]) -> None:
    known = known_of(register_facts(rows(events)))
    assert [became(known, one) for one in told(known, [code], ONWARD)] == [onward]
    assert [became(known, one) for one in told(known, [code], BACK)] == [back]


def test_parts_are_told_where_they_are_asked_for() -> None:
    known = known_of(register_facts(rows("2010-01-01 split_off 1:甲 2:乙")))
    whole, parted = (told(known, ["1"], Conversion(EARLY, LATE, "S", (), parts))[0] for parts in (False, True))
    assert became(known, whole) == ["1 甲: same"]
    assert became(known, parted) == ["1 甲: same", "2 乙: part, part"]


def test_an_arrival_names_the_changes_and_the_rows_that_say_so() -> None:
    known = known_of(register_facts(rows("2005-01-01 absorb 1:甲 2:乙\n2010-01-01 recode 2:乙 3:乙")))
    [[arrival]] = [one.arrivals for one in told(known, ["1"], ONWARD)]
    assert (len(arrival.changes), len(arrival.passages)) == (2, 2)


def test_every_cell_is_answered_in_its_place_also_one_that_comes_twice() -> None:
    known = known_of(register_facts(rows("2010-01-01 recode 1:甲 2:甲\n2010-01-01 recode 3:乙 4:乙")))
    answers = told(known, ["3", "1", "x", "3"], ONWARD)
    assert [one.cell.typed for one in answers] == ["3", "1", "x", "3"]
    assert [became(known, one)[0] for one in answers] == [
        "4 乙: recoded",
        "2 甲: recoded",
        "not found",
        "4 乙: recoded",
    ]


def test_one_day_is_no_conversion() -> None:
    with pytest.raises(UsageError, match="same day"):
        told(known_of(register_facts([])), ["1"], Conversion(EARLY, EARLY))


PROPOSED = TOWN, change(1, "己村:ends 庚村:ends", "辛村:created", level="village")


def stated(*said: Said) -> list[Said]:
    return [(place, one) for place, one in said]


PAPERS: list[Said] = [
    on("2006-01-01", TOWN, "甲村 乙村", "丙村"),
    on("2012-01-01", TOWN, "丙村", "甲村 乙村"),
    moved("2007-01-01", TOWN, "丁村:continues:第3组", "戊村:receives", "丁村"),
    on("2008-01-01", TOWN, "子村", "丑村"),
    moved("2009-01-01", COUNTY, "寅村:moved", "隆盛镇:receives", "蓬莱镇"),
    on("2011-01-01", f"{COUNTY}/隆盛镇", "甲村 卯村", "辰村"),
]
NAMES = Conversion(EARLY, LATE)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        # A merger that was undone gives each of the two its own land.
        (PlaceCell("甲村", "蓬莱镇"), ["甲村: restored"]),
        (PlaceCell("大英县/蓬莱镇/乙村"), ["乙村: restored"]),
        (PlaceCell("丁村"), ["丁村: same"]),
        (PlaceCell("子 村"), ["丑村: renamed"]),
        # Two villages of one name, of two towns.
        (PlaceCell("甲村"), ["ambiguous name"]),
        (PlaceCell("甲村", "隆盛镇"), ["辰村: merged"]),
        (PlaceCell("甲村", "西镇"), ["not found"]),
        (PlaceCell("蓬莱镇甲村"), ["甲村: restored"]),
        (PlaceCell("甲甲村"), ["not found"]),
        (PlaceCell("丑村"), ["not alive on A"]),
    ],
)
def test_a_name_is_told_on_the_other_day_or_it_is_said_why_not(cell: PlaceCell, expected: list[str]) -> None:
    known = known_of(build(papers(PAPERS, list(range(len(PAPERS))))))
    assert [became(known, one) for one in told(known, [cell], NAMES)] == [expected]


def test_a_name_that_is_not_below_the_place_above_is_told_elsewhere() -> None:
    known = known_of(build(papers(PAPERS, list(range(len(PAPERS))))))
    cells = [PlaceCell("甲村", "西镇"), PlaceCell("卯村", "蓬莱镇"), PlaceCell("卯卯村", "蓬莱镇"), PlaceCell("卯卯村")]
    found = [[known.way(one) for one in row.found.candidates] for row in told(known, cells, NAMES)]
    assert sorted(found[0]) == ["青石市/大英县/蓬莱镇/甲村", "青石市/大英县/隆盛镇/甲村"]
    assert found[1:] == [["青石市/大英县/隆盛镇/卯村"], [], []]


def test_a_village_that_is_moved_is_the_same_village() -> None:
    known = known_of(build(papers(PAPERS, list(range(len(PAPERS))))))
    assert [became(known, one) for one in told(known, ["寅村"], NAMES)] == [["寅村: moved"]]
    assert [became(known, one) for one in told(known, ["寅村"], Conversion(LATE, EARLY))] == [["寅村: moved"]]


def test_a_list_is_narrowed_to_a_place() -> None:
    known = known_of(build(papers(PAPERS, list(range(len(PAPERS))))))
    [town] = {row["lasting_id"] for row in known.all.values() if row["name"] == "隆盛镇"}
    inside = Conversion(EARLY, LATE, within=(town,))
    assert [became(known, one) for one in told(known, ["甲村", "丁村"], inside)] == [["辰村: merged"], ["not found"]]


def test_what_is_only_proposed_and_what_has_no_day_is_said() -> None:
    place, proposed = PROPOSED
    undated = on("", TOWN, "午村", "未村")
    said = [(place, replace(proposed, status="proposed")), undated]
    known = known_of(build(papers(said, list(range(len(said))))))
    answers = told(known, ["己村", "辛村", "午村", "未村"], NAMES)
    assert [became(known, one) for one in answers] == [
        ["己村: not yet carried out"],
        ["not yet carried out"],
        ["date not stated"],
        ["date not stated"],
    ]


@settings(deadline=None, max_examples=examples(60))
@given(st.integers(0, 100_000), st.booleans())
def test_a_whole_register_is_told_as_the_plain_closure_tells_it(seed: int, parts: bool) -> None:  # noqa: FBT001
    events = history(seed)
    closure, known = Closure(events, []), known_of(register_facts(events))
    first, last = "2000-12-31", "2003-06-01"
    after: dict[bool, dict[str, set[str]]] = {}
    before: dict[bool, defaultdict[str, set[str]]] = {False: defaultdict(set), True: defaultdict(set)}
    for how in (False, True):
        after[how] = {code: closure.after(code, first, last, parts=how) for code in standing(closure, first)}
        for code, there in after[how].items():
            for one in there:
                before[how][one].add(code)
    for days, answers, codes in (
        ((first, last), after, list(after[parts])),
        ((last, first), before, standing(closure, last)),
    ):
        for code, row in zip(codes, told(known, codes, Conversion(*days, "S", (), parts)), strict=True):
            # What only parts join is told where nothing else is.
            expected = answers[parts].get(code) or answers[True].get(code, set())
            assert {known.all[one.period]["code"] for one in row.arrivals if one.period} == expected
