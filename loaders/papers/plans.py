"""The plans inside a paper: by their titles in the text and by the list of contents, which may name more of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.statements import PlanStatement
from graph.words.fold import fold, squeeze
from graph.words.numbering import number_at
from loaders.deadlines.reading import find_year
from loaders.papers.plan_titles import Title, find_titles
from loaders.papers.sheet_lists import list_title, sheet_lists
from loaders.text import Block, Paragraph, Table, Text, Words
from loaders.vocabulary.plans import plan_words


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A plan's part of a paper: its title's words and the blocks of its body."""

    title: str
    words: Words | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PaperParts:
    """A paper in its parts: what stands before the first plan, the listed titles, the plans.

    `year` is the only one that the titles of a workbook's sheets name.
    """

    head: tuple[Block, ...]
    listed: tuple[Words, ...]
    parts: tuple[PlanPart, ...]
    year: int | None = None


def split_paper(blocks: Sequence[Block]) -> PaperParts:
    """The head and the plans of a paper; a paper without any plan's title is one plan without one."""
    lists = sheet_lists(blocks)
    if lists:
        parts = [part for one in lists[1:] for part in _parts(one, find_titles(one)) or [_part_of_list(one)]]
        years = {year for part in parts if (year := find_year(part.title))}
        return PaperParts(lists[0], (), tuple(_without_empty(parts)), years.pop() if len(years) == 1 else None)
    titles = _without_announced(blocks, find_titles(blocks))
    if not titles:
        return PaperParts((), (), (PlanPart("", None, tuple(blocks)),))
    head = tuple(blocks[: titles[0].first])
    return PaperParts(head, tuple(_listed(head)), tuple(_without_empty(_parts(blocks, titles))))


def _without_announced(blocks: Sequence[Block], titles: Sequence[Title]) -> list[Title]:
    """The titles without the first of all where the paper bears it again behind no more than a letter."""
    if len(titles) > 1 and titles[0].text == titles[1].text:
        between = blocks[titles[0].behind : titles[1].first]
        if not any(isinstance(block, Table) or number_at(block.words.compact) for block in between):
            return list(titles[1:])
    return list(titles)


def _parts(blocks: Sequence[Block], titles: Sequence[Title]) -> list[PlanPart]:
    """The plans that begin at titles."""
    if not titles:
        return []
    ends = [title.first for title in titles[1:]] + [len(blocks)]
    return [
        PlanPart(title.text, title.words, tuple(blocks[title.behind : end]))
        for title, end in zip(titles, ends, strict=True)
    ]


def _part_of_list(blocks: Sequence[Block]) -> PlanPart:
    """The plan that a sheet's list is, under the title of its table."""
    title = list_title(blocks)
    lines = (block.words for block in blocks if isinstance(block, Paragraph))
    return PlanPart(title, next((words for words in lines if squeeze(words.text) == title), None), tuple(blocks))


def _without_empty(parts: Sequence[PlanPart]) -> Iterator[PlanPart]:
    """Titles with nothing behind them (a cover, a repeated title) are no plans where another follows."""
    for index, part in enumerate(parts):
        if part.blocks or index == len(parts) - 1:
            yield part


def _listed(head: Sequence[Block]) -> Iterator[Words]:
    """The numbered titles of a list of contents in the head."""
    endings = plan_words().title.endings
    found: list[Words] = []
    for block in head:
        if not isinstance(block, Paragraph):
            continue
        number = number_at(block.words.folded)
        if number and squeeze(block.words.text).endswith(endings) and "。" not in block.words.text:
            found.append(block.words.part(number.end, len(block.words.text)).stripped())
    if len(found) > 1:
        yield from found


def number_plans(
    text: Text,
    paper: PaperParts,
    jurisdiction: str | None,
    *,
    first: int,
    article: int,
    title: str,
    heading: Words | None,
) -> tuple[list[PlanStatement], list[int]]:
    """The plans of a paper in order, numbered from `first`, and for each part the number of its plan.

    Listed plans give the order; a part meets the listed title that is the same words, or the one left over between two
    that met. `title` and `heading` serve a plan that has no title of its own.
    """
    places = _meet([_normal(part.title) for part in paper.parts], [_normal(squeeze(one.text)) for one in paper.listed])
    rows: list[tuple[str, bool, Words | None]] = [(squeeze(words.text), False, words) for words in paper.listed]
    numbers: list[int] = []
    for part, place in zip(paper.parts, places, strict=True):
        words = part.words or heading or _first_words(part.blocks)
        row = (part.title or title, True, words)
        if place is None:
            place = len(rows)  # noqa: PLW2901 - a plan that is not listed stands behind those that are
            rows.append(row)
        else:
            rows[place] = row
        numbers.append(first + place)
    plans = [
        PlanStatement(
            ordinal=first + index,
            title=name,
            jurisdiction=jurisdiction,
            body=body,
            source=text.source(words.start, words.end) if words else text.source(0, 1),
            article=article,
        )
        for index, (name, body, words) in enumerate(rows)
    ]
    return plans, numbers


def _first_words(blocks: Sequence[Block]) -> Words | None:
    return next((block.words for block in blocks if isinstance(block, Paragraph)), None)


def _normal(title: str) -> str:
    return "".join(sign for sign in fold(title) if sign.isalnum())


def _meet(parts: Sequence[str], listed: Sequence[str]) -> list[int | None]:
    """For each part the index of the listed title that it meets, None where it meets none."""
    first = {title: index for index, title in reversed(list(enumerate(listed)))}
    places = [first.get(title) for title in parts]
    following = len(parts)
    nexts: list[int] = []
    for index in reversed(range(len(parts))):
        following = index if places[index] is not None else following
        nexts.append(following)
    nexts.reverse()
    before = -1
    for index, place in enumerate(places):
        after = places[nexts[index]] if nexts[index] < len(parts) else len(listed)
        if place is None and after is not None and after - before - 1 == nexts[index] - index:
            places[index] = before + 1
        before = before if places[index] is None else places[index] or 0
    return places
