"""A program that is told to end breaks off its command, says so and gives the exit code of the signal."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from api.cli.interruptions import heeded
from tests.api.conftest import Program
from tests.api.papers import NOTICE, write

CODES = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
LINES = 40_000
"""Lines of a paper that takes seconds to read."""


@pytest.fixture
def handlers() -> Iterator[None]:
    """The handlers of this process, which stay as they are; no signal is ignored, as some are in the background."""
    first = {one: signal.signal(one, signal.default_int_handler) for one, _ in CODES}
    yield
    assert [signal.getsignal(one) for one in first] == [signal.default_int_handler] * len(first)
    for one, handler in first.items():
        signal.signal(one, handler)


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize(("told", "code"), CODES)
def test_an_interruption_is_raised_and_known_by_its_signal(told: signal.Signals, code: int) -> None:
    with heeded() as interruption:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(told)
        assert interruption.code == code
        assert signal.getsignal(told) is signal.SIG_DFL


@pytest.mark.usefixtures("handlers")
def test_an_interruption_within_generated_code_leaves_the_exit_code_to_the_program() -> None:
    program = """
import signal, sys
from api.cli.interruptions import heeded
with heeded() as told:
    try:
        exec("signal.raise_signal(signal.SIGTERM)")
    except KeyboardInterrupt:
        pass
sys.exit(told.code)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 143


class Finalized:
    """Is interrupted where Python drops what is raised."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


@pytest.mark.usefixtures("handlers")
def test_an_interruption_that_python_drops_is_raised_again() -> None:
    with heeded() as interruption:
        ended = False
        with suppress(KeyboardInterrupt):
            Finalized()
            time.sleep(20)
            ended = True
        assert not ended
        assert interruption.code == 143


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.0, 0.3, 0.6, 1.0, 1.5, 2.5])
def test_a_load_that_is_told_to_end_leaves_no_traceback_and_no_half_file(
    root: Path, home: Path, plangraph: Program, seconds: float
) -> None:
    plangraph("load", write(home, "通知.txt", NOTICE))
    before = plangraph("export", "rdf").out
    write(home, "长.txt", NOTICE + "各村要认真组织实施，确保按期完成任务。\n" * LINES)
    command = [sys.executable, "-m", "api", "--lang", "en", "load", "长.txt"]
    with subprocess.Popen(command, cwd=home, env={"PYTHONPATH": str(root)}, stderr=subprocess.PIPE) as program:
        time.sleep(seconds)
        program.terminate()
        _, told = program.communicate(timeout=60)
    assert b"Traceback" not in told
    assert program.returncode in {143, -signal.SIGTERM}
    assert (b"Broken off" in told) is (program.returncode == 143)
    assert plangraph("export", "rdf").out == before
