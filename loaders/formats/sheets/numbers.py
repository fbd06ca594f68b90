"""Numbers of cells as they are shown: percents, thousands, decimals, leading zeros, words around them (第3项)."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_TOKEN = re.compile(r"\"([^\"]*)\"|\\(.)|\[([^\]]*)\]|[_*].|(General|G/通用格式|@)|([#0?.,]+)|(.)", re.IGNORECASE)
_ANY = ("General", "G/通用格式", "@")
_DIGITS_SHOWN = 10
"""Significant digits of a number without a format."""
_MOST_DECIMALS = 12
_LARGEST = 1e15
"""From here on numbers have more digits than a sheet keeps."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A section of a format: words before and behind the digits, and the digits' own pattern ("" for none)."""

    before: str
    digits: str
    behind: str
    percents: int


def number_words(value: float, code: str) -> str:
    """A number as the format `code` shows it; one in a way that is not known here is shown without a format."""
    sections = _sections(code)
    section = sections[0]
    signed = value < 0
    if signed and len(sections) > 1:
        section, signed = sections[1], False
    elif value == 0 and len(sections) > 2:  # noqa: PLR2004 - the third section is that of nought
        section = sections[2]
    pattern = _read(section)
    amount = abs(Decimal(repr(value))) * 100 ** (pattern.percents if pattern else 0)
    if pattern is None or amount >= _LARGEST:
        return _plain(value)
    words = _plain(float(amount)) if pattern.digits in _ANY else _written(amount, pattern.digits)
    return f"{'-' if signed else ''}{pattern.before}{words}{pattern.behind}"


@lru_cache(maxsize=256)
def _sections(code: str) -> list[str]:
    """The parts of a format for numbers above nought, below and nought."""
    return re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", code or "General")


@lru_cache(maxsize=256)
def _read(section: str) -> _Pattern | None:
    """A section, None for one of conditions, fractions and powers."""
    words, digits, percents = ["", ""], "", 0
    for quoted, escaped, bracket, anything, shown, sign in _TOKEN.findall(section):
        if bracket:
            if bracket[0] in "<>=":
                return None
            words[bool(digits)] += bracket[1:].split("-")[0] if bracket.startswith("$") else ""
        elif anything or shown:
            if digits:
                return None
            digits = shown or next(one for one in _ANY if one.lower() == anything.lower())
        elif sign == "/" or (sign.isascii() and sign.isalpha()):
            return None
        else:
            percents += sign == "%"
            words[bool(digits)] += quoted or escaped or sign
    return _Pattern(words[0], digits, words[1], percents)


def _written(amount: Decimal, digits: str) -> str:
    if not digits:
        return ""
    whole, _, decimals = digits.rstrip(",").partition(".")
    scaled = len(digits) - len(digits.rstrip(","))
    places = min(len(decimals), _MOST_DECIMALS)
    rounded = (amount / 1000**scaled).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    number, _, rest = text.partition(".")
    rest = rest[: decimals.count("0")] + rest[decimals.count("0") :].rstrip("0")
    number = number.rjust(whole.count("0"), "0") if "," not in number else number
    number = "" if number == "0" and whole and "0" not in whole and rest else number
    return f"{number}.{rest}" if rest else number


def _plain(value: float) -> str:
    """A number without a format; whole ones keep all their digits (telephone numbers)."""
    return str(int(value)) if value == int(value) else f"{value:.{_DIGITS_SHOWN}g}"
