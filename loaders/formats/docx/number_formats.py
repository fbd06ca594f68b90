"""Numbers as Word writes them: 3 is 三, （三）, ③, iii, C, 丙 … by the name of its format."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 5_000
_MOST_LETTERS = 26 * 30
_MOST_CHINESE = 100_000

NO_NUMBER = frozenset({"bullet", "none"})
"""Formats that give no number: a bullet is a mark, not a word."""


def format_number(number: int, name: str) -> str:
    """A number in the format of that name; in digits where the format is not known or has no sign for it."""
    written = _FORMATS[name](number) if name in _FORMATS and number >= 0 else ""
    return written or str(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零") -> str:
    """A number below 100,000 with its tens, hundreds and thousands (一百零五; 十二 without 一)."""
    if not 0 < number < _MOST_CHINESE:
        return digits[0] if number == 0 else ""
    if number >= 10_000:  # noqa: PLR2004
        high, low = divmod(number, 10_000)
        gap = zero if 0 < low < 1_000 else ""  # noqa: PLR2004
        rest = gap + _chinese_full(low, digits, units, zero) if low else ""
        return f"{_chinese(high, digits, units, zero)}万{rest}"
    text = _chinese_full(number, digits, units, zero)
    return text.removeprefix("一") if 10 <= number < 20 else text  # noqa: PLR2004


def _chinese_full(number: int, digits: str, units: str, zero: str) -> str:
    text, places = "", [int(sign) for sign in str(number)]
    for at, place in enumerate(places):
        unit = len(places) - at - 1
        if place:
            text += digits[place] + (units[unit - 1] if unit else "")
        elif text and not text.endswith(zero) and any(places[at:]):
            text += zero
    return text


def _counting(number: int) -> str:
    """Below a hundred with 十, beyond digit by digit, as Word does."""
    return _chinese(number) if number < 100 else _one_by_one(number).replace("〇", "○")  # noqa: PLR2004


def _one_by_one(number: int) -> str:
    return "".join(_DIGITS[int(sign)] for sign in str(number))


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL, "拾佰仟")


def _legal_traditional(number: int) -> str:
    return _chinese(number, _LEGAL_TRADITIONAL, "拾佰仟").replace("万", "萬")


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN if number < _MOST_ROMAN else ():
        while number >= value:
            text, number = text + sign, number - value
    return text


def _letters(number: int) -> str:
    """From a to z, then aa, bb and so on."""
    if not 0 < number <= _MOST_LETTERS:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _from(first: str, count: int) -> Callable[[int], str]:
    """Signs that follow each other from `first`, for 1 … `count`."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else ""


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _circled(number: int) -> str:
    for first, at, count in (("①", 1, 20), ("㉑", 21, 15), ("㊱", 36, 15)):
        if at <= number < at + count:
            return chr(ord(first) + number - at)
    return ""


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(sign)) for sign in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _one_by_one,
    "taiwaneseDigital": _one_by_one,
    "japaneseDigitalTenThousand": _one_by_one,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "japaneseLegal": _legal_traditional,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
}
