"""A question in tokens: names that the graph knows, words of questions, times, quoted text, and what is unknown.

Of all ways to part a question the one is taken that leaves the fewest characters unknown, of those the one with the
fewest tokens, of those the one whose first tokens are longest: 张若一和冉泰休 is two names, 责任领导 one word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.words.fold import compact
from queries.grammar.names import KnownNames, Name
from queries.grammar.question_words import QuestionWord, question_words
from queries.grammar.times import times_at
from queries.period import Period

MOST = 200
"""Characters of a question that is read."""
DONE = "了"
"""The sign within a word that says that something is done, and nothing else (并到了哪里)."""
_QUOTED = re.compile('“([^“”]+)”|"([^"]+)"|《([^《》]+)》|「([^「」]+)」')


@dataclass(frozen=True, slots=True)
class QuestionToken:
    """A part of a question by its words; of what it is made, one field is filled, none where it is unknown."""

    text: str
    names: tuple[Name, ...] = ()
    word: QuestionWord | None = None
    time: Period | None = None
    quoted: str = ""

    @property
    def kind(self) -> str:
        """What it is: a kind of words, name, time, quoted or unknown."""
        if self.names:
            return "name"
        if self.word:
            return self.word.kind
        return "time" if self.time else "quoted" if self.quoted else "unknown"


_Way = tuple[int, int, tuple[int, ...], tuple[QuestionToken, ...]]
"""The cost of a way to part the rest: unknown characters, tokens, lengths to compare; and its tokens."""


def tokens(question: str, names: KnownNames, today: date) -> list[QuestionToken]:
    """The tokens of a question, fillers included; neighbours that are unknown are one token."""
    text = compact(question)[:MOST]
    best: list[_Way] = [(0, 0, (), ())] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        best[start] = min(
            (_before(one, best[start + len(one.text)]) for one in _at(text, start, names, today)),
            key=lambda way: way[:3],
        )
    return _joined(best[0][3]) if text else []


def _before(token: QuestionToken, rest: _Way) -> _Way:
    unknown = len(token.text) if token.kind == "unknown" else 0
    return rest[0] + unknown, rest[1] + 1, (-len(token.text), *rest[2]), (token, *rest[3])


def _at(text: str, start: int, names: KnownNames, today: date) -> Iterator[QuestionToken]:
    """The tokens that may begin at a position."""
    quoted = _QUOTED.match(text, start)
    if quoted:
        words = next(filter(None, quoted.groups()))
        whole = names.by_spelling.get(words, ())
        yield QuestionToken(quoted.group(), names=whole) if whole else QuestionToken(quoted.group(), quoted=words)
        return
    for length, found in names.at(text, start):
        yield QuestionToken(text[start : start + length], names=found)
    for time in times_at(text, start, today):
        yield QuestionToken(text[start : start + time.length], time=time.period)
    words = question_words().words
    for length in range(1, min(_longest(), len(text) - start) + 1):
        typed = text[start : start + length]
        word = words.by_word.get(typed) or words.by_word.get(typed.replace(DONE, ""))
        if word and (typed == DONE or typed.strip(DONE) == typed):
            yield QuestionToken(text[start : start + length], word=word)
    yield QuestionToken(text[start])


@cache
def _longest() -> int:
    return max(map(len, question_words().words.words))


def _joined(found: tuple[QuestionToken, ...]) -> list[QuestionToken]:
    joined: list[QuestionToken] = []
    for token in found:
        if joined and token.kind == joined[-1].kind == "unknown":
            joined[-1] = QuestionToken(joined[-1].text + token.text)
        else:
            joined.append(token)
    return joined
