"""Patterns for words of tables: any of them, the longest that fits.

Words that begin alike are written as a tree (责任(?:单位|部门|)), so that a place is tried sign by sign and not word by
word, whether a table has three words or three hundred.
"""

import re
from collections.abc import Iterable

_END = ""
"""The key under which a tree says that a word ends here."""


class _Tree(dict[str, "_Tree"]):
    """Words by their first sign, each with what follows it."""


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words, each once, longer ones before shorter ones."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str], between: str = "") -> str:
    """A pattern for any of the words, the longest that fits; `between` may stand between any two signs of a word."""
    tree = _Tree()
    for word in words:
        node = tree
        for sign in word:
            node = node.setdefault(sign, _Tree())
        node[_END] = _Tree()
    branches = _branches(tree, between, "")
    if len(branches) > 1 and branches[0].startswith("["):  # `re` seeks first signs only where each branch names its own
        branches[:1] = [re.escape(sign) for sign in sorted(tree) if sign != _END and tree[sign].keys() == {_END}]
    return "|".join(branches)


def first_of(words: Iterable[str]) -> str:
    """A look ahead at the first sign of any of the words, for a pattern each of whose branches begins with one of them:
    a text is passed over quickly where none may begin. `re` does so by itself where one sign begins each branch.
    """
    return f"(?={_signs(sorted({word[0] for word in words}))})"


def _branches(tree: _Tree, between: str, before: str) -> list[str]:
    """The ways on from here, `before` at the beginning of each; to end here comes last, as the shortest."""
    single = sorted(sign for sign, behind in tree.items() if sign != _END and behind.keys() == {_END})
    branches = [before + _signs(single)] if single else []
    for sign, behind in sorted(tree.items()):
        if sign != _END and sign not in single:
            branches.append(f"{before}{re.escape(sign)}{_behind(behind, between)}")
    return [*branches, *([""] if _END in tree else [])]


def _behind(tree: _Tree, between: str) -> str:
    branches = _branches(tree, between, between)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _signs(signs: list[str]) -> str:
    return re.escape(signs[0]) if len(signs) == 1 else f"[{''.join(map(re.escape, signs))}]"
