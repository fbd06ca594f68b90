"""Who wrote what plangraph is made of: the packages of the runtime lock and the JavaScript in the wheel, with licences.

What `third_party.toml` says beside the metadata of the installed packages stands there because they do not say it.
"""

import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from requirements.locked import Locked, read_lock

TABLE = Path(__file__).resolve().parent / "third_party.toml"

SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache-2.0": "Apache-2.0",
    "BSD-3-Clause": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT": "MIT",
    "MIT License": "MIT",
}
"""By what packages call their licence, in metadata older than SPDX expressions: the expression."""


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """A package that is installed along: as it is locked, its licence as an SPDX expression, and what it is `used` for
    ("" for one that comes through others).
    """

    locked: Locked
    licence: str
    used: str


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A file of others in the wheel: its `name`, where it comes `from` in its package, and the digest of its bytes."""

    name: str
    origin: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Bundled:
    """A package of the npm registry, by the `integrity` of its archive, some files of which lie in our `folder`."""

    name: str
    version: str
    licence: str
    integrity: str
    folder: str
    files: tuple[BundledFile, ...]


@dataclass(frozen=True, slots=True)
class Embedded:
    """A package that the bundled one holds within its file, and the file of its licence's text."""

    name: str
    licence: str
    text: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """Our `file`, made of the file `origin` of a package of the npm registry, by the `integrity` of its archive."""

    name: str
    version: str
    licence: str
    integrity: str
    origin: str
    file: str


def third_parties() -> tuple[ThirdParty, ...]:
    """The packages of the runtime lock, in its order. Raises KeyError for one whose licence nobody names."""
    table = _table()
    return tuple(
        ThirdParty(one, table["licences"].get(one.name) or told_licence(one.name), table["used"].get(one.name, ""))
        for one in read_lock("runtime")
    )


def bundled() -> Bundled:
    """The package whose files stand in the wheel."""
    row = dict(_table()["bundled"])
    files = tuple(BundledFile(file["name"], file["from"], file["sha256"]) for file in row.pop("files"))
    return Bundled(**row, files=files)


def embedded() -> tuple[Embedded, ...]:
    """What the bundled package holds within it."""
    return tuple(Embedded(**row) for row in _table()["embedded"])


def data_table() -> DataTable:
    """The table of data that was made from others' data."""
    row = dict(_table()["data"])
    return DataTable(origin=row.pop("from"), **row)


def told_licence(name: str) -> str:
    """The licence that the metadata of an installed package name, as an SPDX expression. Raises KeyError where the
    package is not installed here, or names none that can be told apart from others.
    """
    try:
        told = metadata(name)
    except PackageNotFoundError as error:
        raise KeyError(name) from error
    if expression := _field(told, "License-Expression"):
        return expression
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line[:7] == "License"]
    found = {SPDX[words] for words in (*classified, _field(told, "License")) if words in SPDX}
    if len(found) != 1:
        raise KeyError(name)
    return found.pop()


def _field(told: PackageMetadata, name: str) -> str:
    return next(iter(told.get_all(name) or ()), "")


def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
