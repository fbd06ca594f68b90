"""The place under whose name paragraphs stand (一、长港镇 above 1.撤销沙咀村、大洲村，合并设立长洲村。)."""

from graph.words.fold import squeeze
from graph.words.levels import VILLAGES, level_of
from graph.words.numbering import RANK, number_at
from loaders.places.names import leading_places
from loaders.text import Words


class PlaceHeadings:
    """The last heading of paragraphs read in their order, where it is a place and nothing else."""

    def __init__(self) -> None:
        self._rank = RANK[""]
        self._place: tuple[str, ...] = ()

    def above(self, words: Words) -> tuple[str, ...]:
        """The place of the heading that a paragraph stands under, from the highest on; () for that heading itself, and
        from the next number of its kind, or one above it, on.
        """
        number = number_at(words.folded)
        rank = RANK[number.style] if number else RANK[""]
        name = squeeze(words.folded[number.end if number else 0 :]).rstrip(":")
        place = leading_places(name)
        if place and sum(map(len, place)) == len(name) and level_of(place[-1]) not in VILLAGES:
            self._rank, self._place = rank, place
            return ()
        if number and rank <= self._rank:
            self._place = ()
        return self._place
