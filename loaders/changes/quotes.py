"""What a change quotes, and what its sentences say of all that they tell: when it was, how far it has come.

A change quotes the sentences that tell it. Where these are longer than a person reads at once (a paragraph that tells
a hundred mergers between commas), it quotes its clauses alone, so that the quotes of a line grow with the line.
"""

from collections.abc import Sequence

from graph.words.fold import squeeze
from loaders.changes.clauses.sentences import ClauseStretch, Sentence
from loaders.changes.dates.dates import Status, When, first_status, first_when, read_status, read_when, with_years
from loaders.changes.story.told import ClausePlace

LONGEST_SENTENCE = 400
"""Characters of sentences that are quoted whole; the longest of a change in seeds and corpus have 86."""


def quoted_change(sentences: Sequence[Sentence], first: ClausePlace, last: ClausePlace) -> tuple[int, int]:
    """Where the words of a paragraph that tell a change begin and end; `first` and `last` are its clauses."""
    start, end = sentences[first.sentence].start, sentences[last.sentence].end
    if end - start <= LONGEST_SENTENCE:
        return start, end
    return min(first.start, last.start), max(first.end, last.end)


def quoted_clause(sentence: Sentence, clause: ClauseStretch) -> tuple[int, int]:
    """Where the words of a clause stand in those of its paragraph.

    One that is put together of words apart stands nowhere: then the sentence is quoted, or of a long one its stretch.
    """
    if clause.put_together and sentence.end - sentence.start <= LONGEST_SENTENCE:
        return sentence.start, sentence.end
    return sentence.start + clause.start, sentence.start + clause.end


class ParagraphSentences:
    """The dates and states that the sentences of a paragraph give, each read once."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._dated = list(with_years(squeeze(sentence.words) for sentence in sentences))
        self._whens: dict[int, When] = {}
        self._states: dict[int, Status] = {}

    def when(self, first: int, last: int) -> When:
        """The dates of the sentences `first` to `last`, else of the head of their row."""
        return first_when(map(self._when, self._own(first, last)))

    def status(self, first: int, last: int) -> Status:
        """How far what the sentences `first` to `last` tell has come."""
        return first_status(map(self._status, self._own(first, last)))

    def _own(self, first: int, last: int) -> tuple[int, ...]:
        return (*range(first, last + 1), self._sentences[first].head)

    def _when(self, index: int) -> When:
        if index not in self._whens:
            self._whens[index] = read_when(self._dated[index])
        return self._whens[index]

    def _status(self, index: int) -> Status:
        if index not in self._states:
            self._states[index] = read_status(self._dated[index])
        return self._states[index]
