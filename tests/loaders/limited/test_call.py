"""A function that runs in a worker process gives what it makes, or is ended within its limits."""

import os
from dataclasses import replace
from time import monotonic

import pytest

from graph.errors import FileRefusedError
from loaders.limited.call import LIMITS, call_limited

HOSTILE = "tests.loaders.limited.hostile"
SHORT = replace(LIMITS, seconds=1, most_seconds=3, most_bytes=1024 * 1024, patience=20)
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits are those of POSIX")


@pytest.fixture(autouse=True)
def _tests_are_found(root: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root))


def test_what_a_function_makes_comes_back() -> None:
    assert call_limited(HOSTILE, "count", b"abc") == {"bytes": 3, "words": "牵头𠮷\ud800"}


def test_what_a_function_refuses_is_refused_in_its_sentence() -> None:
    with pytest.raises(FileRefusedError) as refused:
        call_limited(HOSTILE, "refuse", b"abc")
    assert (refused.value.key, refused.value.values) == ("file.too_many_words", {"limit": 3})


@POSIX
@pytest.mark.parametrize(
    ("function", "key"),
    [
        ("run_on", "file.too_long_to_read"),
        ("eat", "file.too_much_memory"),
        ("flood", "file.too_much_memory"),
        ("crash", "file.damaged"),
        ("fail", "file.damaged"),
    ],
)
def test_what_goes_beyond_a_limit_or_breaks_down_is_one_sentence(function: str, key: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        call_limited(HOSTILE, function, b"", SHORT)
    assert refused.value.key == key


@POSIX
def test_a_long_file_may_take_longer_but_not_without_end() -> None:
    begin = os.times().children_user
    with pytest.raises(FileRefusedError) as refused:
        call_limited(HOSTILE, "run_on", b"long", SHORT)
    assert refused.value.key == "file.too_long_to_read"
    assert 1.5 < os.times().children_user - begin < 4


def test_a_worker_that_sleeps_is_not_waited_for() -> None:
    begin = monotonic()
    with pytest.raises(FileRefusedError) as refused:
        call_limited(HOSTILE, "sleep", b"", replace(SHORT, patience=1))
    assert refused.value.key == "file.too_long_to_read"
    assert monotonic() - begin < 30


def test_no_setting_of_the_service_reaches_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANGRAPH_NEO4J_PASSWORD", "secret")
    assert "PLANGRAPH_NEO4J_PASSWORD" not in call_limited(HOSTILE, "look_around", b"")
