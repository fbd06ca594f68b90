"""The actions that are tried under faults: commands of the program, each with the store that it begins with.

All stand in the working folder as `s.lbug`; the documents lie elsewhere, so that only what the program writes is
counted. A store is prepared by commands, once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from api.cli.program import command_line
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.read_back import read_all

STORE = "s.lbug"
TARGET = "t.lbug"
BACKUP = "backup.file"
DOCUMENTS = "../documents"
"""The documents, from the working folder."""
NOTICE = f"{DOCUMENTS}/notice.txt"
TASKS = f"{DOCUMENTS}/task-list.txt"
MERGERS = f"{DOCUMENTS}/mergers.txt"
AGAINST = ("财政办", "社事办")
"""Two names of units that no rule joins."""
Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """A command to be tried: what prepares its store, what it is, and with which codes it may end when it is run again
    after it was done. `store` is what it changes, `kept` a store that it must leave as it is ("" for none). When it was
    done, the command `proof` must make, of what it made, a store of the same state.
    """

    name: str
    prepared: tuple[Command | Callable[[], None], ...]
    command: Command
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


ACTIONS = (
    Action("load into a new store", (), ("load", TASKS)),
    Action("load", (("load", TASKS),), ("load", MERGERS)),
    Action("unload", (("load", TASKS, MERGERS),), ("unload", "mergers.txt"), again=(0, 1)),
    Action("decide", (("load", TASKS),), ("decide", "same", *AGAINST)),
    Action(
        "decide --undo",
        (("load", TASKS), ("decide", "same", *AGAINST)),
        ("decide", "--undo", *AGAINST),
        again=(0, 1, 2),
    ),
    Action("rebuild", (("load", TASKS), thin), ("rebuild",)),
    Action("copy", (("load", TASKS),), ("copy", "--from", STORE, "--to", TARGET), store=TARGET, kept=STORE),
    Action(
        "backup",
        (("load", TASKS, MERGERS), ("decide", "same", *AGAINST)),
        ("backup", BACKUP),
        kept=STORE,
        proof=("restore", BACKUP),
    ),
    Action(
        "restore",
        (("load", TASKS, MERGERS), ("decide", "same", *AGAINST), ("backup", BACKUP)),
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
    missing = {one.name for one in ACTIONS if one.command[0] not in known}
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
