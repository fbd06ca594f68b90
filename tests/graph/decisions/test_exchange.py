"""The file of human decisions: what it says, what it refuses, and that it is the same bytes every time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions, Verdict, decision
from graph.decisions.exchange import read_decisions, to_toml
from graph.decisions.nodes import decision_nodes, decisions_in
from graph.errors import UsageError


def test_without_a_file_nothing_is_decided(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "decisions.toml") == Decisions()


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)


@given(st.lists(st.tuples(NAMES, NAMES, st.sampled_from(["same", "different"]))))
def test_decisions_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, str, Verdict]]
) -> None:
    decisions = Decisions()
    for one, other, verdict in made:
        try:
            decisions = decisions.with_(decision(verdict, "unit", one + other, one, other))
        except UsageError:
            continue
    path = tmp_path_factory.mktemp("decided") / "decisions.toml"
    path.write_text(to_toml(decisions), encoding="utf-8", newline="\n")
    assert read_decisions(path) == decisions


def test_who_decided_when_and_why_is_kept_and_left_out_where_it_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    told = decision(
        "same", "unit", "大英县", "甲办", "乙办", who="王五", decided_on="2021-08-19", why='一个"机构"\n更名'
    )
    path.write_text(to_toml(Decisions().with_(told)), encoding="utf-8")
    (read,) = read_decisions(path).all
    assert (read.who, read.decided_on, read.why) == ("王五", "2021-08-19", '一个"机构"\n更名')
    assert "who" not in to_toml(Decisions().with_(decision("same", "unit", "大英县", "甲办", "乙办")))


def test_decisions_are_written_sorted_a_block_each() -> None:
    one, other = (
        decision("same", "unit", "大英县", "甲办", "乙办"),
        decision("same", "person", "大英县", "李刚", "李钢"),
    )
    both = to_toml(Decisions().with_(one).with_(other))
    assert both == to_toml(Decisions().with_(other).with_(one))
    assert both == "\n".join(to_toml(Decisions().with_(single)) for single in (other, one))


def test_decisions_are_the_nodes_of_a_store_and_come_back_from_them() -> None:
    one = decision("same", "unit", "大英县", "甲办", "乙办", who="王五", decided_on="2021-08-19", why="更名")
    decisions = Decisions().with_(one).with_(decision("different", "person", "大英县", "李刚", "李钢"))
    nodes = decision_nodes(decisions)
    assert len({node.id for node in nodes}) == len(nodes)
    back = decisions_in(node.properties for node in nodes)
    assert [repr(single) for single in back.all] == [repr(single) for single in decisions.all]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("decision = 1", "must stand in"),
        ("[[decision", "are no TOML"),
        ("decision = [1]", "is no table"),
        ('[[decision]]\nverdict = "maybe"', "verdict must be one of"),
        ('[[decision]]\nverdict = "same"\nkind = "road"', "kind must be one of"),
        ('[[decision]]\nverdict = "same"\nkind = "unit"', "place must be a text"),
        ('[[decision]]\nverdict = "same"\nkind = "unit"\nplace = ""\nnames = ["甲"]', "names must be two names"),
        (f"{to_toml(Decisions().with_(decision('same', 'unit', '', '甲', '乙')))}why = 1", "why must be texts"),
    ],
)
def test_a_broken_file_gets_one_sentence(tmp_path: Path, words: str, sentence: str) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(UsageError, match=sentence):
        read_decisions(path)


def test_a_file_that_is_no_text_gets_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        read_decisions(path)
