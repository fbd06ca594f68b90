"""Changes of places told in prose: 由甲村、乙村合并设立丙村, 撤销甲村，并入乙村, 将甲乡划归西河县, at every level.

The way of the data, from the words of one paragraph to its statements:

1. `clauses.sentences` cuts sentences and clauses; `hearing` reads first those with a word of change.
2. `clauses.clauses` reads a clause: a verb (`clauses.verbs`) between two lists, or a frame such as 以原…为…;
   (`clauses.frames`). What stands around the lists is taken off by `clauses.words`, the lists are read by
   `lists.lists`, one name of them by `lists.party`, names that a count proves (瓦厂、前院2个村) by `lists.runs`.
   Clauses on changes that were not read are told as unread (`untold`).
3. `story.story` puts the clauses of the paragraph together. What they do to the whole is in `story.endings`, `results`,
   `moves`, `governing` and `regions`, which write into `story.memory` and give what `story.told` declares.
4. `events` makes a change of it: who ends, goes on or is new; `dates.dates` gives its date and state.

Tables (`tables.tables`, `tables.columns`) begin with lists and join at step 4. The words are in
`vocabulary/changes.toml`. A paragraph without a word of change costs one look. Each change quotes the sentence, or the
sentences, that tell it; of a stretch longer than any sentence that a person reads at once, the clauses (`quotes`).
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.statements import ChangeStatement, Source, UnreadStatement
from graph.words.any_of import any_of
from graph.words.fold import squeeze
from graph.words.signs import HAN
from loaders.changes.clauses.sentences import Sentence, split_sentences
from loaders.changes.clauses.words import subject_of_paragraph
from loaders.changes.dates.dates import When
from loaders.changes.events import ChangeParties, is_area_of, perhaps_an_area
from loaders.changes.hearing import change_signs, hear, read_signs
from loaders.changes.paper import ChangePaper, above_level, read_paper
from loaders.changes.quotes import ParagraphSentences, quoted_change, quoted_clause
from loaders.changes.story.memory import Memory
from loaders.changes.story.story import Story
from loaders.changes.story.told import ChangeDraft
from loaders.changes.untold import CHANGED, WITHOUT_RESULT, is_title
from loaders.text import Text, Words
from loaders.vocabulary.changes import change_words

_IDEOGRAPH = re.compile(f"[{HAN}]")
"""Without one there is no name of a place."""


def read_changes(
    text: Text,
    words: Words,
    *,
    plan: int,
    above: tuple[str, ...] = (),
    unread: list[UnreadStatement] | None = None,
) -> tuple[ChangeStatement, ...]:
    """The changes of places that a paragraph's words tell, in order; () for most paragraphs.

    Roads, schools, offices, headings and general words (合并村) give none. The source is the sentence that tells the
    change, to the last sentence that adds to it. `above` is the place of the heading that the paragraph stands under.
    Clauses that move places and of which no change could be made are added to `unread`.
    """
    if not _IDEOGRAPH.search(words.text) or not change_signs().search(words.text):
        return ()
    sentences = split_sentences(words.folded)
    paper = read_paper(text.characters)
    read = read_signs(sentences, paper.full_names)
    if not read:
        return ()
    story = Story(
        Memory(
            decides=paper.decides,
            above=lambda level: above_level(above, level) or paper.above(level),
            subject=subject_of_paragraph(squeeze(sentences[0].words)),
            known=text.characters.__contains__,
        )
    )
    missed = hear(story, read, paper.full_names)
    doubted: list[tuple[tuple[int, int], str]] = []
    statements = tuple(_statements(text, words, sentences, story, plan, paper, doubted))
    if unread is not None and not is_title(squeeze(words.folded)):
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


def _statements(
    text: Text,
    words: Words,
    sentences: list[Sentence],
    story: Story,
    plan: int,
    paper: ChangePaper,
    doubted: list[tuple[tuple[int, int], str]],
) -> Iterator[ChangeStatement]:
    """The changes of the story in order; areas that are perhaps no places go to `doubted`."""
    seen: set[tuple[object, ...]] = set()
    said = ParagraphSentences(sentences)
    sources: dict[tuple[int, int], Source] = {}
    drafts = sorted(story.finish(), key=lambda told: (told.first.sentence, told.last.sentence))
    ended = frozenset(story.memory.ended)
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
            on_area = on_places or when != When() or stated != "stated" or change.parent or told.within
            if area and not (on_area and is_area_of(area, story.memory.known)):
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
                again=not change.before and bool(_again().search(words.text[told.first.start : told.last.end])),
            )


@cache
def _again() -> re.Pattern[str]:
    """Words by which a place is set up that stood before."""
    return re.compile(any_of(change_words().again.words))


def _source(text: Text, words: Words, place: tuple[int, int]) -> Source:
    quoted = words.part(*place).stripped()
    return text.source(quoted.start, quoted.end)


def _parent(change: ChangeParties, told: ChangeDraft) -> str:
    return change.parent or ("" if change.transfers else "/".join(told.within))
