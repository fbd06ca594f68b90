"""Questions are answered as plain Python answers them, and no row is wrong."""

from collections import Counter
from pathlib import Path

import pytest

from tests.questions.score import Scored, facts_of, scored


def failed(found: list[Scored], verdict: str) -> list[tuple[str, str]]:
    """The questions with a verdict, with their readings."""
    return [(one.question, one.reading) for one in found if one.verdict == verdict]


@pytest.mark.slow
def test_the_questions_of_the_examples_are_answered(root: Path) -> None:
    found = scored(facts_of(sorted((root / "examples").glob("*.txt"))))
    assert failed(found, "wrong") == []
    assert failed(found, "refused") == []
    assert len(found) >= 300
    assert len({one.form for one in found}) >= 40


@pytest.mark.slow
def test_the_questions_of_the_real_papers_are_answered(seeds: Path) -> None:
    found = scored(facts_of(sorted(seeds.glob("*.txt"))))
    counted = Counter(one.verdict for one in found)
    assert len(found) >= 300
    assert counted["wrong"] <= 0.005 * len(found), failed(found, "wrong")
    assert counted["right"] >= 0.95 * len(found), failed(found, "refused")
