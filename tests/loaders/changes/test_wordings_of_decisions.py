"""Wordings of real decisions on places, each with what it tells and what it must not make up."""

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes
from tests.loaders.changes.test_prose import Sides, changes, sides
from tests.loaders.changes.test_untold import unread


def told(*expected: tuple[str, str, str]) -> list[Sides]:
    return [(kind, set(before.split()), set(after.split())) for kind, before, after in expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (  # a region that is only described adds to what set its place up
            "同意撤销柳湾镇设立柳湾街道，实行城市管理体制，柳湾街道管辖范围为原柳湾镇行政区域。",
            told(("rename", "柳湾镇", "柳湾街道")),
        ),
        ("撤销罗溪村，设立罗溪社区，管辖范围为原罗溪村管辖区域。", told(("rename", "罗溪村", "罗溪社区"))),
        ("撤销青坝镇，设立青坝街道，青坝街道辖白马村、松坡村的行政区域。", told(("rename", "青坝镇", "青坝街道"))),
        (  # what a place has below it after a change is no change
            "撤销青坝镇，设立青坝街道。调整后，石泉镇辖梅坪社区、福田社区、三柏村所属行政区域。",
            told(("rename", "青坝镇", "青坝街道")),
        ),
        ("坪北乡撤乡设镇，万山镇更名为断龙山镇。", told(("rename", "万山镇", "断龙山镇"))),
        (
            "同意将团山社区和下湾社区整合，撤销下湾社区建制，保留团山社区建制。",
            told(("absorb", "团山社区 下湾社区", "团山社区")),
        ),
        ("撤销下湾村，保留团山村。", told(("abolish", "下湾村", ""))),
        (
            "县政府决定，撤销新安社区，将原新安社区管辖区划归柳岸社区统一管理。",
            told(("absorb", "新安社区 柳岸社区", "柳岸社区")),
        ),
        ("城关镇，此次与城郊乡成建制合并，设立归义镇。", told(("merge", "城关镇 城郊乡", "归义镇"))),
        ("同意撤销松岭村民委员会组建松岭社区居民委员会。", told(("rename", "松岭村", "松岭社区"))),
        ("同意新建桃溪镇圣泉社区居民委员会。", told(("create", "", "圣泉社区"))),
        ("撤销了柳溪路、芝山路两个居委会。", told(("abolish", "柳溪路", ""), ("abolish", "芝山路", ""))),
        ("撤销乌兰察布盟和县级丰山市，设立地级乌兰察布市。", told(("merge", "乌兰察布盟 丰山市", "乌兰察布市"))),
    ],
)
def test_a_decision_tells_just_this(words: str, expected: list[Sides]) -> None:
    assert sorted(sides(words), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize(
    ("words", "givers", "moved"),
    [
        ("柳阳县整建制由青石市划归铜山市管辖。", "青石市", "柳阳县"),
        ("将原粟山乡的柏管寺、原庄、柏峪3个村委会划归辽山镇管辖。", "粟山乡", "柏管寺 原庄 柏峪"),
        ("撤销青县，设立青石市。青石市辖从固山市划入的海山县和新设立的沙坡区。", "固山市", "海山县"),
    ],
)
def test_who_gives_stands_before_what_is_given(words: str, givers: str, moved: str) -> None:
    found = [one for one in changes(words) if one.givers]
    assert [(one.givers, {party.name for party in one.before}) for one in found] == [((givers,), set(moved.split()))]


def test_what_is_abolished_and_listed_anew_with_pieces_goes_whole_or_in_pieces() -> None:
    words = "撤销陈坝乡、小安乡、宣河镇，将原陈坝乡，原小安乡，原宣河镇龙门村、红梁村所属行政区域划归朝阳镇管辖。"
    moved = [(one.givers, {party.name for party in one.before}) for one in changes(words) if one.after]
    assert sorted(moved) == [((), {"陈坝乡", "小安乡", "朝阳镇"}), (("宣河镇",), {"龙门村", "红梁村"})]


def test_a_village_whose_name_begins_with_and_keeps_it_before_its_groups() -> None:
    words = "设立万山街道，将大石镇绿化村及龙潭乡和平村1至5组划归万山街道管辖。"
    assert {party.name for one in changes(words) for party in one.before} == {"绿化村", "和平村"}


def test_what_a_merger_could_not_be_read_makes_is_told_as_unread() -> None:
    words = "县城所在地的城关镇，此次与城郊乡成建制合并，设立归义镇。"
    assert changes(words) == []
    assert {one.source.quote for one in unread(words)} == {"此次与城郊乡成建制合并", "设立归义镇"}


def test_what_an_office_means_to_approve_is_proposed() -> None:
    assert [one.status for one in changes("经研究，拟同意新建桃溪镇圣泉社区居民委员会。")] == ["proposed"]


@pytest.mark.parametrize(
    ("title", "parent"),
    [
        ("关于青溪镇村级建制调整的通知", "青溪镇"),
        ("关于同意青溪镇部分行政村撤并方案的批复", "青溪镇"),
        ("关于云岭县青溪镇行政村规模调整的批复", "云岭县/青溪镇"),
        ("关于青溪镇石板村、盘龙村合并设立石盘村的批复", "青溪镇"),
        ("关于青溪镇、白水镇村级建制调整的通知", ""),
        ("关于青溪镇等3个镇村级建制调整的通知", ""),
        ("关于部分行政村撤并的通知", ""),
    ],
)
def test_villages_without_a_place_above_lie_in_the_one_that_the_title_names(title: str, parent: str) -> None:
    paper = f"云岭县人民政府\n{title}\n\n现通知如下：\n\n撤销石板村、盘龙村，合并设立石盘村。\n"
    assert [one.parent for one in read_document(read_bytes(paper.encode(), "a.txt")).changes] == [parent]


def test_the_place_of_a_title_is_not_above_one_of_its_rank_or_one_that_is_given() -> None:
    head = "云岭县人民政府\n关于青溪镇区划调整的通知\n\n现通知如下：\n\n"
    for words, parents in (
        ("撤销青溪镇，设立青溪街道。", {""}),
        ("将青溪镇柳湾村划归白水镇管辖。", {""}),
        ("撤销白水镇石板村，并入白水镇盘龙村。", {"白水镇"}),
    ):
        found = read_document(read_bytes(f"{head}{words}\n".encode(), "a.txt")).changes
        assert {one.parent for one in found} == parents, words


def test_villages_of_a_table_without_a_column_for_it_lie_in_the_town_of_its_title_else_of_the_papers() -> None:
    table = "| 序号 | 被撤并村 | 新设村 |\n| --- | --- | --- |\n| 1 | 石板村、盘龙村 | 石盘村 |\n"
    for title, above, parent in (
        ("关于村级建制调整的通知", "附件1：青溪镇村级建制调整一览表", "青溪镇"),
        ("关于村级建制调整的通知", "附件2\n青溪镇村级建制调整一览表", "青溪镇"),
        ("关于村级建制调整的通知", "附件：全县村级建制调整一览表", ""),
        ("关于青溪镇村级建制调整的通知", "附件：村级建制调整一览表", "青溪镇"),
    ):
        paper = f"云岭县人民政府\n{title}\n\n现通知如下。\n\n{above}\n\n{table}"
        found = read_document(read_bytes(paper.encode(), "a.txt")).changes
        assert [one.parent for one in found] == [parent], (title, above)


@pytest.mark.parametrize(
    "kept",
    [
        "沿用杨柳村名称",
        "沿用杨柳村村名",
        "合并后沿用杨柳村名称",
        "保留杨柳村名称",
        "名称沿用杨柳村",
        "村名沿用原杨柳村",
    ],
)
def test_a_merger_may_keep_the_name_of_one_of_its_villages(kept: str) -> None:
    assert sides(f"经研究，决定杨柳村与槐花村合并，{kept}。") == [("absorb", {"杨柳村", "槐花村"}, {"杨柳村"})]


def test_villages_lie_in_the_town_whose_name_is_the_heading_above_them() -> None:
    head = "宁丰县人民政府\n关于宁丰县村规模优化调整的通告\n\n现通告如下：\n"
    paper = (
        f"{head}一、长港镇\n1.撤销沙咀村、大洲村，合并设立长洲村。\n2.和平村更名为太平村。\n二、青山坳乡\n"
        "（一）撤销上坪村、下坪村，合并设立坪上村。\n三、其他事项\n撤销甲山村、乙山村，合并设立丙山村。\n"
    )
    found = read_document(read_bytes(paper.encode(), "a.txt")).changes
    assert [one.parent for one in found] == ["长港镇", "长港镇", "青山坳乡", "宁丰县"]
