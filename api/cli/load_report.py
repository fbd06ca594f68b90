"""What a load did, for people and for programs: in numbers, and for many files as a table."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli import output, tables
from api.cli.session import Session, named
from api.settings import Language
from graph.messages.message import Message, plain
from graph.messages.sentences import say, worded

if TYPE_CHECKING:
    from api.ingest.loading.summary import Summary

OUTCOMES = ("read", "merged", "replaced", "unchanged", "refused")
"""What may become of a file."""
MANY = 20
"""Files from which on a load is told as a table too."""
SUMMED = ("read", "merged", "editions", "replaced", "unchanged", "refused", "unread", "passed_over")
"""What of a load is told in numbers, in this order."""


def report(run: Session, summary: "Summary", *, as_json: bool) -> None:
    """Write what a load did: counts, or a row a file; what a person should look at as sentences aside."""
    done = {name: getattr(summary, name) for name in ("read", "merged", "replaced", "unchanged")}
    changes = {one.name: list(one.rows) for one in summary.changes}
    if as_json:
        rows = [
            {"path": path, "outcome": name, **reason_columns(None), "changes": changes.get(path, [])}
            for name, paths in done.items()
            for path in paths
        ]
        refused = [
            {"path": one.path, "outcome": "refused", **reason_columns(one.reason), "changes": []}
            for one in summary.refused
        ]
        output.emit_rows(rows + refused)
    else:
        output.emit(counted(run.lang, summary) + "\n")
        if _files_in(summary) >= MANY:
            tables.show(run.lang, _outcomes(run.lang, summary), tables.LAYOUT["loaded"])
        for change in summary.changes:
            run.tell(f"changed.{change.kind}", path=change.name, other=change.against, **change.counts)
            if change.rows:
                tables.show(run.lang, change.rows, tables.LAYOUT["diff"])
    for one in summary.refused:
        run.tell("file.named", path=one.path, reason=one.reason)
    for path in summary.empty:
        run.tell("loaded.says_nothing", path=path)
    for path in summary.beside:
        run.tell("loaded.kept_beside", path=path)


def _files_in(summary: "Summary") -> int:
    return sum(len(getattr(summary, name)) for name in OUTCOMES)


def _outcomes(lang: Language, summary: "Summary") -> Iterator[Mapping[str, object]]:
    """A row for each thing that became of files: how many, which; those that were refused a row for each reason."""
    for name in OUTCOMES[:-1]:
        if files := getattr(summary, name):
            yield {"outcome": name, "count": len(files), "names": named(lang, files), "reason": ""}
    refused: dict[str, list[str]] = {}
    for one in summary.refused:
        refused.setdefault(worded(lang, one.reason), []).append(Path(one.path).name)
    for reason, names in refused.items():
        yield {"outcome": "refused", "count": len(names), "names": named(lang, names), "reason": reason}


def counted(lang: Language, summary: "Summary") -> str:
    """What a load did, in numbers; what did not happen is not mentioned."""
    from loaders.formats.readers import ENDINGS  # noqa: PLC0415 - all readers, which only a load needs

    numbers = {name: len(getattr(summary, name)) for name in SUMMED}
    numbers["merged"] -= numbers["editions"]
    if not any(numbers[name] for name in ("read", "merged", "editions", "replaced", "refused")):
        numbers = {"nothing_new": numbers["unchanged"], **numbers, "unchanged": 0}
    values = {"files": named(lang, tuple(dict.fromkeys(summary.unread))), "endings": ENDINGS}
    told = [say(lang, f"loaded.{name}", number=number, **values) for name, number in numbers.items() if number]
    return say(lang, "loaded.comma").join(told) + say(lang, "loaded.stop")


def reason_columns(why: Message | None) -> dict[str, object]:
    """The columns of a reason: its code and its values, none where all is well."""
    return {"reason": why.key, "reason_values": plain(why)} if why else {"reason": "", "reason_values": {}}
