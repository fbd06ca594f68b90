"""Log lines that strangers can bring about are written once a minute."""

import logging

import pytest

from api.http.around import repeated
from api.http.around.repeated import OnceAMinute

FAILS = "socket.accept() out of system resource\nsocket: <socket>"


def line(words: str, logger: str = "asyncio") -> logging.LogRecord:
    return logging.LogRecord(logger, logging.ERROR, "", 0, words, None, None)


def test_a_failing_accept_is_told_once() -> None:
    limited = OnceAMinute()
    assert [limited.filter(line(FAILS)) for _ in range(3)] == [True, False, False]


def test_the_next_line_tells_how_many_were_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    limited = OnceAMinute()
    for _ in range(4):
        limited.filter(line(FAILS))
    monkeypatch.setattr(repeated, "PAUSE", 0.0)
    later = line(FAILS)
    assert limited.filter(later)
    assert "3 more" in later.getMessage()


def test_each_kind_of_line_is_told_and_other_lines_always() -> None:
    limited = OnceAMinute()
    assert limited.filter(line(FAILS))
    assert limited.filter(line("Invalid HTTP request received.", "uvicorn.error"))
    assert not limited.filter(line("Invalid HTTP request received.", "uvicorn.error"))
    assert all(limited.filter(line("Task exception was never retrieved")) for _ in range(2))
    assert all(limited.filter(line(FAILS, "others")) for _ in range(2))
