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
    (None: all), its `hashes`, one for each wheel, and `via` which packages it comes ("" is plangraph itself).
    """

    name: str
    version: str
    marker: Marker | None
    hashes: tuple[str, ...]
    via: tuple[str, ...]


def read_lock(name: str, folder: Path = FOLDER) -> tuple[Locked, ...]:
    """The packages of the lock file of that name, in its order. Raises ValueError for a line that pins no version."""
    text = (folder / f"{name}.lock").read_text(encoding="utf-8")
    return tuple(
        _locked(block) for block in re.split(r"^(?=[^\s#])", text, flags=re.MULTILINE) if block and block[0] != "#"
    )


def only_through(name: str, packages: tuple[Locked, ...]) -> frozenset[str]:
    """The packages of a lock file that would not be there without that one."""
    lines = {one.name: one.via for one in packages}
    kept: set[str] = set()
    waiting = {one for one, via in lines.items() if "" in via and one != name}
    while waiting:
        kept |= waiting
        waiting = {one for one, via in lines.items() if one not in kept | {name} and not kept.isdisjoint(via)}
    return frozenset(lines.keys() - kept - {name})


def _locked(block: str) -> Locked:
    """A package by its line, those of its hashes, and the comment that says where it comes from."""
    line, _, comment = block.partition("    # via")
    hashes = tuple(HASH.findall(line))
    asked = Requirement(HASH.sub("", re.sub(r"\\\n\s*", " ", line)).strip())
    pins = [specifier.version for specifier in asked.specifier if specifier.operator == "=="]
    if len(asked.specifier) != 1 or not pins or "*" in pins[0]:
        raise ValueError(f"pins no version: {line}")
    sources = [source.strip("# ") for source in comment.splitlines()]
    via = ["" if source.startswith("plangraph ") else source for source in sources if source and source[:2] != "-c"]
    return Locked(canonicalize_name(asked.name), pins[0], asked.marker, hashes, tuple(via))
