"""Write a small store that a release itself has made, with what lies beside it, as `tests/stores/VERSION.zip`; and the
same as `VERSION-killed.zip`, whose last change stands in the engine's log alone, as its program was killed.

`python -m tests.stores.make_store REVISION` checks the revision out into a temporary folder and lets its program load
two examples, decide on two pairs of names, and upload a third example. The libraries are those of this environment,
which every release with the same engine works with. Made once for each release, before the next one.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent
LOADED = ("notice.txt", "task-list.txt")
UPLOADED = "mergers.txt"
DECIDED = (("same", "农业服务中心", "农业综合服务中心"), ("different", "财政办", "财政所"))
STORE = "plangraph.lbug"
KILLED = "-killed"
"""What the name of the second archive ends in."""
PATIENCE = 60
"""Seconds that the service gets to start."""
DATE = (1980, 1, 1, 0, 0, 0)
"""The date of all files in the archive."""


def main(revision: str) -> None:
    """Make the stores of a revision."""
    with TemporaryDirectory(prefix="plangraph-") as made, _checked_out(revision, Path(made) / "source") as source:
        version = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        for ending in ("", KILLED):
            town = Path(made) / f"town{ending}"
            papers = town / "papers"
            papers.mkdir(parents=True)
            for name in LOADED:
                (papers / name).write_bytes((source / "examples" / name).read_bytes())
            program = Program(source, town)
            program.run("load", "papers")
            for words in DECIDED:
                program.run("decide", *words)
            program.upload((source / "examples" / UPLOADED).read_bytes(), killed=bool(ending))
            _pack(town, FOLDER / f"{version}{ending}.zip")


class Program:
    """The program of a release, run in the folder of a store."""

    def __init__(self, source: Path, folder: Path) -> None:
        """The program whose code lies in `source`."""
        self.folder = folder
        self.command = [sys.executable, "-m", "api"]
        self.environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONSAFEPATH": "1", "PLANGRAPH_LANG": "en"}

    def run(self, *words: str) -> None:
        """Run a command to its end. Raises CalledProcessError where it fails."""
        subprocess.run([*self.command, *words], cwd=self.folder, env=self.environment, check=True)

    def upload(self, content: bytes, *, killed: bool) -> None:
        """Start the service, bring it a paper, and stop or kill it."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        environment = {**self.environment, "PLANGRAPH_TOKEN": "x" * 32}
        command = [*self.command, "serve", "--port", str(port)]
        with subprocess.Popen(command, cwd=self.folder, env=environment) as service:
            try:
                with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client:
                    _await(client)
                    answer = client.post(
                        "/api/documents",
                        files={"files": (UPLOADED, content)},
                        headers={"Authorization": f"Bearer {'x' * 32}"},
                    )
                    answer.raise_for_status()
            finally:
                service.send_signal(signal.SIGKILL if killed else signal.SIGTERM)


def _await(client: httpx2.Client) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        try:
            if client.get("/readyz").is_success:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.2)
    raise TimeoutError("the service does not answer")


@contextmanager
def _checked_out(revision: str, folder: Path) -> Iterator[Path]:
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(folder), revision], check=True)
    try:
        yield folder
    finally:
        subprocess.run([*git, "remove", "--force", str(folder)], check=True)


def _pack(folder: Path, archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and ".lock" not in path.name):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), DATE)
            packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main(sys.argv[1])
