"""What one clause says about places: which list of old ones, which list of new ones, and what a verb does with them.

A clause is the folded words between two commas or stops, without blanks. It is read only where the words around the
verb are lists of places and nothing else, so a road (甲村至乙村畅通工程), a school or an office gives nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import islice

from graph.words.any_of import any_of
from loaders.changes.clauses.abolition import abolish, abolish_and, separators, to_what
from loaders.changes.clauses.carving import carve
from loaders.changes.clauses.frames import Clause, made_of, read_frame, refers_back
from loaders.changes.clauses.ranks import change_of_rank
from loaders.changes.clauses.targets import is_of_one_sign, read_target
from loaders.changes.clauses.verbs import (
    MOST_VERBS,
    RECEIVES,
    SETS_UP,
    FoundVerb,
    find_verbs,
    is_short,
    verb_pattern,
    weighed_verbs,
)
from loaders.changes.clauses.words import (
    is_somewhere,
    starts_with_year,
    subject_of,
    target,
    undated_clause,
    without_adverbs,
    without_decision,
    without_idioms,
    without_leads,
    without_subject,
)
from loaders.changes.lists.counts import find_count
from loaders.changes.lists.lists import ListedPlace, may_hold_place, read_list, read_settlements
from loaders.changes.lists.shares import read_pieces
from loaders.places.names import is_name
from loaders.vocabulary.changes import change_words

_JOINS_TWO = frozenset({"merge", "into", "rename", "transfer", "split"})


def abolishes(words: str) -> bool:
    """Whether the clause says that something ends (撤销…), whatever it is."""
    return any(verb.does == "abolish" for verb in find_verbs(without_idioms(words)))


def joins(words: str) -> bool:
    """Whether the clause says that places are put together (与甲乡合并), whatever they are."""
    return any(verb.does == "join" for verb in find_verbs(without_idioms(words)))


def read_clauses(words: str, known: Mapping[str, str], *, heads: bool = False) -> list[Clause]:
    """What a clause says; several where verbs stand in one list (甲村并入乙村、丙村并入丁村). [] for nothing.

    `heads` tells that a colon stands behind it (建安镇：), so that a name is one whatever verb it begins with; `known`
    maps short names of receivers to the full ones that the text names (西河 → 西河县).
    """
    whole = (_listing(undated_clause(words), proved=True) if heads else None) or read_clause(words, known)
    if whole:
        return [whole]
    cuts = [match.start() for match in re.finditer("、", words)][:MOST_VERBS]
    if not cuts or len(find_verbs(words)) < len(("one verb", "another")):
        return []
    found: list[Clause] = []
    start = 0
    for cut in (*cuts, len(words)):
        part = read_clause(words[start:cut], known)
        if part and part.does != "listing":
            found.append(part)
            start = cut + 1
    return found if start > len(words) else []


def read_clause(words: str, known: Mapping[str, str]) -> Clause | None:
    """What the clause says as one, or None."""
    dated, words = starts_with_year(words), undated_clause(words)
    ranked = change_of_rank(words)
    if ranked:
        return replace(ranked, dated=dated)
    words = without_idioms(words)
    decided, led = without_decision(words), without_leads(words)
    clause = (
        read_frame(words)
        or (read_frame(led) if led != words else None)
        or _by_verbs(decided, known)
        or (_by_verbs(words, known) if decided != words else None)
        or _listing(without_leads(decided))
        or made_of(words)
    )
    if clause is None or not dated:
        return clause
    return replace(clause, dated=True, does="create" if clause.does == "form" else clause.does)  # 1953年设甲乡


def _listing(words: str, *, proved: bool = False) -> Clause | None:
    places = read_list(words, proved=proved)
    told = any(_holds_verb(party.name, party.part) for party in places)
    return Clause("listing", old=places) if places and not told else None


def _holds_verb(name: str, part: str) -> bool:
    """Whether a verb between two lists stands in what looks like a name or a piece (档案移交给甲村), or any behind the
    beginning of a name (正式地增设甲乡).
    """
    verbs = [verb for words in (name, part) for verb in find_verbs(words) if not is_short(verb)]
    return any(verb.does in _JOINS_TWO or (verb.start and verb.does in ("abolish", "create")) for verb in verbs)


def _by_verbs(words: str, known: Mapping[str, str]) -> Clause | None:
    """The first reading of the clause in which both sides of a verb are lists of places."""
    short: tuple[tuple[int, str], Clause] | None = None
    for verb in weighed_verbs(words):
        other = short is not None and short[0] != (verb.start, verb.does)
        if other or words[: verb.start].endswith(separators()):
            continue
        found = _read_verb(words, verb, known)
        if found and verb.does == "abolish":
            found = abolish_and(words[verb.end :], found, known) or (found if found.old or found.refers else None)
        behind = found.old if found and (verb.does == "abolish" or not found.new) else found.new if found else ()
        named = short is None or not behind or is_name(behind[0].name)  # 更名 + 为户县: no name
        if found and named and not (behind and is_of_one_sign(behind[0])):
            return found
        short = short or (((verb.start, verb.does), found) if found else None)
    return short[1] if short else None


def _read_verb(words: str, verb: FoundVerb, known: Mapping[str, str]) -> Clause | None:
    left, right, does = words[: verb.start], words[verb.end :], verb.does
    if does == "abolish":
        return abolish(left, right)
    if does in SETS_UP:
        return _set_up(left, right, does)
    if does == "carve":
        return carve(without_adverbs(left)[0], right, known)
    return None if any(word in left for word in change_words().superiors.words) else _from_to(left, right, does, known)


def _from_to(left: str, right: str, does: str, known: Mapping[str, str]) -> Clause | None:
    """甲村、乙村合并设立丙村, 将甲乡划归西河县: a list on either side, or the old ones in another clause."""
    old_words, pairwise = without_adverbs(left)
    within, old_words = without_subject(without_leads(old_words))
    if does == "divide":
        divided = read_list(old_words, proved=True) if not right else ()
        return Clause("divide", old=divided) if divided else None
    if does == "join" or (does == "merge" and not right):
        if right and not old_words:
            return to_what(right) or _joined(right)
        return None if right else _joined(old_words)
    new = read_target(right, does, known)
    if not new:
        return None
    rest = old_words if _remainder().fullmatch(old_words) else ""
    refers = bool(rest) or not old_words or refers_back(old_words) or _counts_all(old_words, prefixed=does in RECEIVES)
    old = () if refers else (_with_giver(old_words) if does in RECEIVES else ()) or read_list(old_words, proved=True)
    pieces = read_pieces(old_words) if does in RECEIVES and not (refers or old) else ()
    if does == "transfer" and not (refers or old or pieces):
        old = read_settlements(old_words)
    told_of = does in RECEIVES and not old_words and any(_is_given(party) for party in new)  # 2015年划归甲镇的乙村
    twice = any(_receiving().search(party.part) for party in old)  # 甲村1组划归乙村、2组划归丙村
    if told_of or twice or not (refers or old or pieces):
        return None
    refers = refers or bool(pieces)
    return Clause(does, old, new, pairwise=pairwise, refers=refers, within=within, rest=rest, pieces=pieces)


def _is_given(place: ListedPlace) -> bool:
    """Whether it is said whose the place is (甲镇的乙村), other than by its full name (甲县乙镇)."""
    return bool(place.giver) and place.giver not in place.above


def _counts_all(words: str, *, prefixed: bool) -> bool:
    """Whether the words only count what was listed before: 两村, or 共3个镇.

    It must say that it is a total where a number of villages may also be a piece of a place (3个村划归丙镇).
    """
    count = find_count(words)
    if count is not None and not prefixed:
        return count.start == 0 and (count.plain or len(count.words) == len("两村"))
    return (
        count is not None
        and count.start == 0
        and not count.words[0].isdigit()
        and count.words.startswith(change_words().lists.counting)
    )


@cache
def _remainder() -> re.Pattern[str]:
    """What is left of a place (其余各村民小组), spoken of without its name."""
    words = change_words().remainder
    return re.compile(f"(?:{any_of(words.words)})(?:{any_of(words.of)}){{0,2}}(?:{any_of(words.what)}){{0,2}}")


@cache
def _receiving() -> re.Pattern[str]:
    return re.compile(verb_pattern("into", "transfer"))


def _with_giver(words: str) -> tuple[ListedPlace, ...]:
    """甲村由乙镇 before 划归丙镇: what moves, given by the place behind 由; () for other words."""
    for between in islice(_between().finditer(words), len(("by", "from"))):
        giver = read_list(words[between.end() :], proved=True)
        moved = read_list(words[: between.start()], proved=True) if len(giver) == 1 else ()
        if moved:
            name, above = giver[0].name, giver[0].above
            return tuple(replace(party, giver=name, giver_above=above) for party in moved)
    return ()


@cache
def _between() -> re.Pattern[str]:
    """The words between what moves and its giver, behind a class word."""
    data = change_words()
    adverbs = any_of(data.adverbs.before_verb)  # 甲县整建制由青石市划归白水市
    return re.compile(f"(?<=[{data.lists.class_signs}])(?:{adverbs})?(?:{any_of(data.givers.words)})")


def _joined(old_words: str) -> Clause | None:
    old = read_list(old_words, proved=True)
    return Clause("join", old=old) if old else None


def _set_up(left: str, right: str, does: str) -> Clause | None:
    """设立…: before the verb stands only the place that the clause speaks of, or behind 由 what it is made of."""
    new = read_list(target(right, receives=False), proved=True) if may_hold_place(right) else ()
    if not new:
        return None
    words, pairwise = without_adverbs(left)
    old_words = without_leads(words)
    within = () if is_somewhere(old_words) else subject_of(old_words)
    made_of = read_list(old_words, proved=True) if old_words != words else ()
    if made_of and (within is None or does == "form"):  # 由甲村、乙村组建丙村
        return Clause("merge", old=made_of, new=new)
    if does == "form" and right.endswith(change_words().lists.committees):
        does = "create"  # 新建甲社区居民委员会: no road is called so
    return Clause(does, new=new, within=within, pairwise=pairwise) if within is not None else None
