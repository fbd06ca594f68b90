"""Owner brackets are proved by verb, names and company; what is refused keeps the part that was not understood."""

import pytest

from graph.statements import Role
from graph.words.fold import fold
from loaders.owners.duty_phrases import duty_phrases
from loaders.owners.owner_words import may_be_names, proof_of
from loaders.owners.reading import read_owners


@pytest.mark.parametrize(
    ("words", "phrase", "role"),
    [
        ("县水利局按照各自职责分工负责", "按照各自职责分工负责", "responsible"),
        ("县水利局、县林业局全力配合", "全力配合", "supporting"),
        ("县公安局按管理权限分级负责", "按管理权限分级负责", "responsible"),
        ("县教体局负责组织实施", "负责组织实施", "responsible"),
        ("县教体局负责牵头", "负责牵头", "lead"),
        ("县教体局负责并配合", "负责并配合", "responsible"),
        ("县财政局按职责做好配合", "按职责做好配合", "supporting"),
        ("县财政局协同", "协同", "supporting"),
        ("县财政局协同推进", "协同推进", "supporting"),
        ("县财政局协同落实", "协同落实", "responsible"),
        ("县总工会总牵头", "总牵头", "lead"),
        ("县政协办负责", "负责", "responsible"),
        ("县有关部门按职责分工", "按职责分工", "responsible"),
        ("各乡镇按照“谁主管、谁负责”的原则落实", "按照“谁主管、谁负责”的原则落实", "responsible"),
    ],
)
def test_a_phrase_of_duty_is_composed(words: str, phrase: str, role: Role) -> None:
    [*_, last] = duty_phrases(fold(words))
    assert (words[last.start : last.end], last.role, last.ends_clause) == (phrase, role, True)


@pytest.mark.parametrize(
    "words", ["县水利局负责人", "县落实办", "县协作中心", "县项目推进组", "县水利局组织", "县实施方案"]
)
def test_words_that_hold_a_verb_are_no_phrase(words: str) -> None:
    assert [phrase for phrase in duty_phrases(fold(words)) if phrase.ends_clause] == []


@pytest.mark.parametrize(
    "words",
    [
        "县财政局、海关牵头",
        "办公室牵头，各水厂落实",
        "分管副县长牵头，一中落实",
        "按职责分工，由县水利局负责",
        "县不动产登记中心负责",
        "自由贸易区管委会牵头",
        "附属医院负责",
        "县水务牵头，县应急配合",
        "县水利局牵头，6月底前完成",
        "县水利局指导，各乡镇负责",
        "海关牵头县林业局配合",
        "发改、应急管理、市场监管等部门按职责分工负责",
    ],
)
def test_a_verb_beside_a_sure_part_proves_an_owner_bracket(words: str) -> None:
    assert proof_of(words).by == "duty"


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("办公室负责", "duty beside others"),
        ("海关牵头", "duty beside others"),
        ("青禾之家负责", "duty beside others"),
        ("县水利局、青禾海关", "names beside others"),
        ("县水利局、县林业局，列首的为牵头单位，下同", "names beside others"),
    ],
)
def test_what_is_not_sure_counts_beside_others(words: str, by: str) -> None:
    assert proof_of(words).by == by


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("政府主导、群众参与", "群众"),
        ("党委领导、政府负责", "政府"),
        ("谁审批、谁负责", "谁审批"),
        ("费用由村集体负责", "费用由村集体"),
        ("确保责任落实", "确保责任"),
        ("县级统筹、县直部门牵头", "县级统筹"),
        ("原县水利局负责", "原县水利局"),
        ("县水利局、植树造林", "植树造林"),
        ("专人负责", "专人"),
    ],
)
def test_a_clause_or_a_slogan_is_refused_with_its_part(words: str, part: str) -> None:
    proof = proof_of(words)
    assert (proof.by, proof.refused) == ("none", part)


@pytest.mark.parametrize("words", ["试行", "进入省、市龙头企业支持目录", "见附件", "一期工程", "2021年6月", ""])
def test_words_without_duty_and_names_are_not_even_refused(words: str) -> None:
    proof = proof_of(words)
    assert (proof.by, proof.refused if not proof.with_duty else "") == ("none", "")


def test_every_part_beside_a_sure_one_is_an_owner() -> None:
    owners = read_owners("海关、总社牵头，支行、一中、县财政局等市县有关部门按权限配合，机关落实", "responsible")
    assert owners.lead == ("海关", "总社")
    assert owners.supporting == ("支行", "一中", "县财政局")
    assert owners.responsible == ("机关",)


def test_posts_and_persons_are_told_from_units() -> None:
    owners = read_owners("分管副县长、副镇长李建国牵头，县应急局、各级河长落实", "responsible")
    assert (owners.posts, owners.persons, owners.leading) == (("分管副县长", "各级河长"), ("李建国",), ("李建国",))
    assert (owners.lead, owners.responsible) == ((), ("县应急局",))


def test_branches_of_work_are_units() -> None:
    owners = read_owners("公安、林业、应急管理等部门负责，李建国配合", "responsible")
    assert (owners.responsible, owners.persons) == (("公安", "林业", "应急管理"), ("李建国",))


def test_a_unit_over_the_others_has_no_role() -> None:
    owners = read_owners("县水利局指导，各乡镇负责", "responsible")
    assert (owners.lead, owners.responsible, owners.supporting) == ((), ("各乡镇",), ())


@pytest.mark.parametrize(
    ("words", "may"), [("海关", True), ("县财政局、一中", True), ("另行通知", False), ("落实到人", False)]
)
def test_behind_a_label_without_a_colon_names_may_be_unknown(words: str, may: bool) -> None:  # noqa: FBT001 - a case
    assert may_be_names(words) is may


def test_phrases_are_found_in_linear_time() -> None:
    assert len(list(duty_phrases(fold("按照各自职责分工" * 20_000)))) == 1
    assert len(list(duty_phrases(fold("县水利局牵头，" * 20_000)))) == 20_000
