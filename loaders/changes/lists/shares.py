"""Pieces of a place that words name without the place: 其第1至4村民小组, 其东部, 部分区域, behind 撤销双河村.

Which place they are of is known only from the clauses before (`loaders.changes.story.memory`).
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of
from graph.words.numerals import COUNTING_SIGNS
from graph.words.signs import HAN
from loaders.changes.lists.party import groups_of_a_village
from loaders.vocabulary.changes import change_words

LONGEST = 200  # characters of a list of groups


@dataclass(frozen=True, slots=True)
class _ShareRules:
    before: re.Pattern[str]
    one: re.Pattern[str]
    joint: re.Pattern[str]
    taken_over: re.Pattern[str]
    things: re.Pattern[str]


@cache
def _rules() -> _ShareRules:
    words = change_words().pieces
    groups = any_of(words.named)
    count = rf"[\d{COUNTING_SIGNS}]+个"
    one = (
        groups_of_a_village().pattern,
        rf"(?:{any_of((*words.portions, *words.sides))})(?:{any_of(words.areas)}|{any_of(words.counted)})?",
        rf"(?:{any_of(words.all)})?(?:{any_of(words.counted)})",
        rf"(?:全部|所有)?{count}(?:{any_of(words.counted)})",
        rf"[{HAN}、]{{1,24}}?(?:{count})?(?:{groups})(?:{any_of(words.areas)})?",
    )
    behind = "|".join(f"(?<={word})" for word in words.ends)
    return _ShareRules(
        before=re.compile(f"(?:{any_of(words.before)})*"),
        one=re.compile("|".join(f"(?:{pattern})" for pattern in one)),
        joint=re.compile(rf"(?:{behind})(?:[、和与及]|以及)"),
        taken_over=re.compile(f"^(.+?)由(.+?)(?:{any_of(words.taken_over)})$"),
        things=re.compile(any_of(change_words().untold.of_things)),
    )


def read_pieces(words: str) -> tuple[str, ...]:
    """The pieces that the words name, each as written without 其 in front; () where they name anything else.

    `words` are those before the verb: 其所辖第1至4村民小组、第5村民小组 are two pieces.
    """
    if not words or len(words) > LONGEST:
        return ()
    rules = _rules()
    lead = rules.before.match(words)
    parts = [part for part in rules.joint.split(words[lead.end() :] if lead else words) if part]
    places = bool(parts) and all(rules.one.fullmatch(part) for part in parts) and not rules.things.search(words)
    return tuple(parts) if places else ()


def taken_over(words: str) -> tuple[tuple[str, ...], str]:
    """The pieces and the receiver's words in 第1至4村民小组由柳林村管辖; (), "" for other words."""
    match = _rules().taken_over.match(words[: LONGEST * 2])
    pieces = read_pieces(match[1]) if match else ()
    return (pieces, match[2]) if match and pieces else ((), "")
