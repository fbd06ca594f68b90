"""Changes of places told in prose: 由甲村、乙村合并设立丙村, 撤销甲村，并入乙村, 将甲乡划归西河县, at every level.

A paragraph without a word of change costs one look. Each change quotes the sentence, or the sentences, that tell it.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.statements import ChangeStatement
from loaders.change_clauses import read_clauses
from loaders.change_dates import Status, When, read_status, read_when
from loaders.change_events import Change
from loaders.change_story import Story, Told
from loaders.fold import fold, squeeze
from loaders.text import Text, Words
from loaders.vocabulary import table

_LONGEST_CLAUSE = 4000


@cache
def _signs() -> re.Pattern[str]:
    """The words of which a paragraph on changes holds at least one."""
    data = table("changes")
    words = {word for row in data["verbs"] if row["does"] != "form" for word in row["words"]}
    words |= set(data["backwards"]["made"])
    shortest = [word for word in words if not any(other != word and other in word for other in words)]
    return re.compile("|".join(sorted(map(re.escape, shortest))) + "|以原|以其")


def read_changes(text: Text, words: Words, *, plan: int) -> tuple[ChangeStatement, ...]:
    """The changes of places that a paragraph's words tell, in order; () for most paragraphs.

    Roads, schools, offices, headings and general words (合并村) give none. The source is the sentence that tells the
    change, to the last sentence that adds to it.
    """
    if not words.text or not _signs().search(words.text):
        return ()
    folded = fold(words.text)
    sentences = list(_sentences(folded))
    story = Story()
    group = 0
    for index, (start, end) in enumerate(sentences):
        for clause_words, heads in _clauses(folded[start:end]):
            for clause in read_clauses(clause_words, story.known) if len(clause_words) <= _LONGEST_CLAUSE else ():
                story.hear(clause, index, group, heads=heads)
        group += folded[end - 1] != ";"
    return tuple(_statements(text, words, folded, sentences, story, plan))


def _statements(
    text: Text, words: Words, folded: str, sentences: list[tuple[int, int]], story: Story, plan: int
) -> Iterator[ChangeStatement]:
    seen: set[tuple[object, ...]] = set()
    for told in sorted(story.finish(), key=lambda told: (told.first, told.last)):
        start, end = _trimmed(folded, sentences[told.first][0], sentences[told.last][1])
        quoted = words.part(start, end)
        when, status = _when(folded, sentences, told), _status(folded, sentences, told)
        for change in told.changes(frozenset(story.ended)):
            key = (change.before, change.after, change.givers)
            if key in seen:
                continue
            seen.add(key)
            yield ChangeStatement(
                kind=change.kind,
                level=change.level,
                before=change.before,
                after=change.after,
                source=text.source(quoted.start, quoted.end),
                plan=plan,
                givers=change.givers,
                on=when.on,
                earliest=when.earliest,
                latest=when.latest,
                decided_on=when.decided_on,
                status=status,
                parent=_parent(change, told),
            )


def _parent(change: Change, told: Told) -> str:
    return change.parent or ("" if change.kind == "transfer" else "/".join(told.within))


def _when(folded: str, sentences: list[tuple[int, int]], told: Told) -> When:
    """The dates of the change's own sentences, else those at the head of the row of sentences parted by ；."""
    for index in (*range(told.first, told.last + 1), _head(folded, sentences, told)):
        when = read_when(squeeze(folded[slice(*sentences[index])]))
        if when != When():
            return when
    return When()


def _status(folded: str, sentences: list[tuple[int, int]], told: Told) -> Status:
    """How far the change has come, by its own sentences, else by the head of their row."""
    own = read_status(squeeze(folded[sentences[told.first][0] : sentences[told.last][1]]))
    return own if own != "stated" else read_status(squeeze(folded[slice(*sentences[_head(folded, sentences, told)])]))


def _head(folded: str, sentences: list[tuple[int, int]], told: Told) -> int:
    """The first of the sentences parted by ； in whose row the change stands."""
    first = told.first
    while first and folded[sentences[first - 1][1] - 1] == ";":
        first -= 1
    return first


def _sentences(folded: str) -> Iterator[tuple[int, int]]:
    """Where each sentence stands, its stop included; ； parts sentences too, but not inside brackets."""
    start, depth = 0, 0
    for index, sign in enumerate(folded):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign in "。!?\n" or (sign == ";" and not depth):
            yield start, index + 1
            start, depth = index + 1, 0
    if start < len(folded):
        yield start, len(folded)


def _clauses(sentence: str) -> Iterator[tuple[str, bool]]:
    """The clauses of a sentence without blanks, and whether a colon stands behind each.

    丙村（由甲村、乙村合并） is a clause of its own: 丙村由甲村、乙村合并.
    """
    for match in _bracketed().finditer(sentence):
        yield squeeze(f"{match[1]}由{match[2]}"), False
    start, depth = 0, 0
    for index, sign in enumerate(sentence):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if depth == 0 and sign in ",;:。!?\n":
            yield squeeze(sentence[start:index]), sign == ":"
            start = index + 1
    yield squeeze(sentence[start:]), False


@cache
def _bracketed() -> re.Pattern[str]:
    by = "|".join(table("changes")["backwards"]["by"])
    made = "|".join(table("changes")["backwards"]["made"])
    return re.compile(rf"([㐀-鿿]{{2,12}})\((?:{by})?([^()]{{2,400}}?(?:{made}))\)")


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and words[start].isspace():
        start += 1
    while end > start + 1 and words[end - 1].isspace():
        end -= 1
    return start, end
