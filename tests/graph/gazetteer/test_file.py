"""The file of a gazetteer: which places stand in which lists, whatever comes and goes in which order."""

import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import NotFoundError, StoreError, UsageError
from graph.gazetteer.file import Gazetteer, gazetteer_path, opened
from graph.gazetteer.lists import MOST_LISTS, ListRun, PlaceEntry, PlaceList, levels_of, runs
from tests.effort import examples

LEVELS = {2: "province", 4: "city", 6: "county", 9: "town", 12: "village"}
VILLAGES = (510923100208, 510923100214, 510923100263)
DAYS = ("2018-10-31", "2019-10-31", "2020-06-30", "2021-10-31")


def listed(day: str, names: dict[int, str], scheme: str = "NBS") -> PlaceList:
    """A list that is not kept yet."""
    return PlaceList(scheme, day, ("list.csv",), day, levels_of(names, LEVELS))


def form_of(name: str) -> str:
    """The form of a name for these tests."""
    return name.removesuffix("委会")


def stands(there: Gazetteer) -> dict[tuple[int, str], list[ListRun]]:
    """All places with the runs of lists that name them."""
    lists = there.lists()
    return {(one.code, one.name): runs(one, lists) for one in there.between("NBS", 0, 10**13)}


def test_a_place_stands_from_the_first_list_that_names_it_to_the_last(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    names = [{1: "甲村委会"}, {1: "甲村委会"}, {1: "甲社区"}, {1: "甲村委会"}]
    with opened(where, write=True) as there:
        for day, told in zip(DAYS, names, strict=True):
            there.add(listed(day, told), told, form_of)
    with opened(where) as there:
        assert stands(there) == {
            (1, "甲村委会"): [ListRun("2018-10-31", "2019-10-31"), ListRun("2021-10-31", "2021-10-31")],
            (1, "甲社区"): [ListRun("2020-06-30", "2020-06-30")],
        }


@settings(max_examples=examples(25), deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(VILLAGES), st.sampled_from(["甲村", "乙村", "丙村"]), min_size=1),
        min_size=len(DAYS),
        max_size=len(DAYS),
    ),
    st.permutations(range(len(DAYS))),
    st.integers(0, len(DAYS) - 1),
)
def test_lists_come_and_go_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, names: list[dict[int, str]], order: list[int], gone: int
) -> None:
    folder = tmp_path_factory.mktemp("gazetteer")
    with opened(str(folder / "a"), write=True) as there:
        for at in order:
            there.add(listed(DAYS[at], names[at]), names[at], form_of)
        there.remove("NBS", DAYS[gone])
        told = stands(there)
    expected: dict[tuple[int, str], list[str]] = {}
    for at, day in enumerate(DAYS):
        for place in names[at].items() if at != gone else ():
            expected.setdefault(place, []).append(day)
    kept = [day for at, day in enumerate(DAYS) if at != gone]
    assert told.keys() == expected.keys()
    for place, found in told.items():
        days = [day for run in found for day in kept if run.first <= day <= run.last]
        assert days == expected[place]


def test_a_name_is_found_by_its_form_below_a_code_and_on_no_other_scheme(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    names = {510923100208: "福寿村委会", 510923101208: "福寿村委会"}
    with opened(where, write=True) as there:
        there.add(listed(DAYS[0], names), names, form_of)
        there.add(listed(DAYS[0], {510923100208: "别名村"}, "MCA"), {510923100208: "别名村"}, form_of)
        found = there.named("NBS", "福寿村", 510923100000, 510923100999)
        assert found == [PlaceEntry(510923100208, "福寿村委会", "福寿村", 1)]
        assert [one.scheme for one in there.lists()] == ["MCA", "NBS"]


def test_a_second_list_of_a_day_and_one_list_too_many_are_refused(tmp_path: Path) -> None:
    days = [f"20{year:02}-01-01" for year in range(MOST_LISTS + 1)]
    with opened(str(tmp_path / "s"), write=True) as there:
        for day in days[:-1]:
            there.add(listed(day, {1: "甲村"}), {1: "甲村"}, form_of)
        with pytest.raises(UsageError, match="another list of NBS for 2000-01-01"):
            there.add(listed(days[0], {1: "乙村"}), {1: "乙村"}, form_of)
        with pytest.raises(UsageError, match="keeps 60 lists"):
            there.add(listed(days[-1], {1: "乙村"}), {1: "乙村"}, form_of)
        with pytest.raises(NotFoundError, match="no list of NBS for 1999-01-01"):
            there.remove("NBS", "1999-01-01")
        assert stands(there) == {(1, "甲村"): [ListRun(days[0], days[-2])]}


def test_the_largest_code_of_a_list_is_that_of_its_last_village(tmp_path: Path) -> None:
    names = dict(zip(VILLAGES, itertools.repeat("甲村"), strict=False))
    with opened(str(tmp_path / "s"), write=True) as there:
        first = there.add(listed(DAYS[0], names), names, form_of)
        second = there.add(listed(DAYS[1], {1: "甲村"}), {1: "甲村"}, form_of)
        assert (there.last(first), there.last(second)) == (VILLAGES[-1], 1)


def test_what_is_missing_damaged_or_foreign_is_said_in_a_sentence_and_left_alone(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    with pytest.raises(StoreError, match="There is no gazetteer at"), opened(where):
        pass
    path = gazetteer_path(where)
    path.write_bytes(b"no database, but words" * 100)
    with pytest.raises(StoreError, match="cannot be read or written"), opened(where, write=True):
        pass
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE list (a)")
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(StoreError, match="is no gazetteer"), opened(where, write=write):
            pass
    assert path.read_bytes() == before
    with pytest.raises(UsageError, match="A store in memory"), opened(":memory:", write=True):
        pass
