"""Lists over HTTP: the rows of the command line, in pages."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from api.http.library.library import Library
from api.http.paging import key_of, page
from graph.errors import UsageError
from queries.ask import ask_any
from queries.catalogue import query

BY_ID = key_of(("id",))
LISTS = ("documents", "plans", "tasks", "leaders", "units", "places", "changes", "conflicts")


def all_of(client: TestClient, address: str, limit: int, **params: str) -> list[dict[str, Any]]:
    """The rows of all pages."""
    rows: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        got = client.get(address, params={**params, "limit": limit, "cursor": cursor}).json()
        assert len(got["items"]) <= limit
        rows += got["items"]
        cursor = got["next"]
    assert len(rows) == got["total"]
    return rows


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_the_rows_of_its_query(client: TestClient, library: Library, name: str) -> None:
    with library.reading() as snapshot:
        rows = ask_any(snapshot.store, f"{name}/list", {})
    got = client.get(f"/api/{name}?limit=1000").json()
    assert got["next"] is None
    assert got["total"] == len(rows) > 0
    assert got["items"] == [{k: list(v) if isinstance(v, tuple) else v for k, v in row.items()} for row in rows]


@pytest.mark.parametrize("name", LISTS)
def test_pages_together_are_the_whole_list(client: TestClient, name: str) -> None:
    assert all_of(client, f"/api/{name}", 3) == client.get(f"/api/{name}?limit=1000").json()["items"]


def test_filters_are_the_options_of_the_command_line(client: TestClient) -> None:
    def total(**params: str) -> int:
        return int(client.get("/api/tasks", params=params).json()["total"])

    assert total() == 33
    assert total(leader="冉泰休") == 15
    assert total(leader="李  刚") == total(leader="李刚") == 5
    assert total(unit="司法所", role="lead") == 3
    assert total(due_before="2021-08", leader="冉泰休") == 4
    assert total(**{"in": "大英县"}) == 33
    assert client.get("/api/units?kind=group").json()["total"] < client.get("/api/units").json()["total"]


def test_pages_of_a_filtered_list_hold_together(client: TestClient) -> None:
    rows = all_of(client, "/api/tasks", 4, leader="冉泰休", lang="en")
    assert len({row["task_id"] for row in rows}) == 15


@pytest.mark.parametrize(
    "query",
    ["leadr=冉泰休", "limit=0", "limit=1001", "limit=x", "role=boss", "due_before=gestern", "cursor=x", "lang=fr"],
)
def test_a_parameter_of_no_use_is_refused(client: TestClient, query: str) -> None:
    got = client.get(f"/api/tasks?{query}")
    assert got.status_code == 422
    assert got.headers["content-type"] == "application/problem+json"


def test_a_name_that_nobody_bears_is_not_found_and_names_near_it_are_told(client: TestClient) -> None:
    got = client.get("/api/tasks", params={"leader": "冉太休", "lang": "en"})
    assert got.status_code == 404
    assert "冉太休" in got.json()["detail"]
    assert "冉泰休" in client.get("/api/tasks", params={"leader": "冉泰"}).json()["detail"]
    assert client.get("/api/units", params={"in": "火星"}).status_code == 404


def test_a_cursor_leads_on_only_in_its_own_list(client: TestClient) -> None:
    cursor = client.get("/api/tasks?limit=2").json()["next"]
    assert client.get("/api/plans", params={"limit": 2, "cursor": cursor}).status_code == 422
    assert client.get("/api/tasks", params={"leader": "冉泰休", "cursor": cursor}).status_code == 422


def test_a_page_goes_on_behind_its_last_row_when_others_have_come_or_gone() -> None:
    rows = [{"id": name} for name in "abcdef"]
    first = page(rows, BY_ID, "q", 2, "")
    assert first.next is not None
    for changed, expected in (
        ([{"id": "0"}, *rows], ["c", "d"]),
        (rows[1:], ["c", "d"]),
        ([rows[0], *rows[2:]], ["c", "d"]),
        (rows[:2], []),
    ):
        assert [row["id"] for row in page(changed, BY_ID, "q", 2, first.next).items] == expected


@pytest.mark.parametrize("cursor", ["", "…", "YQ", "a.b.c", "YS5iLmM", "YS5iLi0x"])
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    if not cursor:
        assert page([], BY_ID, "q", 1, cursor).items == []
        return
    with pytest.raises(UsageError):
        page([{"id": "a"}], BY_ID, "q", 1, cursor)


@pytest.mark.parametrize("name", LISTS)
def test_a_key_names_each_row_of_a_list(client: TestClient, name: str) -> None:
    key = query(f"{name}/list").key
    rows = client.get(f"/api/{name}?limit=1000").json()["items"]
    assert len({tuple(row[column] for column in key) for row in rows}) == len(rows)


def test_places_of_a_day_and_between_two_are_those_of_the_command_line(client: TestClient) -> None:
    assert client.get("/api/places?as_of=2021-12-31&limit=1000").json()["items"]
    rows = all_of(client, "/api/places/between", 2, **{"from": "2000", "to": "2021-12-31"})
    counted = client.get("/api/places/between/sums?from=2000&to=2021-12-31").json()
    for what in ("vanished", "new", "renamed", "moved", "recoded"):
        assert counted[what] == sum(row["what"] == what for row in rows)
    assert counted["vanished"] > 0
    assert counted["after"] == counted["new"] + counted["came"] + counted["kept"]
    assert client.get("/api/places/between?from=2000").status_code == 422
    assert client.get("/api/places/between?from=2021&to=2000").status_code == 422
