"""A document of an older or another program made a Word document by LibreOffice, where that is installed.

LibreOffice runs as a process of its own, one at a time, within limits of time, memory and length, on a profile that is
thrown away and lets it run no macro and follow no link; what it writes is looked for, since it also ends well where it
wrote nothing.
"""

import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from graph.errors import FileRefusedError
from graph.messages.message import message
from loaders.limited.process import Limits, run_limited

SECONDS = 180
"""The time that a conversion may take; a document of 2.4 MB with revisions took 96 s."""
MOST_BYTES = 64 * 1024 * 1024
"""Bytes of what is converted, and of what comes out."""
_MEMORY = 4 * 1024 * 1024
"""KiB of addresses that the process may take; it takes 1.5 GiB for an empty document."""
_KEPT = 4
"""Converted documents that are kept, so that a page of one does not convert it again."""
_PROGRAMS = ("soffice", "libreoffice")
_SETTING = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    "</item>"
)
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
"""No macro, no link to outside, nothing that is active."""

_one_at_a_time = Lock()


@lru_cache(_KEPT)
def convert(data: bytes, kind: str) -> bytes:
    """The Word document that LibreOffice makes of a document of a kind. Raises FileRefusedError where it makes none."""
    program = _program()
    if program is None:
        raise FileRefusedError("file.needs_libreoffice", kind=message(f"kind.{kind}"))
    with TemporaryDirectory(prefix="plangraph-") as folder, _one_at_a_time:
        base = Path(folder)
        given = base / f"plan.{kind}"
        given.write_bytes(data)
        _write_profile(base / "profile")
        limits = Limits(SECONDS, _MEMORY, MOST_BYTES, patience=SECONDS)
        if run_limited([program, *_arguments(base, given)], base, limits) is None:
            raise FileRefusedError("file.conversion_too_long", limit=SECONDS)
        made = (base / "out" / "plan").with_suffix(".docx")
        if not made.is_file() or not 0 < made.stat().st_size <= MOST_BYTES:
            raise FileRefusedError("file.not_converted", kind=message(f"kind.{kind}"))
        return made.read_bytes()


def _program() -> str | None:
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def _arguments(base: Path, given: Path) -> list[str]:
    profile = (base / "profile").as_uri()
    quiet = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    wanted = ("--convert-to", "docx", "--outdir", str(base / "out"))
    return [f"-env:UserInstallation={profile}", *quiet, *wanted, str(given)]


def _write_profile(folder: Path) -> None:
    items = "".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        encoding="utf-8",
    )
