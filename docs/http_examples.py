"""Writes api/http/examples.json, an example of every row that the service describes, from the example documents:
`python -m docs.http_examples` in the project's folder.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.testclient import TestClient

from api.app import create_app
from api.http.library.library import Library
from api.serving import ServiceSettings, open_library

FILE = Path(__file__).resolve().parent.parent / "api" / "http" / "examples.json"
ASKED = {
    "Document": "/api/documents",
    "Plan": "/api/plans",
    "Task": "/api/tasks?leader=冉泰休",
    "Leader": "/api/leaders",
    "Unit": "/api/units",
    "Place": "/api/places",
    "ComparedPlace": "/api/places/between?from=2000&to=2021",
    "Change": "/api/changes",
    "Conflict": "/api/conflicts",
    "Load": "/api/workload",
    "Overview": "/api/compare?in=蓬莱镇&in=大英县&today=2021-06-01",
    "Step": "/api/lineage/福荣村?back=true",
    "Name": "/api/names/福荣村",
    "Hit": "/api/search?q=rtx",
    "Finding": "/api/audit",
    "Proposal": "/api/proposals",
    "LedgerTask": "/api/ledger?leader=冉泰休&today=2021-12-27",
}
"""What is asked for each model; its example is the first row, of a lineage the last."""


def made(library: Library) -> dict[str, Any]:
    """The examples, by model, from a library that holds the example documents."""
    client = TestClient(create_app(ServiceSettings(), library), base_url="http://localhost")
    found = {model: _row(client, address, last=model == "Step") for model, address in ASKED.items()}
    found["Answer"] = client.get("/api/ask", params={"q": "司法所牵头的任务", "today": "2021-06-01"}).json()
    found["Stated"] = _row(client, f"/api/sources/{quote(found['Task']['task_id'])}")
    found["CatalogueQuery"] = client.get("/api/queries").json()[0]
    return found


def _row(client: TestClient, address: str, *, last: bool = False) -> dict[str, Any]:
    rows: list[dict[str, Any]] = client.get(address).json()["items"]
    return rows[-1] if last else rows[0]


def main() -> None:
    """Write the file."""
    with open_library(ServiceSettings(examples=Path("examples")), lambda _files: None, lambda _done: None) as library:
        text = json.dumps(made(library), ensure_ascii=False, indent=1) + "\n"
    FILE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
