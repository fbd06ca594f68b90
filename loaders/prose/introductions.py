"""Where a list of items without numbers begins: behind the lines that introduce it (抓好以下工作。).

The items of a list look alike: each carries its text behind a title, or is a bare line. A line above the first that
looks otherwise introduces the list; where all look alike, the first has as many lines as the others have.
"""

from collections.abc import Sequence

from loaders.prose.titles import carries_text, ends_in_stop


def first_of_list(lines: Sequence[str], others: Sequence[Sequence[str]]) -> int:
    """Which of the lines before the first label of a list begins its first item; `others` are the lines of the rest."""
    shapes = {_shape(item[0]) for item in others if item}
    if len(lines) < 2 or len(shapes) != 1:  # noqa: PLR2004
        return 0
    alike = [index for index, line in enumerate(lines) if _shape(line) in shapes]
    if alike and alike[0] > 0:
        return alike[0] if all(ends_in_stop(line) for line in lines[: alike[0]]) else 0
    counts = {len(item) for item in others}
    own = max(0, len(lines) - max(counts))
    return own if len(counts) == 1 and alike[:1] == [0] and own in alike else 0


def _shape(line: str) -> tuple[bool, bool]:
    return carries_text(line), ends_in_stop(line)


def looks_alike(line: str, other: str) -> bool:
    """Whether two lines look alike: both carry their text behind a title or neither, both end in a stop or neither."""
    return _shape(line) == _shape(other)
