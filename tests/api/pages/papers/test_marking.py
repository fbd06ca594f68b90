"""Facts are marked where they stand: no word is lost or doubled, however passages lie in one another."""

from hypothesis import given
from hypothesis import strategies as st

from api.pages.papers.marking import Marker, PassageMark
from api.pages.papers.texts import OffsetWords

WORDS = "（一）开展清产核资。逐村清点校舍。牵头单位：社事办"


def spans() -> st.SearchStrategy[list[tuple[int, int]]]:
    one = st.tuples(st.integers(0, len(WORDS)), st.integers(0, len(WORDS))).map(lambda two: (min(two), max(two) + 1))
    return st.lists(one, max_size=8)


@given(spans(), st.integers(0, 40))
def test_the_pieces_of_a_stretch_are_its_words(found: list[tuple[int, int]], start: int) -> None:
    marker = Marker(PassageMark(str(n), "task", begin, end) for n, (begin, end) in enumerate(found))
    assert "".join(piece.words for piece in marker.pieces(OffsetWords(start, WORDS))) == WORDS


@given(spans())
def test_each_passage_begins_once_and_holds_its_own_words(found: list[tuple[int, int]]) -> None:
    marks = [
        PassageMark(str(n), "task", begin, min(end, len(WORDS)))
        for n, (begin, end) in enumerate(found)
        if begin < len(WORDS)
    ]
    pieces = Marker(marks).pieces(OffsetWords(0, WORDS))
    begun = [mark for piece in pieces for mark in piece.begins]
    assert sorted(begun, key=str) == sorted(marks, key=str)
    for mark in marks:
        assert "".join(piece.words for piece in pieces if mark in piece.marks) == WORDS[mark.start : mark.end]


def test_the_narrowest_passage_comes_first() -> None:
    marks = [PassageMark("wide", "change", 0, 10), PassageMark("narrow", "task", 3, 6)]
    pieces = Marker(marks).pieces(OffsetWords(0, WORDS[:10]))
    assert [[mark.passage for mark in piece.marks] for piece in pieces] == [["wide"], ["narrow", "wide"], ["wide"]]


def test_the_heading_of_a_paper_is_not_marked() -> None:
    assert [piece.kind for piece in Marker([PassageMark("d", "document", 0, 5)]).pieces(OffsetWords(0, WORDS))] == [""]
