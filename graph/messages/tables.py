"""The tables of all that the program says: a row a sentence, a heading or a keyword, each in Chinese and English.

They are data of the one distribution, in TOML: the sentences of the layers lie here, those of the ways in (command
line, service, pages) in `api/words`. A table of a file is a subject; subject and row, parted by a dot, are the key of
a row.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal

Lang = Literal["en", "zh"]
Wording = Mapping[str, str]
"""The words of a key by language."""

FILES = (
    ("graph.messages", "stores.toml"),
    ("graph.messages", "decisions.toml"),
    ("graph.messages", "corrections.toml"),
    ("graph.messages", "reports.toml"),
    ("graph.messages", "files.toml"),
    ("graph.messages", "questions.toml"),
    ("graph.messages", "conversion.toml"),
    ("graph.messages", "gazetteer.toml"),
    ("graph.messages", "reasons.toml"),
    ("graph.messages", "sheets.toml"),
    ("api.words", "program.toml"),
    ("api.words", "headings.toml"),
    ("api.words", "service.toml"),
    ("api.words", "pages.toml"),
    ("api.words", "lists.toml"),
    ("api.words", "history.toml"),
    ("api.words", "rdf.toml"),
    ("api.words", "published.toml"),
    ("api.words", "signing_in.toml"),
    ("api.words", "help.toml"),
)
"""Where the subjects stand."""


def row(key: str) -> Wording:
    """The row of a key, without any words where there is none."""
    subject, _, name = key.partition(".")
    return subject_rows(subject).get(name, {})


@cache
def subject_rows(subject: str) -> Mapping[str, Wording]:
    """All rows of a subject by their names, none of an unknown one. Only the file that holds it is parsed."""
    table = f"\n[{subject}]\n"
    return next((_read(package, name)[subject] for package, name in FILES if table in _text(package, name)), {})


def keys() -> Iterator[str]:
    """All keys, in the order of the tables."""
    for package, name in FILES:
        for subject, rows in _read(package, name).items():
            yield from (f"{subject}.{key}" for key in rows)


@cache
def _read(package: str, name: str) -> Mapping[str, Mapping[str, Wording]]:
    return tomllib.loads(_text(package, name))


@cache
def _text(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")
