"""The words of the pages, Chinese first, from the table words.toml. Names of columns and stored keywords have their
words in `api.words.words`; data is not translated.
"""

import re
import string
import tomllib
from functools import cache
from importlib import resources

from api.settings import Language
from api.words.words import renamed

_FIELDS = {
    "as_of": "site.as_of",
    "due_after": "tasks.due_after",
    "due_before": "tasks.due_before",
    "period": "load.period",
}
"""Parameters of addresses that are days or periods, with the words of their fields."""


@cache
def table() -> dict[str, dict[str, dict[str, str]]]:
    """Section → key → language → words."""
    with resources.files("api.pages").joinpath("words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Key, `section.key`, → language → words."""
    return {f"{section}.{key}": entry for section, rows in table().items() for key, entry in rows.items()}


class _Wording(string.Formatter):
    """Fills in values, and for {number:plan|plans} one of the two words by the number."""

    def format_field(self, value: object, format_spec: str) -> str:
        """A value as it is shown."""
        if "|" not in format_spec:
            return str(super().format_field(value, format_spec))
        one, more = format_spec.split("|")
        return one if value == 1 else more


_WORDING = _Wording()


def unread(lang: Language, reason: str) -> str:
    """Why a passage was not read, which its reader says in English; a reason without words here stays as it is."""
    found = table()["unread"]
    for english, entry in found.items():
        if match := re.fullmatch(r"(\d+)".join(map(re.escape, english.split("{}"))), reason):
            return entry[lang].format(*match.groups())
    return reason


def as_labelled(lang: Language, sentence: str) -> str:
    """A sentence on a parameter of an address (due_after is no day …) with the words that its field has on a page."""
    return renamed(sentence, {name: say(lang, key) for name, key in _FIELDS.items()})


def say(lang: Language, key: str, **values: object) -> str:
    """The words of a key, with its values filled in."""
    return _WORDING.vformat(sentences()[key][lang], (), values)
