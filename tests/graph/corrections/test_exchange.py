"""Corrections as a file: the same bytes for the same corrections, and one sentence for what is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.corrections.corrections import Anchor, Correction, Corrections, in_order
from graph.corrections.exchange import exported, read_corrections
from graph.corrections.nodes import correction_nodes, corrections_in
from graph.errors import NotFoundError, UsageError
from graph.statements import Due

AT = Anchor("方案.txt", "task", "1\t盘活“资产”\n\t社事办", 1, 2, "ab" * 32, ("number:大蓬委发（2021）26号",))
OTHER = Anchor("方案.txt", "task", "2\t清产核资", 1, 1, "ab" * 32)
UNREAD = Anchor("方案.txt", "unread", "抓紧办理。", 1, 1, "ab" * 32)
HEAD = Anchor("方案.txt", "document", "关于印发方案的通知", 1, 1, "ab" * 32)
PLAN = Anchor("方案.txt", "plan", "盘活方窠", 1, 1, "ab" * 32)
CHANGE = Anchor("方案.txt", "change", "福寿村、忠荣村合并为福容村。", 1, 1, "ab" * 32)
SEAT = Anchor("方案.txt", "appointment", "组长：李冈", 1, 1, "ab" * 32)
DUE = Due("point", "2021年11月底前", on="2021-11-30", precision="month")
MADE = (
    Correction("task", AT, "due_text", ("2021年11月底前",), ("2021年10月",), (DUE,), who="张三", why="原件如此"),
    Correction("task", AT, "lead_units", ("党政办", "社事办"), ("党建办",)),
    Correction("task", AT, "supporting_units", (), ("企业",)),
    Correction("paper", HEAD, "issued_on", ("2021-08-20",), ("2021-08-19",)),
    Correction("not_unit", AT, "", ("企业",)),
    Correction("no_task", OTHER),
    Correction("one_task", AT, other=OTHER),
    Correction("plan", PLAN, "title", ("盘活方案",), ("盘活方窠",)),
    Correction("change", CHANGE, "on", ("2020-06",), ("2020-05",)),
    Correction("change", CHANGE, "after", ("福荣村",), ("福容村",)),
    Correction("no_change", CHANGE),
    Correction("seat", SEAT, "person", ("李刚",), ("李冈",)),
    Correction("no_seat", SEAT),
    Correction("new_task", UNREAD, parts=(("title", ("办理",)), ("leaders", ("李刚",)))),
)


def test_a_file_and_a_store_give_back_what_was_written(tmp_path: Path) -> None:
    path, corrections = tmp_path / "c.toml", in_order(MADE)
    path.write_text(exported(corrections), encoding="utf-8")
    again = read_corrections(path)
    assert again == corrections == corrections_in(node.properties for node in correction_nodes(corrections))
    assert [one.who for one in again.all] == [one.who for one in corrections.all]
    assert exported(again) == exported(in_order(reversed(MADE)))


def test_a_later_correction_of_the_same_takes_the_place_of_the_older() -> None:
    later = Correction("two_tasks", OTHER, other=AT)
    assert [one.what for one in in_order((MADE[6], later)).all] == ["two_tasks"]
    assert in_order((MADE[0],)).with_([MADE[1]]).without(MADE[0].id) == in_order((MADE[1],))
    with pytest.raises(NotFoundError, match="no correction 0000"):
        Corrections().without("0000")


def test_what_was_displaced_is_kept_in_the_store_and_comes_back_where_its_successor_is_undone() -> None:
    first, second, third = (replace(MADE[1], value=(name,), why=name) for name in ("甲办", "乙办", "丙办"))
    corrections = in_order(MADE[2:4])
    steps = [corrections]
    for one in (first, second, third):
        corrections = corrections.with_([one])
        steps.append(corrections)
    stored = correction_nodes(corrections)
    again = corrections_in(node.properties for node in stored)
    assert correction_nodes(again) == stored
    for before in reversed(steps[:-1]):
        again = again.without(first.id)
        assert correction_nodes(again) == correction_nodes(before)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('what = "no_task"', 'what = "nichts"', "what must be one of"),
        ('field = "issued_on"', 'field = "content"', "field must be one of"),
        ('value = ["2021-08-20"]', 'value = ["gestern"]', "value is missing"),
        ('value = ["企业"]', 'value = [" "]', "value is missing"),
        ('at.kind = "unread"', 'at.kind = "change"', "at.kind is missing"),
        ("at.number = 1", "at.number = 7", "at.number is missing"),
        ('on = "2021-11-30"', 'on = "2021-11-31"', "on is missing"),
        ('task.title = ["办理"]', "task.title = []", "title is missing"),
        ('who = "张三"', "who = 3", "who is missing"),
        ('value = ["党政办", "社事办"]', 'vlaue = ["党政办", "社事办"]', "There is no key vlaue"),
        ('value = ["党政办", "社事办"]\n', "", "value is missing"),
        ("value = []\n", "", "value is missing"),
        ("task.title =", "task.titel =", "There is no key task.titel"),
        ("at.quote =", "at.quot =", "There is no key at.quot"),
        ('text = "2021年11月底前"', 'txt = "2021年11月底前"', "There is no key dues.txt"),
        ("[[correction]]", "[[correction", "are no TOML"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = exported(in_order(MADE))
    assert old in text
    path = tmp_path / "c.toml"
    path.write_text(text.replace(old, new) if "correction" in old else text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read_corrections(path)


def test_a_file_without_tables_and_one_that_is_missing_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "three.toml").write_text("correction = 3", encoding="utf-8")
    with pytest.raises(UsageError, match="tables"):
        read_corrections(tmp_path / "three.toml")
    with pytest.raises(UsageError, match="cannot be read"):
        read_corrections(tmp_path / "none.toml")
