"""Who issues a paper: the names before 关于 in its title, or the lines of names above it."""

import re
from collections.abc import Sequence

from graph.words.fold import fold
from graph.words.levels import UNKNOWN, level_of
from graph.words.signs import HAN
from loaders.owners.unit_lists import is_body, is_group
from loaders.owners.unit_names import is_place
from loaders.papers.head_lines import HeadLine
from loaders.places.names import parse_place
from loaders.vocabulary.heads import head_words

_LONGEST = 40  # characters of an issuer's name
_LONGEST_LINE = 120  # characters of the names of joint issuers
_NAME = re.compile(rf"[{HAN}*×〇○XxＸ()（）“”]+")
_LONGEST_UNKNOWN = 20  # characters of a name that is known by its place alone
_YOU = ("你", "我", "贵")


def names_of(words: str) -> str:
    """The bodies' names that these words hold and nothing else, each once, parted by a blank; "" if they do not."""
    parts = list(dict.fromkeys(_without_stamp(words).split()))  # 甲局 in a letterhead and again before 关于
    whole = "".join(parts)
    if not 1 < len(whole) <= _LONGEST_LINE or not _NAME.fullmatch(whole) or _is_clause(whole):
        return ""
    if len(parts) > 1 and all(map(_is_issuer, parts)):
        return " ".join(parts)
    return whole if _is_issuer(whole) else ""


def may_be_name(words: str) -> bool:
    """Whether words that stand where an issuer does may be its name, though they end like no body that is known."""
    whole = "".join(words.split())
    return 1 < len(whole) <= _LONGEST_UNKNOWN and bool(_NAME.fullmatch(whole)) and not _is_clause(whole)


def names_in_line(line: HeadLine) -> str:
    """The issuers that a line names and nothing else; the word of a letterhead (文件) goes."""
    if line.numbered or line.of_page or ":" in line.folded:
        return ""
    words = line.words.text.strip()
    for letterhead in head_words().letterhead.words:
        words = words.removesuffix(letterhead)
    return names_of(words)


def names_above(lines: Sequence[HeadLine], title: int) -> tuple[str, Sequence[HeadLine]]:
    """The issuers in the lines right above that of the title, else in a letterhead above; with these lines."""
    first = title
    while first > 0 and names_in_line(lines[first - 1]):
        first -= 1
    above = lines[first:title]
    if not above:
        letterheads = head_words().letterhead.words
        above = [line for line in lines[:title] if line.folded.endswith(letterheads) and names_in_line(line)][:1]
    return " ".join(map(names_in_line, above)), above


def _without_stamp(words: str) -> str:
    folded = fold(words).rstrip()
    start = folded.rfind("(")
    return words[:start] if start > 0 and folded.rstrip(")").endswith(head_words().issuer.stamps) else words


def _is_issuer(name: str) -> bool:
    return len(name) <= _LONGEST and is_body(name) and not is_group(name) and not name.startswith(_YOU)


def _is_clause(words: str) -> bool:
    clause = head_words().clause
    begins = words.startswith(clause.begin) and not words.startswith(clause.not_names)
    return begins or any(word in words for word in clause.inside)


def is_bare_place(name: str) -> bool:
    """Whether a name is a place's and no body's, also a masked one (XX县)."""
    return parse_place(name) is not None or (level_of(name) != UNKNOWN and is_place(name))
