"""What papers tell is held against two lists: sums, what explains them, days, codes, and what is only proposed."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.stores.open import DEFAULT_STORE
from tests.api.conftest import Program, Run

PAPER = """大英县蓬莱镇人民政府
关于调整部分村的通知
大蓬府发〔2020〕9号

各村：
经研究，{words}
特此通知。

大英县蓬莱镇人民政府
2021年5月8日
"""
UNDATED = "将福寿村、忠荣村合并为福荣村。将华安村并入古井村。将梓潼村并入吊脚村。"
ABOVE = "51,四川省\n5109,遂宁市\n510923,大英县\n510923100,蓬莱镇\n"
FIRST = f"""code,name
{ABOVE}510923200,通仙乡
510923100201,福寿村委会
510923100202,忠荣村委会
510923100203,华安村委会
510923100204,古井村委会
510923100205,梓潼村委会
510923100206,吊脚楼村委会
510923100207,天星村委会
510923100208,高山村委会
510923200201,红岩村委会
510923200202,双龙村委会
"""
LAST = f"""code,name
{ABOVE}510923100001,天星社区居委会
510923100204,古井村委会
510923100206,吊脚楼村委会
510923100263,福荣村委会
510923100264,红岩村委会
510923100265,双龙村委会
"""
DAYS = ("2019-10-31", "2020-06-30")


@pytest.fixture
def checked(plangraph: Program, home: Path) -> Program:
    """The program in English, with a paper and two lists."""
    (home / "p.txt").write_text(PAPER.format(words=UNDATED), encoding="utf-8")
    assert plangraph("load", "p.txt").code == 0
    for day, words in zip(DAYS, (FIRST, LAST), strict=True):
        (home / "list.csv").write_text(words, encoding="utf-8")
        assert plangraph("gazetteer", "add", "list.csv", "--day", day).code == 0

    def run(*words: str | Path) -> Run:
        return plangraph("--lang", "en", *words)

    return run


def told(program: Program, *words: str) -> dict[str, Any]:
    """The whole check."""
    found: dict[str, Any] = json.loads(program("gazetteer", "check", *words, "--json").out)
    return found


def test_sums_hold_and_say_what_papers_explain(checked: Program) -> None:
    found = told(checked)
    [town] = found["towns"]
    figures = [town[name] for name in ("before", "vanished", "kept", "new", "after")]
    assert figures == [8, 6, 2, 4, 6]
    assert (town["vanished_explained"], town["new_explained"]) == (4, 1)
    left = [(row["what"], row["name"]) for row in found["villages"] if row["explained"] == "left"]
    assert left == [
        ("vanished", "天星村委会"),
        ("vanished", "高山村委会"),
        ("new", "天星社区居委会"),
        ("new", "红岩村委会"),
        ("new", "双龙村委会"),
    ]
    run = checked("gazetteer", "check")
    assert "蓬莱镇, 2019-10-31 to 2020-06-30: 8 = 6 vanished + 2 kept; 6 = 2 kept + 4 new" in run.err
    assert "高山村委会" in run.out
    assert "福寿村委会" not in run.out, "what papers explain is not left"


def test_an_undated_change_lies_between_two_lists(checked: Program) -> None:
    changes = {row["after"][0]: row for row in told(checked)["changes"]}
    for name in ("福荣村", "古井村"):
        assert (changes[name]["basis"], changes[name]["list_after"], changes[name]["list_by"]) == ("list", *DAYS)
        assert changes[name]["agrees"]
    assert [changes[name]["code_check"] for name in ("福荣村", "古井村")] == ["new", "kept"]
    assert changes["福荣村"]["result_code"] == "510923100263"
    assert changes["吊脚村"]["unlisted"] == ["吊脚村"]
    sentence = "村 → 福荣村: undated in papers; by the lists after 2019-10-31 and by 2020-06-30."
    assert sentence in checked("gazetteer", "check").err


@pytest.mark.parametrize(
    ("day", "agrees", "explained"),
    [("2020年3月1日", True, "paper"), ("2018年3月1日", False, "dated before"), ("2021年3月1日", False, "dated after")],
)
def test_the_words_of_papers_stand_above_the_lists(
    checked: Program, home: Path, day: str, explained: str, *, agrees: bool
) -> None:
    (home / "p.txt").write_text(PAPER.format(words=f"{day}，将福寿村、忠荣村合并为福荣村。"), encoding="utf-8")
    assert checked("load", "p.txt").code == 0
    found = told(checked)
    [change] = found["changes"]
    assert (change["basis"], change["agrees"]) == ("paper", agrees)
    assert {row["explained"] for row in found["villages"] if row["name"] in {"福寿村委会", "福荣村委会"}} == {explained}
    assert ("papers date it" in checked("gazetteer", "check").err) is not agrees


def test_places_have_the_code_of_their_name_in_their_town(checked: Program) -> None:
    places = {row["name"]: row for row in told(checked)["places"]}
    assert (places["福寿村"]["how"], places["福寿村"]["code"]) == ("one", "510923100201")
    assert (places["福寿村"]["first"], places["福寿村"]["last"]) == ("2019-10-31", "2019-10-31")
    assert (places["蓬莱镇"]["how"], places["蓬莱镇"]["code"]) == ("one", "510923100")
    assert (places["吊脚村"]["how"], places["吊脚村"]["code"]) == ("none", "")
    assert "吊脚村 (大英县/蓬莱镇): in no list of its town." in checked("gazetteer", "check").err


def test_proposals_are_shown_with_their_figures_and_one_is_taken_by_a_decision(checked: Program) -> None:
    rows = [(one["rule"], one["name"], one["other"], one["count"], one["of"]) for one in told(checked)["proposals"]]
    assert rows == [("spelling", "吊脚村", "吊脚楼村", 2, 2), ("community", "天星村", "天星社区", 1, 1)]
    county = told(checked, "--in", "大英县")
    assert [(one["name"], one["other"], one["count"], one["of"]) for one in county["proposals"]][2:] == [
        ("通仙乡", "蓬莱镇", 2, 2)
    ]
    assert [row["town"] for row in county["towns"]] == ["蓬莱镇", "通仙乡"]
    assert checked("decide", "same", "吊脚村", "吊脚楼村").code == 1, "no paper names the other yet"


def test_two_names_that_both_stand_in_lists_are_no_spelling_of_one_another(checked: Program, home: Path) -> None:
    (home / "p.txt").write_text(PAPER.format(words="将三溪口村更名为山溪口村。"), encoding="utf-8")
    checked("load", "p.txt")
    for day in DAYS:
        checked("gazetteer", "remove", "--day", day)
    for day, name in zip(DAYS, ("三溪口村委会", "山溪口村委会"), strict=True):
        (home / "list.csv").write_text(f"code,name\n{ABOVE}510923100209,{name}\n", encoding="utf-8")
        checked("gazetteer", "add", "list.csv", "--day", day)
    found = told(checked)
    assert found["proposals"] == []
    assert [(row["what"], row["name"]) for row in found["villages"]] == [("renamed", "山溪口村委会")]


def test_no_fact_hangs_on_a_gazetteer(checked: Program, home: Path) -> None:
    assert checked("export", "nq", "--out", "with.nq").code == 0
    (home / f"{DEFAULT_STORE}.gazetteer").unlink()
    assert checked("export", "nq", "--out", "without.nq").code == 0
    assert (home / "with.nq").read_bytes() == (home / "without.nq").read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--in", "青石县"), "No list names 青石县"),
        (("--in", "NBS:510999"), "No list names NBS:510999"),
        (("--scheme", "MCA"), "MCA"),
    ],
)
def test_what_no_list_names_is_said(checked: Program, words: tuple[str, ...], sentence: str) -> None:
    run = checked("gazetteer", "check", *words)
    assert run.code == 1
    assert sentence in run.err
    assert run.out == ""


def test_a_name_of_several_towns_is_asked_back(checked: Program, home: Path) -> None:
    (home / "more.csv").write_text(LAST + "510922,射洪市\n510922100,蓬莱镇\n", encoding="utf-8")
    checked("gazetteer", "add", "more.csv", "--day", "2021-10-31")
    run = checked("gazetteer", "check", "--in", "蓬莱镇")
    assert run.code == 2
    assert "蓬莱镇 is several places" in run.err
    assert "NBS:510922100, NBS:510923100" in run.err
    assert told(checked, "--in", "大英县/蓬莱镇")["towns"] == told(checked, "--in", "510923100")["towns"]
