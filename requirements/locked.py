"""What stands in a lock file: packages with their versions, the systems they are for, and the hashes of their wheels.

The files are in the form that pip reads (`pip install --require-hashes --requirement`), as `requirements.lock` writes
it: a line for each package, hashes on the lines behind it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FOLDER = Path(__file__).resolve().parent
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Locked:
    """A package of a lock file: its normalized name, its version, the `marker` of the systems that it is installed on
    (None: all), and its `hashes`, one for each wheel.
    """

    name: str
    version: str
    marker: Marker | None
    hashes: tuple[str, ...]


def read_lock(name: str, folder: Path = FOLDER) -> tuple[Locked, ...]:
    """The packages of the lock file of that name, in its order. Raises ValueError for a line that pins no version."""
    text = (folder / f"{name}.lock").read_text(encoding="utf-8")
    joined = re.sub(r"\\\n\s*", " ", text)
    return tuple(_locked(line) for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _locked(line: str) -> Locked:
    hashes = tuple(HASH.findall(line))
    asked = Requirement(HASH.sub("", line))
    pins = [specifier.version for specifier in asked.specifier if specifier.operator == "=="]
    if len(asked.specifier) != 1 or not pins or "*" in pins[0]:
        raise ValueError(f"pins no version: {line}")
    return Locked(canonicalize_name(asked.name), pins[0], asked.marker, hashes)
