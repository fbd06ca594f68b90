"""A person decides on names, and takes it back; the graph follows."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from api.cli.commands.decide import VERDICTS
from graph.decisions.decisions import checked, decision
from graph.decisions.exchange import to_toml
from tests.api.conftest import Program

pytestmark = pytest.mark.slow

PAIR = ("农业服务中心", "农业综合服务中心")


def units(program: Program) -> set[str]:
    return {row["name"] for row in json.loads(program("units", "--json").out)}


def test_two_names_are_decided_to_be_one_and_parted_again(loaded: Program, home: Path) -> None:
    before = loaded("export", "rdf").out
    run = loaded("decide", "same", *PAIR)
    assert (run.code, run.err) == (0, "Decisions: 1 made, 0 taken back.\n")
    assert PAIR[0] not in units(loaded)
    assert PAIR[1] in units(loaded)
    assert not (home / "decisions.toml").exists()
    assert loaded("decide", "--undo", *PAIR).err == "Decisions: 0 made, 1 taken back.\n"
    assert loaded("export", "rdf").out == before


def test_what_is_decided_is_no_longer_proposed_and_is_listed(loaded: Program) -> None:
    assert loaded("decide", "不同", *PAIR).code == 0
    assert PAIR[0] not in {row["name"] for row in json.loads(loaded("units", "--proposals", "--json").out)}
    listed = json.loads(loaded("decide", "--json").out)
    assert [(row["verdict"], row["place"], row["name"], row["other"]) for row in listed] == [
        ("different", "大英县/蓬莱镇", *PAIR)
    ]
    assert "农业综合服务中心" in loaded("decide").out
    assert loaded("decide", "same", *PAIR).err == "Decisions: 1 made, 1 taken back.\n"


def test_all_likely_names_are_accepted_at_once(loaded: Program) -> None:
    assert loaded("decide", "--likely").code == 0
    proposed = json.loads(loaded("units", "--proposals", "--json").out)
    assert "likely" not in {row["grade"] for row in proposed}
    assert PAIR[0] not in units(loaded)


def test_a_town_named_without_its_county_is_decided_to_be_the_one_in_it(loaded: Program, home: Path) -> None:
    bare = "蓬莱镇2021年村容整治任务清单\n\n（一）整治村容。\n\n牵头单位：社事办\n"
    (home / "无县.txt").write_text(bare, encoding="utf-8")
    assert loaded("load", "无县.txt").code == 0
    before = len(json.loads(loaded("places", "--json").out))
    assert loaded("decide", "same", "蓬莱镇", "大英县/蓬莱镇").code == 0
    assert len(json.loads(loaded("places", "--json").out)) == before - 1
    assert loaded("decide", "--undo", "蓬莱镇", "大英县/蓬莱镇").code == 0
    assert len(json.loads(loaded("places", "--json").out)) == before


def test_what_is_decided_in_one_town_stands_when_it_is_taken_back_in_another(loaded: Program, home: Path) -> None:
    other = "大英县金元镇2021年重点工作任务清单\n\n（一）植树。\n\n牵头单位：农业服务中心\n责任单位：农业综合服务中心\n"
    (home / "金元.txt").write_text(other, encoding="utf-8")
    assert loaded("load", "金元.txt").code == 0
    for town in ("蓬莱镇", "金元镇"):
        assert loaded("decide", "same", *PAIR, "--in", town).err == "Decisions: 1 made, 0 taken back.\n"
    assert loaded("decide", "different", *PAIR).code == 2
    assert loaded("decide", "different", *PAIR, "--in", "金元镇").err == "Decisions: 1 made, 1 taken back.\n"
    assert loaded("decide", "--undo", *PAIR, "--in", "金元镇").err == "Decisions: 0 made, 1 taken back.\n"
    assert [row["place"] for row in json.loads(loaded("decide", "--json").out)] == ["大英县/蓬莱镇"]


def test_a_decision_that_cannot_be_is_one_sentence(loaded: Program) -> None:
    for arguments, code in (
        (("same", "农业服务中心"), 2),
        (("perhaps", *PAIR), 2),
        (("--undo", *PAIR), 2),
        (("same", "农业服务中心", "没有的单位"), 1),
    ):
        run = loaded("decide", *arguments, "--lang", "zh")
        assert run.code == code
        assert len(run.err.splitlines()) == 1
        assert "decision" not in run.err.lower()


DECIDED = """[[decision]]
verdict = "same"
kind = "unit"
place = "大英县/蓬莱镇"
names = ["农业服务中心", "农业综合服务中心"]
"""


def test_a_file_of_decisions_from_before_is_taken_in_once_and_said(loaded: Program, home: Path, examples: Path) -> None:
    file = min(examples.glob("*.txt"))
    before = loaded("export", "rdf").out
    assert loaded("load", file).err == ""
    (home / "decisions.toml").write_text(DECIDED, encoding="utf-8")
    told = loaded("load", file).err
    assert "The decisions in decisions.toml were taken into the store" in told
    assert "built again" in told
    assert PAIR[0] not in units(loaded)
    assert loaded("load", file).err == ""
    assert loaded("decide", "--undo", *PAIR).err == "Decisions: 0 made, 1 taken back.\n"
    assert loaded("load", file).err == ""
    assert loaded("export", "rdf").out == before


def test_who_decided_when_and_why_is_listed(loaded: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded("decide", "different", *PAIR, "--who", "王五", "--why", "两块牌子")
    (row,) = json.loads(loaded("decide", "--json").out)
    assert (row["who"], row["why"]) == ("王五", "两块牌子")
    assert datetime.fromisoformat(row["decided_on"]).tzinfo is not None
    monkeypatch.setenv("PLANGRAPH_USER", "李四")
    loaded("decide", "same", *PAIR)
    (row,) = json.loads(loaded("decide", "--json").out)
    assert (row["verdict"], row["who"], row["why"]) == ("same", "李四", "")


@pytest.mark.usefixtures("shanghai")
def test_when_it_was_decided_is_told_by_the_clock_of_the_machine(loaded: Program, home: Path) -> None:
    loaded("decide", "different", *PAIR)
    [row] = json.loads(loaded("decide", "--json").out)
    loaded("decide", "--export", "decided.toml")
    words = (home / "decided.toml").read_text(encoding="utf-8").replace(row["decided_on"], "2026-11-29T19:36:00+00:00")
    (home / "decided.toml").write_text(words, encoding="utf-8")
    loaded("decide", "--undo", *PAIR)
    loaded("decide", "--import", "decided.toml")
    assert "2026-11-30 03:36" in loaded("decide").out
    [row] = json.loads(loaded("decide", "--json").out)
    assert row["decided_on"] == "2026-11-29T19:36:00+00:00"


def test_decisions_are_written_to_a_file_and_taken_in_from_one(loaded: Program, home: Path) -> None:
    loaded("decide", "same", *PAIR, "--why", "更名")
    listed = loaded("decide", "--json").out
    assert loaded("decide", "--export", "out/decided.toml").err == "Wrote out/decided.toml.\n"
    loaded("decide", "--undo", *PAIR)
    assert loaded("decide", "--import", "out/decided.toml").err == "Decisions: 1 made, 0 taken back.\n"
    assert loaded("decide", "--json").out == listed, "as it was decided then"
    assert loaded("decide", "--import", "out/decided.toml").err == "Decisions: 0 made, 0 taken back.\n"
    loaded("decide", "--export", "again.toml")
    assert (home / "again.toml").read_bytes() == (home / "out" / "decided.toml").read_bytes()
    loaded("decide", "different", *PAIR)
    assert loaded("decide", "--import", "again.toml").err == "Decisions: 1 made, 1 taken back.\n"


def test_decisions_of_a_file_are_taken_in_together_whatever_their_order(loaded: Program, home: Path) -> None:
    one, two, three = "党建办", "党政办", "社事办"
    for verdict, pairs in (("same", [(one, two), (two, three)]), ("different", [(one, three), (two, three)])):
        decided = checked(decision(VERDICTS[verdict], "unit", "大英县/蓬莱镇", *pair) for pair in pairs)
        (home / f"{verdict}.toml").write_text(to_toml(decided), encoding="utf-8")
    assert loaded("decide", "--import", "same.toml").err == "Decisions: 2 made, 0 taken back.\n"
    assert loaded("decide", "--import", "different.toml").err == "Decisions: 2 made, 1 taken back.\n"


def test_a_file_that_is_not_there_or_a_second_wish_is_one_sentence(loaded: Program) -> None:
    for arguments, code in (
        (("--import", "none.toml"), 1),
        (("--likely", "--import", "none.toml"), 2),
        (("--likely", "--export", "some.toml"), 2),
    ):
        run = loaded("decide", *arguments)
        assert (run.code, len(run.err.splitlines())) == (code, 1)


def test_the_graph_is_built_again_at_will(loaded: Program, home: Path) -> None:
    before = loaded("export", "rdf").out
    run = loaded("rebuild")
    assert (run.code, run.err) == (0, "The graph was built again from what was read.\n")
    assert loaded("export", "rdf").out == before
    (home / "decisions.toml").write_text(DECIDED, encoding="utf-8")
    assert loaded("rebuild").code == 0
    assert PAIR[0] not in units(loaded)


@pytest.mark.parametrize("command", [("rebuild",), ("decide", "same", *PAIR), ("unload", "x")])
def test_what_changes_a_store_makes_none(plangraph: Program, home: Path, command: tuple[str, ...]) -> None:
    run = plangraph(*command)
    assert (run.code, run.err) == (1, "There is no store at plangraph.lbug: load documents first.\n")
    assert list(home.iterdir()) == []
