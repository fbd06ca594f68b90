import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.statements import ChangeStatement
from loaders.changes.prose import read_changes
from loaders.text import Text, Words, line_starts
from tests.loaders.kinds import kind_of

Sides = tuple[str, set[str], set[str]]


def changes(words: str) -> list[ChangeStatement]:
    text = Text("a.txt", "0", "txt", words, (), line_starts(words))
    return list(read_changes(text, Words.of(words, 0, len(words)), plan=1))


def sides(words: str) -> list[Sides]:
    return [(kind_of(one), {p.name for p in one.before}, {p.name for p in one.after}) for one in changes(words)]


@pytest.mark.parametrize(
    ("words", "kind", "before", "after"),
    [
        ("由东山村、西山村合并设立双山村。", "merge", "东山村 西山村", "双山村"),
        ("将东山村、西山村合并为双山村。", "merge", "东山村 西山村", "双山村"),
        ("东山村与西山村合并，新村名为双山村。", "merge", "东山村 西山村", "双山村"),
        ("双山村由东山村、西山村合并而成。", "merge", "东山村 西山村", "双山村"),
        ("双山村：由原东山村、西山村合并组成。", "merge", "东山村 西山村", "双山村"),
        ("东山村+西山村→双山村", "merge", "东山村 西山村", "双山村"),
        ("撤销东山村，并入西山村。", "absorb", "东山村 西山村", "西山村"),
        ("撤销甲水市东山区，并入甲水市西山区。", "absorb", "东山区 西山区", "西山区"),
        ("撤销甲水县东山乡，将其行政区域并入乙水县西山镇。", "absorb", "东山乡 西山镇", "西山镇"),
        ("将东山村并入西山村。", "absorb", "东山村 西山村", "西山村"),
        ("撤东山村建制，所辖并入西山村。", "absorb", "东山村 西山村", "西山村"),
        ("撤销东山乡、西山乡，设立双山镇。", "merge", "东山乡 西山乡", "双山镇"),
        ("撤销东山镇、西山镇，设立新的东山镇。", "absorb", "东山镇 西山镇", "东山镇"),
        ("撤东山乡建东山镇。", "rename", "东山乡", "东山镇"),
        ("撤东山县设东山市。", "rename", "东山县", "东山市"),
        ("撤销东山县，设立东山市（县级）。", "rename", "东山县", "东山市"),
        ("东山村更名为西山村。", "rename", "东山村", "西山村"),
        ("东山乡改为东山镇。", "rename", "东山乡", "东山镇"),
        ("撤销东山乡，以其原行政区域设立东山镇。", "rename", "东山乡", "东山镇"),
        ("撤销东山镇。", "abolish", "东山镇", ""),
        ("新设南山街道。", "create", "", "南山街道"),
        ("东山街道分设为东山街道、南山街道。", "split", "东山街道", "东山街道 南山街道"),
        ("将东山村、西山村，合并为双山村。", "merge", "东山村 西山村", "双山村"),
        ("将东山村、西山村撤销，合并设立双山村。", "merge", "东山村 西山村", "双山村"),
        ("1. 将东山村、西山村合并,命名为双山村村民委员会(1742);", "merge", "东山村 西山村", "双山村"),
        ("同意东山镇,道二乡,西山镇成建制合并设立西山镇。", "absorb", "东山镇 道二乡 西山镇", "西山镇"),
        ("3、同意东山乡和西山乡成建制合并,合并后撤乡设镇设双山镇。", "merge", "东山乡 西山乡", "双山镇"),
        ("1.双山村:包括原东山行政村和原西山村南头自然村,区域面积10平方公里", "transfer", "东山村 西山村", "双山村"),
        ("将东山村整体并入西山村，成立新的西山村。", "absorb", "东山村 西山村", "西山村"),
        ("东山村村民委员会改设东山社区居民委员会。", "rename", "东山村", "东山社区"),
        ("撤销东山湖市，将其行政区域划归西河县。", "absorb", "东山湖市 西河县", "西河县"),
        ("设立青石市马山区，以马山镇的行政区域为马山区的行政区域。", "rename", "马山镇", "马山区"),
        ("恢复东山县，以西河县的丙水乡、丁水乡为其行政区域。", "transfer", "西河县", "东山县"),
        ("析东山县东部置南山县。", "transfer", "东山县", "南山县"),
        ("2005年，东山乡撤乡建镇，更名为东山镇。", "rename", "东山乡", "东山镇"),
        ("甲水乡复归西河县。", "transfer", "甲水乡", "西河县"),
        ("将乐县更名为新乐县。", "rename", "将乐县", "新乐县"),
        ("撤建新乡建建新镇。", "rename", "建新乡", "建新镇"),
        ("将东山村、西山村撤并为双山村。", "merge", "东山村 西山村", "双山村"),
        ("撤并东山村至西山村。", "absorb", "东山村 西山村", "西山村"),
        ("合并东山村、西山村，设立双山村。", "merge", "东山村 西山村", "双山村"),
        ("合并东山村和西山村为双山村。", "merge", "东山村 西山村", "双山村"),
        ("由原东山村、西山村组建双山村。", "merge", "东山村 西山村", "双山村"),
        ("东山村和西山村合二为一，组建双山村。", "merge", "东山村 西山村", "双山村"),
        ("撤销东山村、西山村，两村合并为双山村。", "merge", "东山村 西山村", "双山村"),
        ("以东山村为主体，合并西山村，成立双山村。", "merge", "东山村 西山村", "双山村"),
        ("在东山镇、西山乡基础上设立双山镇。", "merge", "东山镇 西山乡", "双山镇"),
        ("东山镇与西山乡合并，镇名仍为东山镇。", "absorb", "东山镇 西山乡", "东山镇"),
        ("东山镇与南街区办合并为南街街道。", "merge", "东山镇 南街区办", "南街街道"),
        ("将东山村整村搬迁并入西山村。", "absorb", "东山村 西山村", "西山村"),
        ("东山乡撤乡，并入西山镇。", "absorb", "东山乡 西山镇", "西山镇"),
        ("撤销东山县建制，将所辖区乡并入西山县。", "absorb", "东山县 西山县", "西山县"),
        ("撤销小（氵奚）村，并入大堰村。", "absorb", "小（氵奚）村 大堰村", "大堰村"),
        ("东山镇一分为二，设立北街道、南山街道。", "split", "东山镇", "北街道 南山街道"),
        ("将东山镇拆分，分别设立北山镇、南山镇。", "split", "东山镇", "北山镇 南山镇"),
        ("由【东山村委会】更名为【西山村村民委员会】。", "rename", "东山村", "西山村"),
        ("西山村“村改居”为西山社区。", "rename", "西山村", "西山社区"),
        ("东山村撤村改居，成立东山社区居民委员会。", "rename", "东山村", "东山社区"),
        ("将东山县的临江街道办事处成建制移交西山区管理。", "transfer", "临江街道", "西山区"),
        ("将东山县柳湾区划归西山县。", "transfer", "柳湾区", "西山县"),
        ("从东山县划出甲水镇归西山县管辖。", "transfer", "甲水镇", "西山县"),
        ("将东山县的柳湾、石桥屯等划给西山县。", "transfer", "柳湾 石桥屯", "西山县"),
        ("撤销发展镇，并入建设镇。", "absorb", "发展镇 建设镇", "建设镇"),
        ("同意将置信镇并入东山镇。", "absorb", "置信镇 东山镇", "东山镇"),
        ("由东山村、西山村合并设立建新村。", "merge", "东山村 西山村", "建新村"),
        ("东山村、西山村合并成立为民村。", "merge", "东山村 西山村", "为民村"),
    ],
)
def test_a_sentence_tells_a_change(words: str, kind: str, before: str, after: str) -> None:
    assert sides(words) == [(kind, set(before.split()), set(after.split()))]


@pytest.mark.parametrize(
    "words",
    [
        "福寿村至忠荣村撤并建制村畅通工程3.4公里。",
        "高峰小学（54人）与通仙小学合并。",
        "做好村级建制调整改革“后半篇”文章。",
        "推进合并村集体经济融合发展。",
        "撤销东山县民政局，设立东山县社会工作部。",
        "撤销东山村党支部，成立东山村党总支。",
        "撤销村民委员会改设社区居民委员会。",
        "撤乡并镇、撤县设区、撤村建居。",
        "全县划为8个乡。",
        "东山县改属青石市。",
        "东山县隶属青石市。",
        "把东山村改为示范村。",
        "设立绿色通道，成立领导小组。",
        "在东山村、西山村设立代办点。",
        "新建红林村至鑫河村公路。",
        "东山村与西山村合并。",
        "划出学生等候区，新设夜市摊位区，清除沿街占道区。",
        "设立无烟社区，创建平安村。",
        "将云岭镇的供电所、中心校、农机站3个单位划归丰河镇管理。",
        "由[东山村委会]更名为[东山村村民委员会]。",
    ],
)
def test_roads_schools_offices_and_headings_tell_none(words: str) -> None:
    assert changes(words) == []


def test_names_are_given_without_the_place_above_and_without_class_words() -> None:
    one = changes("撤销青石市东城区、西城区，设立新的青石市东城区，以原东城区、西城区的行政区域为东城区的行政区域。")[0]
    assert [(p.name, p.role) for p in one.before] == [("东城区", "continues"), ("西城区", "ends")]
    assert [(p.name, p.role) for p in one.after] == [("东城区", "continues")]
    assert (one.parent, one.level, one.source.line) == ("青石市", "county", 1)


def test_lists_side_by_side_make_a_change_for_each_pair() -> None:
    assert sides("东山村、西山村分别并入南山村、北山村。") == [
        ("absorb", {"东山村", "南山村"}, {"南山村"}),
        ("absorb", {"西山村", "北山村"}, {"北山村"}),
    ]


def test_status_changes_pair_by_their_names() -> None:
    words = "同意撤销青石县东山乡、西山乡建制，分别设置东山镇、西山街道。"
    assert sides(words) == [("rename", {"东山乡"}, {"东山镇"}), ("rename", {"西山乡"}, {"西山街道"})]
    assert {one.parent for one in changes(words)} == {"青石县"}


def test_several_changes_stand_in_one_list() -> None:
    assert sides("东山村并入西山村、南山村并入北山村。") == [
        ("absorb", {"东山村", "西山村"}, {"西山村"}),
        ("absorb", {"南山村", "北山村"}, {"北山村"}),
    ]
    assert sides("新村：双山村（由东山村、西山村合并）、长山村（南山村、北山村合并）。") == [
        ("merge", {"东山村", "西山村"}, {"双山村"}),
        ("merge", {"南山村", "北山村"}, {"长山村"}),
    ]


def test_a_giver_holds_for_the_lists_that_follow_in_its_sentence() -> None:
    words = "撤销青石市郊区，将原郊区的甲水、乙水两个乡划归南山区；丙水、丁水两个乡划归北山区。"
    found = [one for one in changes(words) if kind_of(one) == "transfer"]
    assert [([p.name for p in one.before], one.givers, one.level) for one in found] == [
        (["甲水", "乙水"], ("郊区",), "town"),
        (["丙水", "丁水"], ("郊区",), "town"),
    ]


def test_a_heading_names_the_place_above() -> None:
    assert changes("永和镇:撤销东山村,设立东山社区。")[0].parent == "永和镇"
    assert changes("青石区撤销东山乡,设立东山镇。")[0].parent == "青石区"


def test_three_that_become_two_are_one_change() -> None:
    assert sides("东山乡、西山乡、南山乡合并为双山镇、长山镇。") == [
        ("merge", {"东山乡", "西山乡", "南山乡"}, {"双山镇", "长山镇"})
    ]


def test_a_transfer_has_a_change_for_each_nearest_giver() -> None:
    found = changes("东河县的甲水乡、乙水镇的丙、丁2个村划归西河县管辖。")
    assert [([p.name for p in one.before], one.givers, one.level) for one in found] == [
        (["甲水乡"], ("东河县",), "town"),
        (["丙", "丁"], ("乙水镇",), "village"),
    ]
    assert {p.role for one in found for p in (*one.before, *one.after)} == {"moved", "receives"}


def test_a_whole_that_moves_with_named_parts_is_one_change() -> None:
    assert sides("丙水镇及其所辖的东山村、西山村划归西河县。") == [
        ("transfer", {"丙水镇", "东山村", "西山村"}, {"西河县"})
    ]
    assert sides("丙水镇及所辖全部9个村划归西河县。") == [("transfer", {"丙水镇"}, {"西河县"})]


def test_a_clause_on_the_town_of_moved_villages_is_no_change_of_its_own() -> None:
    words = "将丙水镇的东山村、西山村划归西河县；东山村、西山村划归丁水镇管辖。"
    assert sides(words) == [("transfer", {"东山村", "西山村"}, {"西河县"})]
    assert changes(words)[0].source.quote == words


def test_what_a_new_district_has_of_others_is_moved_and_its_own_is_not() -> None:
    found = changes("设立丁山区。丁山区辖戊山街道、原东河县的甲水乡、乙水乡和原西河县的丙水镇。")
    assert [(kind_of(one), [p.name for p in one.before], one.givers) for one in found] == [
        ("create", [], ()),
        ("transfer", ["甲水乡", "乙水乡"], ("东河县",)),
        ("transfer", ["丙水镇"], ("西河县",)),
    ]


def test_what_is_governed_goes_on_over_commas() -> None:
    words = "撤销丙水县。丁山区：辖桥东、桥西2个街道，原东河县的甲水镇，乙水乡的丙、丁2个村，戊水乡的己村，共6个。"
    found = [one for one in changes(words) if kind_of(one) == "transfer"]
    assert [([p.name for p in one.before], one.givers) for one in found] == [
        (["甲水镇"], ("东河县",)),
        (["丙", "丁"], ("乙水乡",)),
        (["己村"], ("戊水乡",)),
    ]


def test_a_new_place_that_governs_others_of_its_rank_is_made_of_them() -> None:
    one = changes("设立云埠街道，辖原旧埠镇全部区域和梨园街道部分区域。撤销旧埠镇。")
    assert [[(p.name, p.role, p.share) for p in change.before] for change in one] == [
        [("旧埠镇", "ends", "whole"), ("梨园街道", "continues", "part")]
    ]


def test_a_total_stands_for_the_lists_before_it() -> None:
    found = changes("将东河县所辖的甲水镇、乙水镇，西河县所辖的丙水镇，共3个镇划归丁山区管辖。")
    assert [([p.name for p in one.before], one.givers) for one in found] == [
        (["甲水镇", "乙水镇"], ("东河县",)),
        (["丙水镇"], ("西河县",)),
    ]


def test_a_month_alone_is_in_the_year_named_last() -> None:
    found = changes(
        "1951年4月，将东山乡划归西河县，9月，将南山乡并入北山镇；12月，撤销丙水乡，次年3月，丁水乡并入北山镇。"
    )
    assert [one.on for one in found] == ["1951-04", "1951-09", "1951-12", "1952-03"]


def test_an_area_is_a_place_in_words_on_places_only() -> None:
    assert sides("设立临时观察区。") == []
    assert sides("2019年，设立东城区。") == [("create", set(), {"东城区"})]
    assert sides("现就行政区划批复如下：设立东城区。") == [("create", set(), {"东城区"})]


def test_pieces_of_districts_go_into_a_new_one() -> None:
    words = "设立青石市南山区，以原东山区的甲水街道、乙水街道和青石市西山区的丙水街道的行政区域为南山区的行政区域。"
    one = changes(words)[0]
    assert [(p.name, p.share, p.part) for p in one.before] == [
        ("东山区", "part", "甲水街道、乙水街道"),
        ("西山区", "part", "丙水街道"),
    ]
    assert [p.name for p in one.after] == ["南山区"]


def test_a_place_that_ends_without_a_piece_has_share_part() -> None:
    words = (
        "撤销东山区、西山区，设立新的西山区，以原东山区（不含甲水街道，乙水街道）、西山区的行政区域为西山区的行政区域。"
    )
    assert [(p.name, p.role, p.share) for p in changes(words)[0].before] == [
        ("东山区", "ends", "part"),
        ("西山区", "continues", "whole"),
    ]


def test_and_splits_only_behind_a_class_word() -> None:
    assert sides("撤销和平村和永和村，设立太和村。") == [("merge", {"和平村", "永和村"}, {"太和村"})]


def test_a_short_name_stands_for_the_full_one_in_the_text() -> None:
    assert sides("1956年甲水乡划归西河县。次年，乙水乡并入西河。")[1] == ("absorb", {"乙水乡", "西河县"}, {"西河县"})


def test_dates_and_states_are_those_of_the_words() -> None:
    decided = changes("2019年12月30日，经省人民政府批准，撤销东山乡，设立东山镇；撤销西山乡，设立西山镇。")
    assert [(one.on, one.decided_on, one.status) for one in decided] == [("", "2019-12-30", "approved")] * 2
    planned = changes("拟将东山村并入西山村，2020年12月底前完成。")[0]
    assert (planned.on, planned.earliest, planned.latest, planned.status) == (
        "../2020-12",
        "",
        "2020-12-31",
        "proposed",
    )
    done = changes("2018年由东山村、西山村合并为双山村。")[0]
    assert (done.on, done.earliest, done.latest, done.status) == ("2018", "2018-01-01", "2018-12-31", "stated")


def test_each_change_quotes_its_own_sentence() -> None:
    words = "一、撤销东山乡，设立东山镇。二、撤销西山乡，并入东山镇。"
    assert [one.source.quote for one in changes(words)] == [
        "一、撤销东山乡，设立东山镇。",
        "二、撤销西山乡，并入东山镇。",
    ]


NAMES = st.sampled_from(
    [
        "东山",
        "西岭",
        "永和",
        "和平",
        "建新",
        "设福",
        "分水",
        "并州",
        "归德",
        "将军",
        "先锋",
        "合心",
        "后港",
        "新华",
        "石桥",
    ]
)
ENDINGS = st.sampled_from(["村", "社区", "乡", "镇", "街道", "县", "区"])


@given(
    st.lists(NAMES, min_size=3, max_size=6, unique=True), ENDINGS, st.sampled_from("由将原"), st.sampled_from("、，")
)
def test_a_merger_reads_back_whatever_its_names(stems: list[str], ending: str, lead: str, comma: str) -> None:
    *old, new = [stem + ending for stem in stems]
    merged = f"撤销{'、'.join(old)}{comma if comma == '，' else '，'}设立{new}。"
    assert sides(merged) == [("merge", set(old), {new})]
    joined = f"{lead}{'、'.join(old)}合并设立{new}。"
    assert sides(joined) == [("merge", set(old), {new})]


@given(st.lists(NAMES, min_size=2, max_size=2, unique=True), ENDINGS)
def test_one_that_goes_into_another_reads_back(stems: list[str], ending: str) -> None:
    one, other = (stem + ending for stem in stems)
    for words in (f"将{one}并入{other}。", f"撤销{one}，整建制并入{other}。", f"2020年6月，{one}并入{other}。"):
        assert sides(words) == [("absorb", {one, other}, {other})]


@given(
    st.text(
        alphabet="撤销并入合设立以原的行政区域为划归辖由将村镇乡县区市甲乙丙、，。；：（）12个和及其→ \n", max_size=120
    )
)
def test_any_words_are_read_without_an_error(words: str) -> None:
    for one in changes(words):
        assert one.source.start is not None
        assert one.source.end is not None
        assert one.source.quote == words[one.source.start : one.source.end]


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_without_an_error(words: str) -> None:
    changes(words + "撤销" + words)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "撤销东山村，并入西山村；" * 4000,
        "撤销" + "东山村、" * 20000 + "设立西山村",
        "撤" * 50000,
        "以原" * 20000 + "的行政区域",
        "将东山村划归" * 8000,
        "（" * 40000 + "撤销",
        "甲水村（由" * 8000 + "合并",
        "东山村并入西山村、" * 4000,
        "双山村（由东山村、西山村合并）" * 3000,
        "撤销甲水村，乙水村，" * 6000,
        "设立丁山区，以原东河县的甲水乡的行政区域为丁山区的行政区域；" * 1500,
    ],
)
def test_long_words_are_read_in_linear_time(words: str) -> None:
    start = time.process_time()
    changes(words)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "sentence",
    [
        "1960年，曾提议把甲山村并入乙山村，未果。",
        "1962年，专家认为应将甲山镇并入乙山镇。",
        "1958年，县委曾研究将甲山乡并入乙山乡。",
        "1992年，拟定将甲山村并入乙山村，因故搁置。",
        "1961年，将甲山村划归乙山镇，省厅未予同意。",
    ],
)
def test_what_was_only_thought_of_is_proposed(sentence: str) -> None:
    assert [one.status for one in changes(sentence)] == ["proposed"]


@pytest.mark.parametrize(
    "words",
    [
        "柳湾镇划归东河县；更名为沙沟镇。",
        "将东河县柳湾镇划归西河县管辖，并更名为沙沟镇。",
        "撤销柳湾乡，设立柳湾镇；同时更名为沙沟镇。",
    ],
)
def test_a_new_name_without_the_old_is_that_of_the_place_spoken_of_last(words: str) -> None:
    assert ("rename", {"柳湾镇"}, {"沙沟镇"}) in sides(words)
    assert len(sides(words)) == 2


def test_a_new_name_of_another_level_than_what_was_spoken_of_is_none() -> None:
    assert sides("红旗镇并入东河县；更名为光明镇。") == [("absorb", {"红旗镇", "东河县"}, {"东河县"})]
