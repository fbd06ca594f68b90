"""Which edition stands is decided on the page of versions, while the service runs: what changes is told before."""

import html
import json
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.http.library.library import Library
from api.ingest.checking.check import check
from api.ingest.loading.load import load
from graph.history.reading import history
from graph.stores.decisions import stored_decisions
from graph.stores.open import DEFAULT_STORE, open_store
from tests.api.cli.test_versions import MOVED
from tests.api.http.access.conftest import Browser, browser, file
from tests.api.http.access.test_signing_in import sign_in
from tests.api.papers import NOTICE, write

__all__ = ["browser", "file"]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A store with two editions of one paper, of which nothing says which stands."""
    store = open_store(str(tmp_path / DEFAULT_STORE))
    load(store, [write(tmp_path / "papers", "甲.txt", NOTICE), write(tmp_path / "papers", "乙.txt", MOVED)])
    with closing(Library(store)) as opened:
        yield opened


def text(client: TestClient, path: str) -> str:
    got = client.get(path)
    assert got.status_code == 200, got.text
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", got.text)).split())


def versions(client: TestClient) -> str:
    """The address of the page of versions of the one paper."""
    [paper] = client.get("/api/documents").json()["items"]
    return f"/documents/{paper['document_id']}/versions"


def facts(client: TestClient) -> dict[str, tuple[Any, ...]]:
    """What stands: deadline, leading units and first source of each task by its title."""
    rows = client.get("/api/tasks").json()["items"]
    return {row["title"]: (row["due_text"], row["lead_units"], row["sources"][0].split(":")[0]) for row in rows}


def buttons(client: TestClient) -> list[str]:
    """The files of the editions that can be decided on, in the order of the page."""
    return re.findall(r'name="file" value="(\w+)"', client.get(versions(client)).text)


def test_the_effect_is_told_before_and_the_edition_stands_after(browser: Browser, library: Library) -> None:
    client = browser()
    token = sign_in(client)
    before = facts(client)
    first, second = buttons(client)
    page = text(client, versions(client))
    assert "认定以此版本为准后：任务内容改动 2 处，新增任务 0 项，取消任务 0 项。" in page
    assert "认定以此版本为准后：任务不变，不再待认定。" in page
    got = client.post(f"{versions(client)}/decide", data={"file": second, "form_token": token, "why": "原件核对"})
    assert (got.status_code, got.headers["location"]) == (303, f"{versions(client)}?done=decided")
    after = facts(client)
    differing = [(title, old, new) for title in before for old, new in zip(before[title], after[title], strict=True)]
    assert sum(old != new for _, old, new in differing) == 2 + len(before)
    page = text(client, f"{versions(client)}?done=decided")
    assert "已认定，当即生效" in page
    assert re.search(r"[甲乙]\.txt 为准，不以 [甲乙]\.txt 为准 王敏（综合办） · \d{4}-\d\d-\d\d · 原件核对 撤回", page)
    assert "待认定" not in text(client, "/documents")
    assert buttons(client) == [first]
    with library.reading() as snapshot:
        assert check(snapshot.store).whole
        assert [(one.deed.act, one.deed.who) for one in history(snapshot.store)][-1:] == [("decide", "王敏（综合办）")]


def test_it_is_taken_back_on_the_same_page(browser: Browser, library: Library) -> None:
    client = browser()
    token = sign_in(client)
    before = facts(client)
    first, second = buttons(client)
    client.post(f"{versions(client)}/decide", data={"file": second, "form_token": token})
    assert facts(client) != before
    told = {"one": second, "other": first, "form_token": token}
    got = client.post(f"{versions(client)}/undo", data=told)
    assert (got.status_code, got.headers["location"]) == (303, f"{versions(client)}?done=undone")
    assert facts(client) == before
    assert client.post(f"{versions(client)}/undo", data=told).status_code == 422
    with library.reading() as snapshot:
        assert stored_decisions(snapshot.store).all == ()


def test_the_command_decides_what_the_button_does(browser: Browser, library: Library) -> None:
    client = browser()
    token = sign_in(client)
    first, _ = buttons(client)
    client.post(f"{versions(client)}/decide", data={"file": first, "form_token": token})
    with library.reading() as snapshot:
        [one] = stored_decisions(snapshot.store).all
    assert (one.kind, one.verdict, one.names[0]) == ("edition", "stands", first)
    assert "待认定" not in text(client, "/documents")


def test_who_may_not_or_comes_from_elsewhere_decides_nothing(browser: Browser, library: Library) -> None:
    client = browser()
    address = versions(client)
    assert ("要作认定，请先登录" in text(client, address), buttons(client)) == (True, [])
    token = sign_in(client)
    [_, second] = buttons(client)
    forms = product((second,), ("", "wrong"))
    answers = [client.post(f"{address}/decide", data={"file": one, "form_token": two}) for one, two in forms]
    assert {one.status_code for one in answers} <= {401, 403, 422}
    stranger = browser()
    assert stranger.post(f"{address}/decide", data={"file": second, "form_token": token}).status_code in {401, 403}
    for wrong in ("", "0000", "甲" * 400):
        got = client.post(f"{address}/decide", data={"file": wrong, "form_token": token})
        assert got.status_code in {404, 422}, json.dumps(wrong)
    got = client.post("/documents/0000/versions/decide", data={"file": second, "form_token": token})
    assert got.status_code == 404
    with library.reading() as snapshot:
        assert stored_decisions(snapshot.store).all == ()
