"""Changes of places told in prose: 由甲村、乙村合并设立丙村, 撤销甲村，并入乙村, 将甲乡划归西河县, at every level.

The way of the data, from the words of one paragraph to its statements:

1. `clauses.sentences` cuts sentences and clauses.
2. `clauses.clauses` reads a clause: a verb between two lists, or a frame such as 以原…为…; (`clauses.frames`). What
   stands around the lists is taken off by `clauses.words`, the lists are read by `lists.lists`, one name of them by
   `lists.party`, counts behind them (2个村) by `lists.counts`.
3. `story.story` puts the clauses of the paragraph together. What they do to the whole is in `story.endings`, `results`,
   `moves` and `regions`, which write into `story.memory` and give what `story.told` declares.
4. `events` makes a change of it: who ends, goes on or is new; `dates.dates` gives its date and state.

Tables (`tables.tables`, `tables.columns`) begin with lists and join at step 4. The words are in
`vocabulary/changes.toml`. A paragraph without a word of change costs one look. Each change quotes the sentence, or the
sentences, that tell it; of a stretch longer than any sentence that a person reads at once, the clauses (`quotes`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.statements import ChangeStatement, Source, UnreadStatement
from graph.words.any_of import any_of
from graph.words.fold import squeeze
from loaders.changes.clauses.clauses import abolishes, read_clauses
from loaders.changes.clauses.frames import Clause
from loaders.changes.clauses.sentences import ClauseStretch, Sentence, split_clauses, split_sentences
from loaders.changes.clauses.verbs import verb_pattern
from loaders.changes.clauses.words import rank_words, subject_of_paragraph
from loaders.changes.dates.dates import Status, When, paper_status
from loaders.changes.dates.effect import about_changes
from loaders.changes.events import ChangeParties, perhaps_an_area
from loaders.changes.quotes import ParagraphSentences, quoted_change, quoted_clause
from loaders.changes.story.memory import Memory
from loaders.changes.story.story import Story
from loaders.changes.story.told import ChangeDraft, ClausePlace
from loaders.changes.untold import CHANGED, MOVED, WITHOUT_RESULT, not_understood
from loaders.text import Text, Words
from loaders.vocabulary.changes import change_words

_LONGEST_CLAUSE = 4000  # characters of a clause that is read; a list of two hundred villages has a thousand
_TITLE = 300  # characters in which the title of a paper stands
_BEGINNING = 1500  # characters in which a paper says what it is
_LONGEST_SHORT_NAME = 4  # 西河 of 西河县


@cache
def _signs() -> re.Pattern[str]:
    """The words of which a paragraph on changes holds at least one."""
    data = change_words()
    words = {*data.backwards.made, *data.territory.signs, *data.made_of.signs}
    shortest = [word for word in words if not any(other != word and other in word for other in words)]
    kinds = tuple(dict.fromkeys(row.does for row in data.verbs if row.does != "form"))
    formed = [word for row in data.verbs if row.does == "form" for word in row.words if len(word) > 1]
    return re.compile(f"{verb_pattern(*kinds)}|{any_of((*shortest, *formed))}|{rank_words()}")


def read_changes(
    text: Text, words: Words, *, plan: int, unread: list[UnreadStatement] | None = None
) -> tuple[ChangeStatement, ...]:
    """The changes of places that a paragraph's words tell, in order; () for most paragraphs.

    Roads, schools, offices, headings and general words (合并村) give none. The source is the sentence that tells the
    change, to the last sentence that adds to it. Clauses that move places and of which no change could be made are
    added to `unread`.
    """
    if not words.text or not _signs().search(words.text):
        return ()
    sentences = split_sentences(words.folded)
    paper = _paper(text.characters)
    story = Story(
        Memory(
            decides=paper.decides,
            subject=subject_of_paragraph(squeeze(sentences[0].words)),
            known=text.characters.__contains__,
        )
    )
    missed = _hear(story, sentences, paper.full_names)
    doubted: list[tuple[tuple[int, int], str]] = []
    statements = tuple(_statements(text, words, sentences, story, plan, paper, doubted))
    if unread is not None:
        quotes = {quoted_clause(one.sentence, one.stretch): one for one in reversed(missed)}
        unread += [
            UnreadStatement(one.reason, _source(text, words, place), {"part": one.part})
            for place, one in reversed(quotes.items())
        ]
        dropped = sorted({waiting.at.sentence for waiting in story.memory.dropped})
        unread += [UnreadStatement(CHANGED, _source(text, words, at), {"part": name}) for at, name in doubted]
        places = [(sentences[at].start, sentences[at].end) for at in dropped]
        unread += [UnreadStatement(WITHOUT_RESULT, _source(text, words, place)) for place in places]
    return statements


@dataclass(frozen=True, slots=True)
class _Missed:
    """A clause on a change of places that could not be told, why, and the part that was not understood."""

    sentence: Sentence
    stretch: ClauseStretch
    reason: str
    part: str


@dataclass(frozen=True, slots=True)
class _Heard:
    """A clause of a sentence with what it says; None where it was not read yet."""

    index: int
    sentence: Sentence
    stretch: ClauseStretch
    clauses: list[Clause] | None


def _read_signs(sentences: list[Sentence], full_names: Mapping[str, str]) -> list[_Heard]:
    """All clauses, of which those with a sign of change are read; [] where none of these tells or may tell a change.

    Lists alone tell no change, and most paragraphs with a sign hold none: so all other clauses are read later.
    """
    found: list[_Heard] = []
    tells = False
    for index, sentence in enumerate(sentences):
        for stretch in split_clauses(sentence.words):
            words, clauses = stretch.words, None
            if len(words) > _LONGEST_CLAUSE:
                clauses = []
            elif _signs().search(words):
                clauses = read_clauses(words, full_names, heads=stretch.heads)
                tells = tells or any(clause.does != "listing" for clause in clauses)
                tells = tells or (not clauses and not_understood(words) is not None)
            found.append(_Heard(index, sentence, stretch, clauses))
    return found if tells else []


def _hear(story: Story, sentences: list[Sentence], full_names: Mapping[str, str]) -> list[_Missed]:
    """Tell the story clause by clause; those on changes of places that could not be told come back."""
    missed: list[_Missed] = []
    for heard in _read_signs(sentences, full_names):
        sentence, stretch = heard.sentence, heard.stretch
        words, heads = stretch.words, stretch.heads
        at = ClausePlace(heard.index, sentence.group, sentence.start + stretch.start, sentence.start + stretch.end)
        clauses = read_clauses(words, full_names, heads=heads) if heard.clauses is None else heard.clauses
        short = len(words) <= _LONGEST_CLAUSE
        why = not_understood(words) if short and not clauses else None
        for clause in clauses:
            story.hear(clause, at, heads=heads)
            why = why or (
                (MOVED if clause.does in ("into", "transfer", "take over") else CHANGED, words)
                if story.memory.missed
                else None
            )
        if not clauses:
            story.hear_other(at, abolishes=short and abolishes(words))
        if why:
            missed.append(_Missed(sentence, stretch, *why))
    return missed


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the whole text says that a paragraph needs: whether it decides on changes, whether it is about places, how
    far all is, full names of short ones.
    """

    decides: bool
    on_places: bool
    status: Status
    full_names: Mapping[str, str]


@lru_cache(maxsize=1)
def _paper(characters: str) -> _Paper:
    names: dict[str, set[str]] = {}
    for match in re.finditer("[省市州县区旗镇乡]", characters):
        for length in range(2, _LONGEST_SHORT_NAME + 1):
            stem = characters[max(0, match.start() - length) : match.start()]
            names.setdefault(stem, set()).add(match[0])
    full = {stem: stem + next(iter(endings)) for stem, endings in names.items() if len(endings) == 1}
    decides = any(word in characters for word in change_words().decisions.words)
    on_places = any(word in characters for word in change_words().on_places.words) or about_changes(characters[:_TITLE])
    return _Paper(decides, on_places, paper_status(characters[:_BEGINNING]), full)


def _statements(
    text: Text,
    words: Words,
    sentences: list[Sentence],
    story: Story,
    plan: int,
    paper: _Paper,
    doubted: list[tuple[tuple[int, int], str]],
) -> Iterator[ChangeStatement]:
    """The changes of the story in order; areas that are perhaps no places go to `doubted`."""
    seen: set[tuple[object, ...]] = set()
    said = ParagraphSentences(sentences)
    sources: dict[tuple[int, int], Source] = {}
    ended = frozenset(story.memory.ended)
    drafts = sorted(story.finish(), key=lambda told: (told.first.sentence, told.last.sentence))
    on_places = paper.on_places or any(told.new and told.old for told in drafts)
    for told in drafts:
        at = (told.first.sentence, told.last.sentence)
        for change in told.changes(ended):
            key = (change.before, change.after)
            if (*key, *at) in seen or (change.transfers and not change.givers and key in seen):
                continue
            seen |= {key, (*key, *at)}
            when, stated = said.when(*at), said.status(*at)
            place = quoted_change(sentences, told.first, told.last)
            area = perhaps_an_area(change)
            if area and not (on_places or when != When() or stated != "stated" or change.parent or told.within):
                doubted.append((place, area))
                continue
            if place not in sources:
                sources[place] = _source(text, words, place)
            yield ChangeStatement(
                level=change.level,
                before=change.before,
                after=change.after,
                source=sources[place],
                plan=plan,
                givers=change.givers,
                on=when.on,
                earliest=when.earliest,
                latest=when.latest,
                decided_on=when.decided_on,
                status=paper.status if stated == "stated" else stated,
                parent=_parent(change, told),
            )


def _source(text: Text, words: Words, place: tuple[int, int]) -> Source:
    quoted = words.part(*place).stripped()
    return text.source(quoted.start, quoted.end)


def _parent(change: ChangeParties, told: ChangeDraft) -> str:
    return change.parent or ("" if change.transfers else "/".join(told.within))
