"""Columns of a sheet by their letters: C is 3, AB is 28."""

_LETTERS = 26


def column_letters(column: int) -> str:
    """The letters of a column that is counted from 1."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_number(letters: str) -> int:
    """The column of these letters, from 1. Raises ValueError for what are none."""
    column = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return column
