"""From a row of a register's table to what it says: a change between two units, or a unit with its days."""

import re
from collections.abc import Mapping

from graph.errors import FileRefusedError
from graph.messages.message import Message, message
from graph.statements import LegStatement, RegisterParty, Source, UnitStatement
from loaders.registers.days import OPEN_END, bounds_of, day_after, edtf
from loaders.registers.keywords import role_of, share_of, status_of

_FROM_EXCEL = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")


def leg_of(fields: Mapping[str, str], scheme: str, source: Source, row: int) -> LegStatement | Message:
    """What a row of an event table says, or why it says nothing. `row` counts the rows of the file from 1.

    Raises FileRefusedError for a code that a program has rounded, and for a date that is none.
    """
    old, new = (_party(fields, side, row) for side in ("old", "new"))
    if not (old.code or old.name or new.code or new.name):
        return message("unread.register_empty")
    when = bounds_of(fields["date"])
    if when is None or not (when.first or when.last):
        raise FileRefusedError("file.register_no_day", row=row, typed=fields["date"])
    return LegStatement(
        scheme=fields.get("scheme", "") or scheme,
        old=old,
        new=new,
        kind=fields.get("kind", ""),
        on=edtf(fields["date"]),
        earliest=when.first,
        latest=when.last or when.first,
        source=source,
        event=fields.get("event", ""),
        decided_on=fields.get("decided_on", ""),
        number=fields.get("number", ""),
        status=status_of(fields.get("status", "")),
        share=share_of(fields.get("share", "")),
        part=fields.get("part", ""),
        cited=fields.get("source", ""),
        note=fields.get("note", ""),
        old_role=role_of(fields.get("old_role", "")),
        new_role=role_of(fields.get("new_role", "")),
    )


def unit_of(
    fields: Mapping[str, str], scheme: str, source: Source, row: int, *, by_name: bool = False
) -> UnitStatement | Message:
    """What a row of a unit table says, or why it says nothing; raises as `leg_of`, also for an end before the
    beginning. A place may be told `by_name` (县/镇/村): it has no code.
    """
    code = _code(fields.get("code", "") or fields.get("id", ""), row)
    above, _, name = fields.get("name", "").rpartition("/") if by_name else ("", "", fields.get("name", ""))
    if not (name if by_name else code):
        return message("unread.register_no_code")
    since, until = _day(fields["valid_from"], row), _day(fields.get("valid_to", ""), row)
    if last := _day(fields.get("valid_to_inclusive", ""), row):
        until = "" if last == OPEN_END else day_after(last)
    if since and until and until < since:
        raise FileRefusedError("file.register_ends_before", row=row, since=since, until=until)
    return UnitStatement(
        scheme="" if by_name else fields.get("scheme", "") or scheme,
        code=code,
        name=name,
        level=fields.get("level", ""),
        parent=fields.get("parent", "") or above,
        valid_from=since,
        valid_to=until,
        source=source,
    )


def is_rounded(code: str) -> bool:
    """Whether a code is one that a spreadsheet has written as a number (5.10923E+11), and so lost."""
    return bool(_FROM_EXCEL.fullmatch(code))


def _party(fields: Mapping[str, str], side: str, row: int) -> RegisterParty:
    code = fields.get(f"{side}_code", "") or fields.get(f"{side}_id", "")
    return RegisterParty(
        _code(code, row),
        fields.get(f"{side}_name", ""),
        fields.get(f"{side}_level", ""),
        fields.get(f"{side}_parent", ""),
    )


def _code(code: str, row: int) -> str:
    """A code without the blanks in it. Raises FileRefusedError for one that a program has written as a number."""
    if is_rounded(code):
        raise FileRefusedError("file.register_rounded", row=row, typed=code)
    return "".join(code.split())


def _day(words: str, row: int) -> str:
    """The day from which something counts: of a year or month its last, as changes without a day count from there."""
    found = bounds_of(words)
    if found is None:
        raise FileRefusedError("file.register_no_day", row=row, typed=words)
    return found.last
