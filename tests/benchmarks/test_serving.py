"""The arithmetic of the load generator: percentiles, when requests are due, which rates are tried, what is drawn."""

import math
import socket
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice, repeat
from threading import Thread

import pytest

from benchmarks import mix
from benchmarks.climbing import Climb, Step, quantile, step
from benchmarks.open_load import Answer, Request, answers
from tests.own_loop import in_thread

pytestmark = pytest.mark.slow

HELD = defaultdict[str, list[str]](lambda: ["甲/乙", "丙"])


def measured(rate: float, p95: float, errors: int = 0) -> Step:
    return Step(rate, p95 / 2, p95, p95, errors, 0.0, 0.5, 0.5)


def climbed(limit: float) -> Climb:
    """A climb on a service that is quick up to a rate."""
    climb = Climb(10.0)
    while rate := climb.next:
        climb.steps.append(measured(rate, 0.01 if rate <= limit else 1.0))
    return climb


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100), (0.001, 1)])
def test_a_quantile_is_the_nearest_rank(share: float, value: int) -> None:
    assert quantile(range(1, 101), share) == value


def test_an_error_counts_with_the_time_that_it_took() -> None:
    quick = [Answer("page", 0.0, 0.01, "")] * 90
    made = step(5.0, [*quick, *[Answer("page", 0.002, 10.0, "TimeoutError")] * 10], 0.1, 0.2)
    assert (made.p50, made.p95, made.errors, made.held) == (0.01, 10.0, 10, False)
    assert made.late == 0.002


@pytest.mark.parametrize(("p95", "errors", "held"), [(0.199, 0, True), (0.2, 0, False), (0.01, 1, False)])
def test_a_rate_is_held_below_200_milliseconds_and_without_error(p95: float, errors: int, held: bool) -> None:  # noqa: FBT001
    assert measured(10, p95, errors).held is held


@pytest.mark.parametrize("limit", [1, 9, 10, 11, 100, 1000])
def test_a_climb_ends_close_below_what_is_held(limit: float) -> None:
    climb = climbed(limit)
    assert climb.held <= limit < climb.failed <= 1.15 * climb.held


def test_a_climb_on_a_service_that_holds_nothing_ends() -> None:
    assert climbed(0).held == 0


def test_a_rate_that_failed_once_is_tried_again() -> None:
    climb = Climb(10.0, [measured(10, 0.1), measured(20, 0.3)])
    assert climb.next == 20
    assert math.isinf(climb.failed)
    climb.steps.append(measured(20, 0.1))
    assert climb.held == 20
    assert climb.next == 40


def test_requests_are_drawn_in_the_proportions_of_the_table() -> None:
    drawn = list(islice(mix.requests(HELD), 10_000))
    counted = Counter(request.kind for request in drawn)
    assert sum(weight for weight, _, _ in mix.MIX) == 100
    assert all(abs(counted[kind] / 100 - weight) < 1.5 for weight, kind, _ in mix.MIX)
    assert list(islice(mix.requests(HELD), 10_000)) == drawn


def test_a_name_is_quoted_and_a_request_without_names_is_left_out() -> None:
    without = mix.requests(HELD | {"leader": []})
    paths = {request.path for request in islice(without, 1000)}
    assert "/units/%E7%94%B2%2F%E4%B9%99" in paths
    assert not any(path.startswith("/leaders/") for path in paths)


@pytest.fixture
def slow() -> Iterator[str]:
    """The address of a service that answers one request after the other, each in 50 milliseconds."""
    told = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(10_000)
                    time.sleep(0.05)
                    connection.sendall(told)

        thread = Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def test_a_slow_answer_keeps_no_later_request_back_and_none_from_counting(slow: str) -> None:
    got = in_thread(lambda: answers(slow, islice(repeat(Request("slow", "/")), 10), 100.0))
    assert all(not answer.fault for answer in got)
    assert [answer.seconds for answer in got] == sorted(answer.seconds for answer in got)
    assert got[-1].seconds > 10 * 0.05 - 10 / 100
    assert all(answer.late < answer.seconds for answer in got)
