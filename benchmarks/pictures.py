"""How large pictures may grow: invented rows become the page of a workload, which headless Chromium then opens.

usage: python -m benchmarks.pictures [NODES…]   (by default 50, 400, 2,000 and 20,000; needs Chromium)

Columns: seconds to make the page, its size, seconds from opening it until all that it shows at first is drawn, what its
script holds, what the process of the page holds in all, seconds until one tile is open and drawn.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from queries.overload import Verdict
from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.drawing.page import render
from viz.pictures import workload

TOWN = 80
"""Units and leaders of one town."""

LEADERS = 12
OFFICES = ("党政办", "党建办", "社事办", "经发办", "财政所", "农业服务中心", "应急办", "村建办", "司法所", "项目办")
VERDICTS: tuple[Verdict, ...] = (
    "not overloaded",
    "not overloaded",
    "not overloaded",
    "overloaded",
    "severely overloaded",
)
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Shown:
    """What opening a page took: seconds until drawn, MiB of its script and of its process, seconds to open a tile."""

    drawn: float
    heap: float
    process: float
    opened: float


def main() -> None:
    """Print a row a size."""
    sizes = [int(argument.replace(",", "")) for argument in sys.argv[1:]] or [50, 400, 2000, 20000]
    heads = ("nodes", "make s", "file MiB", "drawn s", "heap MiB", "process MiB", "open a tile s")
    print("".join(f"{head:>15}" for head in heads))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--enable-precise-memory-info"])
        for size in sizes:
            start = time.perf_counter()
            page = render(workload.picture("某县", *rows(size)))
            made = time.perf_counter() - start
            file = Path(folder) / f"{size}.html"
            file.write_text(page, encoding="utf-8")
            shown = show(browser, file)
            figures = (made, file.stat().st_size / MIB, shown.drawn, shown.heap, shown.process, shown.opened)
            print(f"{size:15,}" + "".join(f"{figure:15.2f}" for figure in figures), flush=True)
        browser.close()


def chromium() -> str:
    """Where Chromium is; ends the program where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or sys.exit("Chromium is not installed.")


def show(browser: Browser, file: Path) -> Shown:
    """Open a page and measure until its canvas has been painted."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    drawn = time.perf_counter() - start
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / MIB
    process = resident(browser)
    opened = page.evaluate(
        "new Promise((done) => { if (!tiles.length) { done(0); return; }"
        " const start = performance.now(); network.once('afterDrawing', () => done(performance.now() - start));"
        " turn([tiles[0].id], true); })"
    )
    page.close()
    return Shown(drawn, heap, process, float(opened) / 1000)


def resident(browser: Browser) -> float:
    """MiB of memory of the largest process that draws a page of the browser: each page has one of its own."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    held = [0.0]
    for status in (Path(f"/proc/{process['id']}/status") for process in processes if process["type"] == "renderer"):
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        held.append(int(lines["VmRSS"].split()[0]) / 1024)
    return max(held)


def rows(nodes: int) -> tuple[list[LoadRow], list[LoadRow], list[TaskRow]]:
    """Rows of the workload of so many units and leaders, in towns of `TOWN`, and the tasks that they share."""
    random = Random(nodes)  # noqa: S311 - invented rows, not secrets
    units: list[LoadRow] = []
    leaders: list[LoadRow] = []
    tasks: list[TaskRow] = []
    for number, begin in enumerate(range(0, nodes, TOWN)):
        place, size = f"第{number + 1}镇", min(TOWN, nodes - begin)
        people = [f"领导{each + 1}" for each in range(max(1, min(LEADERS, size // 5)))]
        offices = [f"{OFFICES[each % 10]}{each // 10 or ''}" for each in range(size - len(people))]
        own = list(_tasks(random, place, offices, people))
        tasks += own
        units += [_row(random, place, name, own, "lead_units", "responsible_units") for name in offices]
        leaders += [_row(random, place, name, own, "leaders") for name in people]
    return units, leaders, tasks


def _tasks(random: Random, place: str, offices: list[str], people: list[str]) -> Iterator[TaskRow]:
    """A task an office leads, with one more office and a leader."""
    for number, office in enumerate(offices):
        yield {
            "task_id": f"{place} {number}",
            "number": "",
            "title": f"推进第{number + 1}项重点工作",
            "content": "",
            "category": "",
            "plan": "",
            "plan_title": "",
            "document": "",
            "place": place,
            "due_text": f"2021年{random.randint(1, 12)}月底前",
            "due": "",
            "start": "",
            "ongoing": False,
            "due_dates": (),
            "due_kind": "",
            "issued_on": "",
            "in_table": False,
            "replaced": False,
            "replaced_on": "",
            "corrected": (),
            "as_read": (),
            "corrected_by": (),
            "document_id": "",
            "lead_units": (office,),
            "responsible_units": (random.choice(offices),),
            "supporting_units": (),
            "leaders": (people[number % len(people)],),
            "lead_leaders": (),
            "leader_roles": (),
            "sources": (f"{place}.txt:{number * 7 + 12}",),
        }


Bearing = Literal["lead_units", "responsible_units", "leaders"]


def _row(random: Random, place: str, name: str, tasks: list[TaskRow], *columns: Bearing) -> LoadRow:
    mine = tuple(task["task_id"] for task in tasks if any(name in task[column] for column in columns))
    return {
        "id": f"{place}:{name}",
        "name": name,
        "place": place,
        "period": "2021",
        "load": float(len(mine)),
        "leads": len(mine),
        "responsible": 0,
        "supports": 0,
        "tasks": len(mine),
        "share": 0.0,
        "q1": 0.0,
        "q3": 7.125,
        "threshold": 0.0,
        "task_ids": mine,
        "verdict": random.choice(VERDICTS),
        "reason": "workload.few",
        "reason_values": {"by": "leader", "load": len(mine), "tasks": len(mine), "total": 500, "peers": 4, "fewest": 5},
        "peak_month": "2021-12",
        "kind": "body",
        "level": "town",
        "spellings": 0,
        "spellings_load": len(mine),
        "undecided": False,
    }
