"""A message: a key of the tables and the values of its sentence. It is worded only where somebody reads it, in the
reader's language; until then it travels, and is kept, as key and values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard, Union

MessageValue = Union[str, int, float, "Message", "tuple[MessageValue, ...]"]
"""What a sentence may hold: texts, numbers, messages within the message, several of them."""
Plain = str | int | float | list[str | int | float]
"""A value of a message as JSON has it."""


@dataclass(frozen=True, slots=True)
class Message:
    """The sentence of `key` (subject and row of the tables) with these values, which may be messages themselves."""

    key: str
    values: Mapping[str, MessageValue]


def message(key: str, /, **values: object) -> Message:
    """The message of a key with these values."""
    return Message(key, {name: said(value) for name, value in values.items()})


def said(value: object) -> MessageValue:
    """A value as a message holds it: numbers and messages as they are, sequences as tuples, anything else as text."""
    if isinstance(value, Message | str | int | float):
        return value
    if _several(value):
        return tuple(map(said, value))
    return str(value)


def plain(told: Message) -> dict[str, Plain]:
    """The values of a message for JSON, flat and sorted: of a message within it the key, and its values beside."""
    found: dict[str, Plain] = {}
    for name, value in told.values.items():
        if isinstance(value, Message):
            found |= plain(value) | {name: value.key}
        elif isinstance(value, tuple):
            found[name] = [one.key if isinstance(one, Message) else _single(one) for one in value]
        else:
            found[name] = value
    return dict(sorted(found.items()))


def _single(value: MessageValue) -> str | int | float:
    return value if isinstance(value, str | int | float) else str(value)


def _several(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence)
