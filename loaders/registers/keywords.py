"""Keywords in the cells of registers: how sure a change is, how much of a unit goes, what becomes of it."""

from collections.abc import Iterable
from typing import Literal, TypeVar, get_args

from graph.statements import ChangeRole

Status = Literal["proposed", "approved", "done", "stated"]
StatedShare = Literal["", "whole", "part", "unknown"]
StatedRole = Literal["", ChangeRole]
Keyword = TypeVar("Keyword")


def keyword(words: str, known: Iterable[Keyword], other: Keyword) -> Keyword:
    """The keyword that a cell holds, `other` where it holds none of them."""
    return next((one for one in known if one == words.lower()), other)


def status_of(words: str) -> Status:
    """How sure a change is; it is done where the cell does not say."""
    found: Status = keyword(words, get_args(Status), "done")
    return found


def share_of(words: str) -> StatedShare:
    """How much of a unit goes into the other, "" where the cell does not say."""
    found: StatedShare = keyword(words, ("whole", "part", "unknown"), "")
    return found


def role_of(words: str) -> StatedRole:
    """What becomes of a unit, "" where the cell does not say."""
    found: StatedRole = keyword(words, get_args(ChangeRole), "")
    return found
