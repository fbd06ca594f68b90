"""Where the value of a label ends: at the next label, the bracket's end, a full stop, the line's end, or before other
words on its line (`value_bounds`); it goes on in the next line behind a separator and inside an open bracket.
"""

import re
from bisect import bisect_right
from itertools import islice, pairwise

from graph.words.brackets import outside_brackets
from graph.words.fold import Folded, squeeze
from graph.words.pieces import cut
from graph.words.signs import HAN
from loaders.deadlines.edges import date_at_edge
from loaders.owners.person_names import is_person
from loaders.owners.reading import has_duty_verb, is_all_names
from loaders.owners.unit_names import is_body, is_level, is_unit
from loaders.prose.labels import Label
from loaders.prose.marks import ItemWords
from loaders.prose.value_bounds import bound
from loaders.prose.value_shapes import LEADING
from loaders.vocabulary.prose import outline_words

_CUT_DATE = re.compile(r"\d{1,4} ?[年月]?$")
_DATE_REST = re.compile(r"^ ?[\d年月日底前上中下旬]")
_HALF_STOP = re.compile(rf"(?<=[{HAN})])\.(?=[{HAN}(]|\s|$)")
_BRACKET_OF_NAME = re.compile(r" *\([^():]{2,30}\)[、,;]")
_LONGEST_NOTE = 60  # characters of a label and its value in a bracket behind a name
_REACH = 18  # characters: of the next line in which a bracket may close, of a line that may break off inside a name
_MOST_LINES = 12  # lines of names under a label
_LOOKED_AT = 400  # characters of a line that are looked at


def value_end(item: ItemWords, label: Label, limit: int) -> int:
    """The position in the item's words behind the value of a label, which reaches at most to `limit`."""
    folded = item.folded
    end = first_stop(folded, label.end, limit)
    value_start = label.end
    for position in islice(item.breaks, bisect_right(item.breaks, label.end), None):
        if position >= end:
            break
        if not _continues(item, value_start, position, end, label):
            end = position
            break
        value_start = position
    end = label.end + len(folded[label.end : _before_open_bracket(folded, label.end, end)].rstrip())
    return bound(folded, label.end, end, label.roles)


def _before_open_bracket(folded: Folded, start: int, end: int) -> int:
    """Cut the value before a bracket that another label in it has broken off (县水利局（联系人：张三））."""
    opening = folded.rfind("(", start, end)
    if opening == -1 or folded.find(")", opening, end) != -1:
        return end
    closing = folded.find(")", end, end + _LONGEST_NOTE)
    return opening if closing != -1 and folded.find("(", end, closing) == -1 else end


def states_value(item: ItemWords, label: Label, limit: int) -> bool:
    """Whether the value of a label is nothing but names, or names and verbs of duty; of a deadline, a date."""
    words = item.words.text[label.end : value_end(item, label, limit)]
    if "due" in label.roles:
        return any(date_at_edge(words))
    return is_all_names(words) or has_duty_verb(words)


def first_stop(folded: Folded, start: int, limit: int) -> int:
    """Where, before `limit`, a full stop outside brackets or a closing bracket without its opening ends a value."""
    for position, free in enumerate(outside_brackets(Folded(folded[start:limit])), start):
        sign = folded[position]
        if free and (sign in ")。" or (sign == "." and _HALF_STOP.match(folded, position))):
            return position
    return limit


def _continues(item: ItemWords, value_start: int, position: int, end: int, label: Label) -> bool:
    """Whether the value, of which a line holds what begins at `value_start`, goes on in the line at `position`."""
    folded = item.folded
    line = folded[value_start:position].rstrip()
    index = bisect_right(item.breaks, position)
    next_line = folded[position : min(end, item.breaks[index] if index < len(item.breaks) else end)][:_LOOKED_AT]
    if (
        not line
        or line.endswith(outline_words().goes_on.words)
        or next_line.startswith("、")
        or _BRACKET_OF_NAME.match(next_line)
    ):
        return True
    if line.count("(") > line.count(")"):
        return ")" in next_line[:_REACH]
    if (
        is_all_names(line)
        and is_all_names(next_line.rstrip())
        and (label.end in item.line_ends or _is_list(item, position, end))
    ):
        return True
    if "due" in label.roles:
        return bool(_CUT_DATE.search(line) and _DATE_REST.match(next_line))
    if not LEADING.isdisjoint(label.roles) and _is_cut_person(line, next_line):
        return True
    return _is_cut_name(line, next_line) or (len(line) >= _REACH and is_all_names(line + next_line))


def _is_list(item: ItemWords, position: int, end: int) -> bool:
    """Whether the lines from `position` on hold nothing but names, up to one that begins with a label at `end`."""
    if end not in item.line_starts:
        return False
    first = bisect_right(item.breaks, position)
    lines = [start for start in item.breaks[first : first + _MOST_LINES] if start <= end]
    return all(is_all_names(item.folded[a:b].rstrip()) for a, b in pairwise((position, *lines))) and end in lines


def _is_cut_person(line: str, next_line: str) -> bool:
    """Whether a surname alone ends a line, and is a person with the first words of the next (李⏎建国)."""
    last, first = squeeze(cut(line)[-1].text), squeeze(cut(next_line)[0].text)
    return len(last) == 1 and is_person(last + first)


def _is_cut_name(line: str, next_line: str) -> bool:
    """Whether the last name of a line is none, and is one together with the first words of the next line."""
    last, first = cut(line)[-1].text.strip(), cut(next_line)[0].text.strip().rstrip("。")
    whole = is_unit(last)
    return (not whole or (is_level(last) and not last.startswith("各"))) and is_body(last + first)
