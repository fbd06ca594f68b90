"""Addresses in sheets: letters of columns, and numbers that follow each other as ranges (5-7、9)."""

from collections.abc import Callable, Sequence

_LETTERS = 26


def column_letters(column: int) -> str:
    """The letters of a column that is counted from 1."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def ranges_of(numbers: Sequence[int], name: Callable[[int], str] = str) -> str:
    """Numbers in rising order, those that follow each other as a range; `name` gives the words for each."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return "、".join("-".join(map(name, run)) for run in runs)
