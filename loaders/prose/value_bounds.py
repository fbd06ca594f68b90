"""Where on its line the value of a label ends before other words: a sentence, a note, a field, a signature.

    value = part ((separator | blank) part)*      part = name [bracket] | date [words]
    end   = a blank behind which neither a name nor a date stands | a bracket that is no part of a name
          | a field of something else, which is words + colon | a body with the full day of issue

`县税务局、各街道 本规定从下发当日起施行` ends behind 各街道, `6月底前青禾县政府2023年3月1日` behind 前.
"""

import re
from functools import cache
from itertools import islice

from graph.vocabulary.units import unit_words
from graph.words.any_of import any_of
from graph.words.brackets import outermost, pairs
from graph.words.fold import Folded
from graph.words.numbering import number_at
from graph.words.signs import HAN
from loaders.deadlines.edges import date_at_edge
from loaders.owners.conventions import take_note
from loaders.owners.label_words import named_roles, whole_roles
from loaders.owners.people import is_office
from loaders.owners.person_names import parted
from loaders.owners.reading import has_duty_verb, is_all_names
from loaders.owners.unit_lists import is_body
from loaders.owners.unit_names import level_in_front
from loaders.prose.value_shapes import (
    FULL_DAY,
    LEADING,
    begins_with_date,
    begins_with_name,
    begins_with_person,
    is_complete,
    is_sentence,
    said_of_name,
)
from loaders.vocabulary.leaders import leader_words

_OF_HEADINGS = frozenset({"section", "chinese", "chinese_bracket"})
_LOOKED_AT = 400  # characters behind a blank or in a bracket that are looked at
_TRIED = 100  # blanks, brackets and colons in a value that are tried as its end
_LONGEST_ISSUER = 40  # characters of the issuers glued before the day of issue
_SHORTEST_NAME = 3  # characters of a name to which an issuer may be glued


def bound(folded: Folded, start: int, end: int, roles: tuple[str, ...]) -> int:
    """Where the value from `start` ends on its line, at most at `end`."""
    due = "due" in roles
    end = _before_field(folded, start, _before_signature(folded, start, end, due=due), due=due)
    places = sorted([*_blanks(folded, start, end), *_brackets(folded, start, end)])
    behind = start
    for position, close in islice(places, _TRIED):
        if position < behind or not folded[start:position].strip():
            continue
        inside = folded[position] == "("
        if not (
            _bracket_belongs(folded, position, close, roles)
            if inside
            else _blank_goes_on(folded, start, position, end, roles)
        ):
            end = position
            break
        behind = close
    return start + len(folded[start:end].rstrip())


def _blanks(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in islice(re.compile(" +").finditer(folded, start, end), _TRIED)]


def _brackets(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Brackets that are closed in the value; from a blank before one on."""
    inside = pairs(Folded(folded[start:end]))
    closed = outermost({first: last for first, last in inside.items() if last is not None})
    return [(start + first, start + last + 1) for first, last in closed if last is not None]


def _blank_goes_on(folded: Folded, start: int, blank: int, end: int, roles: tuple[str, ...]) -> bool:
    """Whether a name or a date, or a bracket, a separator that belongs to one, stands behind a blank."""
    before = folded[start:blank].strip()
    rest = Folded(folded[blank : min(end, blank + _LOOKED_AT)].lstrip())
    if not rest or rest[0] in "、,;/" or before[-1] in "、,;/:":
        return not is_sentence(rest.split(" ")[0])
    if rest[0] == "(":
        return ")" not in rest or _says_more(rest[1 : rest.index(")")], roles)
    number = number_at(rest)
    if number is not None and number.style in _OF_HEADINGS:
        return False
    if "due" in roles:
        return begins_with_date(rest, before)
    if not LEADING.isdisjoint(roles) and begins_with_person(rest):
        return True
    return begins_with_name(rest, before)


def _bracket_belongs(folded: Folded, opening: int, close: int, roles: tuple[str, ...]) -> bool:
    """Whether a bracket glued to a value is part of it: a list goes on behind it, it holds more of the value, or no
    sentence.
    """
    inside = folded[opening + 1 : close - 1][:_LOOKED_AT]
    following = folded[close : close + 1]
    return following in {"、", ","} or _says_more(inside, roles) or not (is_sentence(inside) or "。" in inside)


def _says_more(inside: str, roles: tuple[str, ...]) -> bool:
    """Whether a bracket holds what belongs to the value before it: names, a person, a role, a rule, a date."""
    if "due" in roles:
        return any(date_at_edge(inside))
    return (
        is_complete(inside)
        or is_all_names(inside)
        or has_duty_verb(inside)
        or bool(parted(inside))
        or is_office(inside)
        or inside in named_roles()
        or take_note(inside)[1] is not None
    )


def _before_field(folded: Folded, start: int, end: int, *, due: bool) -> int:
    """Cut the value before a field of something else: a part of it whose words end in a colon; in a deadline, where
    milestones have one too, in a label word and a colon (申报期限：).
    """
    fields = _field().finditer(folded, start, end) if folded.find(":", start, end) >= 0 else ()
    for match in islice(fields, _TRIED):
        word, before = match[1], folded[start : match.start(1)]
        inside = before.count("(") > before.count(")")
        if inside or word in named_roles() or word in leader_words().labels.by_word:
            continue
        if due and not word.endswith(tuple(whole_roles())):
            continue
        said = said_of_name(word)
        value = folded[start : match.end(1) - len(said) if said else match.start(1)].rstrip(" ;,、")
        if value.strip(" ;,、"):
            return start + len(value)
    return end


@cache
def _field() -> re.Pattern[str]:
    return re.compile(f"([{HAN}A-Za-z]{{1,20}}) ?:(?!//)")


def _before_signature(folded: Folded, start: int, end: int, *, due: bool) -> int:
    """Cut the value before the issuer and the full day of issue glued to it (各乡镇青禾县人民政府2023年3月1日)."""
    for day in FULL_DAY.finditer(folded, start, end):
        issuer = _issuer().search(folded, max(start, day.start() - _LONGEST_ISSUER), day.start())
        if issuer is None:
            continue
        first, last = issuer.span(1)
        if folded[first - 1] == ")" and first > start and is_body(issuer[1]):
            return first
        for cut in range(last - _SHORTEST_NAME, first - due, -1):
            if _begins_issuer(folded[cut:last]) and _is_value(folded[start:cut], folded[first:cut], due=due):
                return cut
    return end


def _begins_issuer(words: str) -> bool:
    """Whether words are a body that begins with a level or with a place's name (县政府, 青禾县水利局)."""
    return is_body(words) and bool(level_in_front(words) or _place().match(words))


def _is_value(value: str, last: str, *, due: bool) -> bool:
    return date_at_edge(value)[1] if due else is_complete(last)


@cache
def _place() -> re.Pattern[str]:
    levels = any_of(level for level in unit_words().levels.words if len(level) == 1)
    return re.compile(f"[{HAN}]{{2,3}}(?:{levels})")


@cache
def _issuer() -> re.Pattern[str]:
    return re.compile(f"([{HAN}]{{4,{_LONGEST_ISSUER}}}) *$")
