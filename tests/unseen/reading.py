"""Compares what `extract` reads of a paper with what is written beside it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.exports.extract import as_extract
from loaders.extract import extract

HERE = Path(__file__).parent
SETS = ("plans", "changes", "heads", "second", "office", "desks", "regions", "provinces", "counties")
OWNERS = ("lead_units", "responsible_units", "supporting_units", "leaders", "leader_roles")
DUE = ("due_text", "due_dates")

Row = Mapping[str, Any]


@dataclass
class Compared:
    """Counts of what was wanted, read and right, by kind, and a line for each fault."""

    wanted: dict[str, int] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, kind: str, wanted: int, read: int, right: int) -> None:
        """Count what was wanted, read and right of a kind."""
        for counts, number in ((self.wanted, wanted), (self.read, read), (self.right, right)):
            counts[kind] = counts.get(kind, 0) + number


def papers(name: str) -> list[Path]:
    """The papers of a set, also those within an archive or a mail (z.zip!a.docx)."""
    folder = HERE / name
    files = [path for path in folder.iterdir() if path.suffix != ".json" and wanted_of(path).exists()]
    return sorted([*files, *(path.with_suffix("") for path in folder.glob("*!*.json"))])


def wanted_of(path: Path) -> Path:
    """Where stands what a paper must yield: under its name, that of an office file with its ending."""
    return path.with_suffix(".json") if path.suffix in {".txt", ".md"} else path.with_name(f"{path.name}.json")


def compare(path: Path, compared: Compared) -> None:
    """Read a paper and count what is right."""
    wanted = json.loads(wanted_of(path).read_text(encoding="utf-8"))
    read = as_extract(extract(path))
    told = _bare("".join(source["quote"] for one in _rows(read, "unread") for source in one["sources"]))
    _compare_tasks(wanted["tasks"], _rows(read, "tasks"), told, compared)
    _compare_changes(wanted["changes"], _rows(read, "changes"), told, compared)
    _compare_heading(wanted.get("document", {}), read["document"], compared)


def _rows(read: Mapping[str, Any], name: str) -> list[Row]:
    return list(read[name])


def _bare(words: str | None) -> str:
    return re.sub(r"[\s。；;，,、.：:]", "", words or "")


def _compare_tasks(wanted: Sequence[Row], read: list[Row], told: str, compared: Compared) -> None:
    left, right = list(read), 0
    for task in wanted:
        start = _bare(task["content"])
        found = next((one for one in left if _bare(one["title"] + (one["content"] or "")).startswith(start)), None)
        if found is None:
            compared.add("silent", 0, 0, int(start not in told))
            compared.faults.append(f"missed: {task['content']}")
            continue
        left.remove(found)
        right += 1
        for key in (key for key in (*OWNERS, *DUE) if key in task):
            _compare_field(task, found, key, compared)
    compared.add("task", len(wanted), len(read), right)
    compared.faults += [f"extra: {one['title']}" for one in left]


def _compare_field(wanted: Row, read: Row, key: str, compared: Compared) -> None:
    if key in OWNERS:
        names, others = set(map(_bare, wanted[key] or ())), set(map(_bare, read[key] or ()))
        compared.add("owner", len(names), len(others), len(names & others))
        same = names == others
    else:
        same = read[key] == wanted[key] if key == "due_dates" else _bare(read[key]) == _bare(wanted[key])
        compared.add("deadline", 1, 1, int(same))
    if not same:
        compared.faults.append(f"{wanted['content']}: {key} {read[key]}, not {wanted[key]}")


def _names(parties: Sequence[Row]) -> list[str]:
    return sorted(party["name"] for party in parties)


def _sides(change: Row) -> tuple[list[str], list[str]]:
    return _names(change["before"]), _names(change["after"])


def _compare_changes(wanted: Sequence[Row], read: list[Row], told: str, compared: Compared) -> None:
    left, right, doubtful = list(read), 0, 0
    for change in wanted:
        sides = _sides(change)
        found = next((one for one in left if _sides(one) == sides), None)
        if found is not None:
            left.remove(found)
        if change.get("doubt"):
            doubtful += found is not None
            continue
        if found is None:
            compared.add("silent", 0, 0, int(not all(_bare(name) in told for side in sides for name in side)))
            compared.faults.append(f"missed: {sides}")
            continue
        right += 1
        compared.faults += _faults_of_change(change, found)
    sure = sum(not change.get("doubt") for change in wanted)
    compared.add("change", sure, len(read) - doubtful, right)
    compared.faults += [f"extra: {_sides(one)}" for one in left]


def _faults_of_change(wanted: Row, read: Row) -> Iterator[str]:
    if "from" in wanted and sorted(wanted["from"]) != sorted(read["from"]):
        yield f"{_sides(wanted)}: from {read['from']}, not {wanted['from']}"
    if "on" in wanted and wanted["on"] != read["on"]:
        yield f"{_sides(wanted)}: on {read['on']}, not {wanted['on']}"


def _compare_heading(wanted: Row, read: Row, compared: Compared) -> None:
    for key, value in wanted.items():
        found = read[key].rpartition("/")[2] if key == "jurisdiction" and read[key] else read[key]
        compared.add(f"heading: {key}", 1, 1, int(found == value))
        if found != value:
            compared.faults.append(f"{key} {found!r}, not {value!r}")
