"""What one clause says about places: which list of old ones, which list of new ones, and what a verb does with them.

A clause is the folded words between two commas or stops, without blanks. It is read only where the words around the
verb are lists of places and nothing else, so a road (甲村至乙村畅通工程), a school or an office gives nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import islice

from graph.words.any_of import any_of
from loaders.changes.clauses.frames import Clause, made_of, read_frame, refers_back
from loaders.changes.clauses.ranks import change_of_rank
from loaders.changes.clauses.verbs import MOST_VERBS, FoundVerb, find_verbs, verb_pattern
from loaders.changes.clauses.words import (
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
from loaders.changes.lists.lists import ListedPlace, read_list, read_settlements
from loaders.changes.lists.shares import read_pieces
from loaders.places.names import stem_of
from loaders.vocabulary.changes import change_words

_RECEIVES = frozenset({"into", "transfer"})  # verbs behind which a short name stands for a full one (并入西河)
_SETS_UP = frozenset({"create", "form"})
_JOINS_TWO = frozenset({"merge", "into", "rename", "transfer", "split"})


@cache
def _separators() -> tuple[str, ...]:
    lists = change_words().lists
    return (*lists.separators, *lists.conjunctions)


def abolishes(words: str) -> bool:
    """Whether the clause says that something ends (撤销…), whatever it is."""
    return any(verb.does == "abolish" for verb in find_verbs(without_idioms(words)))


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
    decided = without_decision(words)
    clause = (
        read_frame(words)
        or read_frame(without_leads(words))
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
    """Whether a verb between two lists stands in what looks like a name or a piece (档案移交给甲村), or any behind a name's
    beginning (正式地增设甲乡).
    """
    verbs = [verb for words in (name, part) for verb in find_verbs(words) if not _weakness(verb)[0]]
    return any(verb.does in _JOINS_TWO or (verb.start and verb.does in ("abolish", "create")) for verb in verbs)


def _by_verbs(words: str, known: Mapping[str, str]) -> Clause | None:
    """The first reading of the clause in which both sides of a verb are lists of places."""
    short: tuple[tuple[int, str], Clause] | None = None
    for verb in sorted(find_verbs(words), key=_weakness):
        if short and short[0] != (verb.start, verb.does):
            break
        found = _read_verb(words, verb, known)
        if found and verb.does == "abolish":
            found = _abolish_and(words[verb.end :], found, known) or (found if found.old or found.refers else None)
        if found and not _names_one_sign(found):
            return found
        short = short or (((verb.start, verb.does), found) if found else None)
    return short[1] if short else None


def _names_one_sign(clause: Clause) -> bool:
    """Whether the list behind the verb begins with a name of one sign (福村 of 设立设福村): a shorter verb may do better."""
    behind = clause.new or clause.old
    return bool(behind) and len(stem_of(behind[0].name)) == 1 and bool(behind[0].level)


def _weakness(verb: FoundVerb) -> tuple[bool, bool]:
    """Verbs that names hold too are tried behind the others: one sign (置信镇), and those of one list (成立镇)."""
    short = verb.end - verb.start < len("并入") and verb.does != "abolish"
    return short, verb.does in _SETS_UP


def _read_verb(words: str, verb: FoundVerb, known: Mapping[str, str]) -> Clause | None:
    left, right, does = words[: verb.start], words[verb.end :], verb.does
    if does == "abolish":
        return _abolish(left, right)
    if does in _SETS_UP:
        return _set_up(left, right, does)
    if does == "carve":
        return _carve(without_adverbs(left)[0], right, known)
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
            return _to_what(right) or _joined(right)
        return None if right else _joined(old_words)
    rest = old_words if _remainder().fullmatch(old_words) else ""
    refers = bool(rest) or not old_words or refers_back(old_words) or _counts_all(old_words, prefixed=does in _RECEIVES)
    old = () if refers else (_with_giver(old_words) if does in _RECEIVES else ()) or read_list(old_words, proved=True)
    pieces = read_pieces(old_words) if does in _RECEIVES and not (refers or old) else ()
    if does == "transfer" and not (refers or old or pieces):
        old = read_settlements(old_words)
    new = _read_target(right, does, known)
    told_of = does in _RECEIVES and not old_words and any(party.giver for party in new)  # 2015年划归甲镇的乙村
    twice = any(_receiving().search(party.part) for party in old)  # 甲村1组划归乙村、2组划归丙村
    if not new or told_of or twice or not (refers or old or pieces):
        return None
    refers = refers or bool(pieces)
    return Clause(does, old, new, pairwise=pairwise, refers=refers, within=within, rest=rest, pieces=pieces)


def _counts_all(words: str, *, prefixed: bool) -> bool:
    """Whether the words only count what was listed before: 两村, or 共3个镇, which must say that it is a total where the
    number of villages may also be a piece of a place (3个村划归丙镇).
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
    return re.compile(f"(?<=[{data.lists.class_signs}])(?:{any_of(data.givers.words)})")


def _read_target(right: str, does: str, known: Mapping[str, str]) -> tuple[ListedPlace, ...]:
    """The list behind a verb; short names stand for full ones only where places are received."""
    receives = does in _RECEIVES
    return read_list(target(right, receives=receives), known if receives else None, proved=True)


def _joined(old_words: str) -> Clause | None:
    old = read_list(old_words, proved=True)
    return Clause("join", old=old) if old else None


def _abolish(left: str, right: str) -> Clause | None:
    """撤销甲村, 甲村撤销, 潞州区撤销甲乡."""
    words, _ = without_adverbs(left)
    if not words and not right:  # 将甲村、乙村，撤销
        return Clause("abolish", refers=True)
    if not right or (right in change_words().lists.levels and words.endswith(right)):  # 甲乡撤乡
        ended = read_list(without_leads(words), proved=True)
        return Clause("abolish", old=ended) if ended else None
    within = subject_of(without_leads(words))
    if within is not None and right.startswith(change_words().announced.words):
        return Clause("abolish", within=within, refers=True)
    return None if within is None else Clause("abolish", old=read_list(right, proved=True), within=within)


def _set_up(left: str, right: str, does: str) -> Clause | None:
    """设立…: before the verb stands only the place that the clause speaks of, or behind 由 what it is made of."""
    words, pairwise = without_adverbs(left)
    old_words = without_leads(words)
    within = subject_of(old_words)
    new = read_list(right, proved=True)
    made_of = read_list(old_words, proved=True) if new and old_words != words else ()
    if made_of and (within is None or does == "form"):  # 由甲村、乙村组建丙村
        return Clause("merge", old=made_of, new=new)
    return Clause(does, new=new, within=within, pairwise=pairwise) if new and within is not None else None


def _abolish_and(rest: str, found: Clause, known: Mapping[str, str]) -> Clause | None:
    """撤甲建乙, 撤销甲设立乙, 撤甲并入乙: the words behind the verb of abolition hold a second verb."""
    for verb in sorted(find_verbs(rest), key=_weakness):
        if verb.does in ("abolish", "govern", "carve") or rest[: verb.start].endswith(_separators()):
            continue
        old_words, pairwise = without_adverbs(rest[: verb.start])
        old = read_list(old_words, proved=True)
        new = _read_target(rest[verb.end :], verb.does, known) if old else ()
        if new:
            becomes = "merge" if verb.does in _SETS_UP else "into" if verb.does == "transfer" else verb.does
            return Clause(becomes, old=old, new=new, pairwise=pairwise, within=found.within)
    return _to_what(rest, found.within)


def _to_what(rest: str, within: tuple[str, ...] = ()) -> Clause | None:
    """撤并甲村至乙村, 合并甲村、乙村为丙村: what comes of the list stands behind a word of direction."""
    for match in islice(_directions().finditer(rest), len(("one", "another"))):
        old = read_list(rest[: match.start()], proved=True)
        new = read_list(rest[match.end() :], proved=True) if old else ()
        if new:
            does = "into" if match[0] in change_words().targets.before_receiver else "merge"
            return Clause(does, old=old, new=new, within=within)
    return None


@cache
def _directions() -> re.Pattern[str]:
    """Words of direction behind a class word."""
    words = change_words()
    directions = any_of((*words.targets.before_receiver, *words.targets.before))
    return re.compile(f"(?<=[{words.lists.class_signs}])(?:{directions})")


def _carve(old_words: str, right: str, known: Mapping[str, str]) -> Clause | None:
    """从甲县划出乙镇、丙镇设立丁区, 析甲县置乙县; without what it sets up the clause waits for the next one."""
    if not old_words:
        return _carve_off(right)
    old = read_list(without_leads(old_words), proved=True)
    if len(old) != 1:
        return None
    taken = _takes().search(right)
    new = _read_target(right[taken.end() :], "transfer", known) if taken else ()
    if taken and new:
        return Clause("transfer", old=_out_of(old[0], right[: taken.start()]), new=new)
    for verb in sorted(find_verbs(right), key=_weakness):
        sets_up = verb.does in _SETS_UP
        new = _read_target(right[verb.end :], verb.does, known) if sets_up or verb.does in _RECEIVES else ()
        if new and sets_up:
            return Clause("carve", old=(old[0].piece(right[: verb.start]),), new=new)
        if new:
            return Clause(verb.does, old=_out_of(old[0], right[: verb.start]), new=new)
    return Clause("carve", old=(old[0].piece(right),))


@cache
def _takes() -> re.Pattern[str]:
    return re.compile(f"(?<=[{change_words().lists.class_signs}])(?:{any_of(change_words().untold.takes)})")


def _out_of(whole: ListedPlace, words: str) -> tuple[ListedPlace, ...]:
    """What is carved out of a place: the places that the words name, given by it, else a piece of it."""
    named = read_list(words, proved=True)
    if any(party.share == "part" for party in named):
        named = ()
    return tuple(replace(party, giver=party.giver or whole.name) for party in named) or (whole.piece(words),)


def _carve_off(right: str) -> Clause | None:
    """甲县置乙县, behind 析: a piece of the first makes the second."""
    for verb in find_verbs(right):
        old = read_list(right[: verb.start], proved=True) if verb.does in _SETS_UP else ()
        new = read_list(right[verb.end :], proved=True) if old else ()
        if len(old) == 1 and new:
            return Clause("carve", old=(old[0].piece(old[0].part),), new=new)
    return None
