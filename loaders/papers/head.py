"""The heading of a paper: title, issue number (文号), issuers, day of issue, the place it speaks for.

Each is read by its place and its form, in this order of weight: what the paper itself says in its title, in the lines
above it and where it is signed; what the page from which it was saved says of it; the title of its plan, or its first
line. What is not said so but follows from the text is told as inferred.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.statements import HeadField, HeadStatement
from graph.words.fold import compact, squeeze
from loaders.papers.days import day_at_start
from loaders.papers.glued_title import LONGEST, end_of_title
from loaders.papers.head_lines import HeadLine, head_lines
from loaders.papers.issue_number import find_number, number_in_line
from loaders.papers.issuers import names_above, names_in_line, names_of
from loaders.papers.page_fields import PageFields, read_fields
from loaders.papers.signatures import SignedDay, find_signature
from loaders.papers.titles import PaperTitle, find_title, first_bare_line, split_title
from loaders.places.jurisdiction import inferred_place, stated_place
from loaders.places.names import leading_places
from loaders.text import Block, Paragraph, Table, Text, Words

_OF_THE_PEOPLE = "人民"  # may be left out of a government's name
_NEAR = 3  # lines at the beginning of which one may name the group whose list follows
_BODY = 200_000  # characters of the paper in which the place that it speaks for is looked for


@dataclass(slots=True)
class _HeadRead:
    """What was found: value by field, the fields that are only inferred, and the words that say them."""

    values: dict[HeadField, str] = field(default_factory=dict)
    inferred: set[HeadField] = field(default_factory=set)
    words: list[Words] = field(default_factory=list)

    def take(self, name: HeadField, value: str, words: Words | None = None, *, stated: bool = True) -> None:
        """Keep a value where none of more weight was found."""
        if not value or name in self.values:
            return
        self.values[name] = value
        if not stated:
            self.inferred.add(name)
        if words is not None:
            self.words.append(words)


def read_head(text: Text, whole: Sequence[Block], own_title: tuple[str, Words | None] = ("", None)) -> HeadStatement:
    """The heading that the blocks of the paper `whole` give.

    `own_title` is that of the paper's only plan, or of the article: it serves where no notice has one.
    """
    found = _HeadRead()
    paragraphs = [block for block in whole if isinstance(block, Paragraph)]
    lines, fields = head_lines(whole), read_fields(whole)
    title = find_title(lines)
    _take_title(found, title, fields, own_title, lines)
    _take_number(found, lines, fields)
    title_end = title.words.end if title else own_title[1].end if own_title[1] else _end_of_first(found)
    body = "\n".join(paragraph.words.text for paragraph in paragraphs)[:_BODY]
    spoken = body + "\n".join(_words_of_tables(whole))[:_BODY]
    issuer = title.issuer if title else ""
    place = stated_place(issuer, found.values.get("title", ""), "", spoken) or ""
    signature = find_signature(paragraphs, title_end, (issuer, *place.split("/")))
    _take_issuer(found, title, lines, signature, fields)
    _take_day(found, signature, fields)
    values = found.values
    named = (values.get("issuer", ""), values.get("title", ""), values.get("number", ""))
    stated = stated_place(*named, spoken)
    heading = next((line.text for line in lines[:_NEAR] if names_in_line(line)), "")
    jurisdiction = stated or inferred_place(body) or stated_place("", heading, "", spoken)
    if jurisdiction and not stated:
        found.inferred.add("jurisdiction")
    above = [words for words in found.words if words.start <= title_end] or found.words  # without the signature
    start = min((words.start for words in above), default=paragraphs[0].words.start if paragraphs else 0)
    end = max((words.end for words in above), default=paragraphs[0].words.end if paragraphs else 1)
    return HeadStatement(
        title=values.get("title", ""),
        number=values.get("number", ""),
        issuer=values.get("issuer", ""),
        issued_on=values.get("issued_on", ""),
        jurisdiction=jurisdiction,
        source=text.source(start, end),
        inferred=tuple(sorted(found.inferred)),
    )


def _words_of_tables(blocks: Sequence[Block]) -> Iterator[str]:
    tables = (block for block in blocks if isinstance(block, Table))
    return (cell.text for table in tables for row in table.rows for cell in row.cells)


def _end_of_first(found: _HeadRead) -> int:
    return max((words.end for words in found.words), default=0)


def _take_title(
    found: _HeadRead,
    title: PaperTitle | None,
    fields: PageFields,
    own_title: tuple[str, Words | None],
    lines: Sequence[HeadLine],
) -> None:
    if title:
        found.take("title", title.text, title.words)
    if value := _title_of_page(fields):
        parted = split_title(value)
        found.take("title", parted[1] if parted else squeeze(value))
    found.take("title", *own_title)
    if first := first_bare_line(lines):
        found.take("title", first.text, first.words, stated=first.certain)


def _title_of_page(fields: PageFields) -> str:
    """The title among the data of a page, without the text of the paper that may be glued behind it."""
    value = fields.get("title", "")
    if len(value) <= LONGEST and "。" not in value:
        return value
    return squeeze(value)[: end_of_title(compact(value))]


def _take_number(found: _HeadRead, lines: Sequence[HeadLine], fields: PageFields) -> None:
    for line in lines:
        if line.prose:
            break
        if place := number_in_line(line.folded) or _number_behind_title(line):
            found.take("number", line.text[slice(*place)], line.words)
    value = squeeze(fields.get("number", ""))
    if place := find_number(compact(value)):
        found.take("number", value[slice(*place)])


def _number_behind_title(line: HeadLine) -> tuple[int, int] | None:
    """The number in brackets with which the line of a title ends."""
    place = find_number(line.folded) if line.bare else None
    in_brackets = place is not None and line.folded[place[0] - 1 : place[0]] == "(" and place[1] + 1 == len(line.folded)
    return place if in_brackets else None


def _take_issuer(
    found: _HeadRead,
    title: PaperTitle | None,
    lines: Sequence[HeadLine],
    signature: SignedDay | None,
    fields: PageFields,
) -> None:
    if title and signature and squeeze(signature.names) == title.issuer:
        found.take("issuer", signature.names, title.words)  # joint issuers, parted where they sign
    if title:
        others = (signature.names if signature else "", fields.get("issuer", ""), fields.get("publisher", ""))
        full = next((names for names in map(names_of, others) if _is_fuller(names, title.issuer)), title.issuer)
        found.take("issuer", full, title.words, stated=title.known)
    elif (value := _title_of_page(fields)) and (parted := split_title(value)):
        found.take("issuer", parted[0], stated=parted[2])
    at = title.first if title else _line_of_title(found.values.get("title", ""), lines)
    names, above = names_above(lines, at)
    if names:
        found.take("issuer", names, Words.join(line.words for line in above))
    if signature and signature.place in {"signed", "undated"}:
        found.take("issuer", signature.names, signature.words, stated=signature.known)
    found.take("issuer", names_of(fields.get("issuer", "")))
    found.take("issuer", names_of(fields.get("publisher", "")), stated=False)
    if signature:
        found.take("issuer", signature.names, signature.words, stated=False)
    found.take("issuer", names_of(fields.get("reporter", "")), stated=False)


def _is_fuller(names: str, issuer: str) -> bool:
    """Whether names are those of an issuer that a title calls by its level alone (县政府办公室), with its place."""
    full, short = (words.replace(_OF_THE_PEOPLE, "") for words in (names, issuer))
    own = leading_places(names)
    return bool(own and issuer) and full.endswith(short) and len("".join(own)) == len(full) - len(short) + 1


def _line_of_title(title: str, lines: Sequence[HeadLine]) -> int:
    """The line with which the title begins that was found otherwise; 0 where none does."""
    return next((at for at, line in enumerate(lines) if title and title.startswith(line.text)), 0)


def _take_day(found: _HeadRead, signature: SignedDay | None, fields: PageFields) -> None:
    if signature and signature.place == "signed":
        found.take("issued_on", signature.day, signature.words)
    found.take("issued_on", day_at_start(fields.get("written", "")))
    if signature:
        found.take("issued_on", signature.day, signature.words, stated=signature.place != "printed")
    found.take("issued_on", day_at_start(fields.get("published", "")), stated=False)
    found.take("issued_on", day_at_start(fields.get("reported", "")), stated=False)
