"""What one clause says about places: which list of old ones, which list of new ones, and what a verb does with them.

A clause is the folded words between two commas or stops, without blanks. It is read only where the words around the
verb are lists of places and nothing else, so a road (甲村至乙村畅通工程), a school or an office gives nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.change_lists import Party, read_list
from loaders.place_names import parse_place
from loaders.vocabulary import table

_RECEIVED = frozenset({"into", "transfer"})  # verbs behind which a short name stands for a full one (并入西河)
MOST_VERBS = 12  # tried in one clause; real clauses hold two or three


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause does with which lists.

    `does` is a verb's kind (abolish, merge, into, rename, transfer, split, create, form, join, carve, govern,
    territory, naming, listing); `old` and `new` are the lists before and behind it, () where another clause has them.
    `refers` tells that the old ones are those spoken of before (其行政区域); `within` is the place that the clause
    speaks of (潞州区撤销…).
    """

    does: str
    old: tuple[Party, ...] = ()
    new: tuple[Party, ...] = ()
    pairwise: bool = False
    refers: bool = False
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rules:
    verbs: re.Pattern[str]
    does: Mapping[str, str]
    naming: re.Pattern[str]
    backwards: re.Pattern[str]
    pairwise: tuple[str, ...]
    adverbs: tuple[str, ...]
    leads: tuple[str, ...]
    keep: tuple[str, ...]
    deciding: re.Pattern[str]
    itself: frozenset[str]
    beyond: frozenset[str]
    territory: tuple[re.Pattern[str], ...]
    idioms: re.Pattern[str]
    made_of: tuple[str, ...]
    territory_end: tuple[str, ...]
    behind_transfer: tuple[str, ...]
    superiors: tuple[str, ...]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _rules() -> _Rules:
    data: Mapping[str, Any] = table("changes")
    does = {word: row["does"] for row in data["verbs"] for word in row["words"]}
    back, leads, territory = data["backwards"], data["leads"], data["territory"]
    regions, itself = _any(territory["regions"]), _any(territory["itself"])
    return _Rules(
        verbs=re.compile(f"(?=({_any(list(does))}))"),
        does=does,
        naming=re.compile(f"^(?:{_any(data['naming']['words'])})(.+)$"),
        backwards=re.compile(f"^(.+?)(?:{_any(back['by'])})(.+?)(?:{_any(back['made'])})$"),
        pairwise=tuple(data["adverbs"]["pairwise"]),
        adverbs=tuple(data["adverbs"]["before_verb"]),
        leads=tuple(sorted(leads["words"], key=len, reverse=True)),
        keep=tuple(leads["keep"]),
        deciding=re.compile(f"^.{{0,40}}?(?:{_any(leads['deciding'])})+"),
        itself=frozenset({*territory["itself"], *(a + b for a in territory["itself"] for b in territory["regions"])}),
        beyond=frozenset(territory["beyond"]),
        territory=(
            re.compile(
                f"^以(?:(?P<itself>(?:{itself})(?:{regions}))|(?P<old>.+?)(?:的)?(?:{regions}))"
                f"(?P<but>\\([^()]*\\))?(?:{_any(territory['joins'])})(?P<new>.+)$"
            ),
            re.compile(f"^以(?P<itself>\\Z)?(?P<old>.+?)(?P<but>\\Z)?为(?P<new>.+?(?:{regions}))$"),
        ),
        made_of=tuple(data["made_of"]["words"]),
        idioms=re.compile(_any(data["idioms"]["words"])),
        territory_end=tuple(sorted(territory["regions"], key=len, reverse=True)),
        behind_transfer=tuple(sorted(data["lists"]["behind_transfer"], key=len, reverse=True)),
        superiors=tuple(data["superiors"]["words"]),
    )


def read_clauses(words: str, known: Mapping[str, str]) -> list[Clause]:
    """What a clause says; several where verbs stand in one list (甲村并入乙村、丙村并入丁村). [] for nothing.

    `known` maps short names of receivers to the full ones that the text names (西河 → 西河县).
    """
    whole = read_clause(words, known)
    if whole:
        return [whole]
    cuts = [match.start() for match in re.finditer("、", words)][:MOST_VERBS]
    if not cuts or len(list(_verbs(words))) < len(("one verb", "another")):
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
    rules = _rules()
    words = rules.idioms.sub("", _DATE.sub("", _NUMBER.sub("", words)))
    for attempt in dict.fromkeys((words, _without_leads(words))):
        found = _territory(attempt) or _backwards(attempt) or _naming(attempt)
        if found:
            return found
    decided = rules.deciding.match(words)
    for attempt in dict.fromkeys((words, words[decided.end() :] if decided else words)):
        found = _by_verbs(attempt, known)
        if found:
            return found
    plain = read_list(_without_leads(words[decided.end() :] if decided else words))
    if plain:
        return Clause("listing", old=plain)
    parts = next((words[len(word) :] for word in rules.made_of if words.startswith(word)), "")
    made = read_list(parts)
    return Clause("join", old=made) if made and all(party.former for party in made) else None


_NUMBER = re.compile(r"^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]+|[①-⑳])")
_DATE = re.compile(
    r"(?:自|从|于|在|截至)?(?:\d{4}年(?:\d{1,2}月)?|\d{1,2}月)(?:\d{1,2}日)?(?:[上中下]旬)?(?:底|初|末)?(?:之?前|之?后|起)?"
)


def _territory(words: str) -> Clause | None:
    """以原甲、乙的行政区域为丙的行政区域, 以甲、乙为其行政区域."""
    rules = _rules()
    for pattern in rules.territory:
        match = pattern.match(words)
        if not match:
            continue
        new_words = match["new"]
        region = next((region for region in rules.territory_end if new_words.endswith(region)), "")
        new_words = new_words.removesuffix(region).removesuffix("的")
        beyond = new_words in rules.beyond
        new = () if beyond else read_list(new_words)
        old = read_list(match["old"] + (match["but"] or "")) if match["old"] else ()
        if (new or beyond) and (old or (new and match["itself"])):
            return Clause("territory", old=old, new=new, refers=not old)
    return None


def _backwards(words: str) -> Clause | None:
    """丙村由甲村、乙村合并而成."""
    match = _rules().backwards.match(words)
    if not match:
        return None
    new, old = read_list(match[1]), read_list(match[2])
    return Clause("merge", old=old, new=new) if new and old else None


def _naming(words: str) -> Clause | None:
    """村名为丙村, behind a merger."""
    match = _rules().naming.match(words)
    new = read_list(match[1]) if match else ()
    return Clause("naming", new=new) if new else None


def _by_verbs(words: str, known: Mapping[str, str]) -> Clause | None:
    """The first reading of the clause in which both sides of a verb are lists of places."""
    verbs = list(_verbs(words))
    for start, end, does in verbs:
        found = _read_verb(words, start, end, does, known)
        if found and does == "abolish":
            return _abolish_and(words[end:], found, known) or (found if found.old else None)
        if found:
            return found
    return None


def _verbs(words: str) -> Iterator[tuple[int, int, str]]:
    """Verbs in the words, each where it begins and with the longest wording there."""
    rules = _rules()
    for count, match in enumerate(rules.verbs.finditer(words)):
        if count == MOST_VERBS:
            return
        yield match.start(), match.start() + len(match[1]), rules.does[match[1]]


def _read_verb(words: str, start: int, end: int, does: str, known: Mapping[str, str]) -> Clause | None:
    left, right = words[:start], words[end:]
    if does in ("abolish", "create", "form"):
        return _set_up(left, right, does)
    if any(word in left for word in _rules().superiors):
        return None
    old_words, pairwise = _without_adverbs(left)
    if does == "carve":
        return _carve(old_words, right)
    within, old_words = _without_subject(_without_leads(old_words))
    if does == "join" or (does == "merge" and not right):
        joined = () if right.strip("的") else read_list(old_words)
        return Clause("join", old=joined) if joined else None
    refers = not old_words or old_words in _rules().itself
    old = () if refers else read_list(old_words)
    new = read_list(_target(right, does), known if does in _RECEIVED else None)
    if not new or not (refers or old):
        return None
    return Clause(does, old=old, new=new, pairwise=pairwise, refers=refers, within=within)


def _without_subject(words: str) -> tuple[tuple[str, ...], str]:
    """东河县将甲镇…: the place that the clause speaks of, and the words behind 将."""
    subject, found, rest = words.partition("将")
    place = parse_place(subject) if found and rest else None
    return ((*place.above, place.name), rest) if place else ((), words)


def _set_up(left: str, right: str, does: str) -> Clause | None:
    """撤销…, 设立…: before the verb stands only the place that the clause speaks of, or the list itself (甲村撤销)."""
    if does == "abolish" and not right:
        ended = read_list(_without_leads(_without_adverbs(left)[0]))
        return Clause(does, old=ended) if ended else None
    left, pairwise = _without_adverbs(left)
    subject = _without_leads(left).removeprefix("在").removesuffix("境内").removesuffix("范围内")
    place = parse_place(subject) if subject else None
    if subject and place is None:
        return None
    within = (*place.above, place.name) if place else ()
    if does == "abolish":
        return Clause(does, old=read_list(right), within=within)
    new = read_list(right)
    return Clause(does, new=new, within=within, pairwise=pairwise) if new else None


def _abolish_and(rest: str, found: Clause, known: Mapping[str, str]) -> Clause | None:
    """撤甲建乙, 撤销甲设立乙, 撤甲并入乙: the words behind the verb of abolition hold a second verb."""
    for start, end, does in _verbs(rest):
        if does in ("abolish", "govern", "carve") or rest[:start].endswith(tuple("、,;")):
            continue
        old_words, pairwise = _without_adverbs(rest[:start])
        old = read_list(old_words)
        new = read_list(_target(rest[end:], does), known if does in _RECEIVED else None)
        if old and new:
            merged = "merge" if does in ("create", "form", "merge") else "into" if does == "transfer" else does
            return Clause(merged, old=old, new=new, pairwise=pairwise, within=found.within)
    return None


def _carve(old_words: str, right: str) -> Clause | None:
    """从甲县划出乙镇、丙镇设立丁区, 析甲县置乙县; without what it sets up the clause waits for the next one."""
    if not old_words:
        return _carve_off(right)
    old = read_list(_without_leads(old_words))
    if len(old) != 1:
        return None
    for start, end, does in _verbs(right):
        new = read_list(right[end:]) if does in ("create", "form") else ()
        if new:
            return Clause("carve", old=(_piece(old[0], right[:start]),), new=new)
    return Clause("carve", old=(_piece(old[0], right),))


def _carve_off(right: str) -> Clause | None:
    """甲县置乙县, behind 析: a piece of the first makes the second."""
    for start, end, does in _verbs(right):
        old = read_list(right[:start]) if does in ("create", "form") else ()
        new = read_list(right[end:]) if old else ()
        if len(old) == 1 and new:
            return Clause("carve", old=(_piece(old[0], old[0].part),), new=new)
    return None


def _piece(party: Party, part: str) -> Party:
    return Party(party.name, party.level, party.above, party.giver, party.former, "part", part)


def _target(right: str, does: str) -> str:
    """The words behind a verb without 管辖 and the like, which say how, not what."""
    right = right.removeprefix("为").removeprefix("了")
    if does in ("transfer", "into"):
        right = right.removeprefix("到").removeprefix("至").removeprefix("给")
        for tail in _rules().behind_transfer:
            right = right.removesuffix(tail)
    return right


def _without_leads(words: str) -> str:
    """The words without 将, 由, 拟, 全镇 and dates in front; 将乐县 keeps its 将."""
    rules = _rules()
    changed = True
    while changed and not words.startswith(rules.keep):
        changed = False
        shorter = words
        for lead in rules.leads:
            if shorter.startswith(lead):
                shorter = shorter[len(lead) :]
                break
        if shorter != words:
            words, changed = shorter, True
    return words


def _without_adverbs(words: str) -> tuple[str, bool]:
    """The words without 整建制, 分别 and the like at their end, and whether they pair (分别)."""
    rules = _rules()
    pairwise, changed = False, True
    while changed:
        changed = False
        for adverb in (*rules.pairwise, *rules.adverbs):
            if words.endswith(adverb):
                words, changed = words[: -len(adverb)], True
                pairwise = pairwise or adverb in rules.pairwise
                break
    return words, pairwise
