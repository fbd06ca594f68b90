"""The shapes of what a label may state: names, persons and dates, and of what is none: sentences.

    names    = name, each complete by its ending or by its place in front; or names with verbs of duty
    date     = a date or a phrase without a day (每月, 长期坚持) with which the words begin or end
    sentence = words that open one (请, 特此) | 由 behind the first sign | name + modal (各单位要 …)

`县供销总社` may be a name behind `县水利局`, `以上措施由县发改局` is none.
"""

import re
from collections.abc import Iterable
from functools import cache

from graph.words.fold import Folded, fold, squeeze
from graph.words.numerals import TO_99, YEAR
from graph.words.pieces import cut
from graph.words.signs import HAN
from loaders.deadlines.edges import date_at_edge
from loaders.owners.people import is_office
from loaders.owners.person_names import parted
from loaders.owners.reading import has_duty_verb, is_all_names
from loaders.owners.unit_lists import is_body, is_group
from loaders.owners.unit_names import is_level, is_unit, level_in_front
from loaders.vocabulary.prose import outline_words
from loaders.vocabulary.unit_lists import unit_list_words

LEADING = frozenset({"leaders", "lead_leaders"})
_SEPARATORS = ("、", ",", ";")
_SHORTEST = 2  # characters of a name that may stand before other words
_LONGEST_UNKNOWN = 12  # characters of a name that ends like no body
_LONGEST_PERSON = 4  # characters of a person's name with an unusual surname
_PLACE = 2  # characters of a place's name that two names of a list share
_NUMERAL = rf"(?:\d{{1,2}}|{TO_99})"
FULL_DAY = re.compile(rf"(?:\d{{4}}|{YEAR}) ?年 ?{_NUMERAL} ?月 ?{_NUMERAL} ?日")


def ends_value(words: str, roles: Iterable[str]) -> bool:
    """Whether words are a label's value to their last sign, so that another label may be glued to them."""
    if not words or "。" in words:
        return False
    if "due" in roles:
        return date_at_edge(words)[1]
    pieces = cut(words)
    last = pieces[-1].text.strip()
    if not LEADING.isdisjoint(roles) and (parted(last) or is_office(last)):
        return True
    unknown = (
        _may_be_name(last) and not said_of_name(last) and (len(pieces) == 1 or _has_place_of(last, pieces[0].text))
    )
    return is_complete(last) or has_duty_verb(last) or unknown


def is_complete(words: str) -> bool:
    """Whether words are one complete name of a body, a group or a level."""
    name = squeeze(words)
    return is_unit(name) or is_level(name)


def said_of_name(words: str) -> str:
    """What stands behind a complete name with which the words begin (县水利局要抓好: 要抓好), "" where none does."""
    name = squeeze(words)
    if is_complete(name):
        return ""
    ends = range(min(len(name) - 1, 3 * _LONGEST_UNKNOWN), _SHORTEST - 1, -1)
    return next((name[end:] for end in ends if is_body(name[:end]) or is_group(name[:end])), "")


def is_sentence(words: str) -> bool:
    """Whether words are a sentence, or the beginning of one, rather than a name."""
    name = squeeze(fold(words))
    if name.startswith(outline_words().sentence.words) and not is_all_names(name):
        return True
    if name.startswith("由"):
        return not has_duty_verb(name)
    return "由" in name or said_of_name(name).startswith(outline_words().modals.words)


def begins_with_name(rest: Folded, before: str) -> bool:
    """Whether the words behind a blank go on with a further name; `before` is the value up to the blank."""
    first = _first_word(rest)
    last = squeeze(cut(before)[-1].text.split(" ")[-1])
    if any(is_sentence(piece.text) for piece in cut(rest.split(" ")[0])) or is_signature(rest, before):
        return False
    if is_complete(first) or is_complete(last + first) or parted(first) or len(first) == 1 or not last:
        return True
    if first.startswith((unit_list_words().et_cetera.word, *unit_list_words().joiners.words)):
        return True
    behind = rest[len(first) :].lstrip()
    if has_duty_verb(last + first) or has_duty_verb(first):
        return behind[:1] not in _SEPARATORS or _names_follow(behind)
    if not _may_be_name(first) or said_of_name(first):
        return False
    listed = is_complete(_first_word(behind)) and not is_signature(behind, before)
    return listed or _has_place_of(first, before)


def begins_with_person(rest: Folded) -> bool:
    """Whether the words behind a blank begin with a person, an office, or the last sign of a padded name (李  刚)."""
    first = _first_word(rest)
    known = len(first) == 1 or bool(parted(first)) or is_office(first)
    return not is_sentence(first) and (known or (len(first) <= _LONGEST_PERSON and _may_be_name(first)))


def begins_with_date(rest: Folded, before: str) -> bool:
    """Whether the words behind a blank go on with a date; `before` is the value up to the blank."""
    first = _first_word(rest)
    if _inside_date().search(f"{before[-1:]} {first[:2]}"):
        return True
    if is_sentence(first) or is_signature(rest, before):
        return False
    return any(date_at_edge(first))


def _first_word(rest: str) -> str:
    return re.split(r"[ 、,;]", rest, maxsplit=1)[0]


def _names_follow(behind: str) -> bool:
    """Whether what stands behind a separator goes on with names and verbs of duty."""
    names = cut(behind[1:])[0].text
    return is_all_names(names) or has_duty_verb(names)


def _may_be_name(words: str) -> bool:
    """Whether words are short and hold no sign or word of a sentence, so that they may name a body of any ending."""
    return (
        len(words) <= _LONGEST_UNKNOWN
        and _letters().fullmatch(words) is not None
        and not any(word in words for word in unit_list_words().sentence.words)
    )


def _has_place_of(name: str, before: str) -> bool:
    """Whether a name begins with a level or with the place of a name before it (县供销总社, 青禾海关)."""
    places = {squeeze(piece.text)[:_PLACE] for piece in cut(before)}
    slogan = name.endswith(unit_list_words().slogans.words)
    return not slogan and (bool(level_in_front(name)) or name[:_PLACE] in places)


def is_signature(rest: str, before: str) -> bool:
    """Whether words are the issuers and the full day of issue; several issuers share the name of a place.

    A day in Chinese numerals alone behind other dates is a signature too; `before` is the value before the words.
    """
    day = FULL_DAY.search(rest)
    if day is None:
        return False
    issuers = rest[: day.start()].split()
    if not issuers:
        return day.start() == 0 and not day.group()[0].isdigit() and not _chinese_year().search(before)
    places = {name[:_PLACE] for name in issuers}
    own = not any(level_in_front(name) for name in issuers)
    return all(map(is_body, issuers)) and (len(issuers) == 1 or (len(places) == 1 and own))


@cache
def _chinese_year() -> re.Pattern[str]:
    return re.compile(f"{YEAR}年")


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(f"[{HAN}A-Za-z]+")


@cache
def _inside_date() -> re.Pattern[str]:
    """A date cut by a blank (2021年 6月, 6月 底前, 6 月)."""
    return re.compile(r"[\d年月日至到-] (?:[\d底末前内至到-]|[上中下][旬半])|\d [年月日号]")
