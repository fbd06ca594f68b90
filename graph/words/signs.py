"""Signs that all readers share: the range of 汉字, brackets of all shapes, separators of lists, edges of sentences."""

import re

# 汉字 inside a character class, with those of rare names (㙦, 𡌴) and the compatibility forms that copied papers hold.
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

OPENING = "（(〔[【［﹝{｛"
CLOSING = "）)〕]】］﹞}｝"

# Folded signs between the names of a list; a slash parts them in cells only.
LIST_SEPARATORS = frozenset("、,;")
CELL_SEPARATORS = LIST_SEPARATORS | {"/"}

# What may stand around the words of a task and is no part of them, as written; and a folded stretch of nothing else.
EDGES = " \u3000\t\n。；;，,、."
GAP = re.compile(r"[\s。;,.、]*")

# As written: signs behind which a line's words end, behind which they go on in the next one, and that begin no line.
LINE_STOPS = tuple("。；;！!？?：:")
GOES_ON = tuple("、，,（(〔[《“")
NEVER_FIRST = tuple("、，。；：？！）〕］】》〉”’％,;:)]%")

_HAN_ONLY = re.compile(f"[{HAN}]+")


def is_han(words: str) -> bool:
    """Whether the words are 汉字 and nothing else, at least one."""
    return _HAN_ONLY.fullmatch(words) is not None
