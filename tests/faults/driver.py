"""The process in which actions are tried: started with the shim before libc, told what to try by lines of JSON.

It imports all that the actions need and does each once, so that the processes forked from it begin warm. No thread
may run when it forks, and none does: an engine that is closed has ended its threads.

A line of stdin asks {"action": NAME, "points": N, "losses": M, "again": K}, where at every K-th point the action is
done again afterwards; the answer is a line for each point and one that ends it.
"""

import gc
import json
import os
import resource
import sys
from collections.abc import Collection
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import asdict
from pathlib import Path

from api.cli.program import command_line, main
from tests.faults.actions import ACTIONS, DOCUMENTS, STORE, documents_beside
from tests.faults.look import look
from tests.faults.points import losses, points
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
        ["documents"],
    )
    with (folder.parent / "warm.txt").open("w", encoding="utf-8") as said, redirect_stdout(said), redirect_stderr(said):
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
    for name in [name for name in os.environ if name.startswith("PLANGRAPH_")]:
        del os.environ[name]
    os.environ["PLANGRAPH_USER"] = "tester"
    documents_beside(base, EXAMPLES)
    warm(base / "warm")
    gc.collect()
    gc.freeze()
    known = command_line("en").commands
    checks = (("documents",), ("check",)) if "check" in known else (("documents",),)
    bench = Bench(base, checks=checks)
    for line in sys.stdin:
        asked = json.loads(line)
        name = asked["action"]
        trial = _trial(bench, name, known)
        if trial is not None:
            _try(trial, asked)
        _tell({"ended": name})


def _trial(bench: Bench, name: str, known: Collection[str]) -> Trial | Uploads | None:
    """An action by its name, prepared; None for a command that there is not."""
    if name == "uploads":
        return Uploads(bench)
    action = next(one for one in ACTIONS if one.name == name)
    return Trial(bench, action) if action.command[0] in known else None


def _try(trial: Trial | Uploads, asked: dict[str, int]) -> None:
    calls, every = trial.kinds, asked["again"]
    for turn, point in enumerate(points(calls, asked["points"])):
        _tell(_row(trial, point, trial.attempt(point, again=turn % every == 0)))
    for turn, loss in enumerate(losses(calls, asked["losses"])):
        _tell(_row(trial, loss, trial.lose_power(loss, again=turn % every == 0)))


def _row(trial: Trial | Uploads, point: Point | Loss, judged: Judged) -> dict[str, object]:
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
