"""Later editions of a paper, made from its text by a script that writes down what it changes: deadlines a year later, a
unit swapped for another, tasks dropped, a task added, a new number (文号) and day of issue.

usage: python -m tests.api.edited_papers PAPER.txt FOLDER
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.statements import PlanDocument, TaskStatement
from loaders.extract import extract

NEW_TITLE, NEW_CONTENT = "设立群众意见箱", "每村设意见箱一个，每周开箱一次，逐件登记答复。"
Told = tuple[str, str, str, str, str]
"""What is said of a change: what, title, field, before, after."""


@dataclass(frozen=True, slots=True)
class Edits:
    """How much is changed; `number` and `day` are parts of the text and what comes in their place."""

    number: tuple[str, str]
    day: tuple[str, str]
    moved: int = 6
    swapped: int = 1
    dropped: int = 2
    added: int = 1


@dataclass(frozen=True, slots=True)
class Edited:
    """The text of an edition, and what it changes, sorted."""

    text: str
    told: tuple[Told, ...]


def edited(paper: Path, edits: Edits) -> Edited:
    """A later edition of a paper. Raises ValueError where it has too few tasks for that, or not what is to be renamed.

    Changed are rows of tables, from either end of the paper by turns, whose title, content and deadline are cells of
    their own, and whose title no other task has.
    """
    document = extract(paper)
    lines = paper.read_text(encoding="utf-8").splitlines()
    fitting = list(_spread([task for task in document.tasks if _is_row(task, document, lines)]))
    swapped = [task for task in fitting if _unit(task, lines)[1]][: edits.swapped]
    fitting = [task for task in fitting if task not in swapped]
    moved, dropped = fitting[: edits.moved], fitting[edits.moved :][: edits.dropped]
    if len(swapped) < edits.swapped or len(dropped) < edits.dropped:
        raise ValueError(f"{paper}: too few tasks that can be changed alone")
    added = moved[: edits.added]
    told: list[Told] = []
    for task in moved:
        later = _a_year_later(task.due_text)
        _put(lines, task, task.due_text, later)
        told.append(("changed", task.title, "due_text", task.due_text, later))
    for task in swapped:
        field, unit = _unit(task, lines)
        other = next(one for one in _units(document) if one not in _named(task))
        _put(lines, task, unit, other)
        told.append(("changed", task.title, field, unit, other))
    told += [("dropped", task.title, "", task.content, "") for task in dropped]
    told += [("added", NEW_TITLE, "", "", NEW_CONTENT) for _ in added]
    taken = {number for task in dropped for number in _numbers(task)}
    coming = {task.source.end_line: _new_row(lines, task) for task in added}
    kept = (
        line
        for number, own in enumerate(lines, start=1)
        for line in ([] if number in taken else [own]) + coming.get(number, [])
    )
    return Edited(_renamed("\n".join(kept) + "\n", (edits.number, edits.day)), tuple(sorted(told)))


def _renamed(text: str, names: Iterable[tuple[str, str]]) -> str:
    for old, new in names:
        if old not in text:
            raise ValueError(f"{old}: not in the paper")
        text = text.replace(old, new)
    return text


def _is_row(task: TaskStatement, document: PlanDocument, lines: list[str]) -> bool:
    """Whether a task is a row of cells that can be changed without changing any other task."""
    titles = Counter(one.title for one in document.tasks)
    below = next((one for one in document.tasks if (one.source.line or 0) > (task.source.end_line or 0)), None)
    return (
        task.form == "row"
        and titles[task.title] == 1
        and "20" in task.due_text
        and all(_cells(task, lines)[words] == 1 for words in (task.title, task.content, task.due_text))
        and (below is None or not below.title or _cells(below, lines)[below.title] == 1)
    )


def _cells(task: TaskStatement, lines: list[str]) -> Counter[str]:
    """The cells of a row, counted."""
    return Counter(lines[number - 1].strip() for number in _numbers(task))


def _spread(tasks: list[TaskStatement]) -> Iterator[TaskStatement]:
    """The first, the last, the second, the last but one, and so on."""
    while tasks:
        yield tasks.pop(0)
        tasks.reverse()


def _numbers(task: TaskStatement) -> range:
    return range(task.source.line or 0, (task.source.end_line or 0) + 1)


def _put(lines: list[str], task: TaskStatement, old: str, new: str) -> None:
    for number in _numbers(task):
        if lines[number - 1].strip() == old:
            lines[number - 1] = lines[number - 1].replace(old, new)


def _a_year_later(words: str) -> str:
    year = words[words.index("20") :][:4]
    return words.replace(year, str(int(year) + 1))


def _unit(task: TaskStatement, lines: list[str]) -> tuple[str, str]:
    """A field of a row that names one unit alone, in a cell of its own, and the unit; empty where there is none."""
    for field in ("lead_units", "responsible_units"):
        units = getattr(task, field)
        if len(units) == 1 and _cells(task, lines)[units[0]] == 1:
            return field, units[0]
    return "", ""


def _named(task: TaskStatement) -> tuple[str, ...]:
    return (*task.lead_units, *task.responsible_units, *task.supporting_units)


def _units(document: PlanDocument) -> list[str]:
    """The units that a paper names, the most frequent first."""
    counted = Counter(unit for task in document.tasks for unit in _named(task))
    return sorted(counted, key=lambda unit: (-counted[unit], unit))


def _new_row(lines: list[str], task: TaskStatement) -> list[str]:
    """A row like a task's, of another task."""
    row = [lines[number - 1] for number in _numbers(task)]
    told = {task.title: NEW_TITLE, task.content: NEW_CONTENT}
    return [line.replace(line.strip(), told.get(line.strip(), line.strip())) if line.strip() else line for line in row]


if __name__ == "__main__":
    folder = Path(sys.argv[2])
    made = edited(Path(sys.argv[1]), Edits(("〔2021〕50号", "〔2021〕77号"), ("8月19日", "10月20日")))
    (folder / "edition.txt").write_text(made.text, encoding="utf-8")
    print(json.dumps(made.told, ensure_ascii=False, indent=1))  # noqa: T201 - a program for the command line
