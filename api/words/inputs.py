"""Why a value that was sent or typed does not fit, by the type of the error that pydantic gives and its values."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.messages.message import Message, message, said
from graph.messages.tables import row

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def reason_of_input(error: "ErrorDetails | Mapping[str, object]") -> Message:
    """The reason of one of `ValidationError.errors()`; in the words of the library where we have none for its type."""
    key, given = f"input.{error['type']}", error.get("ctx", {})
    if not row(key) or not isinstance(given, Mapping):
        return message("input.other", reason=error["msg"])
    return Message(
        key, {name: said(value) for name, value in sorted(given.items()) if isinstance(value, str | int | float)}
    )
