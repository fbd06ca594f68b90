"""Ends of lines inside a paragraph of Markdown: where the next line goes on with the words, and where it begins anew.

By the letter of Markdown lines without a blank line between are one paragraph; but plans are often typed a line a
paragraph. A line that goes on is full (as wide as the others), or breaks off behind a comma.
"""

import re
from bisect import bisect_left

from graph.words.fold import fold
from graph.words.numbering import number_at
from graph.words.signs import LINE_STOPS
from loaders.formats.wrapping import line_width

_LABEL = re.compile(r"(\*\*|__)[^*_\n]{1,20}(?:[:：]\1|\1\s?[:：])")
"""A label in strong letters, with its colon."""
_MARKS = "*_~`"
_LOOKED_AT = 12
"""Characters at the beginning of a line in which the number of an item stands."""
_LOOSE = 12
"""How many half-width signs a full line may miss: a long Latin word, or signs that may not begin a line."""
_BREAKS_OFF = tuple("，、,（(《“—-")


class SoftBreaks:
    """The ends of lines in a text with marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [at for at, sign in enumerate(text) if sign == "\n"]
        starts = [0, *(at + 1 for at in self.ends)]
        self.lines = [text[start:end].strip() for start, end in zip(starts, [*self.ends, len(text)], strict=True)]
        self.widest = max(map(line_width, self.lines))

    def end_paragraph(self, at: int) -> bool:
        """Whether the end of a line at position `at` ends a paragraph too."""
        index = bisect_left(self.ends, at)
        line, behind = self.lines[index].rstrip(_MARKS), self.lines[index + 1]
        if line.endswith(LINE_STOPS) or _LABEL.match(behind):
            return True
        if number_at(fold(behind.lstrip(_MARKS)[:_LOOKED_AT])):
            return True
        return not line.endswith(_BREAKS_OFF) and line_width(line) < self.widest - _LOOSE

    def joint(self, at: int) -> str:
        """What stands for the end of a line between words: a blank where Latin meets Latin, else nothing."""
        index = bisect_left(self.ends, at)
        signs = self.lines[index][-1:] + self.lines[index + 1][:1]
        return " " if all(sign.isascii() and sign.isalnum() for sign in signs) else ""
