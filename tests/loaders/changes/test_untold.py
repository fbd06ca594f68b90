import pytest

from graph.statements import UnreadStatement
from loaders.changes.prose import read_changes
from loaders.changes.untold import not_understood
from loaders.text import Text, Words, line_starts


def unread(words: str) -> list[UnreadStatement]:
    text = Text("a.txt", "0", "txt", words, (), line_starts(words))
    found: list[UnreadStatement] = []
    read_changes(text, Words.of(words, 0, len(words)), plan=1, unread=found)
    return found


@pytest.mark.parametrize(
    "words", ["将其第5至9村民小组划归邻近村", "5-9组与东山村合并", "其东部划归邻近村", "东山村及附近划归西山镇"]
)
def test_a_clause_that_moves_places_or_groups_seems_a_move(words: str) -> None:
    assert not_understood(words)


@pytest.mark.parametrize(
    "words",
    [
        "其资产划归东山村",
        "东山小学并入西山镇",
        "2015年划归东山镇的西山村",
        "关于部分村民小组划转的通知",
        "部分村民小组划转方案",
        "第3组道路并入东山镇",
        "东山村村民参加医保",
    ],
)
def test_moves_of_things_titles_and_asides_do_not(words: str) -> None:
    assert not_understood(words) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("将原甲村的土地划归乙村管理。", True),
        ("将原柳湾村的土地、山林划归沙沟村管理。", True),
        ("柳湾村的耕地、林地划入沙沟村。", True),
        ("东河县柳湾村的全部土地并入沙沟村。", True),
        ("将柳湾村的集体资产划归沙沟村管理。", False),
        ("将柳湾村的土地承包经营权划归县公司管理。", False),
        ("将土地划归农户经营。", False),
        ("将柳湾小学划归县教育局管理。", False),
    ],
)
def test_the_land_of_a_place_that_goes_to_another_is_told(words: str, told: bool) -> None:  # noqa: FBT001
    assert [one.reason for one in unread(words)] == ["unread.moved"] * told


def test_the_clause_is_quoted_as_it_stands() -> None:
    words = "撤销东山村，将其“第5至9 村民小组”划归邻近村。"
    assert [one.source.quote for one in unread(words)] == ["将其“第5至9 村民小组”划归邻近村"]


def test_lists_that_pair_nothing_and_parts_of_nothing_named_are_listed() -> None:
    assert [one.source.quote for one in unread("将东山村、西山村划归甲水镇、乙水镇。")] == [
        "将东山村、西山村划归甲水镇、乙水镇"
    ]
    assert len(unread("撤销东山村、西山村，第1至4组划归南山村，第5组划归北山村。")) == 2


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("撤销东山村涉及300户。", "东山村涉及300户"),
        ("集中撤并东山街道。", "集中"),
        ("东山村与西山村及周边合并为双山村。", "东山村与西山村及周边"),
        ("丁山区辖原东河县的甲水乡若干村组。", "原东河县的甲水乡若干村组"),
        ("1984年，改为红旗乡。", "改为红旗乡"),
        ("撤销城关区公所，设立城关镇。", "设立城关镇"),
        ("设立临时观察区。", "临时观察区"),
        ("将党群服务中心、东山村，撤销。", "撤销"),
    ],
)
def test_a_change_beside_the_name_of_a_place_is_told_with_the_part_not_understood(words: str, part: str) -> None:
    assert [one.reason_values.get("part") for one in unread(words)] == [part]


def test_what_waits_for_a_name_in_vain_is_told() -> None:
    for words in ("东山镇一分为二。", "东山乡改镇。", "东山村与西山村合并。"):
        assert [one.reason for one in unread(words)] == ["unread.no_result"]


def test_a_change_that_was_read_is_not_listed() -> None:
    assert unread("撤销东山村，其第1至4组划归西山村，其余划归南山村。") == []


@pytest.mark.parametrize("title", ["附件：东山镇合并村集体经济融合发展任务分工表", "东山镇合并村规划任务清单"])
def test_a_title_is_not_told_and_a_sentence_that_ends_alike_is(title: str) -> None:
    assert unread(title) == []
    assert [one.reason for one in unread(f"按上级要求，{title}。")] == ["unread.change"]
