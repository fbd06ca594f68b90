"""Where the value of a label ends: at the next label, the bracket's end, a full stop, the line's end, or a blank behind
which a sentence begins; it goes on in the next line behind a separator and inside an open bracket.
"""

import re
from bisect import bisect_right
from itertools import islice

from graph.words.brackets import outside_brackets
from graph.words.fold import Folded, squeeze
from graph.words.pieces import cut
from graph.words.signs import HAN
from loaders.owners.person_names import is_person, parted
from loaders.owners.reading import has_duty_verb, is_all_names
from loaders.owners.unit_names import is_body, is_group, is_level
from loaders.prose.labels import Label
from loaders.prose.marks import ItemWords
from loaders.vocabulary.prose import outline_words

_CUT_DATE = re.compile(r"\d{1,4} ?[年月]?$")
_DATE_REST = re.compile(r"^ ?[\d年月日底前上中下旬]")
_SENTENCE = re.compile(r"[。,:;!?]")
_HALF_STOP = re.compile(rf"(?<=[{HAN})])\.(?=[{HAN}(]|\s|$)")
_ISSUED = r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$"
_SIGNATURE = re.compile(rf"(?<=[前底末年月日旬内])(?![前底末日上中下内])(?P<issuer>[{HAN}]{{4,40}}){_ISSUED}")
_SIGNATURE_BEHIND_BLANK = re.compile(rf" +(?P<issuer>[{HAN}]{{4,40}}) *{_ISSUED}")
_BRACKET_OF_NAME = re.compile(r" *\([^():]{2,30}\)[、,;]")
_REACH = 18  # characters: of the next line in which a bracket may close, of a line that may break off inside a name
_REACH_BACK = 60  # characters at a text's end in which its signature is looked for
_SHORT = 4  # characters behind a blank that are too few for a sentence
_LOOKED_AT = 400  # characters of a line, or of the words behind a blank, that are looked at
_BLANKS = 100  # blanks in a value that are tried as its end


def value_end(item: ItemWords, label: Label, limit: int) -> int:
    """The position in the item's words behind the value of a label, which reaches at most to `limit`."""
    folded, due = item.folded, "due" in label.roles
    end = first_stop(folded, label.end, limit)
    value_start = label.end
    for position in islice(item.breaks, bisect_right(item.breaks, label.end), None):
        if position >= end:
            break
        if not _continues(item, value_start, position, end, label):
            end = position
            break
        value_start = position
    end = label.end + len(folded[label.end : end].rstrip())
    end = _before_sentence(folded, label.end, end, label)
    return _before_signature(folded, label.end, end, due=due) if end == len(folded.rstrip("。 ")) else end


def names_owner(item: ItemWords, label: Label, limit: int) -> bool:
    """Whether the value of a label is nothing but names, or names and verbs of duty."""
    words = item.words.text[label.end : value_end(item, label, limit)]
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
    if label.end in item.line_ends and is_all_names(line) and is_all_names(next_line.rstrip()):
        return True
    if "due" in label.roles:
        return bool(_CUT_DATE.search(line) and _DATE_REST.match(next_line))
    if _of_people(label) and _is_cut_person(line, next_line):
        return True
    return _is_cut_name(line, next_line) or (len(line) >= _REACH and is_all_names(line + next_line))


def _of_people(label: Label) -> bool:
    return not {"leaders", "lead_leaders"}.isdisjoint(label.roles)


def _is_cut_person(line: str, next_line: str) -> bool:
    """Whether a surname alone ends a line, and is a person with the first words of the next (李⏎建国)."""
    last, first = squeeze(cut(line)[-1].text), squeeze(cut(next_line)[0].text)
    return len(last) == 1 and is_person(last + first)


def _is_cut_name(line: str, next_line: str) -> bool:
    """Whether the last name of a line is none, and is one together with the first words of the next line."""
    last, first = cut(line)[-1].text.strip(), cut(next_line)[0].text.strip().rstrip("。")
    whole = is_body(last) or is_group(last)
    return (not whole or (is_level(last) and not last.startswith("各"))) and is_body(last + first)


def _goes_on_with_person(rest: str) -> bool:
    """Whether words behind a blank begin with a person's name, or with the last sign of a padded one (李  刚、王敏)."""
    first = cut(rest)[0].text
    return len(first) == 1 or bool(parted(first))


def _before_signature(folded: str, start: int, end: int, *, due: bool) -> int:
    """Cut the last value of a text before the issuer and the day of issue: glued to a deadline (2022年底前县政府
    2022年3月1日), or behind a blank.
    """
    pattern = _SIGNATURE if due else _SIGNATURE_BEHIND_BLANK
    signature = pattern.search(folded, max(start, end - _REACH_BACK), end)
    return signature.start() if signature and is_body(signature["issuer"]) else end


def _before_sentence(folded: str, start: int, end: int, label: Label) -> int:
    """Cut the value at a blank behind which a sentence begins rather than a further name."""
    due, people = "due" in label.roles, _of_people(label)
    blank = folded.find(" ", start, end)
    for _ in range(_BLANKS):
        if blank == -1:
            break
        rest = folded[blank : min(end, blank + _LOOKED_AT)].strip()
        if (
            not folded[start:blank].isspace()
            and blank > start
            and len(rest) > _SHORT
            and _SENTENCE.search(rest)
            and not (is_all_names(rest) or (due and rest[0].isdigit()))
            and not (people and _goes_on_with_person(rest))
        ):
            return blank
        blank = folded.find(" ", blank + 1, end)
    return end
