"""The codes of places in China: 2 digits are a province, 4 a city, 6 a county, 9 a town, 12 a village.

A code begins with the code of the place above it. Longer codes that end in zeros are those of larger places:
510923100000 is the town 510923100.
"""

from graph.errors import FileRefusedError
from loaders.registers.rows import is_rounded

LEVELS = {2: "province", 4: "city", 6: "county", 9: "town", 12: "village"}
"""The level of a place by the digits of its code."""


def code_of(typed: str, row: int) -> int | None:
    """The code in a cell, without the blanks in it; None for one that holds no digits alone.

    Raises FileRefusedError for one that a program has rounded, and for one with other numbers of digits.
    """
    if is_rounded(typed.strip()):
        raise FileRefusedError("file.register_rounded", row=row, typed=typed)
    digits = "".join(typed.split())
    if not (digits.isascii() and digits.isdecimal()):
        return None
    if len(digits) not in LEVELS or digits.startswith("0"):
        raise FileRefusedError("gazetteer.digits", row=row, typed=typed, digits=len(digits))
    return int(digits)


def shorter(code: int) -> int:
    """The code of a place without the zeros that fill it up."""
    digits = str(code)
    lengths = list(LEVELS)
    for longer, length in zip(reversed(lengths), reversed(lengths[:-1]), strict=False):
        if len(digits) == longer and not digits[length:].strip("0"):
            digits = digits[:length]
    return int(digits)
