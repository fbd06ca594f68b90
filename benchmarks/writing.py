"""A client that uploads documents and takes them out again."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from random import Random
from urllib.parse import quote

from benchmarks.leaving import send_and_leave
from benchmarks.running import Running

TOKEN = "benchmark-of-plangraph"  # noqa: S105 - of a service that lives for this run alone
BEARER = {"Authorization": f"Bearer {TOKEN}"}
FORM = {"Content-Type": "multipart/form-data; boundary=b", **BEARER}
SETTLED = 3.0
"""Seconds after which what a client did that has left is done, or will never be."""


def form(file: Path, name: str = "") -> bytes:
    """The body of an upload of a file, under its own name or another."""
    head = f'--b\r\nContent-Disposition: form-data; name="files"; filename="{name or file.name}"\r\n\r\n'
    return head.encode() + file.read_bytes() + b"\r\n--b--\r\n"


@dataclass(slots=True)
class Writer:
    """The one who changes a service: each time one of the documents, chosen by a fixed seed, goes in or out."""

    service: Running
    files: Sequence[Path]
    changes: int = 0
    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - a choice, no secret

    def change(self) -> None:
        """Change the graph, and come back when nothing is under way any more."""
        file = self.random.choice(self.files)
        if self._is_in(file):
            done = self.service.ask("DELETE", f"/api/documents/{quote(file.name)}", headers=BEARER).status
        elif self.random.random() < 1 / 4:
            done = self._leave_behind(file)
        else:
            done = self.service.ask("POST", "/api/documents", form(file), FORM).status
        if done != HTTPStatus.OK:
            raise SystemExit(f"The service refused a change of {file.name}: {done}")
        self.changes += 1

    def _leave_behind(self, file: Path) -> int:
        """Send a whole upload and leave before it is answered: it is in or not, but in the end nothing is under way."""
        send_and_leave(self.service, "POST", "/api/documents", form(file), FORM)
        until = time.monotonic() + SETTLED
        while time.monotonic() < until and not self._is_in(file):
            time.sleep(0.1)
        return HTTPStatus.OK

    def _is_in(self, file: Path) -> bool:
        papers = json.loads(self.service.get("/api/documents?limit=1000").body)["items"]
        return any(file.name == str(name).rpartition("/")[2] for paper in papers for name in paper["files"])
