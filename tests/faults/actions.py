"""The actions that are tried under faults: commands of the program, each with the store that it begins with.

All stand in the working folder as `s.lbug`; the documents lie elsewhere, so that only what the program writes is
counted. A store is prepared by commands, once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from api.cli.program import command_line
from benchmarks.corpus import paper
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.read_back import read_all, read_records

STORE = "s.lbug"
TARGET = "t.lbug"
BACKUP = "backup.file"
DOCUMENTS = "../documents"
"""The documents, from the working folder."""
NOTICE = f"{DOCUMENTS}/notice.txt"
TASKS = f"{DOCUMENTS}/task-list.txt"
MERGERS = f"{DOCUMENTS}/mergers.txt"
MANY = f"{DOCUMENTS}/many.txt"
"""A paper with more facts than are merged one by one (`graph.stores.ladybug.bulk`)."""
_TASKS_OF_MANY = 340
AGAINST = ("财政办", "社事办")
"""Two names of units that no rule joins."""
Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdOf:
    """In a command, the id of the node that has a name in the store: a task by its title, a correction by its field."""

    label: str
    name: str


NamingCommand = tuple[str | IdOf, ...]
"""A command that names things whose ids only the store knows."""
TASK = IdOf("Task", "服务阵地建设")
CORRECT: NamingCommand = ("correct", "deadline", TASK, "2021年11月30日")
REPORT: NamingCommand = ("ledger", "report", TASK, "推进中", "--day", "2021-11-02", "--note", "已选址")
SHEET = "../sheet.xlsx"
"""A sheet of the ledger that came back, from the working folder."""


@dataclass(frozen=True, slots=True)
class Action:
    """A command to be tried: what prepares its store, what it is, and with which codes it may end when it is run again
    after it was done. `store` is what it changes, `kept` a store that it must leave as it is ("" for none). When it was
    done, the command `proof` must make, of what it made, a store of the same state.
    """

    name: str
    prepared: tuple[NamingCommand | Callable[[], None], ...]
    command: NamingCommand
    again: tuple[int, ...] = (0,)
    store: str = STORE
    kept: str = ""
    proof: Command = ()

    @property
    def new(self) -> bool:
        """Whether the store that it changes is not there before."""
        return not self.prepared or self.store != STORE


def thin(where: str = STORE) -> None:
    """Take relationships out of a store past all rules, so that there is something to build again."""
    store = open_store(where)
    edges = tuple(edge for edge in read_all(store).edges if edge.type in {"LEADS", "RESPONSIBLE_FOR"})
    store.replace(Facts(edges=edges), Facts())
    store.close()


def filled_sheet() -> None:
    """Lay a sheet of the ledger, in which all tasks are said to be under way, beside the working folder."""
    store = open_store(STORE, read_only=True)
    tasks = read_records(store, "Task")
    store.close()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["任务名称", "办理情况", "任务标识"])
    for task in tasks:
        sheet.append([str(task.properties["title"]), "正在办理", task.id])
    book.save(SHEET)


ACTIONS = (
    Action("load into a new store", (), ("load", TASKS)),
    Action("load", (("load", TASKS),), ("load", MERGERS)),
    Action("load many", (("load", TASKS),), ("load", MANY)),
    Action("unload", (("load", TASKS, MERGERS),), ("unload", "mergers.txt"), again=(0, 1)),
    Action("decide", (("load", TASKS),), ("decide", "same", *AGAINST)),
    Action(
        "decide --undo",
        (("load", TASKS), ("decide", "same", *AGAINST)),
        ("decide", "--undo", *AGAINST),
        again=(0, 1, 2),
    ),
    Action("correct", (("load", TASKS),), CORRECT),
    Action(
        "correct --undo",
        (("load", TASKS), CORRECT),
        ("correct", "--undo", IdOf("Correction", "due_text")),
        again=(0, 1, 2),
    ),
    Action("report", (("load", TASKS),), REPORT),
    Action("import reports", (("load", TASKS), filled_sheet), ("ledger", "import", SHEET)),
    Action(
        "history",
        (("load", TASKS), CORRECT, REPORT, ("decide", "same", *AGAINST), ("load", MERGERS)),
        ("unload", "mergers.txt"),
        again=(0, 1),
    ),
    Action("rebuild", (("load", TASKS), CORRECT, REPORT, thin), ("rebuild",)),
    Action(
        "copy", (("load", TASKS), CORRECT, REPORT), ("copy", "--from", STORE, "--to", TARGET), store=TARGET, kept=STORE
    ),
    Action(
        "backup",
        (("load", TASKS, MERGERS), ("decide", "same", *AGAINST), CORRECT, REPORT),
        ("backup", BACKUP),
        kept=STORE,
        proof=("restore", BACKUP),
    ),
    Action(
        "restore",
        (("load", TASKS, MERGERS), ("decide", "same", *AGAINST), CORRECT, REPORT, ("backup", BACKUP)),
        ("restore", BACKUP),
        again=(0, 1),
        store=TARGET,
        kept=STORE,
    ),
)


NAMES = (*(one.name for one in ACTIONS), "uploads")
"""All that is tried: these, and uploads and removals through a service."""


def available() -> tuple[str, ...]:
    """Of all that is tried, what this program can do."""
    known = command_line("en").commands
    missing = {one.name for one in ACTIONS if str(one.command[0]) not in known}
    return tuple(name for name in NAMES if name not in missing)


def arguments(action_command: Command, store: str) -> list[str]:
    """What the program is called with, for a command on a store."""
    own = [] if action_command[0] == "copy" else ["--store", store]
    return ["--lang", "en", *action_command, *own]


def documents_beside(folder: Path, examples: Path) -> None:
    """Lay the documents beside the working folder."""
    (folder / "documents").mkdir()
    for name in ("notice.txt", "task-list.txt", "mergers.txt"):
        (folder / "documents" / name).write_bytes((examples / name).read_bytes())
    (folder / "documents" / "many.txt").write_text(paper(1, _TASKS_OF_MANY), encoding="utf-8")
