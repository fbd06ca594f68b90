"""Places over the years: what keeps being one place, and which change is which, told by papers of a few lines."""

from dataclasses import replace

import pytest

from graph.decisions.decisions import Decisions
from graph.derive.corpus import Corpus, corpus_of
from graph.statements import ChangeStatement
from tests.graph.places.histories import papers
from tests.graph.saying import change, merger

COUNTY = "青石市/大英县"
TOWN = f"{COUNTY}/蓬莱镇"
Said = tuple[str, ChangeStatement]


def on(day: str, place: str, before: str, after: str, level: str = "village") -> Said:
    """A row of a paper that speaks for a place."""
    return place, replace(merger(1, before, after, on=day), level=level)


def moved(day: str, place: str, before: str, after: str, giver: str, level: str = "village") -> Said:
    """A sentence by which something goes from a place to another."""
    said = change(1, before, after, givers=giver, level=level)
    return place, replace(said, on=day, earliest=day, latest=day)


def corpus(*said: Said) -> Corpus:
    lines = [(place, replace(one, source=merger(line, "", "").source)) for line, (place, one) in enumerate(said, 1)]
    return corpus_of(papers(lines, list(range(len(lines)))), Decisions())


def steps(known: Corpus) -> list[str]:
    """Each change as 甲 乙 → 丙, by the names of the periods on both sides with the number of each among its name."""
    numbers: dict[str, str] = {}
    count: dict[str, int] = {}
    for period in known.place_periods:
        count[period.name] = count.get(period.name, 0) + 1
        numbers[period.id] = f"{period.name}{count[period.name]}"
    return [
        f"{' '.join(sorted(numbers[one] for one, _, _ in event.before))} → "
        f"{' '.join(sorted(numbers[one] for one, _ in event.after))}"
        for event in known.events
        if event.happening.told[0].said.statement.level == "village"
    ]


CHAIN = [on("2005-03-01", TOWN, "甲村 乙村", "丙村")]
LATER: dict[str, list[Said]] = {
    "renamed": [
        on("2015-01-01", COUNTY, "蓬莱镇", "蓬莱街道", "town"),
        on("2020-05-01", f"{COUNTY}/蓬莱街道", "丙村 丁村", "戊村"),
    ],
    "moved": [
        moved("2015-01-01", "青石市", "蓬莱镇:moved", "西河县:receives", "大英县", "town"),
        on("2020-05-01", "青石市/西河县/蓬莱镇", "丙村 丁村", "戊村"),
    ],
    "merged": [
        on("2015-01-01", COUNTY, "蓬莱镇 回马镇", "新城镇", "town"),
        on("2020-05-01", f"{COUNTY}/新城镇", "丙村 丁村", "戊村"),
    ],
    "taken in": [
        on("2015-01-01", COUNTY, "蓬莱镇 回马镇", "回马镇", "town"),
        on("2020-05-01", f"{COUNTY}/回马镇", "丙村 丁村", "戊村"),
    ],
}


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_a_town_keeps_its_villages_whatever_becomes_of_it(later: list[Said]) -> None:
    known = corpus(*CHAIN, *later)
    assert steps(known) == ["乙村1 甲村1 → 丙村1", "丁村1 丙村1 → 戊村1"]
    heir = known.place_periods.at(later[1][0], "2021-01-01")
    last = known.place_periods.at(f"{later[1][0]}/戊村", "2021-01-01")
    assert known.place_periods.parent(last) == heir
    (first,) = known.place_periods.periods(known.place_periods.place(f"{TOWN}/丙村", "2006-01-01"))
    assert first.since is not None
    assert first.until is not None


def test_a_village_of_either_of_two_merged_towns_is_not_guessed() -> None:
    known = corpus(
        *CHAIN,
        on("2006-03-01", f"{COUNTY}/回马镇", "己村 庚村", "丙村"),
        *LATER["merged"],
    )
    assert steps(known)[-1] == "丁村1 丙村3 → 戊村1"


def test_a_village_that_stood_in_the_town_that_took_in_the_other_stays_its_own() -> None:
    known = corpus(*CHAIN, on("2006-03-01", f"{COUNTY}/回马镇", "己村 丙村", "丙村"), *LATER["taken in"])
    merged = known.events[-1].before
    own = known.place_periods.at(f"{COUNTY}/回马镇/丙村", "2016-01-01")
    assert own.id in {period for period, _, _ in merged}


def test_villages_of_a_merged_town_lie_below_the_new_one_though_no_change_tells_of_them() -> None:
    known = corpus(*CHAIN, LATER["merged"][0])
    place_periods = known.place_periods
    assert place_periods.parent(place_periods.at(f"{TOWN}/丙村", "")) == place_periods.at(f"{COUNTY}/新城镇", "")
    assert place_periods.at(f"{COUNTY}/新城镇/丙村", "2020-01-01") == place_periods.at(f"{TOWN}/丙村", "")


def test_a_village_that_is_set_up_again_may_go_in_again() -> None:
    created = TOWN, replace(change(1, "", "甲村:created", level="village"), earliest="2012-01-01", latest="2012-01-01")
    known = corpus(on("2006-01-01", TOWN, "甲村 乙村", "乙村"), created, on("2019-01-01", TOWN, "甲村 乙村", "乙村"))
    assert steps(known) == ["乙村1 甲村1 → 乙村2", " → 甲村2", "乙村2 甲村2 → 乙村3"]


def test_parts_that_leave_in_two_years_leave_in_two_changes() -> None:
    parts = [moved(day, TOWN, "甲村:continues:part", "乙村:receives", "甲村") for day in ("2005-01-01", "2012-01-01")]
    assert steps(corpus(*parts)) == ["甲村1 → 乙村1 甲村2", "甲村2 → 乙村1 甲村3"]


def test_two_papers_that_date_one_change_otherwise_tell_of_one() -> None:
    known = corpus(on("2019-12-01", TOWN, "甲村 乙村", "丙村"), on("2020-05-01", TOWN, "甲村 乙村", "丙村"))
    assert steps(known) == ["乙村1 甲村1 → 丙村1"]


AWAY = ("西镇:moved", "西河县:receives", "大英县", "town")
BACK = ("西镇:moved", "大英县:receives", "西河县", "town")


@pytest.mark.parametrize("apart", [[0, 0, 0], [0, 1, 2], [1, 0, 0], [0, 0, 1]])
def test_a_town_that_is_moved_away_comes_back_and_is_moved_away_again_moves_three_times(apart: list[int]) -> None:
    told = ("2005-01-01", AWAY), ("2006-01-01", BACK), ("2019-01-01", AWAY)
    said = [moved(day, "青石市", *to) for day, to in told]
    lines = [(place, replace(one, source=merger(line, "", "").source)) for line, (place, one) in enumerate(said, 1)]
    events = corpus_of(papers(lines, apart), Decisions()).events
    assert sorted(event.happening.told[0].day for event in events) == [day for day, _ in told]


def test_two_papers_that_date_a_move_otherwise_tell_of_one() -> None:
    known = corpus(moved("2005-01-01", "青石市", *AWAY), moved("2005-06-01", "青石市", *AWAY))
    assert len(known.events) == 1


def test_a_place_that_is_made_on_a_day_may_receive_on_that_day() -> None:
    given = moved("2010-06-01", TOWN, "丁村:continues:part", "丙村:receives", "丁村")
    known = corpus(given, on("2010-06-01", TOWN, "甲村 乙村", "丙村"))
    assert steps(known) == ["乙村1 甲村1 → 丙村1", "丁村1 → 丁村2 丙村1"]


DAY = "2010-06-01"
OF_A_DAY = {
    "a chain": (
        [("甲村 乙村", "乙村"), ("乙村", "丙村"), ("丙村", "丁村")],
        ["乙村1 甲村1 → 乙村2", "乙村2 → 丙村1", "丙村1 → 丁村1"],
    ),
    "names exchanged": ([("甲村", "乙村"), ("乙村", "甲村")], ["乙村1 → 甲村2", "甲村1 → 乙村2"]),
    "taken in under its name": ([("甲村 乙村", "乙村"), ("乙村", "甲村")], ["乙村1 甲村1 → 乙村2", "乙村2 → 甲村2"]),
    "three names in a ring": (
        [("甲村", "乙村"), ("乙村", "丙村"), ("丙村", "甲村")],
        ["丙村1 → 甲村2", "乙村1 → 丙村2", "甲村1 → 乙村2"],
    ),
}


@pytest.mark.parametrize(("rows", "wanted"), OF_A_DAY.values(), ids=OF_A_DAY)
def test_changes_of_a_day_are_read_against_the_state_before_it(rows: list[tuple[str, str]], wanted: list[str]) -> None:
    for order in (rows, rows[::-1]):
        known = corpus(*(on(DAY, TOWN, before, after) for before, after in order))
        assert sorted(steps(known)) == sorted(wanted)
        lines = {period.lasting_id: known.place_periods.line(period.lasting_id) for period in known.place_periods}
        assert all(line[-1].until is None for line in lines.values() if line[-1].since is not None)
