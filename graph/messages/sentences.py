"""The sentence of a key in the reader's language, with its values filled in."""

import string
from collections.abc import Mapping, Sequence
from typing import Any

from graph.messages.message import Message, message
from graph.messages.tables import Lang, row

_BETWEEN: Mapping[Lang, str] = {"en": ", ", "zh": "、"}
"""What parts the values of a list."""


class _Wording(string.Formatter):
    """Fills in values as they are read best; for {number:plan|plans} one of the two words by the number."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as the library has it
        """A value as it is shown."""
        if "|" in format_spec:
            one, more = format_spec.split("|")
            return one if value == 1 else more
        return str(super().format_field(value, format_spec)) if format_spec else self._shown(value)

    def _shown(self, value: object) -> str:
        if isinstance(value, Message):
            return worded(self._lang, value)
        if isinstance(value, float):
            return number(value)
        if isinstance(value, Sequence) and not isinstance(value, str):
            return _BETWEEN[self._lang].join(map(self._shown, value))
        return str(value)


_WORDING: Mapping[Lang, _Wording] = {"en": _Wording("en"), "zh": _Wording("zh")}


def say(lang: Lang, key: str, /, **values: object) -> str:
    """The sentence of a key with these values. Raises KeyError for a key that no table has."""
    return worded(lang, message(key, **values))


def worded(lang: Lang, told: Message) -> str:
    """The sentence of a message. Raises KeyError for a key that no table has, or a value that is not given."""
    if not (words := row(told.key)):
        raise KeyError(told.key)
    return _WORDING[lang].vformat(words[lang], (), told.values)


def reason_words(lang: Lang, code: str, values: object) -> str:
    """The sentence of a reason by its code; a code that no table has, of another version, stays as it is. A value that
    is a code itself (kind.rtf) is put in words too.
    """
    if not row(code) or not isinstance(values, Mapping):
        return code
    inner = {name: message(one, **values) for name, one in values.items() if isinstance(one, str) and row(one)}
    return say(lang, code, **{**values, **inner})


def number(value: float) -> str:
    """A number with at most three decimals, without needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
