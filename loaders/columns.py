"""Columns of a task table: from the names in its header to what they mean (vocabulary/columns.toml, labels.toml)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.conventions import Convention, take_note
from loaders.fold import fold, squeeze
from loaders.labels import roles_in
from loaders.vocabulary import table

_WORK = ("name", "work", "content")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `meaning` is number, category, name, work, content, owner, due or other; `roles` those of an owner."""

    index: int
    meaning: str
    roles: tuple[str, ...] = ()
    note: Convention | None = None
    name: str = ""


@cache
def _words(meaning: str) -> tuple[str, ...]:
    return tuple(word for row in table("columns")["column"] if row["meaning"] == meaning for word in row["words"])


def read_header(names: Sequence[str]) -> list[Column]:
    """What each column of a header means; conventions that a header states are taken out of its name."""
    return [_read_column(index, name) for index, name in enumerate(names)]


def _read_column(index: int, name: str) -> Column:
    bare, note = take_note(squeeze(name))
    text = _plain(bare)
    return Column(index, *_meaning(text), note=note, name=text)


def _plain(name: str) -> str:
    """A column's name folded, without the brackets in it and the white space."""
    folded, depth, kept = squeeze(fold(name)), 0, []
    for sign in folded:
        depth += sign == "("
        if depth == 0:
            kept.append(sign)
        depth -= sign == ")" and depth > 0
    return "".join(kept) or folded.strip("()")


def _meaning(text: str) -> tuple[str, tuple[str, ...]]:
    if text in _words("number"):
        return "number", ()
    roles = roles_in(text)
    owners = tuple(role for role in roles if role not in ("due", "other"))
    if owners:
        return "owner", owners
    if "due" in roles:
        return "due", ()
    for meaning in ("other", "category", "content", "name", "work"):
        if any(word in text for word in _words(meaning)):
            return meaning, ()
    return "other", ()


def is_task_table(names: Sequence[str]) -> bool:
    """Whether a header has a column of work and one of owners or deadlines, and nothing that makes it another table."""
    texts = [_plain(squeeze(name)) for name in names]
    rules = table("columns")["no_tasks"]
    if any(word in text for text in texts for word in rules["any"]):
        return False
    for one, other in rules["pairs"]:
        holders = [index for index, text in enumerate(texts) if one in text]
        if holders and any(other in text for index, text in enumerate(texts) if index not in holders[:1]):
            return False
    meanings = {_meaning(text)[0] for text in texts}
    return not meanings.isdisjoint(_WORK) and not meanings.isdisjoint(("owner", "due"))


def is_header_word(name: str) -> bool:
    """Whether a cell could be a column's name in a header."""
    text = _plain(squeeze(name))
    return _meaning(text)[0] != "other" or any(word in text for word in table("columns")["header"]["words"])


def is_sub_header(names: Sequence[str]) -> bool:
    """Whether cells are the second row of a header: empty ones and names that stand under a spanning name."""
    filled = [squeeze(fold(name)) for name in names if name.strip()]
    return (
        bool(filled)
        and len(filled) < len(names)
        and all(name in table("columns")["sub_header"]["words"] for name in filled)
    )
