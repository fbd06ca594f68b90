"""Papers that take the place of others: by words in them that name the other (原…同时废止), or by a decision.

A paper cannot end one that was issued after it; two that each say it of the other end none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.decisions.decisions import Decisions
from graph.papers.papers import Paper
from graph.statements import ReplacementStatement, Statement
from graph.words.names import number_form, title_form


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """That one paper (by id) takes the place of another, by the passages that say so; none where it was decided."""

    paper: str
    by: str
    passages: tuple[str, ...] = ()


def replacements(
    issued: Sequence[Paper],
    copies: Mapping[str, Sequence[int]],
    passages: Mapping[str, Mapping[Statement, str]],
    decisions: Decisions,
) -> tuple[Replacement, ...]:
    """Which papers take the place of which, sorted; `copies` are the numbers of those copies of each paper (by id) that
    stand or may stand.
    """
    known = {paper.id: paper for paper in issued}
    said: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    named = _ByName(issued)
    for paper in issued:
        for number in copies[paper.id]:
            document = paper.copies[number].document
            for one in document.replacements:
                for other in named.meant(one, paper):
                    if not _later(known[other], paper):
                        said[other, paper.id].append(passages[document.sha256][one])
    decided = _decided(named, decisions)
    stated = {
        (paper, by): tuple(dict.fromkeys(told))
        for (paper, by), told in said.items()
        if (by, paper) not in said and decided.get(frozenset((paper, by)), by) == by
    }
    for pair, by in decided.items():
        if by:
            stated.setdefault((next(one for one in pair if one != by), by), ())
    return tuple(sorted(Replacement(paper, by, told) for (paper, by), told in stated.items()))


def numbers_named(paper: Paper) -> frozenset[str]:
    """The issue numbers, in normal form, that a paper bears or ends: who shares one has to do with it."""
    found = set(paper.numbers)
    for copy in paper.copies:
        for one in copy.document.replacements:
            found.update(filter(None, map(number_form, one.numbers)))
    return frozenset(found)


class _ByName:
    """Papers by number, by id and by title."""

    def __init__(self, issued: Iterable[Paper]) -> None:
        self.ids: dict[str, str] = {}
        self._titles: defaultdict[str, list[Paper]] = defaultdict(list)
        for paper in issued:
            self.ids |= dict.fromkeys((paper.id, *paper.numbers), paper.id)
            for title in _titles(paper):
                self._titles[title].append(paper)

    def meant(self, one: ReplacementStatement, by: Paper) -> Iterator[str]:
        """The papers that a statement means: any by its number; by its title the one of the same scope."""
        for number in one.numbers:
            paper = self.ids.get(number_form(number), by.id)
            if paper != by.id:
                yield paper
        for title in one.titles:
            alike = [paper for paper in self._titles.get(title_form(title), ()) if paper.scopes & by.scopes]
            others = [paper.id for paper in alike if paper.id != by.id]
            if len(others) == 1:
                yield others[0]


def _titles(paper: Paper) -> set[str]:
    """The titles by which a paper is cited: its own, what it says in 《》, that of its only plan."""
    title = paper.head.title
    inner = title[title.find("《") + 1 : title.rfind("》")] if "《" in title and "》" in title else ""
    only = paper.plans[0].title if len(paper.plans) == 1 else ""
    return {form for one in (title, inner, only) if (form := title_form(one))}


def _later(paper: Paper, than: Paper) -> bool:
    days = paper.head.issued_on, than.head.issued_on
    return all(days) and days[0] > days[1]


def _decided(named: _ByName, decisions: Decisions) -> dict[frozenset[str], str]:
    """The pairs of papers of which it is decided which stands, "" for two that have nothing to do with each other."""
    found: dict[frozenset[str], str] = {}
    for one in decisions.all:
        ids = [named.ids[name] for name in one.names if name in named.ids]
        if one.kind == "paper" and len(set(ids)) == len(one.names):
            found[frozenset(ids)] = ids[0] if one.verdict == "stands" else ""
    return found
