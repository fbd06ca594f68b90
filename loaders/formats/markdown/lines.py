"""The lines of a Markdown file with their places, its front matter left out: what the map of lines leads back to."""

import re
from dataclasses import dataclass

from loaders.files.repairs import repaired
from loaders.text import Words

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_FENCE = ("---", "...")
_SETTING = re.compile(r"[A-Za-z][\w -]*:|#")
_LONGEST_FRONT = 200
"""Lines in which front matter ends."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of `characters` by their offsets: line n is `characters[starts[n]:ends[n]]`, without its end."""

    characters: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, characters: str) -> "Lines":
        """The lines of a text as Markdown counts them, from 0; they end at LF, CR LF and CR."""
        spans = [(line.start(), line.end()) for line in _LINE.finditer(characters) if line.end() > line.start()]
        ends = [end - len(characters[start:end]) + len(characters[start:end].rstrip("\r\n")) for start, end in spans]
        return cls(characters, tuple(start for start, _ in spans), tuple(ends))

    def __len__(self) -> int:
        return len(self.starts)

    def raw(self, number: int) -> str:
        """A line as it stands."""
        return self.characters[self.starts[number] : self.ends[number]]

    def part(self, number: int, start: int, end: int) -> Words:
        """The words from character `start` to `end` of a line, repaired."""
        return repaired(Words.of(self.characters, self.starts[number] + start, self.starts[number] + end))

    def stripped(self, number: int, start: int = 0) -> Words:
        """The words of a line from character `start` on, without blanks around them."""
        raw = self.raw(number)
        left = start + len(raw[start:]) - len(raw[start:].lstrip())
        return self.part(number, left, max(left, len(raw.rstrip())))


def front_matter_end(lines: Lines) -> int:
    """How many lines of settings (`---`, `title: …`, `---`) stand at the beginning; 0 where none do."""
    if not len(lines) or lines.raw(0).rstrip() != _FENCE[0]:
        return 0
    for number in range(1, min(len(lines), _LONGEST_FRONT)):
        if lines.raw(number).rstrip() in _FENCE:
            return number + 1
        if number == 1 and not _SETTING.match(lines.raw(number)):
            return 0
    return 0
