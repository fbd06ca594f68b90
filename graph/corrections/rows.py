"""Corrections as plain rows, which JSON and TOML can hold: texts, numbers, lists and tables of them, nothing empty.

`of_row` believes nothing: a row may come from a file that somebody wrote.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar, get_args

from graph.corrections.corrections import (
    ANCHORED,
    CHANGE_FIELDS,
    PAIRED,
    PAPER_FIELDS,
    PLAN_FIELDS,
    SEAT_FIELDS,
    TASK_FIELDS,
    Anchor,
    Correction,
    Field,
    What,
)
from graph.errors import UsageError
from graph.statements import Due, DueKind, PassageKind, Precision
from graph.words.plain import one_line, plain

TOLD = ("who", "made_on", "why")
LONGEST = {"value": 1000, "who": 100, "why": 4000}
"""Characters that a correction may have of each."""
_KEYS = ("what", "field", "value", "read", "dues", "task", "at", "other", *TOLD)
_ANCHOR_KEYS = ("path", "kind", "quote", "number", "of", "file", "paper", "heading")
_DUE_KEYS = ("kind", "text", "on", "start", "precision", "label")
_VALUED: frozenset[What] = frozenset({"paper", "task", "plan", "change", "seat"})
"""Those that say what a field is: nothing too, where the value is empty."""
Chosen = TypeVar("Chosen", bound=str)
Row = Mapping[str, object]


def to_row(one: Correction) -> dict[str, object]:
    """The row of a correction; what is empty is left out, but for the value that a field is to have."""
    row: dict[str, object] = {
        "what": one.what,
        "field": one.field,
        "value": list(one.value),
        "read": list(one.read),
        "dues": [_due_row(due) for due in one.dues],
        "task": {name: list(words) for name, words in one.parts},
        "at": _anchor_row(one.at),
        "other": _anchor_row(one.other) if one.other else {},
        **{key: getattr(one, key) for key in TOLD},
    }
    return {key: value for key, value in row.items() if value or (key == "value" and one.what in _VALUED)}


def of_row(row: Row) -> Correction:
    """The correction of a row. Raises UsageError, whose sentence names the key, for what is none."""
    _check_keys(row, _KEYS)
    what = _one_of(row, "what", get_args(What))
    parts = _table(row, "task")
    _check_keys(parts, TASK_FIELDS, "task.")
    if what in _VALUED and "value" not in row:
        # A field is emptied by value = [], never by a key that was left out or misspelt.
        raise UsageError("correction.key", key="value")
    made = Correction(
        what=what,
        at=_anchor(row, "at", what),
        field=_field(row, what),
        value=_texts(row, "value"),
        read=_texts(row, "read"),
        dues=tuple(_due(one) for one in _list(row, "dues")),
        parts=tuple((name, _texts(parts, name)) for name in TASK_FIELDS if name in parts),
        other=_anchor(row, "other", what) if what in PAIRED else None,
        who=_text(row, "who"),
        made_on=_text(row, "made_on"),
        why=_text(row, "why"),
    )
    return checked(made)


def checked(one: Correction) -> Correction:
    """A correction that says what its kind must, in plain words and with days in their normal form.

    Raises UsageError, whose sentence names the key, where it does not.
    """
    one = _in_plain_words(one)
    single = one.what in {"paper", "not_unit", "not_person", "seat"} or one.field in {"title", "due_text", "on"}
    blank = any(not words.strip() for words in one.value)
    needed = one.what in {"not_unit", "not_person"} or one.field in {"title", "person"}
    if (single and len(one.value) != 1) or (blank and (needed or not single)):
        raise UsageError("correction.key", key="value")
    if one.what == "paper" and one.field == "issued_on" and not blank:
        one = replace(one, value=(_day({"value": one.value[0]}, "value"),))
    if one.field == "on" and not blank:
        bounds(one.value[0])
    if one.what == "new_task" and not "".join(dict(one.parts).get("title", ())).strip():
        raise UsageError("correction.key", key="title")
    if one.other is not None and one.other.key == one.at.key:
        raise UsageError("correction.key", key="other")
    return one


def _in_plain_words(one: Correction) -> Correction:
    """A correction whose words hold nothing that no cell and no line shows. Raises UsageError for what is too long."""
    for name, most in LONGEST.items():
        said = getattr(one, name)
        if any(len(words) > most for words in ((said,) if isinstance(said, str) else said)):
            raise UsageError("correction.too_long", field=name, most=most)
    parts = tuple((field, tuple(map(one_line, words))) for field, words in one.parts)
    if any(len(words) > LONGEST["value"] for _, several in parts for words in several):
        raise UsageError("correction.too_long", field="task", most=LONGEST["value"])
    return replace(one, value=tuple(map(one_line, one.value)), parts=parts, who=one_line(one.who), why=plain(one.why))


def bounds(when: str) -> tuple[str, str]:
    """The first and the last day of a year, month or day (EDTF), ISO. Raises UsageError for what is none."""
    try:
        match [int(part) for part in when.split("-")]:
            case [year]:
                first, last = date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
            case [year, month, day]:
                first = last = date(year, month, day)
            case _:
                raise UsageError("correction.key", key="value")
    except ValueError as error:
        raise UsageError("correction.key", key="value") from error
    if not first.isoformat().startswith(when):
        raise UsageError("correction.key", key="value")
    return first.isoformat(), last.isoformat()


def _anchor_row(at: Anchor) -> dict[str, object]:
    return {
        "path": at.path,
        "kind": at.kind,
        "quote": at.quote,
        "number": at.number,
        "of": at.of,
        "file": at.file,
        "paper": list(at.paper),
        "heading": at.heading,
    }


def _due_row(due: Due) -> dict[str, object]:
    row = {"kind": due.kind, "text": due.text, "on": due.on, "start": due.start, "precision": due.precision}
    return {key: value for key, value in {**row, "label": due.label}.items() if value}


def _anchor(row: Row, key: str, what: What) -> Anchor:
    told = _table(row, key)
    _check_keys(told, _ANCHOR_KEYS, f"{key}.")
    number, of = (_number(told, name) for name in ("number", "of"))
    if not 1 <= number <= of:
        raise UsageError("correction.key", key=f"{key}.number")
    at = Anchor(
        path=_text(told, "path"),
        kind=_one_of(told, "kind", get_args(PassageKind)),
        quote=_text(told, "quote"),
        number=number,
        of=of,
        file=_text(told, "file"),
        paper=_texts(told, "paper"),
        heading=_text(told, "heading"),
    )
    if at.kind not in ANCHORED[what] or not at.file:
        raise UsageError("correction.key", key=f"{key}.kind")
    return at


def _due(row: object) -> Due:
    if not isinstance(row, Mapping):
        raise UsageError("correction.key", key="dues")
    _check_keys(row, _DUE_KEYS, "dues.")
    return Due(
        kind=_one_of(row, "kind", get_args(DueKind)),
        text=_text(row, "text"),
        on=_day(row, "on"),
        start=_day(row, "start"),
        precision=_one_of({"precision": "", **row}, "precision", get_args(Precision)),
        label=_text(row, "label"),
    )


def _check_keys(row: Row, known: Sequence[str], before: str = "") -> None:
    """Raise UsageError for a key that says nothing here: somebody meant another."""
    for key in row:
        if key not in known:
            raise UsageError("correction.unknown_key", key=f"{before}{key}", known=tuple(known))


def _field(row: Row, what: What) -> Field:
    match what:
        case "paper":
            return _one_of(row, "field", PAPER_FIELDS)
        case "task":
            return _one_of(row, "field", TASK_FIELDS)
        case "plan":
            return _one_of(row, "field", PLAN_FIELDS)
        case "change":
            return _one_of(row, "field", CHANGE_FIELDS)
        case "seat":
            return _one_of(row, "field", SEAT_FIELDS)
        case _:
            return ""


def _one_of(row: Row, key: str, known: Sequence[Chosen]) -> Chosen:
    for one in known:
        if one == row.get(key):
            return one
    raise UsageError("correction.choice", key=key, known=tuple(known))


def _text(row: Row, key: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise UsageError("correction.key", key=key)
    return value


def _day(row: Row, key: str) -> str:
    day = _text(row, key)
    try:
        return date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        raise UsageError("correction.key", key=key) from None


def _number(row: Row, key: str) -> int:
    value = row.get(key, 1)
    if not isinstance(value, int) or isinstance(value, bool):
        raise UsageError("correction.key", key=key)
    return value


def _list(row: Row, key: str) -> list[object]:
    value = row.get(key, [])
    if not isinstance(value, list):
        raise UsageError("correction.key", key=key)
    return value


def _texts(row: Row, key: str) -> tuple[str, ...]:
    listed = _list(row, key)
    if not all(isinstance(one, str) for one in listed):
        raise UsageError("correction.key", key=key)
    return tuple(map(str, listed))


def _table(row: Row, key: str) -> Row:
    value = row.get(key, {})
    if not isinstance(value, Mapping):
        raise UsageError("correction.key", key=key)
    return value
