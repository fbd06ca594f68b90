"""A question in tokens: names that the graph knows, words of questions, times, quoted text, and what is unknown.

Of all ways to part a question the one is taken that leaves the fewest characters unknown, of those the one with the
fewest tokens, of those the one whose first tokens are longest: 张若一和冉泰休 is two names, 责任领导 one word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.words.fold import compact
from graph.words.names import simplified
from graph.words.numerals import COUNTING_SIGNS, value_of
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
    """A part of a question by its words; of what it is made, one field is filled, none where it is unknown.

    A quoted text may be a name, too.
    """

    text: str
    names: tuple[Name, ...] = ()
    word: QuestionWord | None = None
    time: Period | None = None
    quoted: str = ""
    number: int = 0

    @property
    def kind(self) -> str:
        """What it is: a kind of words, name, time, top (前三), quoted or unknown."""
        if self.names:
            return "name"
        if self.word:
            return self.word.kind
        return "time" if self.time else "top" if self.number else "quoted" if self.quoted else "unknown"


_Way = tuple[int, int, tuple[int, ...], tuple[QuestionToken, ...]]
"""The cost of a way to part the rest: unknown characters, tokens, lengths to compare; and its tokens."""


def tokens(question: str, names: KnownNames, today: date, titles: Sequence[str] = ()) -> list[QuestionToken]:
    """The tokens of a question, fillers included; neighbours that are unknown are one token.

    `titles` are those of tasks that stand in it, as they are written.
    """
    text = _Text("".join(question.split())[:MOST], names, today, tuple(titles))
    folded = text.folded
    best: list[_Way] = [(0, 0, (), ())] * (len(folded) + 1)
    for start in range(len(folded) - 1, -1, -1):
        best[start] = min(
            (_before(one, best[start + len(one.text)]) for one in _at(text, start)), key=lambda way: way[:3]
        )
    return _joined(best[0][3]) if folded else []


@dataclass(frozen=True, slots=True)
class _Text:
    """A question without white space, and what is looked for in it."""

    written: str
    names: KnownNames
    today: date
    titles: tuple[str, ...]

    @property
    def folded(self) -> str:
        """The same in half-width signs and simplified characters, character for character."""
        return simplified(compact(self.written))


def _before(token: QuestionToken, rest: _Way) -> _Way:
    unknown = len(token.text) if token.kind == "unknown" else 0
    return rest[0] + unknown, rest[1] + 1, (-len(token.text), *rest[2]), (token, *rest[3])


def _at(text: _Text, start: int) -> Iterator[QuestionToken]:
    """The tokens that may begin at a position."""
    folded, written = text.folded, text.written
    quoted = _QUOTED.match(folded, start)
    if quoted:
        group = next(number for number, words in enumerate(quoted.groups(), 1) if words)
        words = written[slice(*quoted.span(group))]
        found = text.names.by_spelling.get(compact(words), ())
        part = text.names.plans_holding(words) if quoted.group().startswith("《") and not found else None
        yield QuestionToken(quoted.group(), names=(part,) if part else found, quoted=words)
        return
    for title in text.titles:
        if written.startswith(title, start):
            yield QuestionToken(folded[start : start + len(title)], quoted=title)
    for length, borne in text.names.at(folded, start):
        yield QuestionToken(folded[start : start + length], names=borne)
    for time in times_at(folded, start, text.today):
        yield QuestionToken(folded[start : start + time.length], time=time.period)
    top = _top().match(folded, start)
    if top:
        yield QuestionToken(top.group(), number=value_of(next(filter(None, top.groups()))))
    yield from _words_at(folded, start)
    yield QuestionToken(folded[start])


def _words_at(folded: str, start: int) -> Iterator[QuestionToken]:
    """The words of questions that begin at a position."""
    words = question_words().words
    for length in range(1, min(_longest(), len(folded) - start) + 1):
        typed = folded[start : start + length]
        word = words.by_word.get(typed) or words.by_word.get(typed.replace(DONE, ""))
        if word and (typed == DONE or typed.strip(DONE) == typed):
            yield QuestionToken(typed, word=word)


@cache
def _top() -> re.Pattern[str]:
    """前三名, and 3个 before 单位."""
    number = rf"(\d{{1,2}}|[{COUNTING_SIGNS}两]{{1,2}})"
    return re.compile(rf"前{number}(?:[名位个家项]|(?![天日周年月季]))(?!月)|{number}[名位个家](?=单位|部门|领导|科室)")


@cache
def _longest() -> int:
    return max(map(len, question_words().words.words))


def _joined(found: tuple[QuestionToken, ...]) -> list[QuestionToken]:
    """Neighbours that are unknown as one token, with the sign that a name ends in (火星办) and those within one."""
    joined: list[QuestionToken] = []
    for at, token in enumerate(found):
        behind = found[at + 1].kind if at + 1 < len(found) else ""
        goes_on = token.kind == "unknown" or _is_ending(token) or (behind == "unknown" and _is_light(token))
        if joined and joined[-1].kind == "unknown" and goes_on:
            joined[-1] = QuestionToken(joined[-1].text + token.text)
        else:
            joined.append(token)
    return joined


def _is_light(token: QuestionToken) -> bool:
    """Whether a token between two that are unknown belongs to them (公有资产)."""
    return len(token.text) == 1 and token.kind == "filler" and token.word is not None and token.word.value != "sign"


def _is_ending(token: QuestionToken) -> bool:
    return (
        len(token.text) == 1
        and token.word is not None
        and (token.word.value == "ending" or token.kind in {"noun", "task"})
    )
