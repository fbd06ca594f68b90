"""A Neo4j server without an installation, with a folder of its own.

It listens on one port of this machine alone, asks for a password, and ends when the program that started it ends, in
whatever way: a shell waits at a pipe that only this program holds open.
"""

import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j.jars import CannotStartError, assembled

USER = "neo4j"

_FIRST_PASSWORD = "neo4j"  # noqa: S105 - what every new Neo4j begins with
_PATIENCE = 180
"""Seconds that a start or an end may take on a loaded machine."""
_KEEPER = 'file=$1; shift; "$@" & java=$!; echo "$java" > "$file"; cat > /dev/null; kill "$java" 2> /dev/null; wait'
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
JAVA = ("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Little memory, and a compiler that is quick to be done: a server for tests lives for minutes."""
_SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
"""


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@dataclass(slots=True)
class Server:
    """A server with its data in the folder `home`, stopped until `start` is called; `settings` are lines of its
    configuration.
    """

    home: Path
    password: str
    port: int = field(default_factory=free_port)
    settings: str = ""
    _keeper: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def address(self) -> str:
        """What `open_store` takes; the password is not in it."""
        return f"neo4j://{USER}@127.0.0.1:{self.port}"

    def start(self, java: tuple[str, ...] = JAVA) -> None:
        """Start it and wait until it answers. Raises CannotStartError, with the end of its log."""
        jars = assembled()
        for name in ("conf", "data", "logs", "run", "plugins", "import", "lib"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        self._pid_file.unlink(missing_ok=True)
        settings = _SETTINGS.format(port=self.port) + self.settings
        (self.home / "conf" / "neo4j.conf").write_text(settings, encoding="utf-8")
        opened = [f"--add-opens={module}=ALL-UNNAMED" for module in _OPENED]
        entry = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}", f"--config-dir={self.home}/conf"]
        command = ["java", *java, *opened, "-cp", f"{jars}/*", *entry]
        with (self.home / "logs" / "console.log").open("wb") as log:
            self._keeper = subprocess.Popen(
                ["/bin/sh", "-c", _KEEPER, "keeper", str(self._pid_file), *command],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for us: we stop it in order
            )
        begun = time.monotonic()
        while not self._answers():
            if _ended(self.pid) or time.monotonic() - begun > _PATIENCE:
                self.kill()
                raise CannotStartError(f"Neo4j did not start: {self._log()[-1000:]}")
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop it as an operator would, and wait until it has ended."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a loss of power would."""
        self._end(signal.SIGKILL)

    @property
    def _pid_file(self) -> Path:
        return self.home / "run" / "java.pid"

    @property
    def pid(self) -> int | None:
        """The process of Java, None as long as it has not begun."""
        words = self._pid_file.read_text(encoding="utf-8").strip() if self._pid_file.exists() else ""
        return int(words) if words else None

    def _end(self, how: signal.Signals) -> None:
        if self._keeper is None or self._keeper.stdin is None:
            return
        with suppress(ProcessLookupError):
            os.kill(self.pid or self._keeper.pid, how)
        self._keeper.stdin.close()
        self._keeper.wait(timeout=_PATIENCE)
        self._keeper = None

    def _log(self) -> str:
        logs = [self.home / "logs" / name for name in ("console.log", "neo4j.log")]
        return "".join(log.read_text(encoding="utf-8", errors="replace") for log in logs if log.exists())

    def _answers(self) -> bool:
        """Whether it takes the password, which is set the first time."""
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return self._runs_as(self.password, "RETURN 1", "neo4j") or (
            self._runs_as(_FIRST_PASSWORD, "ALTER CURRENT USER SET PASSWORD FROM $old TO $new", "system")
            and self._runs_as(self.password, "RETURN 1", "neo4j")
        )

    def _runs_as(self, password: str, statement: str, database: str) -> bool:
        words = {"old": _FIRST_PASSWORD, "new": self.password}
        try:
            with GraphDatabase.driver(f"bolt://127.0.0.1:{self.port}", auth=(USER, password)) as driver:
                driver.execute_query(statement, words, database_=database)
        except (DriverError, Neo4jError):
            return False
        return True


def _ended(pid: int | None) -> bool:
    """Whether a process that was started has ended; the shell that keeps it does not bury it at once."""
    try:
        return pid is not None and "zombie" in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return Path("/proc/self").exists()
