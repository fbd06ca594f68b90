"""The file of human decisions: what it says, what it refuses, and that it is the same bytes every time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions, Verdict, decision, read_decisions, to_toml, write_decisions
from graph.errors import UsageError

TOWN = "大英县/蓬莱镇"
SAME = decision("same", "unit", TOWN, "农业服务中心", "农业综合服务中心")


def test_names_decided_to_be_the_same_stand_under_the_longest() -> None:
    decisions = Decisions().with_(SAME).with_(decision("same", "unit", TOWN, "农服中心", "农业服务中心"))
    assert decisions.canonical("unit", TOWN, "农服中心") == "农业综合服务中心"
    assert decisions.canonical("unit", "大英县/金元镇", "农服中心") == "农服中心"
    assert decisions.canonical("person", TOWN, "农服中心") == "农服中心"
    assert decisions.verdict("unit", TOWN, ("农服中心", "农业综合服务中心")) == "same"


def test_a_decision_is_made_in_normal_form_and_in_either_order() -> None:
    assert decision("same", "unit", TOWN, "农业综合服务中心", "农业 服务中心") == SAME


def test_a_decision_to_differ_holds_for_all_names_of_both() -> None:
    apart = decision("different", "unit", TOWN, "农业综合服务中心", "农民工服务中心")
    decisions = Decisions().with_(SAME).with_(apart)
    assert decisions.verdict("unit", TOWN, ("农业服务中心", "农民工服务中心")) == "different"
    assert decisions.verdict("unit", TOWN, ("农业服务中心", "司法所")) is None


def test_a_decision_can_be_changed_and_taken_back() -> None:
    changed = Decisions().with_(SAME).with_(decision("different", "unit", TOWN, "农业服务中心", "农业综合服务中心"))
    assert len(changed.all) == 1
    assert changed.without(changed.all[0]) == Decisions()
    with pytest.raises(UsageError, match="No such decision"):
        Decisions().without(SAME)


def test_decisions_that_contradict_each_other_are_refused() -> None:
    decisions = Decisions().with_(SAME).with_(decision("same", "unit", TOWN, "农服中心", "农业服务中心"))
    with pytest.raises(UsageError, match="different and, over others, the same"):
        decisions.with_(decision("different", "unit", TOWN, "农服中心", "农业综合服务中心"))


def test_one_name_cannot_be_decided_on() -> None:
    with pytest.raises(UsageError, match="one name already"):
        decision("same", "unit", TOWN, "李 刚", "李刚")


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
    write_decisions(path, decisions)
    assert read_decisions(path) == decisions
    assert path.read_text(encoding="utf-8") == to_toml(decisions)


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
