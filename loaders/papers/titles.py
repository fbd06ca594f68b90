"""The title of a paper in the lines of its heading: over up to five lines, with or without its issuer before 关于."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, fold, squeeze
from loaders.papers.glued_title import STATUS
from loaders.papers.head_lines import HeadLine
from loaders.papers.issue_number import find_number
from loaders.papers.issuers import is_bare_place, may_be_name, names_in_line, names_of
from loaders.text import Words
from loaders.vocabulary.heads import head_words
from loaders.vocabulary.plans import plan_words

_QUOTED = re.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^”]*”")
_LINES = 5  # lines over which a title may be broken
_LONGEST = 120  # characters of a title over all its lines
_NUMBER_OF_ATTACHMENT = re.compile(r"\d{0,2}[:.、]?")
_MENU = 3  # short lines one after another that are a menu
_SHORT = 8  # characters of such a line, or of a button


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """A title without the issuer before it, the issuer ("" if it names none), and the lines from `first` to `behind`.

    `certain` tells that its form says so; else it is only the first line that may be one.
    """

    text: str
    issuer: str
    first: int
    behind: int
    words: Words
    certain: bool = True
    known: bool = True


def find_title(lines: Sequence[HeadLine]) -> PaperTitle | None:
    """The title of a notice or of another paper about (关于) something, else None."""
    for first, line in enumerate(lines):
        if line.prose and not (line.of_page or line.folded.endswith(":")):
            return None
        letterhead = line.folded.endswith(head_words().letterhead.words)
        begins = line.bare and bool(_about().search(line.folded) or names_in_line(line))
        if begins and not letterhead and (title := _title_from(lines, first)):
            return title
    return None


def broken_titles(lines: Sequence[HeadLine]) -> Iterator[Words]:
    """The titles of notices that stand over several lines, each as one, also where a page bears its title twice."""
    behind = 0
    for first, line in enumerate(lines):
        if first < behind or not (line.bare and _about().search(line.folded)):
            continue
        title = _title_from(lines, first)
        if title and title.behind > first + 1:
            behind = title.behind
            yield title.words


def split_title(words: str, *, notice: bool = True) -> tuple[str, str, bool] | None:
    """A title as written, parted: issuer, title, whether the issuer is surely one. None where it is not built so."""
    words = _out_of_quotes(words)
    text, folded = squeeze(words), squeeze(fold(words))
    about = _about().search(_without_quotes(folded))
    if about is None:
        return None
    before, title = text[: about.start()], text[about.start() :]
    if not before:
        return "", title, True
    first, *rest = _stretch(words, about.start()).split()
    above = names_of(first) if rest else ""  # the name of an office above the title, or in its own line of it
    if above and not notice and is_bare_place("".join(rest)):
        return above, f"{''.join(rest)}{title}", True
    place = is_bare_place(before)
    if place and not notice:
        return "", text, True
    names = names_of(_stretch(words, about.start()))
    unknown = notice and not above and may_be_name(before) and not before[:1].isdigit()
    return (names or before, title, bool(names) and not place) if names or unknown else None


def first_bare_line(lines: Sequence[HeadLine]) -> PaperTitle | None:
    """The first line that ends like a paper's title, else the first bare line where no menu stands."""
    open_to_all: PaperTitle | None = None
    for index, line in enumerate(lines):
        if line.prose and not line.of_field:
            break
        title = _without_note(_without_attachment(line))
        if not HeadLine.of(title).bare or names_in_line(line):
            continue
        found = PaperTitle(squeeze(title.text), "", index, index + 1, title, certain=_is_of_paper(title.compact))
        if found.certain:
            return found
        if open_to_all is None and index == _first_filled(lines) and not _in_menu(lines, index):
            open_to_all = found
    return open_to_all


def _title_from(lines: Sequence[HeadLine], first: int) -> PaperTitle | None:
    """The title that begins in line `first`: up to the line with which it ends in its kind."""
    words, found = "", None
    for behind in range(first + 1, min(len(lines), first + _LINES) + 1):
        line = lines[behind - 1]
        if not _goes_on(lines, first, behind):
            break
        words += f" {line.words.text}"
        if len(words) > _LONGEST:
            break
        bare = _without_number(squeeze(fold(_out_of_quotes(words))))
        notice = _ends_in(bare, head_words().notice.endings)
        if not notice and (found or not _ends_in(bare, _kinds())):
            continue
        parted = split_title(words, notice=notice)
        if parted and not _continues(lines, behind):
            issuer, title, known = parted
            title = title[: len(title) - (len(squeeze(_out_of_quotes(words))) - len(bare))]
            joined = Words.join(one.words for one in lines[first:behind])
            found = PaperTitle(title, issuer, first, behind, joined, known=known)
            if notice:
                return found
    return found


def _goes_on(lines: Sequence[HeadLine], first: int, behind: int) -> bool:
    """Whether the line before `behind` may be one of a title that begins in line `first`."""
    line = lines[behind - 1]
    if behind - 1 == first:
        return True
    open_quote = sum(one.text.count("《") - one.text.count("》") for one in lines[first : behind - 1]) > 0
    words = head_words()
    short = len(line.folded) <= _SHORT and not line.folded.endswith(words.notice.endings)
    button = short and line.folded.startswith(words.page.words)
    plain = not (button or line.numbered or line.of_field or line.attached or "。" in line.folded or ":" in line.folded)
    return plain and (open_quote or not line.folded.startswith("("))


def _continues(lines: Sequence[HeadLine], behind: int) -> bool:
    return behind < len(lines) and lines[behind].folded.startswith(head_words().going_on.words)


def _without_number(folded: Folded) -> str:
    """A title without the issue number in brackets that stands behind it."""
    found = find_number(folded)
    return folded[: found[0]].rstrip("(") if found and folded[found[1] :] in {"", ")"} else folded


def _ends_in(folded: str, endings: tuple[str, ...]) -> bool:
    """Whether the words end so, or so before the bracket that says what the paper is yet (试行)."""
    status = STATUS.search(folded, folded.rfind("(")) if folded.endswith(")") else None
    return folded[: status.start() if status else None].endswith(endings)


@cache
def _kinds() -> tuple[str, ...]:
    titles = plan_words().title
    return (*titles.endings, *titles.other_endings, *head_words().nouns.words)


def _is_of_paper(folded: str) -> bool:
    return _ends_in(folded, (*_kinds(), *head_words().notice.endings))


@cache
def _about() -> re.Pattern[str]:
    return re.compile(any_of(head_words().notice.about))


def _out_of_quotes(words: str) -> str:
    """What stands in 《》 that hold the whole title."""
    words = words.strip()
    whole = _QUOTED.fullmatch(words) is not None and words[:1] == "《"
    return words[1:-1] if whole else words


def _without_quotes(folded: str) -> str:
    return _QUOTED.sub(lambda match: "x" * len(match[0]), folded)


def _stretch(words: str, signs: int) -> str:
    """The beginning of the words that holds so many signs besides blanks."""
    for at, sign in enumerate(words):
        if not sign.isspace():
            if not signs:
                return words[:at]
            signs -= 1
    return words


def behind_attachment(folded: str) -> int:
    """Where a line begins behind the sign of an attachment (附件2：), 0 where it has none."""
    for word in plan_words().attachment.words:
        if folded.startswith(word):
            number = _NUMBER_OF_ATTACHMENT.match(folded, len(word))
            return number.end() if number else len(word)
    return 0


def _without_attachment(line: HeadLine) -> Words:
    """The words of a line without 附件2： before them."""
    words = line.words
    start = behind_attachment(words.folded)
    return words.part(start, len(words.text)).stripped() if start < len(words.text) else words.part(0, 0)


def _without_note(words: Words) -> Words:
    """A title without a note in brackets behind it (逗号前为牵头单位), which says nothing of the paper's state."""
    number = find_number(words.folded)
    if number and words.folded[number[1] :] == ")" and words.folded[: number[0]].endswith("("):
        return words.part(0, number[0] - 1).stripped()  # 重点工作任务(青政发〔2021〕2号)
    start = words.folded.rfind("(")
    note = start > 0 and words.folded.endswith(")") and not STATUS.match(words.folded, start)
    return words.part(0, start).stripped() if note else words


def _first_filled(lines: Sequence[HeadLine]) -> int:
    """The first line that is no issuer's name, no number and no attachment's sign."""
    for index, line in enumerate(lines):
        if not (names_in_line(line) or find_number(line.folded) or line.of_page):
            return index
    return -1


def _in_menu(lines: Sequence[HeadLine], index: int) -> bool:
    run = [len(line.folded) <= _SHORT and not line.prose for line in lines[index : index + _MENU]]
    return len(run) == _MENU and all(run)
