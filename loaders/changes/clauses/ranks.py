"""Changes of rank: 甲乡撤乡设镇, 甲村村改居, and what else says them in general words (撤县设区).

rank = 撤 old turn new | [由] old 改 new | 改 old 为 new
"""

import re
from functools import cache

from graph.words.any_of import first_of
from loaders.changes.clauses.frames import Clause
from loaders.changes.clauses.verbs import find_verbs
from loaders.changes.clauses.words import rank_beginnings, rank_words, target, without_adverbs, without_leads
from loaders.changes.lists.lists import ListedPlace, read_list
from loaders.vocabulary.changes import change_words


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"{first_of(rank_beginnings())}(?:{rank_words()})")


def change_of_rank(words: str) -> Clause | None:
    """甲乡撤乡设镇, or 撤乡设镇 of what was spoken of before; 甲村村改居为乙社区 names what comes of it."""
    match = _pattern().search(words)
    if match is None:
        return None
    ending = change_words().ranks.new.get(match["after"] or match["turned"] or match["made"], "")
    before = without_adverbs(without_leads(words[: match.start()]))[0]
    old = read_list(before, proved=True) or read_list(f"{before}{match['own'] or ''}", proved=True)
    behind = words[match.end() :]
    if behind:
        new = _named(behind) if old else ()
        return Clause("rename", old=old, new=new) if new else None
    return Clause("rank", old=old, refers=not old, rest=ending) if ending and (old or not before) else None


def _named(words: str) -> tuple[ListedPlace, ...]:
    """The new places that the words behind the change of rank name (为乙社区, 设立乙镇)."""
    verb = next((verb for verb in find_verbs(words) if verb.start == 0), None)
    return read_list(target(words[verb.end :] if verb else words, receives=False))
