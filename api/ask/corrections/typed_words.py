"""Words that a person typed into a field: names, or one text; 无 for none."""

from collections.abc import Iterable

_NOTHING = {"无", "—"}
"""Words by which people say that a field is empty."""


def typed_names(typed: Iterable[str]) -> tuple[str, ...]:
    """Names that were typed, parted also by 、, each once; none for 无."""
    parts = (part for words in typed for part in words.replace("，", "、").replace(",", "、").split("、"))
    names = dict.fromkeys(filter(None, ("".join(part.split()) for part in parts)))
    return () if set(names) <= _NOTHING else tuple(names)


def typed_text(typed: str) -> str:
    """A text that was typed, "" for 无."""
    return "" if typed.strip() in _NOTHING else typed.strip()
