"""The title and the content of a task in prose: the heading or the first sentence, and the rest."""

import re

from graph.words.fold import fold, squeeze
from graph.words.signs import EDGES, HAN

_SENTENCE_ENDS = "。！？!?"
_STOP = re.compile(rf"[。！？!?]|(?<=[{HAN}”）)])\.(?=[{HAN}“（(]|\s|$)")
_OPEN_ENDS = ("，", ",", "、")
_LONGEST_HEADING = 60  # characters of a bare heading


def is_heading_line(line: str) -> bool:
    """Whether a line is a bare heading: short, without a stop inside."""
    bare = squeeze(line).rstrip("。.：:")
    return 0 < len(bare) <= _LONGEST_HEADING and not any(sign in bare for sign in "。；;！？")


def is_open_line(line: str) -> bool:
    """Whether a line could be a heading but ends in no stop."""
    return is_heading_line(line) and not line.rstrip().endswith(tuple(_SENTENCE_ENDS + "：:；;.)）】〕"))


def breaks_off(line: str) -> bool:
    """Whether a line could be a heading but for the comma at its end."""
    return is_heading_line(line) and line.rstrip().endswith(_OPEN_ENDS)


def ends_in_stop(line: str) -> bool:
    """Whether a line ends a sentence or a list."""
    return line.rstrip().endswith(tuple(_SENTENCE_ENDS + ".；;：:"))


def carries_text(line: str) -> bool:
    """Whether a line is a heading with its text behind it."""
    return bool(_STOP.search(line, 0, max(0, len(line.rstrip()) - 1)))


def title_and_content(text: str, number: str, first_line: int, key: str = "") -> tuple[str, str]:
    """Title: the heading without number, key, bracket and 。; content: the rest. It stands in the first line."""
    skip = len(number) if number and text.startswith(number) else 0
    if key and text[skip:].lstrip().startswith(key):
        skip = text.index(key, skip) + len(key)
    stop = _STOP.search(text, skip)
    end = stop.start() if stop else len(text)
    if end >= first_line and first_line < len(text.rstrip()) and is_heading_line(text[skip:first_line]):
        end = first_line
    title = text[skip:end].strip(EDGES + "：:")
    content = text[end:].strip().lstrip(_SENTENCE_ENDS + ".").strip()
    return _without_bracket(squeeze(title)), squeeze_lines(content)


def _without_bracket(title: str) -> str:
    """A title without the bracket that ends it (`动员部署（3月）` → `动员部署`), kept where it is all there is."""
    folded = fold(title)
    if folded.endswith(")") and (start := folded.rfind("(")) > 0 and any(map(str.isdigit, folded[start:])):
        return title[:start]
    return title


def squeeze_lines(content: str) -> str:
    """Content with each run of white space as one blank, none between Chinese signs."""
    return "".join(content.split()) if not content.isascii() else " ".join(content.split())
