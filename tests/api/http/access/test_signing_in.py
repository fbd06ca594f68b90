"""People sign in with a name and a token: the cookie, what ends it, and what a page elsewhere cannot do with it."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.access.attempts import MOST
from api.http.access.sessions import COOKIE
from api.http.library.library import Library
from graph.history.reading import history
from tests.api.http.access.conftest import SECRETS, Browser, tokens
from tests.api.http.access.test_tokens import rewrite
from tests.api.papers import NOTICE

PAIR = {"kind": "unit", "place": "大英县/蓬莱镇", "one": "农业服务中心", "other": "农业综合服务中心"}


def sign_in(client: TestClient, role: str = "decide", name: str = "王敏", then: str = "/proposals") -> str:
    """Sign in, and give the token of the forms."""
    got = client.post("/sign-in", data={"name": name, "token": SECRETS[role], "next": then})
    assert got.status_code == 303, got.text
    found = re.search(r'name="form-token" content="([^"]+)"', client.get("/proposals").text)
    assert found
    return found[1]


def test_the_cookie_is_of_this_service_alone_and_no_script_sees_it(browser: Browser) -> None:
    got = browser().post("/sign-in", data={"name": "王敏", "token": SECRETS["decide"], "next": "/units"})
    assert (got.status_code, got.headers["location"]) == (303, "/units")
    cookie = got.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    safe = browser("https://localhost").post("/sign-in", data={"name": "王敏", "token": SECRETS["decide"]})
    assert "Secure" in safe.headers["set-cookie"]


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"])
def test_nobody_is_led_to_another_place(browser: Browser, elsewhere: str) -> None:
    got = browser().post("/sign-in", data={"name": "王敏", "token": SECRETS["decide"], "next": elsewhere})
    assert got.headers["location"] == "/"


def test_a_wrong_token_is_told_and_nothing_is_kept_but_the_name(browser: Browser) -> None:
    got = browser().post("/sign-in", data={"name": "王敏", "token": "wrong"})
    assert got.status_code == 401
    assert "口令不对。" in got.text
    assert 'value="王敏"' in got.text
    assert "wrong" not in got.text.replace('class="note wrong"', "")
    assert "set-cookie" not in got.headers


@pytest.mark.parametrize("name", ["", "  ", "名" * 41, "王\u200b敏"])
def test_a_name_is_asked_for(browser: Browser, name: str) -> None:
    got = browser().post("/sign-in", data={"name": name, "token": SECRETS["decide"]})
    assert (got.status_code, "请填写姓名" in got.text) == (422, True)


def test_who_tries_many_wrong_tokens_must_wait_and_shuts_out_nobody_who_has_a_right_one(browser: Browser) -> None:
    client = browser()
    for number in range(int(MOST.partition("/")[0])):
        assert client.post("/sign-in", data={"name": "王敏", "token": f"wrong {number}"}).status_code == 401
    late = client.post("/sign-in", data={"name": "王敏", "token": "wrong again"})
    assert (late.status_code, "口令输错次数过多" in late.text) == (429, True)
    assert client.get("/proposals").status_code == 200
    assert client.post("/sign-in", data={"name": "王敏", "token": SECRETS["decide"]}).status_code == 303
    program = browser().get("/api/units", headers={"Authorization": f"Bearer {SECRETS['load']}"})
    assert program.status_code == 200


def test_a_cookie_that_was_kept_counts_no_more_after_its_session_was_ended(browser: Browser) -> None:
    client, other = browser(), browser()
    token, theirs = sign_in(client), sign_in(other, name="李刚")
    kept = client.cookies[COOKIE]
    assert client.post("/sign-out", data={"form_token": token}).status_code == 303
    thief = browser()
    thief.cookies.set(COOKIE, kept)
    assert "form-token" not in thief.get("/proposals").text
    got = thief.post("/proposals/decide", data={**PAIR, "verdict": "same", "form_token": token})
    assert got.status_code == 401
    assert theirs in other.get("/proposals").text, "another session under the same token goes on"


BROKEN = {"Content-Type": "application/json", "Accept": "application/json"}


@pytest.mark.parametrize("path", ["/api/corrections", "/api/tasks/none/reports"])
@pytest.mark.parametrize(
    ("bearer", "status"), [("", 401), ("wrong", 401), (SECRETS["read"], 403), (SECRETS["decide"], 422)]
)
def test_the_role_is_looked_at_before_the_body(
    browser: Browser, file: Path, path: str, bearer: str, status: int
) -> None:
    rewrite(file, tokens("read", "decide"))
    sent = {**BROKEN, "Authorization": f"Bearer {bearer}"} if bearer else BROKEN
    assert browser().post(path, content=b"{", headers=sent).status_code == status


def test_a_form_sent_where_json_is_wanted_is_a_problem_and_no_fault(browser: Browser) -> None:
    client = browser()
    token = sign_in(client)
    assert client.post("/api/corrections", data={"form_token": token}).status_code == 422
    assert client.post("/api/corrections", data={"form_token": "other"}).status_code == 403


def test_signing_in_from_a_page_elsewhere_is_refused(browser: Browser) -> None:
    got = browser(Origin="http://evil.example").post("/sign-in", data={"name": "王敏", "token": SECRETS["decide"]})
    assert (got.status_code, "set-cookie" in got.headers) == (403, False)


@pytest.mark.parametrize(
    ("headers", "form_token", "status"),
    [
        ({}, "", 303),
        ({"Sec-Fetch-Site": "same-origin"}, "", 303),
        ({}, "other", 403),
        ({"Origin": "http://evil.example"}, "", 403),
        ({"Origin": "null"}, "", 403),
        ({"Sec-Fetch-Site": "cross-site"}, "", 403),
        ({"Sec-Fetch-Site": "same-site"}, "", 403),
    ],
)
def test_a_decision_comes_from_a_page_of_this_service(
    browser: Browser, library: Library, headers: dict[str, str], form_token: str, status: int
) -> None:
    client = browser()
    token = sign_in(client)
    got = client.post(
        "/proposals/decide", data={**PAIR, "verdict": "different", "form_token": form_token or token}, headers=headers
    )
    assert got.status_code == status
    with library.reading() as snapshot:
        assert any(one.deed.act == "decide" for one in history(snapshot.store)) == (status == 303)


def test_the_form_token_of_another_session_does_not_count(browser: Browser) -> None:
    one, other = browser(), browser()
    theirs = sign_in(other)
    assert theirs != sign_in(one)
    assert one.post("/proposals/decide", data={**PAIR, "verdict": "same", "form_token": theirs}).status_code == 403


def test_a_session_ends_with_its_token(browser: Browser, file: Path) -> None:
    client = browser()
    token = sign_in(client)
    rewrite(file, tokens("load"))
    assert "form-token" not in client.get("/proposals").text
    got = client.post("/proposals/decide", data={**PAIR, "verdict": "same", "form_token": token})
    assert got.status_code == 401


def test_a_cookie_that_was_altered_or_is_of_another_token_is_none(browser: Browser) -> None:
    client = browser()
    sign_in(client)
    good = client.cookies[COOKIE]
    for bad in (good[:-2] + "xx", good.replace(".", "", 1), "", "a.b.c"):
        client.cookies.clear()
        client.cookies.set(COOKIE, bad)
        assert "form-token" not in client.get("/proposals").text, bad


def test_signing_out_ends_the_session_in_the_browser(browser: Browser) -> None:
    client = browser()
    token = sign_in(client)
    assert client.post("/sign-out", data={"form_token": token}).status_code == 303
    assert "form-token" not in client.get("/proposals").text


def test_the_page_of_one_person_is_shown_to_no_other(browser: Browser) -> None:
    one, other, nobody = browser(), browser(), browser()
    sign_in(one, name="王敏")
    sign_in(other, name="李刚")
    for client, shown, hidden in ((one, "王敏", "李刚"), (other, "李刚", "王敏"), (nobody, "登录", "王敏")):
        got = client.get("/proposals")
        assert shown in got.text
        assert hidden not in got.text
        assert "Cookie" in got.headers["vary"]
    tag = nobody.get("/proposals").headers["etag"]
    assert one.get("/proposals", headers={"If-None-Match": tag}).status_code == 200
    assert one.get("/proposals").headers["cache-control"] == "private, no-cache"


def test_a_role_is_needed_for_each_thing(browser: Browser, library: Library) -> None:
    sent = {"files": ("通知.txt", NOTICE.encode())}
    clerk, loader = browser(), browser()
    token = sign_in(clerk, "decide")
    refused = clerk.post("/api/documents", files=sent, headers={"X-Form-Token": token})
    assert (refused.status_code, refused.json()["code"]) == (403, "http.role")
    token = sign_in(loader, "load", name="赵云")
    assert loader.post("/api/documents", files=sent).status_code == 403
    assert loader.post("/api/documents", files=sent, headers={"X-Form-Token": token}).status_code == 200
    with library.reading() as snapshot:
        entry = history(snapshot.store)[-1]
    assert (entry.deed.who, entry.deed.act) == ("赵云（信息员）", "upload")


def test_a_program_sends_its_token_and_is_named_by_its_holder(browser: Browser, library: Library) -> None:
    client = browser(Origin="http://elsewhere.example")
    bearer = {"Authorization": f"Bearer {SECRETS['load']}"}
    sent = {"files": ("通知.txt", NOTICE.encode())}
    assert client.post("/api/documents", files=sent, headers=bearer).status_code == 200
    wrong = client.post("/api/documents", files=sent, headers={"Authorization": "Bearer wrong"})
    assert (wrong.status_code, wrong.json()["code"]) == (401, "http.wrong_token")
    with library.reading() as snapshot:
        assert history(snapshot.store)[-1].deed.who == "信息员"


def test_reading_is_open_until_a_token_for_reading_is_given_out(browser: Browser, file: Path) -> None:
    client = browser()
    assert client.get("/units").status_code == client.get("/api/units").status_code == 200
    rewrite(file, tokens("read", "decide"))
    led = client.get("/units?in=蓬莱镇")
    assert led.status_code == 303
    assert led.headers["location"].startswith("/sign-in?next=%2Funits")
    closed = client.get("/api/units", headers={"Accept": "application/json"})
    assert (closed.status_code, closed.json()["code"]) == (401, "http.401")
    assert [client.get(one).status_code for one in ("/healthz", "/sign-in", "/static/base.css")] == [200] * 3
    client.post("/sign-in", data={"name": "王敏", "token": SECRETS["read"]})
    assert client.get("/units").status_code == client.get("/api/units").status_code == 200
    bearer = {"Authorization": f"Bearer {SECRETS['read']}"}
    assert browser().get("/api/units", headers=bearer).status_code == 200


def test_while_the_file_of_tokens_is_broken_signing_in_says_so(browser: Browser, file: Path) -> None:
    client = browser()
    rewrite(file, "[[")
    got = client.post("/sign-in", data={"name": "王敏", "token": SECRETS["decide"]})
    assert (got.status_code, "口令文件现在无法读取" in got.text, str(file) in got.text) == (503, True, False)
    assert client.get("/units").status_code == 200
