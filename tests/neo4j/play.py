"""`make neo4j`: the server of the tests, to play with, until Ctrl-C. Its data goes when it stops."""

import signal
import socket
import sys
import tempfile
from pathlib import Path

from graph.stores.neo4j.address import PASSWORD
from tests.neo4j.jars import CannotStartError
from tests.neo4j.server import Server, free_port

USUAL = 7687
SECRET = "plangraph-play"  # noqa: S105 - of a server that only this machine reaches, and that holds nothing of worth


def main() -> None:
    """Run the server until the program is ended."""
    with tempfile.TemporaryDirectory(prefix="plangraph-neo4j-") as folder:
        server = Server(Path(folder), SECRET, port=USUAL if _is_free(USUAL) else free_port())
        _say("Starting Neo4j (the first time its jars are fetched) …\n")
        try:
            server.start()
            _say(_how_to_connect(server))
            signal.pause()
        except KeyboardInterrupt:
            _say("Stopping …\n")
        except CannotStartError as error:
            sys.exit(str(error))
        finally:
            server.stop()


def _say(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def _how_to_connect(server: Server) -> str:
    return (
        f"Neo4j answers at {server.address}; Ctrl-C stops it. In another terminal:\n\n"
        f"  export PLANGRAPH_STORE={server.address} {PASSWORD}={server.password}\n"
        "  .venv/bin/plangraph load examples\n"
        "  .venv/bin/plangraph tasks --leader 冉泰休\n\n"
        "Tests use it instead of a server of their own, and empty it, with\n\n"
        f"  PLANGRAPH_TEST_NEO4J=neo4j://neo4j:{server.password}@127.0.0.1:{server.port} .venv/bin/python -m pytest\n"
    )


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    main()
