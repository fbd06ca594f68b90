"""Numbers of rows and columns in words: those that follow each other as a range (5-7、9)."""

from collections.abc import Callable, Sequence


def ranges_of(numbers: Sequence[int], name: Callable[[int], str] = str) -> str:
    """Numbers in rising order, those that follow each other as a range; `name` gives the words for each."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return "、".join("-".join(map(name, run)) for run in runs)
