"""Marks inside a line of Markdown: the words without them, each character knowing its place in the file.

markdown-it-py parses them; rules around its own note at which position each piece of words stands, as its tokens do not
say so. Emphasis is told as Chinese needs it: `**牵头单位：**县水利局` closes, though no blank stands behind the marks.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from loaders.formats.soft_breaks import SoftBreaks
from loaders.text import Words

_NESTING = 60
"""Levels of blocks, and of marks, within one another that are parsed; what lies deeper is read as plain lines."""
_LONGEST = 20_000
"""Characters of a paragraph whose marks are parsed; a longer one is read line by line, its marks as they stand."""
_MOST_SEARCHED = 1_000_000
"""Characters that the parser may search for the ends of links, from each bracket on: half a second."""
_AT = "at"
_WORDS = frozenset({"text", "text_special", "code_inline"})
_LINE = re.compile(r"[^\n]+")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_Rule = Callable[[StateInline, bool], bool]


@cache
def parser() -> MarkdownIt:
    """CommonMark with pipe tables and struck-out words; indented lines and definitions of links are paragraphs."""
    markdown = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])
    markdown.disable(["code", "reference", "fragments_join"])
    markdown.core.ruler.enableOnly(["normalize", "block"])
    rules = markdown.inline.ruler
    rules.at("text", _plain)
    rules.at("newline", _newline)
    rules.at("escape", _placing(rules_inline.escape))
    rules.at("backticks", _placing(rules_inline.backtick))
    rules.at("strikethrough", _placing(rules_inline.strikethrough.tokenize))
    rules.at("emphasis", _placing(rules_inline.emphasis.tokenize))
    rules.at("link", _placing(rules_inline.link))
    rules.at("image", _placing(rules_inline.image))
    rules.at("autolink", _placing(rules_inline.autolink))
    rules.at("html_inline", _placing(rules_inline.html_inline))
    rules.at("entity", _placing(rules_inline.entity))
    rules.push("sign", _sign)
    return markdown


def parted(marked: Words) -> list[Words]:
    """The paragraphs in words with marks, without the marks.

    A hard break and `<br>` end one, and so does the end of a line that does not go on in the next (`SoftBreaks`).
    Struck-out words, pictures and tags are left out.
    """
    if len(marked.text) > _LONGEST or marked.text.count("[") * len(marked.text) > _MOST_SEARCHED:
        lines = list(_lines(marked))
        return [words for line in lines for words in parted(line)] if len(lines) > 1 else lines
    if not parser().inline.terminator_re.search(marked.text):
        return [marked.stripped()] if marked.text.strip() else []
    breaks = SoftBreaks(marked.text)
    found: list[list[Words]] = [[]]
    struck = 0
    for token in _tokens(marked.text):
        struck += (token.type == "s_open") - (token.type == "s_close")
        at = token.meta.get(_AT, 0)
        if _ends_line(token) or (token.type == "softbreak" and breaks.end_paragraph(at)):
            found.append([])
        elif token.type == "softbreak":
            found[-1].append(Words(breaks.joint(at), ((0, marked.at(at)),)))
        elif not struck and token.content and token.type in _WORDS:
            found[-1].append(_words(token, marked, at))
    paragraphs = [Words.join(parts).stripped() for parts in found if parts]
    return [words for words in paragraphs if words.text]


def _lines(marked: Words) -> Iterator[Words]:
    for line in _LINE.finditer(marked.text):
        words = marked.part(line.start(), line.end()).stripped()
        if words.text:
            yield words


def _ends_line(token: Token) -> bool:
    return token.type == "hardbreak" or (token.type == "html_inline" and bool(_LINE_BREAK.fullmatch(token.content)))


def _words(token: Token, marked: Words, at: int) -> Words:
    """The words of a token, whose first stands at `at`."""
    if token.type == "text_special":
        return Words(token.content, ((0, marked.at(at)),))
    part = marked.part(at, at + len(token.content))
    return Words(token.content, part.runs)


def _tokens(text: str) -> list[Token]:
    markdown = parser()
    state = _Placed(text, markdown, {}, [])
    markdown.inline.tokenize(state)
    for rule in markdown.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class _Placed(StateInline):
    """The state of parsing, with the marks of emphasis told for a script without blanks."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803, FBT001 - the library's names
        """Marks open before a sign and close behind one; `20**年` leaves the year open and marks nothing."""
        scanned = super().scanDelims(start, canSplitWord)
        if self.src[start] == "_":
            return scanned
        end = start + scanned.length
        before, behind = self.src[start - 1 : start], self.src[end : end + 1]
        if behind == "年" and re.search(r"(?<!\d)\d\d$", self.src[max(0, start - 3) : start]):
            return Scanned(can_open=False, can_close=False, length=scanned.length)
        return Scanned(
            can_open=bool(behind) and not behind.isspace(),
            can_close=bool(before) and not before.isspace(),
            length=scanned.length,
        )


def _placing(rule: _Rule) -> _Rule:
    """A rule of the library that also notes at which position each piece of words stands."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
        at, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            if state.pending:  # a mark that opens nothing is words
                pending, state.pending = state.pending, ""
                state.push("text", "", 0).content = pending
            for token in state.tokens[before:]:
                if _AT not in token.meta:
                    token.meta[_AT] = at + _ahead(token, state, at)
                    at += len(token.content)
        return found

    return placed


def _ahead(token: Token, state: StateInline, at: int) -> int:
    """How many signs of a mark stand before the words of a token that begins at `at`."""
    if token.type == "code_inline":
        inside = state.pos - at - 2 * len(token.markup)
        return len(token.markup) + (inside - len(token.content)) // 2
    if token.info == "escape":
        return len(token.markup) - len(token.content)
    return int(token.type == "text" and state.src.startswith("<", at))  # an address in <>


def _plain(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Words up to the next sign that may be a mark."""
    found = state.md.inline.terminator_re.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    return end > state.pos and _taken(state, end, silent=silent)


def _sign(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """A sign that is no mark; the last rule, so that words always stand in tokens with their positions."""
    return _taken(state, state.pos + 1, silent=silent)


def _taken(state: StateInline, end: int, *, silent: bool) -> bool:
    if not silent:
        token = state.push("text", "", 0)
        token.content = state.src[state.pos : end]
        token.meta[_AT] = state.pos
    state.pos = end
    return True


def _newline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """The end of a line: a hard break behind two blanks, else a soft one. The blanks around it are no words."""
    at = state.pos
    if state.src[at] != "\n":
        return False
    if not silent:
        token = state.push("hardbreak" if state.src.endswith("  ", 0, at) else "softbreak", "br", 0)
        token.meta[_AT] = at
    state.pos = at + 1
    while state.pos < state.posMax and state.src[state.pos] in " \t":
        state.pos += 1
    return True
