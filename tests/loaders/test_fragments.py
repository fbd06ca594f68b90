"""Texts that repeat a fragment are read in steps that grow with their length, whatever they repeat.

Steps are calls of functions; what a regular expression takes is measured by `python -m benchmarks.fragments`.
"""

from functools import partial

import pytest

from benchmarks.fragment_texts import FRAMES, SLOW_ONCE, FragmentText, texts, words
from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.steps import calls_of

SHORT = 400
"""Characters of the shortest text of a fragment; it is tried at twice and four times as many."""
LONG = 1_500
"""Characters of the shortest text of what was slow once."""
LINEAR = 3
"""How many times the steps between twice and four times the text may be those between once and twice: two where they
grow with the length, four where they grow with its square.
"""
BESIDE = 3_000
"""Steps that do not count: a rule or a table that is made when it is first needed."""
CHUNKS = 8
"""Parts in which the sample is tried, so that processes share it."""
SAMPLE = 200

COUNTED = (
    "brackets of labels that never close",
    "captions",
    "bare levels",
    "levels in cells",
    "places beside our town",
)
"""What was slow once by calls of functions; the others were slow inside one call."""


def steps(text: FragmentText, characters: int) -> int:
    data = text.of(characters).encode()
    return calls_of(partial(_read, data, f"fragment{text.suffix}"))


def _read(data: bytes, name: str) -> None:
    try:
        read_document(read_bytes(data, name))
    except FileRefusedError:  # a text of nothing but marks
        return


def grows_too_fast(text: FragmentText, short: int = SHORT) -> bool:
    """Whether a second half of the text takes more than three times the steps of the first half; squared it is four."""
    steps(text, short // 2)
    once, twice, four = (steps(text, short * times) for times in (1, 2, 4))
    return four - twice > LINEAR * (twice - once) + BESIDE and four > 5 * once + BESIDE


def keeps_growing(text: FragmentText) -> bool:
    """Whether it grows too fast for a longer text too: a header too wide for one is read as prose from there on."""
    return grows_too_fast(text) and grows_too_fast(text, 4 * SHORT)


@pytest.mark.parametrize("name", COUNTED)
def test_what_was_slow_once_grows_with_its_length(name: str) -> None:
    assert not grows_too_fast(SLOW_ONCE[name], LONG)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_sample_of_fragments_grows_with_its_length(chunk: int) -> None:
    tried = list(texts(SAMPLE))[chunk::CHUNKS]
    assert [text.name for text in tried if keeps_growing(text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_more_fragments_grow_with_their_length(chunk: int) -> None:
    tried = list(texts(300, seed=1))[chunk::CHUNKS]
    assert [text.name for text in tried if keeps_growing(text)] == []


def test_thousands_of_fragments_are_made_alike_on_every_run() -> None:
    once, again = list(texts(4_000)), list(texts(4_000))
    assert once == again
    assert len({text.name for text in once}) > 3_900
    assert {text.frame for text in once} == set(FRAMES)
    assert {"牵头单位", "撤销", "最迟", "，", "[", "“", "——"} <= set(words())
