"""Clauses on changes that have a frame of their own: 以原甲的行政区域为乙的行政区域, 丙由甲、乙合并而成, 村名为丙."""

import re
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of, longest_first
from graph.words.levels import UNKNOWN, level_of
from loaders.changes.clauses.verbs import FORMER, find_verbs, verb_pattern
from loaders.changes.lists.lists import ListedPlace, read_list
from loaders.changes.lists.shares import taken_over
from loaders.vocabulary.changes import change_words


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause does with which lists.

    `does` is a verb's kind (abolish, merge, into, rename, transfer, split, create, form, join, divide, carve, govern,
    territory, domain, naming, keep, take over, listing, rank); `old` and `new` are the lists before and behind it, ()
    where another clause has them. `refers` tells that the old ones are those spoken of before (其行政区域), `rest` the
    words for what is left of them (其余部分), or the other ending of their names (撤乡设镇); `pieces` are words for
    pieces of them; `dated` tells that it begins with a year; `within` is the place that the clause speaks of
    (潞州区撤销…); `alone` tells that the clause is nothing but the verb (将甲村、乙村，撤销).
    """

    does: str
    old: tuple[ListedPlace, ...] = ()
    new: tuple[ListedPlace, ...] = ()
    pairwise: bool = False
    refers: bool = False
    within: tuple[str, ...] = ()
    rest: str = ""
    dated: bool = False
    pieces: tuple[str, ...] = ()
    alone: bool = False


@cache
def _naming_frame() -> re.Pattern[str]:
    """A name is kept (沿用原…), or given: [合并后的] [新] [村] [名称] [暂] 定名 [为].

    名 and 称 begin names too, so that alone they need 为 behind them or words before.
    """
    words = change_words().naming
    merged, named = f"(?:{any_of(words.merged)})", f"(?:{any_of(words.named)})?"
    before = f"(?:{merged}的?)?(?:新的?|拟)?{named}(?:名称|名)?(?:暂|拟)?"
    short = any_of(word for word in words.names if len(word) == 1)
    long = any_of(word for word in words.names if len(word) > 1)
    given = (
        f"{before}(?:{long})[为叫]?",
        f"{before}(?:{short})[为叫]",
        f"(?:{merged}的?|新){named}(?:{short})",
        f"{merged}[为叫]",
    )
    kept = f"(?:{merged}的?)?(?:{named}名称?)?(?P<kept>{any_of(words.keeps)})(?:原|新的)?"
    return re.compile(f"^(?:{'|'.join((kept, *given))})(?P<name>.+)$")


@cache
def _backwards_frame() -> re.Pattern[str]:
    back = change_words().backwards
    return re.compile(f"^(.+?)(?:{any_of(back.by)})(.+?)(?:{any_of(back.made)})$")


@cache
def _territory_frames() -> tuple[re.Pattern[str], ...]:
    """以原甲乡的行政区域为乙镇的行政区域; 乙镇管辖范围为原甲乡行政区域; 乙镇辖原甲乡的行政区域; 以甲乡设立乙镇."""
    words = change_words()
    governs = verb_pattern("govern")
    regions, itself = any_of(words.territory.regions), f"(?:{any_of(words.territory.itself)})+"
    named = any_of(word for word in words.territory.regions if len(word) > 1)
    joins, sets_up = any_of(words.territory.joins), any_of(words.territory.sets_up)
    return (
        re.compile(
            f"^以(?:(?P<itself>{itself}(?:{regions}))|(?P<old>.+?)(?:的)?(?:{regions}))"
            f"(?P<but>\\([^()]*\\))?(?:{joins})(?P<new>.+)$"
        ),
        re.compile(
            f"^(?P<new>.*?)的?(?:{named})为(?P<itself>\\Z)?(?P<old>{FORMER}.+?)的?(?:{named})(?P<but>\\([^()]*\\))?$"
        ),
        re.compile(
            f"^(?P<new>.+?)(?P<governs>{governs})(?P<itself>\\Z)?(?P<but>\\Z)?(?P<old>.+?)(?:的)?(?:{regions})$"
        ),
        re.compile(f"^以(?P<itself>\\Z)?(?P<old>.+?)(?P<but>\\Z)?(?:{sets_up})(?P<new>.+)$"),
        re.compile(f"^以(?P<itself>\\Z)?(?P<old>.+?)(?P<but>\\Z)?为(?P<new>.+?(?:{regions}))$"),
    )


@cache
def _itself() -> re.Pattern[str]:
    """Words that stand for what was spoken of before, with and without the word for its region."""
    words = change_words().territory
    return re.compile(f"(?:{any_of(words.itself)})+(?:{any_of((*words.regions, *words.unnamed))})?")


@cache
def _base_frame() -> re.Pattern[str]:
    bases = change_words().bases
    return re.compile(f"^(?:{any_of(bases.before)})(.+?)(?:{any_of(bases.words)})(.*)$")


def read_frame(words: str) -> Clause | None:
    """The clause read by its frame; None where it has none."""
    return _base(words) or _territory(words) or _backwards(words) or _naming(words) or _taken_over(words)


def refers_back(words: str) -> bool:
    """Whether the words stand for what was spoken of before (其行政区域)."""
    return _itself().fullmatch(words) is not None


def _base(words: str) -> Clause | None:
    """以甲村为主体, before what it is joined with; 在甲镇、乙镇基础上设立丙镇."""
    match = _base_frame().match(words)
    old = read_list(match[1], proved=True) if match else ()
    if match is None or not old:
        return None
    if not match[2]:
        return Clause("listing", old=old)
    verb = next((verb for verb in find_verbs(match[2]) if verb.start == 0 and verb.does in ("create", "form")), None)
    new = read_list(match[2][verb.end :], proved=True) if verb else ()
    return Clause("merge", old=old, new=new) if new else None


def _territory(words: str) -> Clause | None:
    """以原甲、乙的行政区域为丙的行政区域, 以甲、乙为其行政区域."""
    territory = change_words().territory
    for pattern in _territory_frames():
        match = pattern.match(words)
        if not match:
            continue
        new_words = match["new"]
        region = next((region for region in longest_first(territory.regions) if new_words.endswith(region)), "")
        new_words = new_words.removesuffix(region).removesuffix("的")
        beyond = not new_words or new_words in territory.beyond
        new = () if beyond else read_list(new_words, proved=True)
        old = read_list(match["old"] + (match["but"] or ""), proved=True) if match["old"] else ()
        if (new or beyond) and (old or (new and match["itself"])):
            does = (
                "domain" if "governs" in pattern.groupindex and not any(party.former for party in old) else "territory"
            )
            return Clause(does, old=old, new=new, refers=not old)
    return None


def _backwards(words: str) -> Clause | None:
    """丙村由甲村、乙村合并而成."""
    match = _backwards_frame().match(words)
    if not match:
        return None
    new, old = read_list(match[1], proved=True), read_list(match[2], proved=True)
    return Clause("merge", old=old, new=new) if new and old else None


def _naming(words: str) -> Clause | None:
    """村名为丙村, behind a merger."""
    match = _naming_frame().match(words)
    if match is None:
        return None
    name = match["name"]
    without = [name.removesuffix(tail) for tail in change_words().naming.tails if name.endswith(tail)]
    # 甲村村名 is 甲村 with 村名 behind it, 甲村名称 is 甲村 with 名称.
    bare = next((one for one in without if level_of(one) != UNKNOWN), next(iter(without), name))
    new = read_list(bare, proved=True) or read_list(name, proved=True)
    stays = match["kept"] in change_words().naming.stays and bare == name
    return Clause("keep" if stays else "naming", new=new) if new else None


def _taken_over(words: str) -> Clause | None:
    """第1至4村民小组由柳林村管辖, of a village spoken of before."""
    pieces, receiver = taken_over(words)
    new = read_list(receiver) if pieces else ()
    return Clause("take over", new=new, refers=True, pieces=pieces) if new else None


def made_of(words: str) -> Clause | None:
    """包括原甲村和原乙村, behind a heading that names what they make."""
    parts = next((words[len(word) :] for word in change_words().made_of.words if words.startswith(word)), "")
    made = read_list(parts)
    return Clause("join", old=made) if made and all(party.former for party in made) else None
