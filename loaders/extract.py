"""A file → all that it says: the readers of text, papers, plans, tables and items, run in the order of the file; a
table of a register is read by rows alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from graph.errors import FileRefusedError, reason_of
from graph.messages.message import Message, plain
from graph.statements import (
    AppointmentStatement,
    ChangeStatement,
    HeadStatement,
    PlanDocument,
    PlanStatement,
    ReplacementStatement,
    Source,
    TaskStatement,
    UnreadStatement,
)
from graph.words.fold import fold
from loaders.as_written import as_written
from loaders.changes.dates.effect import dated_by_effect
from loaders.changes.headings import PlaceHeadings
from loaders.changes.prose import read_changes
from loaders.changes.tables.tables import is_change_table, read_change_table
from loaders.deadlines.reading import find_year
from loaders.edition import readers_digest
from loaders.groups.reading import is_group_table, read_group, read_group_table
from loaders.limits import MOST_BYTES, Allowance
from loaders.owners.conventions import conventions_in, may_state_who_leads
from loaders.papers.articles import Article, split_articles
from loaders.papers.head import read_head
from loaders.papers.head_lines import head_lines
from loaders.papers.plans import PaperParts, number_plans, split_paper
from loaders.papers.replacements import read_replacements
from loaders.papers.titles import broken_titles
from loaders.prose.assign import Conventions
from loaders.prose.gathering import without_labels_of_table
from loaders.prose.items import read_items
from loaders.prose.labels import find_labels
from loaders.prose.outline import build_outline
from loaders.read import read
from loaders.refused import RefusedCandidate
from loaders.registers.table import read_register, register_in
from loaders.tables.columns import is_task_table
from loaders.tables.notes import TableNote, notes_under_tables
from loaders.tables.task_rows import UnreadColumn, UnreadRow, read_rows
from loaders.text import Block, Paragraph, Table, Text, Words
from loaders.unread import find_unread
from loaders.vocabulary.plans import plan_words


@dataclass(slots=True)
class _Found:
    """What was read so far, and what may still be made of the file."""

    allowance: Allowance
    plans: list[PlanStatement] = field(default_factory=list)
    tasks: list[TaskStatement] = field(default_factory=list)
    changes: list[ChangeStatement] = field(default_factory=list)
    appointments: list[AppointmentStatement] = field(default_factory=list)
    replacements: list[ReplacementStatement] = field(default_factory=list)
    unread: list[UnreadStatement] = field(default_factory=list)
    reasons: dict[int, Message] = field(default_factory=dict)
    refused: list[RefusedCandidate] = field(default_factory=list)
    titles: tuple[Words, ...] = ()
    """The titles of the paper that stand over several lines."""

    def add_changes(self, text: Text, paragraphs: Sequence[Paragraph], plan: int) -> None:
        """The changes that paragraphs tell, and what in them was not read as one."""
        headings = PlaceHeadings()
        for words in self._as_told(paragraphs):
            unread: list[UnreadStatement] = []
            above = headings.above(words)
            self.changes += self.allowance.take(read_changes(text, words, plan=plan, above=above, unread=unread))
            self.unread += self.allowance.take(unread)

    def _as_told(self, paragraphs: Sequence[Paragraph]) -> Iterator[Words]:
        """The words of the paragraphs, lines of a title as one: half of it tells half a change (撤销甲县⏎设立乙市)."""
        for paragraph in paragraphs:
            words = paragraph.words
            title = next((one for one in self.titles if one.start <= words.start and words.end <= one.end), None)
            if title is None or title.start == words.start:
                yield title or words

    def add_appointments(self, appointments: Iterable[AppointmentStatement]) -> None:
        """The seats of a group."""
        self.appointments += self.allowance.take(appointments)

    def sources(self) -> list[Source]:
        return [one.source for group in (self.tasks, self.changes, self.appointments, self.unread) for one in group]


def extract(path: str | Path, *, most_text: int = MOST_BYTES) -> PlanDocument:
    """All that the file at `path` says; one of text may have `most_text` bytes.

    Raises FileRefusedError for what cannot be read or says too much.
    """
    try:
        if register := read_register(path):
            return register
        text = read(path, most_text=most_text)
        return register_in(text) or read_document(text)
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    except FileRefusedError as error:
        raise error if error.key == "file.named" else FileRefusedError.at(path, error.message) from error


def read_document(text: Text) -> PlanDocument:
    """All that a text says, with the place of each statement. Raises FileRefusedError where that is too much."""
    found = _Found(Allowance(len(text.characters)))
    heads = [_read_article(text, article, found) for article in split_articles(text.blocks)]
    found.unread += found.allowance.take(one.told(text) for one in found.refused)
    found.unread += found.allowance.take(find_unread(text, text.blocks, found.sources(), found.reasons))
    found.unread += found.allowance.take(text.unread)
    head = heads[0]
    if len(heads) > 1:
        first = [block for block in text.blocks if isinstance(block, Paragraph)][:1]
        words = first[0].words
        head = HeadStatement(words.text.strip(), "", "", "", None, text.source(words.start, words.end))
    document = PlanDocument(
        path=text.path,
        sha256=text.sha256,
        format=text.format,
        head=head,
        plans=tuple(found.plans),
        tasks=tuple(found.tasks),
        changes=tuple(found.changes),
        appointments=tuple(found.appointments),
        unread=tuple(sorted(found.unread, key=lambda one: (one.source.start or 0, one.source.end or 0))),
        read_by=readers_digest(),
        replacements=tuple(found.replacements),
    )
    return as_written(document, text)


def _read_article(text: Text, article: Article, found: _Found) -> HeadStatement:
    """Read one paper of the file into `found`; returns its heading."""
    paper = split_paper(article.blocks)
    found.titles = tuple(broken_titles(head_lines(article.blocks)))
    whole = _paragraphs(article.blocks)
    only = paper.parts[0] if len(paper.parts) == 1 else None
    own_title = (article.title, None) if article.title else (only.title, only.words) if only else ("", None)
    head = read_head(text, article.blocks, own_title)
    if article.number and head.jurisdiction is None:
        head = replace(head, title=head.title or article.title)
    if not article.number:
        found.replacements += found.allowance.take(read_replacements(text, article.blocks, head.title))
    heading = article.heading.words if article.heading else None
    plans, numbers = number_plans(
        text,
        paper,
        head.jurisdiction,
        first=len(found.plans) + 1,
        article=article.number,
        title=article.title or head.title,
        heading=heading,
    )
    found.plans += found.allowance.take(plans)
    letter = Conventions(year=int(head.issued_on[:4]) if head.issued_on else find_year(head.title))
    _learn_notes(_paragraphs(paper.head), letter)
    first = len(found.changes)
    _read_head_changes(text, paper, plans, found)
    for part, number in zip(paper.parts, numbers, strict=True):
        rules = letter.copy()
        rules.year = find_year(part.title) or letter.year or paper.year
        _read_plan(text, part.blocks, number, rules, found)
    found.changes[first:] = dated_by_effect(found.changes[first:], whole, head.title, head.issued_on)
    return head


def _read_head_changes(text: Text, paper: PaperParts, plans: Sequence[PlanStatement], found: _Found) -> None:
    """Changes of places and groups that a covering letter states belong to the first plan."""
    number = plans[0].ordinal if plans else 0
    head = _paragraphs(paper.head)
    found.add_changes(text, head, number)
    found.add_appointments(read_group(text, head, plan=number, refused=found.refused))


def _read_plan(text: Text, blocks: Sequence[Block], plan: int, rules: Conventions, found: _Found) -> None:
    """Read the body of one plan: prose between tables as outlines, tables by their kind."""
    paragraphs = _paragraphs(blocks)
    notes = list(notes_under_tables(blocks))
    own = {note.paragraph for note in notes}
    _learn_notes([paragraph for paragraph in paragraphs if paragraph.number not in own], rules)
    found.add_appointments(read_group(text, paragraphs, plan=plan, refused=found.refused))
    found.add_changes(text, paragraphs, plan)
    for stretch, following in pairwise([*_stretches(blocks), None]):
        if isinstance(stretch, Table):
            _read_table(text, stretch, plan, _with_notes(rules, stretch, notes), found)
        elif stretch is not None:
            root = build_outline(stretch)
            if isinstance(following, Table) and is_task_table(following.header, following.rows):
                root = without_labels_of_table(root)
            found.tasks += found.allowance.take(read_items(text, root, plan, rules, found.refused))


def _with_notes(rules: Conventions, table_: Table, notes: Sequence[TableNote]) -> Conventions:
    """The rules for a table, with those that notes below it state."""
    found = [note.rule for note in notes if note.table == table_.number]
    local = rules.copy() if found else rules
    for rule in found:
        local.set(rule)
    return local


def _read_table(text: Text, table_: Table, plan: int, rules: Conventions, found: _Found) -> None:
    if is_change_table(table_):
        found.changes += found.allowance.take(read_change_table(text, table_, plan=plan))
    elif is_group_table(table_):
        found.add_appointments(read_group_table(text, table_, plan=plan))
    elif is_task_table(table_.header, table_.rows):
        found.tasks += found.allowance.take(_read_rows(text, table_, plan, rules, found))


def _read_rows(text: Text, table_: Table, plan: int, rules: Conventions, found: _Found) -> Iterator[TaskStatement]:
    """The tasks of a table; why a row sets none, and columns of which nothing was made, go into `found`."""
    for one in read_rows(text, table_, plan, rules):
        if isinstance(one, UnreadRow):
            found.reasons[one.row.start] = one.reason
        elif isinstance(one, UnreadColumn):
            source = text.source(one.cell.start, one.cell.end, table=table_.number)
            found.unread += found.allowance.take([UnreadStatement(one.reason.key, source, plain(one.reason))])
        else:
            yield one


def _stretches(blocks: Sequence[Block]) -> Iterator[list[Words] | Table]:
    """Paragraphs that follow each other without a table or the head of an attachment between, and the tables."""
    run: list[Words] = []
    for block in blocks:
        attachment = isinstance(block, Paragraph) and block.words.text.startswith(plan_words().attachment.words)
        if (isinstance(block, Table) or attachment) and run:
            yield run
            run = []
        if isinstance(block, Table):
            yield block
        else:
            run.append(block.words)
    if run:
        yield run


def _learn_notes(paragraphs: Sequence[Paragraph], rules: Conventions) -> None:
    """Conventions that a sentence states by itself, outside any mark, hold for all that follows it."""
    for paragraph in paragraphs:
        words = paragraph.words.text
        if not may_state_who_leads(words) or find_labels(fold(words)):
            continue
        for note in conventions_in(words):
            rules.set(note)


def _paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]
