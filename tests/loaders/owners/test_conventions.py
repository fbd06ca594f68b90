"""Notes on who leads are found in every wording and leave the words around them whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.owners.conventions import Convention, take_note


@pytest.mark.parametrize(
    ("words", "rest", "rule", "party", "lasting"),
    [
        ("责任单位（第一个逗号前的单位为牵头单位）", "责任单位", "before_comma", "units", False),
        ("甲局，乙局（逗号前为牵头单位，下同）", "甲局，乙局", "before_comma", "units", True),
        ("甲办、乙办(排在第一的为牵头单位,下同)", "甲办、乙办", "first", "units", True),
        ("责任领导（逗号前为牵头领导）", "责任领导", "before_comma", "leaders", False),
        ("（责任单位：甲局、乙局，列第一的为牵头单位，下同）", "（责任单位：甲局、乙局）", "first", "units", True),
        ("甲局、乙局；第一个为牵头单位", "甲局、乙局", "first", "units", False),
        ("甲局、各单位，第一个为牵头单位", "甲局、各单位", "first", "units", False),
        ("排名第一的单位为牵头单位", "", "first", "units", False),
        ("首位为牵头单位", "", "first", "units", False),
        ("各项任务排在第一位的为牵头单位", "", "first", "units", False),
        ("（注：责任单位中排在首位的为牵头单位）", "", "first", "units", False),
        ("有多个责任单位的，排在第一位的为牵头单位", "", "first", "units", False),
        ("牵头单位列第一位", "", "first", "units", False),
        ("责任单位中，第一个单位牵头", "", "first", "units", False),
        ("第一个“，”前为牵头单位", "", "before_comma", "units", False),
        ("甲局、乙局（列第一位为牵头或汇总单位，下同）", "甲局、乙局", "first", "units", True),
        ("甲局、乙局（除注明“分别牵头”外，列首位的为牵头单位，下同）", "甲局、乙局", "first", "units", True),
        ("甲局，乙局（除分别牵头的以外，逗号前为牵头单位和汇总单位）", "甲局，乙局", "before_comma", "units", False),
        ("请抓好落实。列在首位的为牵头单位。请按时报送", "请抓好落实。请按时报送", "first", "units", False),
    ],
)
def test_a_note_is_taken_out_of_its_words(words: str, rest: str, rule: str, party: str, lasting: bool) -> None:  # noqa: FBT001
    bare, found = take_note(words)
    assert found is not None
    assert (bare, found.rule, found.party, found.lasting) == (rest, rule, party, lasting)


def test_a_note_may_give_the_others_a_role() -> None:
    assert take_note("第一个为牵头单位，其余为配合单位")[1] == Convention(
        "first", "units", lasting=False, others="supporting"
    )


@pytest.mark.parametrize(
    "words",
    [
        "",
        "责任单位",
        "县水利局牵头，县林业局配合",
        "第一书记为牵头人",
        "（牵头单位：第一水厂）",
        "第一，县水利局牵头",
        "住房三层以下，下同",
    ],
)
def test_other_words_state_no_convention(words: str) -> None:
    assert take_note(words) == (words, None)


@given(
    units=st.sampled_from(["县水利局、县林业局", "县委组织部，各乡镇（街道）"]),
    joint=st.sampled_from(["", "，", "；"]),
    note=st.tuples(
        st.sampled_from(["排", "列", "排名", "排在", "位列"]),
        st.sampled_from(["第一", "第一位", "首位"]),
        st.sampled_from(["的", "的单位", "的责任单位"]),
        st.sampled_from(["为", "是"]),
    ),
    lasting=st.booleans(),
)
def test_any_wording_of_the_rule_of_the_first_is_read(
    *, units: str, joint: str, note: tuple[str, ...], lasting: bool
) -> None:
    words = "".join(note) + "牵头单位" + ("，下同" if lasting else "")
    text = f"{units}{joint}{words}" if joint else f"{units}（{words}）"
    assert take_note(text) == (units, Convention("first", "units", lasting=lasting))


@given(st.text(alphabet=st.sampled_from("第一个逗号前的单位为牵头，。（）()下同排在首列县局"), max_size=40))
def test_no_words_break_the_reader(words: str) -> None:
    rest, found = take_note(words)
    assert (rest == words) == (found is None)
