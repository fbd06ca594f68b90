"""Two lists, town by town: every village of either is counted once, whatever its name and code do."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.gazetteer.file import opened
from graph.gazetteer.lists import PlaceList
from queries.gazetteer.comparing import TownPair, town_pairs
from queries.gazetteer.listed import ListedDays
from queries.gazetteer.proposing import stem_of
from tests.effort import examples

COUNTY = 510923
FIRST, LAST = "2019-10-31", "2020-06-30"
Names = dict[int, str]
CODES = (*range(510923100200, 510923100205), 510923101200, 510923101201)
VILLAGES = st.dictionaries(st.sampled_from(CODES), st.sampled_from("甲乙丙丁戊"))


def compared(where: Path, first: Names, last: Names, place: int = COUNTY) -> list[TownPair]:
    """The towns of two lists."""
    with opened(str(where), write=True) as there:
        for day, names in ((FIRST, first), (LAST, last)):
            there.add(PlaceList("NBS", day, (), day, {}), names, str)
        return list(town_pairs(ListedDays(there, "NBS"), place))


@given(VILLAGES, VILLAGES)
@settings(max_examples=examples(40), deadline=None)
def test_every_village_is_counted_once(tmp_path_factory: pytest.TempPathFactory, first: Names, last: Names) -> None:
    pairs = compared(tmp_path_factory.mktemp("g") / "s", first, last)
    if not first or not last:
        assert pairs == [], "a list that names nothing of a county does not tell of it"
        return
    before = [one.code for pair in pairs for one in (*pair.vanished, *(old for old, _ in pair.kept))]
    after = [one.code for pair in pairs for one in (*pair.appeared, *(new for _, new in pair.kept))]
    assert sorted(before) == sorted(first)
    assert sorted(after) == sorted(last)
    for pair in pairs:
        assert all(old.form == new.form or old.code == new.code for old, new in pair.kept)


def test_a_village_is_the_same_by_its_name_before_it_is_by_its_code(tmp_path: Path) -> None:
    first = {510923100201: "甲", 510923100202: "乙", 510923100203: "丙"}
    [pair] = compared(tmp_path / "s", first, {510923100201: "乙", 510923100202: "甲", 510923100203: "丁"})
    assert [(old.form, new.form, new.code) for old, new in pair.kept] == [
        ("甲", "甲", 510923100202),
        ("乙", "乙", 510923100201),
        ("丙", "丁", 510923100203),
    ]


def test_a_town_with_another_code_is_the_same_by_its_name(tmp_path: Path) -> None:
    first = {510923100: "蓬莱", 510923100201: "甲", 510923101: "天保", 510923101201: "乙"}
    last = {510923002: "蓬莱", 510923002201: "甲", 510923003: "新城", 510923003201: "乙"}
    pairs = compared(tmp_path / "s", first, last)
    assert [(one.old, one.new, len(one.kept), len(one.vanished), len(one.appeared)) for one in pairs] == [
        (510923100, 510923002, 1, 0, 0),
        (510923101, 0, 0, 1, 0),
        (0, 510923003, 0, 0, 1),
    ]
    assert pairs[0] == compared(tmp_path / "t", first, last, 510923100)[0]


def test_a_village_and_a_community_share_a_stem() -> None:
    assert stem_of("天星村") == stem_of("天星社区") == "天星"
    assert stem_of("金誉") == "金誉"
