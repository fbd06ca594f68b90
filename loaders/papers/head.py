"""The heading of a paper: title, issue number (文号), issuers, day of issue."""

import re
from collections.abc import Sequence

from graph.statements import HeadStatement
from graph.words.fold import fold, squeeze
from graph.words.numbering import number_at
from graph.words.signs import HAN
from loaders.owners.unit_lists import is_body
from loaders.papers.issue_date import find_issue_date
from loaders.papers.plan_titles import is_attachment
from loaders.places.jurisdiction import read_jurisdiction
from loaders.text import Paragraph, Text, Words
from loaders.vocabulary.plans import plan_words

_NUMBER = re.compile(rf"(?P<number>[{HAN}]{{1,14}}[(\[„‟<]?(?:19|20)\d\d[)\]‟„>]?第?\d{{1,4}}号)")
_SENTENCE = re.compile(r"[。;:,!?]")
_REACH = 20  # paragraphs at the beginning in which title, number and issuer are looked for
_LONGEST_LINE = 60
"""Characters of a line of the heading; the longest title of seeds and corpus has 31."""
_BODY = 200_000  # characters of the paper in which the place that it speaks for is looked for
_LONGEST_ISSUER = 20  # characters of an issuer before 关于 in the line of the title
_LINES_OF_A_TITLE = 5  # lines over which a title may be broken


def read_head(
    text: Text, head: Sequence[Paragraph], whole: Sequence[Paragraph], own_title: tuple[str, Words | None] = ("", None)
) -> HeadStatement:
    """The heading that the paragraphs `head` (those before the first plan's body) of the paper `whole` give.

    `own_title` is that of the paper's only plan, or of the article: it serves where no notice has one.
    """
    first = list(head or whole)[:_REACH]
    number, number_words = _issue_number(list(whole)[:_REACH])
    title, title_words = _title(first)
    if not title:
        title, title_words = own_title if own_title[0] else _first_line(whole)
    issuer, issuer_words = _issuer(first, head)
    body = "\n".join(paragraph.words.text for paragraph in whole)[:_BODY]
    found = [words for words in (number_words, title_words, issuer_words) if words is not None]
    start = min((words.start for words in found), default=whole[0].words.start if whole else 0)
    end = max((words.end for words in found), default=whole[0].words.end if whole else 1)
    return HeadStatement(
        title=title,
        number=number,
        issuer=issuer,
        issued_on=find_issue_date(head, whole),
        jurisdiction=read_jurisdiction(issuer, title, number, body),
        source=text.source(start, end),
    )


def _issue_number(first: Sequence[Paragraph]) -> tuple[str, Words | None]:
    """The issue number: a line that is nothing else (but 签发人 …), or the first words of a glued text."""
    for paragraph in first:
        squeezed = squeeze(paragraph.words.text)
        match = _NUMBER.match(paragraph.words.compact)
        if match and (
            match.end() == len(squeezed)
            or len(squeezed) > _LONGEST_LINE
            or squeezed.startswith(plan_words().number.behind, match.end())
        ):
            return squeezed[: match.end()], paragraph.words
    return "", None


def _title(first: Sequence[Paragraph]) -> tuple[str, Words | None]:
    """The notice's title from 关于 on, joined over its lines, else ""."""
    endings, about = plan_words().notice.endings, plan_words().notice.about
    for start in range(len(first)):
        joined = ""
        for paragraph in first[start : start + _LINES_OF_A_TITLE]:
            line = squeeze(paragraph.words.text)
            if len(line) > _LONGEST_LINE or "。" in line or number_at(paragraph.words.compact):
                break
            joined += line
            if joined.endswith(endings) and about in joined:
                lines = [one.words for one in first[start : first.index(paragraph) + 1]]
                return joined[joined.index(about) :], Words.join(lines)
    return "", None


def _first_line(whole: Sequence[Paragraph]) -> tuple[str, Words | None]:
    """The first line of a paper without a notice, where it is a bare heading and no issuer, else ""."""
    for paragraph in list(whole)[:_REACH]:
        line, folded = squeeze(paragraph.words.text), paragraph.words.compact
        if _NUMBER.fullmatch(folded) or is_body(line) or all(map(is_body, paragraph.words.text.split())):
            continue
        bare = (
            len(line) <= _LONGEST_LINE
            and not number_at(folded)
            and not (_SENTENCE.search(folded) or is_attachment(line))
        )
        return (line, paragraph.words) if bare else ("", None)
    return "", None


def _issuer(first: Sequence[Paragraph], head: Sequence[Paragraph]) -> tuple[str, Words | None]:
    """The issuers: lines of bodies' names above the title, else the names with which the covering letter is signed."""
    for index, paragraph in enumerate(first):
        name = _issuers_of(paragraph)
        if name:
            joint = [paragraph]
            while index + len(joint) < len(first) and (other := _issuers_of(first[index + len(joint)])):
                name = f"{name} {other}"
                joint.append(first[index + len(joint)])
            return name, Words.join(one.words for one in joint)
        if name := _before_title(paragraph):
            return name, paragraph.words
    for paragraph in reversed(head):
        parts = [part for part in paragraph.words.text.split() if not part[:1].isdigit()]
        if parts and len("".join(parts)) <= _LONGEST_LINE and all(map(is_body, parts)):
            return " ".join(parts), paragraph.words
    return "", None


def _before_title(paragraph: Paragraph) -> str:
    """The issuer that stands before 关于 in the line of the title, "" if none."""
    squeezed = squeeze(paragraph.words.text)
    name, about, _ = squeezed.partition(plan_words().notice.about)
    return name if about and len(squeezed) <= _LONGEST_LINE and len(name) < _LONGEST_ISSUER and is_body(name) else ""


def _issuers_of(paragraph: Paragraph) -> str:
    """The issuers that a line names and nothing else, "" if it does not; the word of a letterhead (文件) goes."""
    squeezed = squeeze(paragraph.words.text)
    if len(squeezed) > _LONGEST_LINE or ":" in paragraph.words.compact:
        return ""
    letterhead = next((word for word in plan_words().letterhead.words if squeezed.endswith(word)), "")
    name = squeezed.removesuffix(letterhead)
    parts = paragraph.words.text.split()
    if not letterhead and parts and all(map(is_body, parts)):
        return " ".join(parts)
    return name if is_body(name) and not number_at(fold(name)) else ""
