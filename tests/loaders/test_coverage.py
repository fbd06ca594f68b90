"""Which stretches of a text are told: what is asked of a stretch is true of its characters."""

from hypothesis import given
from hypothesis import strategies as st

from graph.statements import Source
from loaders.coverage import Coverage

STRETCHES = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda one: (one[0], one[0] + one[1]))


def _source(start: int, end: int) -> Source:
    return Source(line=1, end_line=1, start=start, end=end, quote="甲" * (end - start))


@given(st.lists(STRETCHES, max_size=6), STRETCHES)
def test_a_stretch_is_covered_where_its_characters_are(told: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    covered = Coverage(_source(*one) for one in told)
    held = [any(start <= at < end for start, end in told) for at in range(*asked)]
    assert [covered.holds(at) for at in range(*asked)] == held
    assert covered.meets(*asked) == any(held)
    assert covered.holds_all(*asked) == all(held)
