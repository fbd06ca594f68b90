"""The process in which actions are tried: started with the shim before libc, told what to try by lines of JSON.

It imports all that the actions need and does each once, so that the processes forked from it begin warm. No thread
may run when it forks, and none does: an engine that is closed has ended its threads.

A line of stdin asks {"action": NAME, "points": N, "losses": M, "again": K, "server": ADDRESS}, where at every K-th
point the action is done again afterwards; the answer is a line for each point and one that ends it.
"""

import gc
import json
import os
import resource
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from api.cli.program import main
from graph.stores.neo4j.address import PASSWORD
from tests.faults.actions import ACTIONS, DOCUMENTS, NAMES, STORE, documents_beside
from tests.faults.look import look
from tests.faults.on_server import SERVER_ACTIONS, ServerTrial
from tests.faults.points import ON_SERVER, losses, points
from tests.faults.trial import Bench, Judged, Loss, Point, Trial
from tests.faults.uploads import Uploads

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def warm(folder: Path) -> None:
    """Do in this process what actions do, so that all is imported and read that they need."""
    folder.mkdir()
    os.chdir(folder)
    commands = (
        ["load", DOCUMENTS],
        ["unload", "mergers.txt"],
        ["decide", "--likely"],
        ["decide"],
        ["rebuild"],
        ["corrections"],
        ["ledger"],
        ["documents"],
    )
    with (folder.parent / "warm.txt").open("w", encoding="utf-8") as said, redirect_stdout(said), redirect_stderr(said):
        import_module("graph.stores.neo4j.store")
        for command in commands:
            with suppress(SystemExit):
                main(["--lang", "en", *command, "--store", STORE])
        with suppress(SystemExit):
            main(["--lang", "en", "copy", "--from", STORE, "--to", "t.lbug"])
        look(STORE, folder.parent / "look.json")
    if len(list(Path("/proc/self/task").iterdir())) > 1:
        raise RuntimeError("a thread runs: no process can be forked")


def drive(base: Path) -> None:
    """Answer the lines of stdin until there are no more."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for name in [name for name in os.environ if name.startswith("PLANGRAPH_") and name != PASSWORD]:
        del os.environ[name]
    os.environ["PLANGRAPH_USER"] = "tester"
    documents_beside(base, EXAMPLES)
    warm(base / "warm")
    gc.collect()
    gc.freeze()
    bench = Bench(base)
    for line in sys.stdin:
        asked = json.loads(line)
        name = asked["action"]
        bench.below = ""
        _try(_on_server(bench, name, asked["server"]) if asked["server"] else _trial(bench, name), asked)
        _tell({"ended": name})


def _on_server(bench: Bench, name: str, address: str) -> ServerTrial:
    """An action on a server by its name."""
    return ServerTrial(bench, next(one for one in SERVER_ACTIONS if one.name == name), address)


def _trial(bench: Bench, name: str) -> Trial | Uploads:
    """An action by its name, prepared."""
    return Uploads(bench) if name == "uploads" else Trial(bench, next(one for one in ACTIONS if one.name == name))


def _try(trial: Trial | Uploads | ServerTrial, asked: dict[str, int]) -> None:
    calls, every = trial.kinds, asked["again"]
    # Few points are tried with other faults for each action, so that all faults are tried.
    if isinstance(trial, ServerTrial):
        chosen = points(calls, asked["points"], ON_SERVER)
    else:
        chosen = points(calls, asked["points"], first=NAMES.index(trial.name) * asked["points"])
    for turn, point in enumerate(chosen):
        _tell(_row(trial, point, trial.attempt(point, again=turn % every == 0)))
    if isinstance(trial, ServerTrial):
        return
    for turn, loss in enumerate(losses(calls, asked["losses"])):
        _tell(_row(trial, loss, trial.lose_power(loss, again=turn % every == 0)))


def _row(trial: Trial | Uploads | ServerTrial, point: Point | Loss, judged: Judged) -> dict[str, object]:
    kind = point.fault.name if isinstance(point, Point) else f"POWER {point.kept} {'names' if point.names else 'none'}"
    return {
        "action": trial.name,
        "calls": len(trial.kinds),
        "fault": kind,
        "at": point.at if isinstance(point, Point) else point.after,
        "point": asdict(point),
        "met": judged.met,
        "ended": judged.ended,
        "wrong": [[one.kind, one.seen] for one in judged.wrong],
    }


def _tell(row: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    drive(Path(sys.argv[1]))
