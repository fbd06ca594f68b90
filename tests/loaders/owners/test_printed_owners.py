"""Owner brackets in names and wordings that nobody listed come back as they went in: the share that is read right."""

from collections.abc import Iterable
from random import Random

import pytest

from tests.loaders.outlines import tasks_of
from tests.loaders.owners.wordings import EVERYDAY, INVENTED, SURE, Bracket, printed, with_name, worded

LEAST = 0.98
STOPS = ("before", "behind", "none")


def came_back(bracket: Bracket, stop: str) -> bool:
    first, *_ = [*tasks_of(printed(bracket, stop)), None]
    if first is None or not first.title.startswith("修整沟渠"):
        return False
    units = (first.lead_units, first.responsible_units, first.supporting_units)
    return units == (bracket.lead, bracket.responsible, bracket.supporting)


def wrong(brackets: Iterable[tuple[Bracket, str]]) -> list[str]:
    return [bracket.words for bracket, stop in brackets if not came_back(bracket, stop)]


@pytest.mark.parametrize("names", [EVERYDAY, INVENTED], ids=["everyday", "invented"])
def test_a_unit_of_any_name_is_read_beside_a_verb_of_duty(names: tuple[str, ...]) -> None:
    brackets = [(bracket, "before") for name in names for bracket in with_name(name)]
    found = wrong(brackets)
    assert len(found) <= (1 - LEAST) * len(brackets), found


@pytest.mark.parametrize("names", [SURE, EVERYDAY + INVENTED], ids=["sure", "any"])
def test_a_duty_in_any_wording_is_read(names: tuple[str, ...]) -> None:
    chance = Random(len(names))  # noqa: S311 - a sample, the same on every run
    sample = [(worded(chance, chance.sample(names, min(12, len(names)))), chance.choice(STOPS)) for _ in range(300)]
    found = wrong(sample)
    assert len(found) <= (1 - LEAST) * len(sample), found
