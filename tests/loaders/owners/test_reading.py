"""Owners are read by verb of duty, then by a stated convention, then by the label or column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.owners.conventions import Convention
from loaders.owners.reading import has_duty_verb, is_all_names, read_owners

BY_COMMA = Convention("before_comma", "units", lasting=True)
BY_PLACE = Convention("first", "units", lasting=True)


@pytest.mark.parametrize(
    ("words", "lead", "responsible", "supporting"),
    [
        ("县水利局牵头，县林业局配合", ["县水利局"], [], ["县林业局"]),
        ("由县水利局负责", [], ["县水利局"], []),
        (
            "县发改局牵头，县财政局、县水利局，各乡镇、开发区管委会配合",
            ["县发改局"],
            [],
            ["县财政局", "县水利局", "各乡镇", "开发区管委会"],
        ),
        ("甲局负责，乙局配合", [], ["甲局"], ["乙局"]),
        ("甲办牵头，乙科配合，各站所负责", ["甲办"], ["各站所"], ["乙科"]),
        ("县应急局牵头，县水利局、县气象局等部门分工负责", ["县应急局"], ["县水利局", "县气象局"], []),
        ("甲局、乙局牵头，丙局按照职责分工负责", ["甲局", "乙局"], ["丙局"], []),
        ("县水利局牵头县林业局配合", ["县水利局"], [], ["县林业局"]),
        ("县水利局负责修渠、护林，县林业局负责植树", [], ["县水利局", "县林业局"], []),
        ("县水利局牵头，会同县林业局、各乡镇落实", ["县水利局"], ["县林业局", "各乡镇"], []),
        ("县水利局牵头；时间视天气另定", ["县水利局"], [], []),
        ("县水利局（牵头）、县林业局、县财政局（配合）", ["县水利局"], ["县林业局"], ["县财政局"]),
        ("海关牵头县林业局配合", ["海关"], [], ["县林业局"]),
        ("法规股牵头，居民参与促进股、普法股配合", ["法规股"], [], ["居民参与促进股", "普法股"]),
    ],
)
def test_a_verb_of_duty_takes_the_names_before_it(
    words: str, lead: list[str], responsible: list[str], supporting: list[str]
) -> None:
    owners = read_owners(words, "responsible", convention=BY_PLACE)
    assert owners.basis == "verb"
    assert [*owners.lead] == lead
    assert [*owners.responsible] == responsible
    assert [*owners.supporting] == supporting


@pytest.mark.parametrize(
    ("words", "convention", "lead", "responsible"),
    [
        (
            "县委组织部、县民政局，县财政局、各乡镇（街道）",
            BY_COMMA,
            ["县委组织部", "县民政局"],
            ["县财政局", "各乡镇（街道）"],
        ),
        ("县委组织部", BY_COMMA, ["县委组织部"], []),
        ("县委组织部、县民政局", BY_COMMA, [], ["县委组织部", "县民政局"]),
        ("县委组织部、县民政局", BY_PLACE, ["县委组织部"], ["县民政局"]),
        ("县委组织部", BY_PLACE, ["县委组织部"], []),
    ],
)
def test_a_convention_says_who_leads(
    words: str, convention: Convention, lead: list[str], responsible: list[str]
) -> None:
    owners = read_owners(words, "responsible", convention=convention)
    assert ([*owners.lead], [*owners.responsible], owners.basis) == (lead, responsible, "stated")


def test_a_note_among_the_words_is_a_convention_and_no_name() -> None:
    owners = read_owners("党建办、社事办、市场监管所(排在第一的为牵头单位,下同)", "responsible")
    assert (owners.lead, owners.responsible) == (("党建办",), ("社事办", "市场监管所"))
    assert owners.stated == BY_PLACE


def test_a_convention_holds_for_the_responsible_only() -> None:
    assert read_owners("甲局，乙局", "supporting", convention=BY_COMMA).supporting == ("甲局", "乙局")
    assert read_owners("甲局，乙局", "lead", convention=BY_COMMA).lead == ("甲局", "乙局")


def test_a_convention_for_leaders_is_none_for_units() -> None:
    convention = Convention("before_comma", "leaders", lasting=False)
    assert read_owners("甲局，乙局", "responsible", convention=convention).lead == ()


def test_labels_inside_a_cell_open_lists_of_their_own() -> None:
    owners = read_owners("牵头：县水利局；配合：县林业局、县财政局", "responsible", basis="column")
    assert (owners.lead, owners.responsible, owners.supporting) == (("县水利局",), (), ("县林业局", "县财政局"))


def test_without_more_the_label_gives_the_role() -> None:
    owners = read_owners("承建单位、服务商；时间视天气另定", "responsible", basis="column")
    assert (owners.responsible, owners.basis) == (("承建单位", "服务商"), "column")


@pytest.mark.parametrize(
    "words", ["县水利局牵头，县林业局配合", "县水利局负责", "由县水利局牵头", "县应急牵头，县水务配合"]
)
def test_names_and_verbs_make_an_owner_bracket(words: str) -> None:
    assert has_duty_verb(words)


@pytest.mark.parametrize("words", ["县水利局、各乡镇", "区农业办，各镇办", "妇联、团委", "县级各部门", "各村（社区）"])
def test_nothing_but_names_may_make_an_owner_bracket(words: str) -> None:
    assert is_all_names(words)
    assert not has_duty_verb(words)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "试行",
            "见附件",
            "街道",
            "社区",
            "2021年6月",
            "以下简称县水利局",
            "一件事一次办",
            "帮扶单位",
            "吊脚楼村",
        ),
        *("党委领导、政府负责", "县水利局要牵头做好防汛工作", "已建成服务站", "3个服务中心"),
        "县级统筹、部门牵头",
    ],
)
def test_explanations_are_no_owner_brackets(words: str) -> None:
    assert not has_duty_verb(words)
    assert not is_all_names(words)


UNITS = ["县水利局", "县委组织部", "各乡镇（街道）", "县妇联", "镇社事办"]
VERBS = {
    "牵头": "lead",
    "牵头负责": "lead",
    "配合": "supporting",
    "协助": "supporting",
    "负责": "responsible",
    "分工负责": "responsible",
}


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True), st.sampled_from(sorted(VERBS))
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["，", "、", "；"]),
)
def test_any_duties_are_read_back(duties: list[tuple[list[str], str]], joint: str) -> None:
    words = joint.join("、".join(units) + verb for units, verb in duties)
    owners = read_owners(words, "responsible")
    by_role = {"lead": owners.lead, "responsible": owners.responsible, "supporting": owners.supporting}
    for role, found in by_role.items():
        assert [*found] == [*dict.fromkeys(unit for units, verb in duties if VERBS[verb] == role for unit in units)]
    assert has_duty_verb(words)


@given(st.text(alphabet=st.sampled_from("县水利局牵头配合负责落实由会同，、；。（）: 各乡镇等"), max_size=50))
def test_no_words_break_the_reader(words: str) -> None:
    owners = read_owners(words, "responsible", convention=BY_COMMA)
    assert all((*owners.lead, *owners.responsible, *owners.supporting, "end"))
    assert has_duty_verb(words) in {True, False}


def test_long_words_are_read_in_linear_time() -> None:
    assert len(read_owners("县水利局牵头，" * 5_000, "responsible").lead) == 1
    assert not is_all_names("（" * 10_000 + "县水利局" + "）" * 10_000)
