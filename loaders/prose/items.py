"""Tasks in prose: the items of an outline to which marks give owners or deadlines."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.statements import TaskStatement
from graph.words.any_of import any_of
from graph.words.fold import compact, fold
from loaders.owners.sentences import SentenceOwners
from loaders.places.finding import find_places
from loaders.prose.assign import Conventions, assign
from loaders.prose.closing import Closed, close_items
from loaders.prose.gathering import gather_labels
from loaders.prose.labels import find_labels
from loaders.prose.outline import Item
from loaders.prose.sentence_marks import add_sentences, beside_units, names_no_unit, untold, work_end
from loaders.prose.titles import title_and_content
from loaders.prose.unnamed_parts import unnamed_parts
from loaders.refused import RefusedCandidate
from loaders.text import Text
from loaders.vocabulary.prose import outline_words


def read_items(
    text: Text, root: Item, plan: int, rules: Conventions, refused: list[RefusedCandidate]
) -> Iterator[TaskStatement]:
    """The tasks of an outline, in order of reading; stated conventions are learned into `rules`.

    Candidates that are none, with the part for which, go to `refused`.
    """
    for closed in close_items(gather_labels(root), refused):
        assigned = assign(closed.mark.stated, rules)
        if assigned.empty or _says_who_holds_an_event(closed):
            continue
        found: Sequence[SentenceOwners] = ()
        if names_no_unit(closed.mark):
            found = add_sentences(closed, assigned, rules)
            refused += untold(closed, found)
        else:
            refused += beside_units(closed, assigned)
        refused += unnamed_parts(closed.mark, closed.whole, assigned)
        title, content = _title_and_content(closed, found)
        stated = TaskStatement(
            form="item",
            plan=plan,
            number=closed.number,
            category="",
            title=title,
            content=content,
            source=text.source(closed.whole.start, max(closed.whole.end, closed.words.end)),
            places=find_places(title + "。" + content),
        )
        yield assigned.into(stated)


def _title_and_content(closed: Closed, found: Sequence[SentenceOwners]) -> tuple[str, str]:
    """The title and the content; of a sentence that goes on with its owners the title is the work alone."""
    text = closed.words.text
    title, content = title_and_content(text, closed.number, closed.first_line, closed.key)
    if not found or content:
        return title, content
    work, _ = title_and_content(text[: work_end(text, found)], closed.number, closed.first_line, closed.key)
    return (work, title) if work and work != title else (title, content)


def _says_who_holds_an_event(closed: Closed) -> bool:
    """Whether only labels of holders (主办单位, 承办单位) stand under a heading that names no work (组织机构)."""
    first = closed.words.text[: closed.first_line].removeprefix(closed.number)
    heading = compact(first).partition(":")[0]
    if not _no_work().fullmatch(heading):
        return False
    behind = fold(closed.whole.text[len(closed.words.stripped().text) :])
    labels = find_labels(behind)
    return bool(labels) and all(behind[label.start :].startswith(outline_words().no_work.holders) for label in labels)


@cache
def _no_work() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(outline_words().no_work.words)}|[、和及。])+")
