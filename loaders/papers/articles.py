"""Collections: a file that holds several papers, each with a scope of its own.

An article begins at a line `第N篇：…`, or at one that repeats a title with a running number (`…工作方案3`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.words.fold import squeeze
from graph.words.numerals import NUMBER
from loaders.text import Block, Paragraph, Words
from loaders.vocabulary.plans import plan_words

_ARTICLE = re.compile(rf"^第(?:\d{{1,4}}|{NUMBER})篇 ?[:、]? ?(?P<title>.*)$")
_RUNNING = re.compile(rf"^(?P<title>\D{{4,60}}?)[(]?(?P<number>\d{{1,3}}|{NUMBER})[)]?$")
_LONGEST = 80  # characters of a line that may begin an article


@dataclass(frozen=True, slots=True)
class Article:
    """A paper of a file: `number` 0 where the file is one paper, else from 1; `heading` the line that begins it."""

    number: int
    title: str
    heading: Paragraph | None
    blocks: tuple[Block, ...]


def split_articles(blocks: Sequence[Block]) -> list[Article]:
    """The papers that the blocks hold; what stands before the first of several is no paper."""
    starts = _starts(blocks)
    if len(starts) < 2:  # noqa: PLR2004 - one paper is no collection
        return [Article(0, "", None, tuple(blocks))]
    articles: list[Article] = []
    for at, (index, title) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(blocks)
        heading = blocks[index]
        body = tuple(block for block in blocks[index + 1 : end] if not _repeats(block, title))
        if body and isinstance(heading, Paragraph):
            articles.append(Article(len(articles) + 1, title, heading, body))
    return articles or [Article(0, "", None, tuple(blocks))]


def _repeats(block: Block, title: str) -> bool:
    """Whether a line only says the article's title again."""
    return isinstance(block, Paragraph) and squeeze(block.words.text) in {title, title.rstrip("0123456789")}


def _starts(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    blocks_of = [(index, block.words) for index, block in enumerate(blocks) if isinstance(block, Paragraph)]
    lines = [(index, words) for index, words in blocks_of if len(words.compact) <= _LONGEST]
    starts = {}
    for index, words in lines:
        if match := _ARTICLE.match(words.compact):
            starts[index] = squeeze(words.text)[match.start("title") :]
    starts |= _running_titles(lines)
    return sorted(starts.items())


def _running_titles(lines: Sequence[tuple[int, Words]]) -> dict[int, str]:
    """Lines that bear one title with the numbers 1, 2, 3 and so on."""
    endings = plan_words().title.endings
    found: dict[str, list[tuple[int, str, str]]] = {}
    for index, words in lines:
        match = _RUNNING.match(words.compact)
        if match and match["title"].endswith(endings):
            found.setdefault(match["title"], []).append((index, squeeze(words.text), match["number"]))
    return {index: line for several in found.values() if len(several) > 1 for index, line, _ in several}
