"""Words of a deadline made ready for reading: folded, without blanks, numbering and titles, with their places."""

import re
from dataclasses import dataclass

from graph.words.fold import fold

BLANKS = re.compile(r"\s+")
NUMBER_BEFORE = re.compile(r"\d{1,4}$")
NUMBER_BEHIND = re.compile(r"(\d{1,4})\s{0,4}(年|月|日|号|季度)?")
NUMBERING = re.compile(r"(?:^|[;。\n])\s*(\(?(\d{1,2})(?:\)|、|\.(?!\d{1,2}(?![\d月年]))))")
TITLE = re.compile(r"《[^》]{0,200}》")
UNIT_LENGTHS = {"年": 4, "月": 2, "日": 2, "号": 2, "季度": 1}


@dataclass(frozen=True, slots=True)
class DueWords:
    """Folded words without blanks; `offsets[i]` is the place of character i in `original`."""

    text: str
    offsets: tuple[int, ...]
    original: str

    def quote(self, start: int, end: int) -> str:
        """The original words of the characters from `start` to `end`, with their blanks."""
        if start >= end:
            return ""
        return self.original[self.offsets[start] : self.offsets[end - 1] + 1]


def prepare(words: str) -> DueWords:
    """The words ready for reading. A blank is kept only between two numbers (2021.11 2021.12)."""
    folded = list(fold(words))
    _blank_numbering(folded)
    text = "".join(folded)
    for match in TITLE.finditer(text):
        folded[match.start() : match.end()] = "\0" * (match.end() - match.start())
    kept = [position for position, sign in enumerate(folded) if not sign.isspace() and sign != "\0"]
    kept += _number_gaps(text)
    kept.sort()
    return DueWords("".join(folded[position] for position in kept), tuple(kept), words)


def _number_gaps(text: str) -> list[int]:
    """Places of blanks that part two numbers and do not stand inside one (1 2 月)."""
    gaps = []
    for match in BLANKS.finditer(text):
        before = NUMBER_BEFORE.search(text[max(0, match.start() - 4) : match.start()])
        behind = NUMBER_BEHIND.match(text, match.end())
        if before and behind:
            length = len(before.group()) + len(behind.group(1))
            if length > UNIT_LENGTHS.get(behind.group(2) or "", 0):
                gaps.append(match.start())
    return gaps


def _blank_numbering(folded: list[str]) -> None:
    """Blanks the numbers of a list that runs 1, 2 … at the beginnings of clauses; they are no months."""
    running: list[re.Match[str]] = []
    for match in NUMBERING.finditer("".join(folded)):
        if int(match.group(2)) == len(running) + 1:
            running.append(match)
    for match in running if len(running) > 1 else []:
        folded[match.start(1) : match.end(1)] = " " * (match.end(1) - match.start(1))
