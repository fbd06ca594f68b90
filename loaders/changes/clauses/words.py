"""Words around the lists of a clause that are no part of them: numbers, dates, 将, 拟, 整建制, 管辖."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.words.numbering import IN_FRONT
from graph.words.signs import HAN
from loaders.changes.lists.party import Party
from loaders.places.names import leading_places, level_of, parse_place
from loaders.vocabulary import table

_NUMBER = re.compile(f"^{IN_FRONT}")


@dataclass(frozen=True, slots=True)
class _Rules:
    pairwise: tuple[str, ...]
    behind: tuple[str, ...]
    leads: tuple[str, ...]
    keep: tuple[str, ...]
    deciding: re.Pattern[str]
    idioms: re.Pattern[str]
    object_sign: str
    around_subject: tuple[tuple[str, ...], tuple[str, ...]]
    before_target: tuple[str, ...]
    before_receiver: tuple[str, ...]
    behind_receiver: tuple[str, ...]


@cache
def _rules() -> _Rules:
    data: Mapping[str, Any] = table("changes")
    leads, adverbs, targets = data["leads"], data["adverbs"], data["targets"]
    return _Rules(
        pairwise=tuple(adverbs["pairwise"]),
        behind=(*adverbs["pairwise"], *adverbs["before_verb"]),
        leads=longest_first(leads["words"]),
        keep=tuple(leads["keep"]),
        deciding=re.compile(f"^.{{0,40}}?(?:{alternatives(leads['deciding'])})+"),
        idioms=re.compile(alternatives(data["idioms"]["words"])),
        object_sign=leads["object"],
        around_subject=(tuple(leads["before_subject"]), tuple(leads["behind_subject"])),
        before_target=tuple(targets["before"]),
        before_receiver=tuple(targets["before_receiver"]),
        behind_receiver=longest_first(targets["behind_receiver"]),
    )


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words, longer ones before shorter ones."""
    return tuple(sorted(words, key=len, reverse=True))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits."""
    return "|".join(map(re.escape, longest_first(words)))


@cache
def _date() -> re.Pattern[str]:
    """A date as clauses write it, with the words around it: 自2019年12月底起, 乾隆三十年(1765年)."""
    words = table("changes")["dates"]
    day = r"(?:\d{4}年(?:\d{1,2}月)?|\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{1,2}月)(?:\d{1,2}日)?(?:[上中下]旬)?"
    before, behind, sides = (alternatives(words[kind]) for kind in ("before", "behind", "sides"))
    return re.compile(rf"[{HAN}]{{2,6}}年\(\d{{4}}年?\)|(?:{before})?{day}(?:{behind})?(?:{sides})?")


def undated_clause(words: str) -> str:
    """The clause without a number in front and without dates."""
    return _date().sub("", _NUMBER.sub("", words))


def without_idioms(words: str) -> str:
    """The clause without general words that look like changes (撤乡建镇)."""
    return _rules().idioms.sub("", words)


def starts_with_year(words: str) -> bool:
    """Whether the clause begins with a year (1953年设甲乡)."""
    return bool(_date().match(_NUMBER.sub("", words)))


def without_decision(words: str) -> str:
    """The clause behind 省政府同意 and the like."""
    decided = _rules().deciding.match(words)
    return words[decided.end() :] if decided else words


def without_leads(words: str) -> str:
    """The words without 将, 由, 拟, 全镇 in front; 将乐县 keeps its 将."""
    rules = _rules()
    lead = "begin"
    while lead and words.startswith(rules.leads) and not words.startswith(rules.keep):
        lead = next((lead for lead in rules.leads if words.startswith(lead)), "")
        words = words.removeprefix(lead)
    return words


def without_adverbs(words: str) -> tuple[str, bool]:
    """The words without 整建制, 分别 and the like at their end, and whether they pair (分别)."""
    rules = _rules()
    pairwise = False
    while words.endswith(rules.behind):
        adverb = next(adverb for adverb in rules.behind if words.endswith(adverb))
        words = words.removesuffix(adverb)
        pairwise = pairwise or adverb in rules.pairwise
    return words, pairwise


def without_subject(words: str) -> tuple[tuple[str, ...], str]:
    """东河县将甲镇…: the place that the clause speaks of, and the words behind 将."""
    subject, found, rest = words.partition(_rules().object_sign)
    place = parse_place(subject) if found and rest else None
    return ((*place.above, place.name), rest) if place else ((), words)


def subject_of(words: str) -> tuple[str, ...] | None:
    """The place that words before 撤销 or 设立 name (在甲镇境内); () for no words, None for other words."""
    before, behind = _rules().around_subject
    for word in before:
        words = words.removeprefix(word)
    for word in behind:
        words = words.removesuffix(word)
    if not words:
        return ()
    place = parse_place(words)
    return (*place.above, place.name) if place else None


def subject_of_paragraph(words: str) -> Party | None:
    """The place that a paragraph is about (甲镇位于…); None where it does not begin with one."""
    words = _NUMBER.sub("", words)
    chain = leading_places(words)
    behind = words[sum(map(len, chain)) :]
    if not chain or not behind.startswith(tuple(table("changes")["subject"]["behind"])):
        return None
    return Party(chain[-1], level_of(chain[-1]), chain[:-1])


def target(words: str, *, receives: bool) -> str:
    """The words behind a verb without 为, 到 and 管辖, which say how, not what."""
    rules = _rules()
    for word in (*rules.before_target, *(rules.before_receiver if receives else ())):
        words = words.removeprefix(word)
    for word in rules.behind_receiver if receives else ():
        words = words.removesuffix(word)
    return words
