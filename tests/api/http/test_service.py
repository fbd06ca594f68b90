"""What surrounds every answer: compression, headers, ids, counts, limits, hosts."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

Asking = Callable[..., TestClient]


@pytest.mark.parametrize("address", ["/", "/api/tasks", "/healthz", "/static/base.css"])
def test_head_is_get_without_the_body(client: TestClient, address: str) -> None:
    got, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == got.headers["content-type"]
    assert head.headers.get("etag") == got.headers.get("etag")


def test_long_answers_are_compressed_for_those_who_can_read_it(client: TestClient) -> None:
    assert client.get("/api/tasks").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/api/tasks", headers={"Accept-Encoding": "identity"}).headers
    assert "content-encoding" not in client.get("/healthz").headers


@pytest.mark.parametrize("address", ["/", "/api/tasks", "/api/nothing", "/static/nothing", "/healthz"])
def test_every_answer_bears_the_headers_that_guard_a_browser(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "referrer-policy" in headers
    assert "access-control-allow-origin" not in headers


def test_pages_elsewhere_may_read_only_where_it_is_allowed(asking: Asking) -> None:
    allowed = asking(cors_origins="https://town.example")
    for origin, expected in (("https://town.example", "https://town.example"), ("https://evil.example", None)):
        got = allowed.get("/api/tasks", headers={"Origin": origin})
        assert got.headers.get("access-control-allow-origin") == expected


def test_a_request_keeps_the_id_that_a_proxy_gave_unless_it_is_none(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    given = client.get("/healthz", headers={"X-Request-ID": 'a b"<script>'}).headers["x-request-id"]
    assert "script" not in given
    assert len(given) == 16


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "",
        "192.168.1.1",
        "[::2]",
        "localhost@evil",
        "localhost:80@evil",
        "[::1].evil",
        "[::1]evil:80",
        "localhost:x",
    ],
)
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    got = client.get("/api/tasks", headers={"Host": host})
    assert got.status_code == 400
    assert got.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:80", "[::1]:8000", "LOCALHOST"])
def test_the_service_is_asked_under_the_names_of_this_machine(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_service_for_other_machines_is_asked_by_number_or_under_names_allowed(asking: Asking) -> None:
    service = asking(host="0.0.0.0", allowed_hosts="plans.town.example")  # noqa: S104 - nothing listens
    for host, status in (("192.168.1.1:8000", 200), ("plans.town.example", 200), ("evil.example", 400)):
        assert service.get("/healthz", headers={"Host": host}).status_code == status


def test_more_requests_than_the_rate_are_refused_for_a_while(asking: Asking) -> None:
    service = asking(rate_limit="3/minute")
    assert [service.get("/api/plans").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = service.get("/api/plans")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.headers["content-type"] == "application/problem+json"
    assert service.get("/healthz").status_code == 200
    assert service.post("/healthz").status_code == service.get("/healthz/x").status_code == 429
    assert service.get("/static/page.css").status_code == 429


def test_whatever_a_client_calls_its_method_it_is_counted_under_one_name(asking: Asking) -> None:
    service = asking()
    for name in ("MAKE", "M" * 5000):
        assert service.request(name, "/healthz").status_code == 405
    counts = service.get("/metrics").text
    assert 'plangraph_requests_total{method="other",route="/healthz",status="405"} 2.0' in counts
    assert len(counts) < 50_000


def test_of_a_long_path_the_log_has_the_beginning(asking: Asking, capfd: pytest.CaptureFixture[str]) -> None:
    service = asking()
    capfd.readouterr()
    assert service.get("/" + "a" * 10_000).status_code == 404
    logged = capfd.readouterr()
    assert "a" * 200 in logged.out + logged.err
    assert "a" * 500 not in logged.out + logged.err


def test_the_service_is_alive_and_ready_and_counts_its_answers(asking: Asking) -> None:
    service = asking()
    assert service.get("/healthz").json() == {"status": "alive"}
    ready = service.get("/readyz").json()
    assert (ready["status"], ready["files"]) == ("ready", 3)
    assert ready["state"] in service.get("/api/tasks").headers["etag"]
    service.get("/api/query/load/by_month")
    service.get("/nothing/at/all")
    counts = service.get("/metrics").text
    assert 'plangraph_requests_total{method="GET",route="/api/query/{name:path}",status="200"} 1.0' in counts
    assert 'route="none",status="404"} 1.0' in counts
    assert "/nothing/at/all" not in counts


def test_the_service_describes_itself(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    task = described["components"]["schemas"]["Task"]
    assert task["example"]["title"]
    assert task["properties"]["lead_units"]["description"] == "牵头单位"
    for address, operations in described["paths"].items():
        for operation in operations.values():
            assert {"200", "422", "429", "500", "503"} <= operation["responses"].keys(), address
            assert operation["summary"], address
