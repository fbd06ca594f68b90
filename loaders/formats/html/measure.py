"""What the elements of a page hold: letters, how many of them in links that lead elsewhere, and how many blocks prove
by their form that they are of a paper.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, compact
from graph.words.numbering import number_at
from graph.words.signs import HAN
from loaders.formats.html.tables import is_of_known_columns
from loaders.formats.html.tree import PageElement
from loaders.prose.labels import label_at
from loaders.vocabulary.furniture import furniture_words
from loaders.vocabulary.heads import head_words
from loaders.vocabulary.plans import plan_words

_LETTER = re.compile(f"[{HAN}A-Za-z]")
_HEADINGS = frozenset({"h1", "h2"})
_SENTENCE = re.compile("[。;]")
_FILE = re.compile(r"\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|rtf|txt|zip|rar|jpe?g|png)(?:[?#]|$)", re.IGNORECASE)
"""A link to an attachment: its words are the paper's."""
_SHORTEST = 8
"""Characters of a line that may be a title, or a sentence."""
_LONG = 40
"""Characters of a line that is no label, button or name of a part of the site."""


@dataclass(slots=True)
class ElementMeasure:
    """Letters in an element, those in links, the links, those of them that lead `away` from the page; the blocks that
    prove to be of a paper, and the characters that they and sentences have: what the element has `told`.
    """

    letters: int = 0
    linked: int = 0
    links: int = 0
    away: int = 0
    proofs: int = 0
    told: int = 0

    def add(self, other: "ElementMeasure") -> None:
        """Take in what an element below holds."""
        self.letters += other.letters
        self.linked += other.linked
        self.links += other.links
        self.away += other.away
        self.proofs += other.proofs
        self.told += other.told


def measure(
    root: PageElement, titles: Sequence[str], *, hidden: bool = False, links: bool = True
) -> dict[PageElement, ElementMeasure]:
    """What each element that a page shows holds, those that it hides too where `hidden`; where not `links`, words of
    links are words like others.
    """
    named = [words for title in titles if len(words := compact(title)) >= _SHORTEST]
    found: dict[PageElement, ElementMeasure] = {}
    own: dict[PageElement, list[str]] = {}  # by block, what is read in it
    waiting = [(root, root, False)]  # an element, the block in which it stands, whether a link is around it
    while waiting:
        one, block, linked = waiting.pop()
        found[one] = held = ElementMeasure()
        if links and one.tag == "a" and _leads_elsewhere(one):
            held.links, held.away, linked = 1, int(not _acts(one)), True
        if one.is_block:
            block = one
        texts = [child for child in one.children if isinstance(child, str)]
        if texts and (text := "".join(texts)) and not text.isspace():
            held.letters = len(_LETTER.findall(text))
            if linked:
                held.linked = held.letters
            else:
                own.setdefault(block, []).append(text)
        if len(texts) < len(one.children):
            waiting += [
                (child, block, linked)
                for child in reversed(one.children)
                if not isinstance(child, str) and (hidden or not child.is_hidden)
            ]
    _count_proofs(found, own, named)
    return found


def _count_proofs(
    found: Mapping[PageElement, ElementMeasure], own: Mapping[PageElement, Sequence[str]], titles: Sequence[str]
) -> None:
    """Count what proves to be of a paper, and add up what elements hold, from the last to the first."""
    for one, held in reversed(list(found.items())):
        words = compact("".join(own[one])) if one in own else Folded("")
        proves = (bool(words) and _proves(words, one.tag, titles)) or (one.tag == "table" and _is_table(one))
        if proves or (words and _is_sentence(words)):
            held.proofs += proves
            held.told += max(len(words), 1)
        if one.parent is not None:
            found[one.parent].add(held)


def _leads_elsewhere(element: PageElement) -> bool:
    """Whether an element is a link to another page, or a button; one to an attachment or within the page is not."""
    if element.tag != "a":
        return False
    target = element.attributes.get("href")
    return target is not None and not _FILE.search(target) and not (target.startswith("#") and len(target) > 1)


def _acts(link: PageElement) -> bool:
    """Whether a link is a button that acts on the page."""
    return link.attributes.get("href", "").strip().lower().startswith(("javascript:", "#")) or not link.attributes.get(
        "href"
    )


def _proves(words: Folded, tag: str, titles: Sequence[str]) -> bool:
    """Whether the words of a block, links aside, are of a paper by their form."""
    if is_of_the_page(words):
        return False
    if len(words) >= _SHORTEST and (tag in _HEADINGS or _is_title(words, titles)):
        return True
    label = label_at(words, 0)
    labelled = label is not None and label.colon
    return labelled or number_at(words) is not None or bool(_field().search(words))


def _is_sentence(words: Folded) -> bool:
    """Whether the words of a block are a sentence, or as long as one."""
    sentence = len(words) >= _LONG or (len(words) >= _SHORTEST and bool(_SENTENCE.search(words)))
    return sentence and not is_of_the_page(words)


def _is_title(words: Folded, titles: Sequence[str]) -> bool:
    """Whether a line is the title that the page gives itself, or is built like one."""
    notice = head_words().notice
    about = words.endswith(notice.endings) and any(word in words for word in notice.about)
    return about or words.endswith(plan_words().tail.words) or any(words in title for title in titles)


def is_of_the_page(words: Folded) -> bool:
    """Whether a line tells of the page around a paper."""
    return bool(_page().search(words)) or words.startswith(_beginnings())


def _is_table(table: PageElement) -> bool:
    if any(one.tag == "table" for one in table.elements()):
        return False  # the table within is looked at
    return is_of_known_columns(table)


@cache
def _beginnings() -> tuple[str, ...]:
    """With which lines beside a paper begin."""
    known = furniture_words()
    return (*known.beside.words, *known.foot.words, *known.way.words)


@cache
def _page() -> re.Pattern[str]:
    return re.compile(any_of(furniture_words().sure.words))


@cache
def _field() -> re.Pattern[str]:
    """A label of the data above a paper, with its colon."""
    return re.compile(f"(?:{any_of(word for row in head_words().fields for word in row.words if not row.colon)}):")
