"""Decisions as a file that people keep, compare and pass on: a list of [[decision]] tables in TOML.

One block a decision, sorted by what it decides on, so that the same decisions give the same bytes and two such files
can be merged line by line.
"""

import json
import tomllib
from pathlib import Path
from typing import get_args

from graph.decisions.decisions import Decision, DecisionKind, Decisions, Verdict, checked, decision
from graph.errors import UsageError, reason_of

EXPORTED = "# Exported by plangraph decide --export: taken in again by decide --import, and only so.\n"
"""The first line of an exported file. A file without it that lies beside a store is one from before decisions stood in
stores, which is taken in once; an export that lies there is not, or what was undone since would come back.
"""
TOLD = ("who", "decided_on", "why")
"""What is told of a decision beside its subject and verdict; each is left out where it is not known."""


def read_decisions(path: Path) -> Decisions:
    """The decisions in a file; none if there is no file. Raises UsageError, one sentence, for a broken one."""
    try:
        words = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Decisions()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("decisions.unread", path=path, reason=reason_of(error)) from error
    try:
        rows = tomllib.loads(words).get("decision", [])
    except tomllib.TOMLDecodeError as error:
        raise UsageError("decisions.no_toml", path=path, reason=error) from error
    if not isinstance(rows, list):
        raise UsageError("decisions.no_tables", path=path)
    return checked(_read(row, number, path) for number, row in enumerate(rows, start=1))


def exported(decisions: Decisions) -> str:
    """The text of a file for people to keep, compare and pass on."""
    return f"{EXPORTED}\n{to_toml(decisions)}"


def to_toml(decisions: Decisions) -> str:
    """The decisions as tables."""
    tables = [
        "[[decision]]\n"
        f"verdict = {_quoted(one.verdict)}\n"
        f"kind = {_quoted(one.kind)}\n"
        f"place = {_quoted(one.place)}\n"
        f"names = [{', '.join(_quoted(name) for name in one.names)}]\n"
        + "".join(f"{key} = {_quoted(told)}\n" for key in TOLD if (told := getattr(one, key)))
        for one in decisions.all
    ]
    return "\n".join(tables)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(row: object, number: int, path: Path) -> Decision:
    if not isinstance(row, dict):
        raise UsageError("decisions.no_table", number=number, path=path)
    verdict = next((known for known in get_args(Verdict) if known == row.get("verdict")), None)
    kind = next((known for known in get_args(DecisionKind) if known == row.get("kind")), None)
    place, names = row.get("place"), row.get("names")
    if verdict is None:
        raise UsageError("decisions.verdict", number=number, path=path, known=get_args(Verdict))
    if kind is None:
        raise UsageError("decisions.kind", number=number, path=path, known=get_args(DecisionKind))
    if not isinstance(place, str):
        raise UsageError("decisions.place", number=number, path=path)
    if not isinstance(names, list) or len(names) != 2 or not all(isinstance(name, str) and name for name in names):  # noqa: PLR2004
        raise UsageError("decisions.names", number=number, path=path)
    told = {key: row.get(key, "") for key in TOLD}
    if not all(isinstance(words, str) for words in told.values()):
        raise UsageError("decisions.told", number=number, path=path, names=TOLD)
    return decision(verdict, kind, place, names[0], names[1], **told)
