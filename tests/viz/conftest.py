"""What the tests of pictures share: a small town's rows, and a browser that tells what it drew."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from queries.overload import Verdict
from queries.rows import TaskRow
from queries.workload import LoadRow
from tests.missing import missing
from tests.viz.task_rows import row

Report = dict[str, object]

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--window-size=1440,900",
    "--virtual-time-budget=5000",
)

LISTEN = "<script>const errors = []; addEventListener('error', (event) => errors.push(event.message));</script>"

PROBE = """<script>
addEventListener("load", () => setTimeout(() => {
  const canvas = document.querySelector("canvas");
  const report = { errors, drawn: 0, colours: 0, boxes: {} };
  report.loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  report.alien = document.querySelectorAll("main b, h1 *, header script").length;
  if (canvas) {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] > 0) { report.drawn += 1; seen.add((data[i] << 16) + (data[i + 1] << 8) + data[i + 2]); }
    }
    report.colours = seen.size;
    nodes.getIds().forEach((id) => { report.boxes[id] = network.getBoundingBox(id); });
  }
  const answer = document.createElement("pre");
  answer.id = "report";
  answer.textContent = JSON.stringify(report);
  document.body.append(answer);
}, 1000));
</script>"""


def load_row(
    identity: str, load: float, verdict: Verdict, *tasks: str, reason: str = "workload.group", leads: int = 0
) -> LoadRow:
    """A row of the workload, by unit or by leader."""
    by = "leader" if identity.startswith("p:") else "unit"
    none = {"leads": 0, "responsible": 0, "supports": 0}
    return {
        "id": identity,
        "name": identity.partition(":")[2],
        "place": "蓬莱镇",
        "period": "2021",
        "load": load,
        "leads": leads,
        "responsible": 0,
        "supports": 0,
        "tasks": len(tasks),
        "share": 0.0,
        "q1": 0.0,
        "q3": 0.0,
        "threshold": 0.0,
        "verdict": verdict,
        "reason": reason,
        "reason_values": {"by": by, "load": load, "tasks": len(tasks), "total": 4, **none},
        "peak_month": "2021-12",
        "task_ids": tasks,
        "kind": "body",
        "level": "town",
        "spellings": 0,
        "spellings_load": load,
        "undecided": False,
    }


def task_row(identity: str, leaders: tuple[str, ...], lead: tuple[str, ...], other: tuple[str, ...] = ()) -> TaskRow:
    """A row of the list of tasks."""
    return row(
        task_id=identity, title="", due_text="", leaders=leaders, lead_units=lead, responsible_units=other, sources=()
    )


@pytest.fixture
def units() -> list[LoadRow]:
    return [
        load_row("u:社会治理和应急管理办", 13.0, "severely overloaded", "1", "2", leads=13),
        load_row("u:财政办", 4.75, "not overloaded", "2"),
        load_row("u:各村（社区）", 2.0, "not compared", "1"),
        load_row("u:<b>农民工</b>服务中心", 1.0, "not overloaded", "3"),
    ]


@pytest.fixture
def leaders() -> list[LoadRow]:
    return [
        load_row("p:冉泰休", 15.0, "overloaded", "1", "2"),
        load_row("p:何菊华", 1.0, "not overloaded", "2"),
    ]


@pytest.fixture
def tasks() -> list[TaskRow]:
    return [
        task_row("1", ("冉泰休",), ("社会治理和应急管理办",), ("各村（社区）",)),
        task_row("2", ("冉泰休", "何菊华"), ("财政办", "社会治理和应急管理办"), ("财政办",)),
        task_row("3", (), ("<b>农民工</b>服务中心",)),
    ]


@pytest.fixture
def crowd() -> tuple[list[LoadRow], list[LoadRow], list[TaskRow]]:
    """Sixty units and twelve leaders, each unit with tasks of two leaders; ten units without a leader."""
    tasks = [
        task_row(f"{n}", (f"领导{n % 12}", f"领导{n * 7 % 12}") if n < 50 else (), (f"第{n}综合服务中心",))
        for n in range(60)
    ]
    units = [load_row(f"u:第{n}综合服务中心", float(n % 9), "not overloaded", f"{n}") for n in range(60)]
    leaders = [
        load_row(f"p:领导{n}", 5.0, "not overloaded", *(f"{k}" for k in range(50) if n in {k % 12, k * 7 % 12}))
        for n in range(12)
    ]
    return units, leaders, tasks


@pytest.fixture
def browse(tmp_path: Path) -> Callable[[str], Report]:
    """Opens a page in a headless browser without a network and tells what it drew."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        missing("no Chromium is installed (Debian: apt-get install chromium)")

    def open_page(html: str) -> Report:
        page = tmp_path / "page.html"
        listening = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{LISTEN}', 1)
        page.write_text(listening.replace("</body>", f"{PROBE}</body>"), encoding="utf-8")
        command = [chromium, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
        found = re.search(r'<pre id="report">(.*?)</pre>', done.stdout, re.DOTALL)
        assert found, done.stderr
        report: Report = json.loads(unescape(found[1]))
        return report

    return open_page
