"""Moments are told by the clock of the machine, whatever clock wrote them."""

import pytest

from api.local_time import day, local, minute

pytestmark = pytest.mark.usefixtures("shanghai")


def test_a_moment_of_another_zone_is_told_by_the_clock_here() -> None:
    assert local("2026-11-29T19:36:05+00:00") == "2026-11-30T03:36:05+08:00"
    assert minute("2026-11-29T19:36:05+00:00") == "2026-11-30 03:36"
    assert day("2026-11-29T19:36:05+00:00") == "2026-11-30"
    assert minute("2026-11-30T03:36:05+08:00") == "2026-11-30 03:36"


@pytest.mark.parametrize("words", ["", "2021-04-12", "去年", "2021-04-12T08:00:00"])
def test_what_is_no_moment_with_an_offset_stays_as_it_is(words: str) -> None:
    assert (local(words), minute(words), day(words)) == (words, words, words[:10])
