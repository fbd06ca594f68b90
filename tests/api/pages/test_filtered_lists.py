"""Audit, loads and changes are filtered by address, with a sentence, chips and counts; slips are refused."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page

pytestmark = pytest.mark.slow

CHOICE = re.compile(r'<option value="([^"]+)"(?: selected)?>[^<]*（(\d+)）</option>')
ASKED: tuple[tuple[str, dict[str, str], str], ...] = (
    ("/audit", {"problem": "conflict"}, "前后不一"),
    ("/audit", {"leader": "冉泰休"}, "冉泰休"),
    ("/audit", {"unit": "财政办", "in": "蓬莱镇"}, "蓬莱镇 · 财政办"),
    ("/audit", {"due": "2021-12"}, "2021年12月"),
    ("/workload", {"verdict": "severely overloaded", "in": "蓬莱镇"}, "蓬莱镇 · 严重超负荷"),
    ("/workload", {"by": "leader", "leader": "冉泰休"}, "冉泰休"),
    ("/workload", {"unit": "司法所", "period": "2021-08"}, "司法所"),
    ("/changes", {"kind": "merge"}, "合并"),
    ("/changes", {"kind": "absorb", "village": "古井村"}, "并入 · 古井村"),
    ("/changes", {"year": "2021", "in": "蓬莱镇"}, "蓬莱镇 · 2021年"),
)


def number_of(page: str) -> int:
    """How many rows the sentence says that there are."""
    found = re.search(r'class="sentence"[^>]*><b>[^<]*?(\d+) 项</b>', page)
    assert found
    return int(found[1])


def rows_of(path: str, page: str) -> int:
    body = page.rpartition("<tbody>")[2]
    return len(re.findall(r"<tr>", body)) if path != "/audit" else len(re.findall(r"<tr><td", body))


@pytest.mark.parametrize(("path", "asked", "said"), ASKED)
def test_a_list_holds_what_its_address_says(reader: TestClient, path: str, asked: dict[str, str], said: str) -> None:
    page = reader.get(path, params=asked).text
    assert f"{said} · {number_of(page)} 项</b>" in page
    assert 0 < number_of(page) == rows_of(path, page)
    assert Page(page).unclosed == []


@pytest.mark.parametrize(("path", "asked", "said"), ASKED[:1] + ASKED[4:5] + ASKED[7:8])
def test_counts_beside_choices_are_those_of_their_lists(
    reader: TestClient, path: str, asked: dict[str, str], said: str
) -> None:
    page = reader.get(path, params=asked).text
    assert said in page
    selects = re.findall(r'<select name="(\w+)">(.*?)</select>', page, re.DOTALL)
    counted = 0
    for name, options in selects:
        for value, number in CHOICE.findall(options)[:3]:
            other = reader.get(path, params={**asked, name: unescape(value)}).text
            assert number_of(other) == int(number), (name, value)
            counted += 1
    assert counted > 1


@pytest.mark.parametrize(("path", "asked", "said"), ASKED)
def test_a_chip_takes_its_condition_away(reader: TestClient, path: str, asked: dict[str, str], said: str) -> None:
    page = reader.get(path, params=asked).text
    address = unescape(page.split('class="chip" href="')[1].split('"')[0])
    assert said.rpartition(" · ")[2] in page
    assert number_of(reader.get(address).text) >= number_of(page)


@pytest.mark.parametrize("path", ["/audit", "/workload", "/changes"])
def test_an_unknown_parameter_is_refused_and_an_unknown_value_lists_nothing(reader: TestClient, path: str) -> None:
    assert reader.get(path, params={"wer": "冉泰休"}).status_code == 422
    unknown = {"/audit": "unit", "/workload": "unit", "/changes": "village"}[path]
    page = reader.get(path, params={unknown: "某办"})
    assert page.status_code == 200
    assert "某办 · 0 项</b>" in page.text
