"""Words around the lists of a clause that are no part of them: numbers, dates, 将, 拟, 整建制, 管辖."""

import re
from functools import cache

from graph.words.any_of import any_of, longest_first
from graph.words.levels import UNKNOWN, level_of
from graph.words.numbering import IN_FRONT
from graph.words.numerals import NUMBER
from graph.words.signs import HAN
from loaders.changes.lists.party import ListedPlace
from loaders.places.names import leading_places, parse_place, stem_of
from loaders.vocabulary.changes import change_words

_NUMBER = re.compile(rf"^(?:{IN_FRONT}|第{NUMBER}条\s*)")


@cache
def _behind() -> tuple[str, ...]:
    """Adverbs that may stand between a list and its verb."""
    return longest_first((*change_words().adverbs.pairwise, *change_words().adverbs.before_verb))


@cache
def _leads() -> tuple[str, ...]:
    return longest_first(change_words().leads.words)


@cache
def _deciding() -> re.Pattern[str]:
    return re.compile(f"^.{{0,40}}?(?:{any_of(change_words().leads.deciding)})+")


@cache
def rank_words() -> str:
    """A pattern for changes of rank (撤乡设镇); the old class that may belong to a name before (甲乡改镇) is `own`."""
    ranks = change_words().ranks
    old, new = any_of(ranks.old), any_of((*ranks.new, *ranks.others))
    return (
        f"{ranks.withdraws}(?:{old})(?:{any_of(ranks.turns)})(?P<after>{new})"
        f"|(?P<own>{old}){ranks.turn}(?P<turned>{any_of(ranks.new)})"
        f"|{ranks.turn}(?:{old}){ranks.into}(?P<made>{any_of(ranks.new)})"
    )


def rank_beginnings() -> tuple[str, ...]:
    """What the words for changes of rank begin with."""
    ranks = change_words().ranks
    return (ranks.withdraws, ranks.turn, *ranks.old)


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(f"{any_of(change_words().idioms.words)}|{rank_words()}")


@cache
def _date() -> re.Pattern[str]:
    """A date as clauses write it, with the words around it: 自2019年12月底起, 乾隆三十年(1765年)."""
    words = change_words().dates
    day = r"(?:\d{4}年(?:\d{1,2}月)?|\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{1,2}月)(?:\d{1,2}日)?(?:[上中下]旬)?"
    before, behind, sides = any_of(words.before), any_of(words.behind), any_of(words.sides)
    return re.compile(rf"[{HAN}]{{2,6}}年\(\d{{4}}年?\)|(?:{before})?{day}(?:{behind})?(?:{sides})?")


def undated_clause(words: str) -> str:
    """The clause without a number in front and without dates."""
    return _date().sub("", _NUMBER.sub("", words))


def without_idioms(words: str) -> str:
    """The clause without general words that look like changes (撤乡建镇)."""
    return _idioms().sub("", words)


def starts_with_year(words: str) -> bool:
    """Whether the clause begins with a year (1953年设甲乡)."""
    return bool(_date().match(_NUMBER.sub("", words)))


def without_decision(words: str) -> str:
    """The clause behind 省政府同意 and the like."""
    decided = _deciding().match(words)
    return words[decided.end() :] if decided else words


def without_leads(words: str) -> str:
    """The words without 将, 由, 拟, 全镇 in front; 将乐县 keeps its 将."""
    lead = "begin"
    while lead and words.startswith(_leads()) and not words.startswith(change_words().leads.keep):
        lead = next((lead for lead in _leads() if words.startswith(lead)), "")
        words = words.removeprefix(lead)
    return words


def without_adverbs(words: str) -> tuple[str, bool]:
    """The words without 整建制, 分别 and the like at their end, and whether they pair (分别)."""
    pairwise = False
    while words.endswith(_behind()):
        adverb = next(adverb for adverb in _behind() if words.endswith(adverb))
        words = words.removesuffix(adverb)
        pairwise = pairwise or adverb in change_words().adverbs.pairwise
    return words, pairwise


def without_subject(words: str) -> tuple[tuple[str, ...], str]:
    """东河县将甲镇…: the place that the clause speaks of, and the words behind 将.

    One who acts and is no place (甲方将东河镇的甲村…) is left out where a place begins behind 将.
    """
    for sign in change_words().leads.objects:
        subject, found, rest = words.partition(sign)
        place = parse_place(subject) if found and rest else None
        if place:
            return (*place.above, place.name), rest
        behind = leading_places(rest)
        if len(subject) > 1 and not subject.endswith(class_signs()) and behind and len(stem_of(behind[0])) > 1:
            return (), rest
    return (), words


@cache
def class_signs() -> tuple[str, ...]:
    """The last signs of names in a list."""
    return tuple(change_words().lists.class_signs)


def subject_of(words: str) -> tuple[str, ...] | None:
    """The place that words before 撤销 or 设立 name (在甲镇境内); () for no words, None for other words."""
    leads = change_words().leads
    for word in leads.before_subject:
        words = words.removeprefix(word)
    for word in leads.behind_subject:
        words = words.removesuffix(word)
    if not words:
        return ()
    place = parse_place(words)
    return (*place.above, place.name) if place else None


def is_somewhere(words: str) -> bool:
    """Whether the words say where something is set up and name no place (在安置点)."""
    return words.startswith(change_words().leads.before_subject) and not words.endswith(class_signs())


def subject_of_paragraph(words: str) -> ListedPlace | None:
    """The place that a paragraph is about (甲镇位于…); None where it does not begin with one."""
    words = _NUMBER.sub("", words)
    chain = leading_places(words)
    behind = words[sum(map(len, chain)) :]
    if not chain or not behind.startswith(change_words().subject.behind):
        return None
    return ListedPlace(chain[-1], level_of(chain[-1]), chain[:-1])


@cache
def _behind_targets(*, receives: bool) -> tuple[str, ...]:
    targets = change_words().targets
    return longest_first((*targets.behind, *(targets.behind_receiver if receives else ())))


def target(words: str, *, receives: bool) -> str:
    """The words behind a verb without 为, 到 and 管辖, which say how, not what."""
    targets = change_words().targets
    for word in _behind_targets(receives=receives):
        words = words.removesuffix(word)
    for word in (*targets.before, *(targets.before_receiver if receives else ())):
        rest = words.removeprefix(word)
        if rest == words:
            continue
        first, own = (part.partition("、")[0] for part in (words, rest))
        if level_of(first) == UNKNOWN or (level_of(own) != UNKNOWN and len(stem_of(own)) > 1):  # 并入为民乡
            words = rest
    return words
