"""Who has an answer of this state already is told so, by programs' addresses and by people's pages alike."""

import pytest
from starlette.testclient import TestClient

from api.http.entity_tags import entity_tag, names, names_any

ADDRESSES = (
    "/api/tasks",
    "/api/query/units/list",
    "/api/workload",
    "/api/export.nt",
    "/api/export.csv",
    "/",
    "/tasks",
    "/leaders/{leader}",
    "/tasks.xlsx?leader={leader}",
    "/pictures/leader?name=冉泰休",
    "/pictures/leader.svg?name=冉泰休",
)
"""Lists, computed rows, files made once and each time; of programs and of people."""


@pytest.fixture(params=ADDRESSES)
def address(request: pytest.FixtureRequest, client: TestClient) -> str:
    """Each of the addresses."""
    leader = client.get("/api/leaders").json()["items"][0]["person_id"]
    return str(request.param).format(leader=leader)


def known(client: TestClient, address: str, condition: str, *, method: str = "GET", lang: str = "zh") -> bool:
    """Whether the answer is that the reader has it; then it has the headers of the answer and no body."""
    headers = {"Accept-Language": lang}
    full = client.get(address, headers=headers)
    got = client.request(method, address, headers={**headers, "If-None-Match": condition})
    assert full.status_code == 200
    for name in ("etag", "cache-control", "vary"):
        parts = {part.strip() for part in full.headers[name].split(",")}
        assert parts == {part.strip() for part in got.headers[name].split(",")}
    assert got.status_code in {200, 304}
    assert got.status_code == 200 or got.content == b""
    return got.status_code == 304


def test_an_answer_bears_a_weak_tag_and_says_by_what_it_differs(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["etag"].startswith('W/"')
    assert headers["cache-control"] == "no-cache"
    own = set() if address.startswith("/api/") else {"Cookie"}
    differs = {part.strip() for part in headers["vary"].split(",")}
    assert differs == {"Accept", "Accept-Encoding", "Accept-Language"} | own


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("{tag}", True),
        ('"x", {tag}', True),
        ('{tag} ,W/"x"', True),
        ('W/"a,b",{tag}', True),
        ("{strong}", True),
        ('"x", {strong}', True),
        ("*", True),
        (" * ", True),
        ('"x"', False),
        ('W/"x", "y"', False),
        ("{bare}", False),
        ("w/{bare}", False),
        ('"{bare}', False),
        ('"*"', False),
        ("", False),
    ],
)
def test_conditions_are_read_alike_everywhere(
    client: TestClient,
    address: str,
    method: str,
    condition: str,
    answer: bool,  # noqa: FBT001 - a parameter
) -> None:
    tag = client.get(address).headers["etag"]
    strong = tag.removeprefix("W/")
    sent = condition.format(tag=tag, strong=strong, bare=strong.strip('"'))
    assert known(client, address, sent, method=method) is answer


def test_an_answer_in_another_language_is_another_one(client: TestClient, address: str) -> None:
    english = client.get(address, headers={"Accept-Language": "en"}).headers["etag"]
    assert not known(client, address, english)
    assert known(client, address, english, lang="en")


def test_an_answer_in_another_form_is_another_one(client: TestClient) -> None:
    forms = ("text/turtle", "application/n-triples", "application/ld+json")
    assert len({client.get("/api/export", headers={"Accept": form}).headers["etag"] for form in forms}) == 3


def test_a_page_seen_from_another_day_is_another_one(client: TestClient) -> None:
    tags = {client.get("/tasks", params={"as_of": day}).headers["etag"] for day in ("2021-01-01", "2021-01-02")}
    assert len(tags) == 2


@pytest.mark.parametrize("address", ["/api/lineage/没有这里", "/places/没有这里", "/api/nothing", "/nothing"])
def test_nothing_is_known_where_there_is_nothing(client: TestClient, address: str) -> None:
    assert client.get(address, headers={"If-None-Match": "*", "Accept": "text/html,*/*"}).status_code == 404


def test_conditions_may_come_in_several_lines() -> None:
    tag = entity_tag("state", "zh", "", "json")
    assert tag == 'W/"state-zh-json"'
    assert names(['"x"', tag], tag)
    assert not names(['"x"', '"y"'], tag)
    assert not names([], tag)
    assert not names_any(["*", tag])
    assert not names_any([])
