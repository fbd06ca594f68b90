"""Verdicts that spellings could change, whichever of them are one."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.duties import Bearer, Duty
from queries.overload import fences, judge
from queries.unsettled import undecided as module
from queries.unsettled.undecided import undecided
from tests.effort import examples

MINIMUM = 5.0
TOGETHER = {"甲": 1, "乙": 2, "丙": 3, "丁": 4, "戊": 6, "己": 8, "庚": 9, "辛": 15}
LEVEL = {name: 3 if name in "甲乙丙" else 4 for name in "甲乙丙丁戊己庚辛壬癸子丑寅"}


def peers(loads: dict[str, int]) -> dict[str, Bearer]:
    """Units with so many tasks each, none of which is another's."""
    return {
        name: Bearer(
            name,
            f"{name}办",
            "town",
            "蓬莱镇",
            "unit",
            "town",
            {f"{name}{n}": Duty(f"{name}{n}", "leads", 1.0, "", (), "2021-01-01") for n in range(load)},
        )
        for name, load in loads.items()
    }


@pytest.mark.parametrize(
    ("loads", "pairs", "expected"),
    [
        (TOGETHER, ["甲乙"], ""),
        (TOGETHER, ["丙丁"], ""),
        (TOGETHER, ["甲乙", "丙丁"], "辛"),  # neither pair raises the fences so that another falls under them
        (LEVEL, ["甲乙"], ""),
        (LEVEL, ["乙丙"], ""),
        (LEVEL, ["甲乙", "乙丙"], "甲乙丙"),  # 6 is not above twice the median, 9 is
        (LEVEL, ["甲乙", "乙丙", "甲外"], "甲乙丙"),
        ({"甲": 9, "乙": 1}, ["甲乙"], ""),
    ],
)
def test_two_pairs_may_change_together_what_neither_does(
    loads: dict[str, int], pairs: list[str], expected: str
) -> None:
    assert undecided(peers(loads), [(pair[0], pair[1]) for pair in pairs], MINIMUM) == set(expected)


LOADS = st.lists(st.integers(1, 12), min_size=5, max_size=8).map(
    lambda loads: dict(zip("甲乙丙丁戊己庚辛", loads, strict=False))
)
PAIRS = st.lists(st.sampled_from(list(combinations("甲乙丙丁戊己庚辛", 2))), unique=True, max_size=4)


@settings(max_examples=examples(60), deadline=None)
@given(LOADS, PAIRS)
def test_it_is_told_for_those_on_whom_the_verdict_differs_once_the_pairs_are_decided(
    loads: dict[str, int], pairs: list[tuple[str, str]]
) -> None:
    known = [pair for pair in pairs if set(pair) <= loads.keys()]
    expected = set()
    for number in range(1, len(known) + 1):
        for taken in combinations(known, number):
            named = {name: name for name in loads}
            for one, other in taken:
                named = {name: named[one] if name_of == named[other] else name_of for name, name_of in named.items()}
            joined: dict[str, int] = {}
            for name, load in loads.items():
                joined[named[name]] = joined.get(named[name], 0) + load
            before, after = fences(loads.values()), fences(joined.values())
            expected |= {
                name
                for name in loads
                if judge(loads[name], before, MINIMUM) != judge(joined[named[name]], after, MINIMUM)
            }
    assert undecided(peers(loads), pairs, MINIMUM) == expected


def test_of_very_many_pairs_small_combinations_are_tried_and_that_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    assert undecided(peers(TOGETHER), [("甲", "乙"), ("丙", "丁")], MINIMUM) == {"辛"}
    tried = list(module._combinations([(f"{n}", f"{n}'") for n in range(40)]))  # noqa: SLF001 - how many they are
    assert len(tried) == 3
