"""The place that a paper speaks for: a name of a unit or a village means something only inside it.

It is read, in this order, from the issuer, the title, the issue number (文号), the place named nearest to 我镇 or 我县,
and the one place that a body named in the text carries (金元镇党委). Masked places (`**县`, `xx市`) are none.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache

from graph.words.any_of import any_of
from graph.words.levels import level_of, ranks
from graph.words.signs import HAN, is_han
from loaders.places.names import is_glued, leading_places
from loaders.places.proof import is_dated_place, is_proved, proved_chain, speaks_of_own
from loaders.vocabulary.places import place_words

_REACH = 60  # characters looked at for one chain of names, or for the words before it
_TOO_SHORT = 2  # characters of a name that running text may have cut out of a sentence (报县)


@cache
def _starts() -> re.Pattern[str]:
    """Where a place's name may begin: after what is no 汉字, or after words that stand before a name (group 1)."""
    words = place_words().jurisdiction
    before = any_of((*words.parties, *words.before))
    return re.compile(rf"(?:(?<![{HAN}])|(?<=\d年)|(?={before}))((?:{before})*)(?=[{HAN}])")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(any_of(place_words().jurisdiction.own))


def read_jurisdiction(issuer: str, title: str, number: str, body: str) -> str | None:
    """The place that a paper speaks for, largest first (大英县/蓬莱镇); None where it says none.

    Source: the order of rules above; a chain of places found first is completed by a longer one that ends alike.
    """
    return stated_place(issuer, title, number, body) or inferred_place(body)


def stated_place(issuer: str, title: str, number: str, body: str) -> str | None:
    """The place that the heading names; `body` may show that what looks like a name is one, or a year behind it."""
    chains = [chain for _, chain, _ in _chains(issuer)]
    if len({chain[-1] for chain in chains}) > 1:
        chains = []  # joint issuers of several places
    for words in (title, number):
        for _, chain, behind in _chains(words):
            dated = words[behind : behind + 1].isdigit()
            chains.append(chain if dated and is_dated_place(chain[-1]) else proved_chain(chain, body))
    chains = [chain for chain in chains if chain]
    return _path(_completed(chains[0], chains)) if chains else None


def inferred_place(body: str) -> str | None:
    """The place that the text itself speaks of as its own."""
    found = list(_certain(body))
    nearest = _nearest_own(body, found)
    chain = nearest or _only([chain for _, chain, by_body in found if by_body])
    if chain and not nearest and _is_one_of_several(chain[-1], body):
        return None
    return _path(_completed(chain, [other for _, other, _ in found])) if chain else None


def _chains(words: str) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """Each start of a chain of places in the words: its position, the chain, and the position behind it."""
    behind = 0
    levels = place_words().jurisdiction.levels
    for match in _starts().finditer(words):
        position = match.end()
        if position < behind:
            continue
        chain = tuple(name for name in leading_places(words[position : position + _REACH]) if level_of(name) in levels)
        if chain and not (len(chain) == 1 and is_glued(chain[0])):
            behind = position + sum(map(len, chain))
            yield position, chain, behind


def _certain(body: str) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Places named in running text with certain boundaries, and whether a body's name stands behind them.

    A name needs a body, a sign or words that describe a place behind it, or begins a title; behind a quotation mark or
    a word like 成立 it may do without, where the text names it more than once.
    """
    words = place_words().jurisdiction
    bodies, posts, before = words.bodies, words.posts, (*words.parties, *words.before)
    described, title_signs = words.behind, words.titles
    chains = [found for found in _chains(body) if min(map(len, found[1])) > _TOO_SHORT]
    times = Counter(chain[-1] for _, chain, _ in chains)
    for position, chain, behind in chains:
        by_body = body.startswith(bodies, behind) and not body.startswith(posts, behind)
        alone = behind == len(body) or not is_han(body[behind])
        introduced = body[position - 1 : position] in words.quotes or body[max(0, position - 9) : position].endswith(
            before
        )
        alone = alone or body.startswith(described, behind) or body[position - 1 : position] in title_signs
        if by_body:
            yield position, chain, True
        elif (alone or len(chain) > 1 or (introduced and times[chain[-1]] > 1)) and (proved := proved_chain(chain)):
            yield position, proved, False


def _nearest_own(body: str, found: list[tuple[int, tuple[str, ...], bool]]) -> tuple[str, ...] | None:
    """The place of the level of 我镇 or 我县 that is named nearest to such words, the earlier of two."""
    of_level: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for position, chain, _ in found:
        of_level.setdefault(level_of(chain[-1]), []).append((position, chain))
    best: tuple[int, tuple[str, ...]] | None = None
    for match in _own().finditer(body):
        named = of_level.get(level_of("某某" + match[0][1:]), [])
        behind = bisect_left(named, match.start(), key=lambda one: one[0])
        for position, chain in named[max(0, behind - 1) : behind + 1]:
            distance = abs(position - match.start())
            if best is None or distance < best[0]:
                best = (distance, chain)
    return best[1] if best else None


def _is_one_of_several(name: str, body: str) -> bool:
    """Whether nothing says that a place is the paper's own (全镇), and others of its level are named too, or the paper
    is of a higher one (我市).
    """
    if speaks_of_own(name, body):
        return False
    level = level_of(name)
    others = (chain[-1] for _, chain, _ in _chains(body) if level_of(chain[-1]) == level and chain[-1] != name)
    higher = (level_of("某某" + match[0][1:]) for match in _own().finditer(body))
    return any(map(is_proved, others)) or any(ranks()[one] < ranks()[level] for one in higher if one in ranks())


def _only(chains: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The chain of the one place that all these chains end in; None where they end in several or there is none."""
    ends = {chain[-1] for chain in chains}
    return max(chains, key=len) if len(ends) == 1 else None


def _completed(chain: tuple[str, ...], others: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest of the chains that end as this one does (蓬莱镇 → 大英县, 蓬莱镇)."""
    alike = [other for other in others if other[-len(chain) :] == chain]
    return max([chain, *alike], key=len)


def _path(chain: tuple[str, ...]) -> str:
    return "/".join(chain)
