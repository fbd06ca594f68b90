"""From a row that tells of places by name (县/镇/村) to what it says: a change of places, as papers tell of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from graph.errors import FileRefusedError
from graph.messages.message import Message, message
from graph.statements import ChangeParty, ChangeRole, ChangeStatement, Share, Source
from graph.vocabulary.register_kinds import KindWord, kind_word
from graph.words.levels import UNKNOWN, level_of, rank_of
from loaders.registers.days import bounds_of, edtf
from loaders.registers.keywords import keyword, status_of

UNSTATED = "?"
"""What ends a date that no paper states: it follows from the day on which the paper was issued (../2021-08-19?)."""


def change_of(fields: Mapping[str, str], source: Source, row: int) -> ChangeStatement | Message:
    """What a row that names places says, or why it says nothing. `row` counts the rows of the file from 1.

    A row without a date tells of a change of which no day is known. Raises FileRefusedError for a date that is none.
    """
    word = kind_word(fields.get("kind", ""))
    old, new = (_party(fields, side, word) for side in ("old", "new"))
    if old and new and word.event == "transfer" and _moves(fields, old, new):
        old, new = replace(old, role="moved", share="whole"), replace(new, role="receives")
    if not (old or new):
        return message("unread.register_empty")
    words = fields["date"]
    when = bounds_of(words)
    if when is None:
        raise FileRefusedError("file.register_no_day", row=row, typed=words)
    before = [old] if old else []
    if old and new and word.joins and new.role == "continues" and not fields.get("new_role") and _way(old) != _way(new):
        before.append(new)
    return ChangeStatement(
        level=fields.get("new_level", "") or fields.get("old_level", "") or _level(new or old),
        before=tuple(before),
        after=(new,) if new else (),
        source=source,
        on="" if words.startswith("../") and words.endswith(UNSTATED) else edtf(words),
        earliest=when.first,
        latest=when.last,
        decided_on=fields.get("decided_on", ""),
        status=status_of(fields.get("status", "")),
        again=word.event == "restore" and old is None,
        event=fields.get("event", ""),
        number=fields.get("number", ""),
        cited=fields.get("source", ""),
        note=fields.get("note", ""),
    )


def with_divisions(changes: Sequence[ChangeStatement]) -> list[ChangeStatement]:
    """The changes of a table, with the rows as one event by which a place ends on one day in several others."""
    rows = Counter((one.on, _way(one.before[0])) for one in changes if _ends(one))
    return [
        replace(one, event=f"{one.on} {_way(one.before[0])}")
        if _ends(one) and rows[one.on, _way(one.before[0])] > 1
        else one
        for one in changes
    ]


def _ends(one: ChangeStatement) -> bool:
    return not one.event and len(one.before) == 1 and one.before[0].role == "ends" and bool(one.on and one.after)


def _party(fields: Mapping[str, str], side: str, word: KindWord) -> ChangeParty | None:
    above, _, name = fields.get(f"{side}_name", "").rpartition("/")
    if not name:
        return None
    parent = fields.get(f"{side}_parent", "") or above
    role: ChangeRole | None = keyword(fields.get(f"{side}_role", ""), get_args(ChangeRole), None)
    level = fields.get(f"{side}_level", "")
    if side == "new":
        return ChangeParty(name, role or _new_role(word), parent=parent, level=level)
    share = _share(fields.get("share", ""), fields.get("part", ""), word)
    goes_on = word.gives or word.same or share == "part"
    return ChangeParty(name, role or ("continues" if goes_on else "ends"), share, fields.get("part", ""), parent, level)


def _moves(fields: Mapping[str, str], old: ChangeParty, new: ChangeParty) -> bool:
    """Whether a place comes to lie below another (a village that is transferred to a town) and gives no part."""
    stated = any(fields.get(name) for name in ("old_role", "new_role", "share", "part"))
    return not stated and rank_of(level_of(new.name)) < rank_of(level_of(old.name))


def _new_role(word: KindWord) -> ChangeRole:
    if word.gives and word.joins:
        return "receives"
    return "continues" if word.joins or word.same else "created"


def _share(stated: str, part: str, word: KindWord) -> Share:
    known: Share | None = keyword(stated, get_args(Share), None)
    return known or ("part" if word.gives or part else "unknown" if word.unsure else "whole")


def _way(party: ChangeParty) -> str:
    return f"{party.parent}/{party.name}" if party.parent else party.name


def _level(party: ChangeParty | None) -> str:
    return level_of(party.name) if party else UNKNOWN
