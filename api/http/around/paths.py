"""Paths of the machine are told to nobody over HTTP: of what a store says of its files only the names are left."""

import re

from graph.errors import PlangraphError, StoreError
from graph.messages.message import Message, MessageValue

_FOLDERS = re.compile(r"(?<![\w:/\\.])(?:[A-Za-z]:)?[/\\](?:[^\s/\\'\"“”‘’:]+[/\\])+")
"""The folders of an absolute path within a text, up to the name."""
_WHOLE = re.compile(r"(?:[A-Za-z]:)?[/\\].*[/\\]")
"""The same where the text begins with the path: then its folders may have spaces in their names."""


def told_of(error: PlangraphError) -> Message:
    """The message of an error as others than the one who runs the service may read it."""
    return _named_only(error.message) if isinstance(error, StoreError) else error.message


def _named_only(told: Message) -> Message:
    return Message(told.key, {name: _value(value) for name, value in told.values.items()})


def _value(value: MessageValue) -> MessageValue:
    if isinstance(value, Message):
        return _named_only(value)
    if isinstance(value, tuple):
        return tuple(map(_value, value))
    if isinstance(value, str):
        return _FOLDERS.sub("", _WHOLE.sub("", value, count=1) if _WHOLE.match(value) else value)
    return value
