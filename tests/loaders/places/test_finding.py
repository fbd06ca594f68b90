from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.places.finding import find_places, level_of, read_jurisdiction
from loaders.places.names import PlaceName, leading_places, parse_place


@pytest.mark.parametrize(
    ("words", "name", "above"),
    [
        ("吊脚楼村", "吊脚楼村", ()),
        ("蓬莱镇吊脚楼村", "吊脚楼村", ("蓬莱镇",)),
        ("四川省遂宁市大英县蓬莱镇福寿村", "福寿村", ("四川省", "遂宁市", "大英县", "蓬莱镇")),
        ("石家庄市市中区", "市中区", ("石家庄市",)),
        ("乌鲁木齐市新市区", "新市区", ("乌鲁木齐市",)),
        ("沙市区岑河镇", "岑河镇", ("沙市区",)),
        ("苏州市昆山市", "昆山市", ("苏州市",)),
        ("凉山州西昌市", "西昌市", ("凉山州",)),
        ("陕县大营镇", "大营镇", ("陕县",)),
        ("保定市郊区", "郊区", ("保定市",)),
        ("石村镇", "石村镇", ()),
        ("杭州路社区", "杭州路社区", ()),
        ("战旗村", "战旗村", ()),
        ("侯城乡", "侯城乡", ()),
        ("东山村村民委员会", "东山村", ()),
        ("通仙社区居民委员会", "通仙社区", ()),
        ("玛璜行政村", "玛璜村", ()),
        ("积石山保安族东乡族撒拉族自治县", "积石山保安族东乡族撒拉族自治县", ()),
    ],
)
def test_a_name_stands_behind_the_places_above_it(words: str, name: str, above: tuple[str, ...]) -> None:
    place = parse_place(words)
    assert isinstance(place, PlaceName)
    assert (place.name, place.above) == (name, above)


@pytest.mark.parametrize(
    "words",
    [
        "合并村",
        "撤并村",
        "各乡镇",
        "全镇",
        "中心村",
        "行政村",
        "3个行政村",
        "三个村",
        "工业园区",
        "小区",
        "灌区",
        "县城",
        "推进东山村",
        "社区",
        "试点社区",
        "城市",
    ],
)
def test_general_words_are_no_names(words: str) -> None:
    assert parse_place(words) is None


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("福寿村", "village"),
        ("朝阳社区", "community"),
        ("蓬莱镇", "town"),
        ("淙城街道", "town"),
        ("大英县", "county"),
        ("东城区", "county"),
        ("遂宁市", "city"),
        ("凉山彝族自治州", "city"),
        ("重庆市", "province"),
        ("四川省", "province"),
        ("社事办", "unknown"),
    ],
)
def test_the_ending_says_the_level(name: str, level: str) -> None:
    assert level_of(name) == level


def test_places_lead_the_name_of_a_body() -> None:
    assert leading_places("大英县蓬莱镇党政办") == ("大英县", "蓬莱镇")
    assert leading_places("蓬莱镇村级事务") == ("蓬莱镇",)
    assert leading_places("县城乡治理") == ()
    assert leading_places("石村镇人民政府") == ("石村镇",)
    assert leading_places("景德镇市水利局") == ("景德镇市",)


@pytest.mark.parametrize("body", ["市场监督管理局", "市政公司", "市容环境卫生中心", "省级湿地公园管理处"])
def test_a_name_does_not_take_the_first_sign_of_the_body_behind_it(body: str) -> None:
    assert leading_places(f"青石县{body}") == ("青石县",)
    assert leading_places(f"白水镇{body}") == ("白水镇",)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("在红林村、鑫河村、紫金村实施高标准农田建设", ("红林村", "鑫河村", "紫金村")),
        ("蓬莱镇福寿村至忠荣村撤并建制村畅通工程3.4公里。", ("福寿村", "忠荣村")),
        ("蓬莱镇吊脚楼村", ("吊脚楼村",)),
        ("重点包括桅杆坝村、榕桥村和蒙子桥村", ("桅杆坝村", "榕桥村", "蒙子桥村")),
        ("做好合并村集体经济，各乡镇、各村（社区）", ()),
        ("加强村集体资产管理，在全镇开展，在镇村两级推广", ()),
        ("古井湾小型水库", ()),
        ("规范村（社区）党组织设置", ()),
        ("小事不出村、大事不出镇", ()),
    ],
)
def test_a_task_names_the_places_whose_ends_are_certain(words: str, found: tuple[str, ...]) -> None:
    assert find_places(words) == found


@pytest.mark.parametrize(
    ("issuer", "title", "body", "place"),
    [
        ("中共大英县蓬莱镇委员会 蓬莱镇人民政府", "", "", "大英县/蓬莱镇"),
        ("中共建宁县委办公室", "", "", "建宁县"),
        ("共青团青石县委员会", "", "", "青石县"),
        ("共青团青石县委", "", "", "青石县"),
        ("九三学社青石市委员会", "", "", "青石市"),
        ("蓬莱镇人民政府", "大英县蓬莱镇关于印发方案的通知", "", "大英县/蓬莱镇"),
        ("", "平罗县实施国家数字乡村试点工作方案", "", "平罗县"),
        ("", "关于进一步加强大英县乡镇治理的通知", "", "大英县"),
        ("", "", "成立金元镇党委城乡基层治理委员会办公室,制定工作细则。", "金元镇"),
        ("", "", "加快推进平罗县数字乡村试点建设,结合我县实际。建设平罗县数字乡村展厅。", "平罗县"),
        ("", "", "我镇在青石镇、白水镇之间，县委领导。", "青石镇"),
        ("县人民政府办公室", "关于加强城市社区治理的通知", "**县各乡镇，xx市，Xx镇", None),
        ("某某县人民政府", "×县xx镇方案", "", None),
        ("", "乡村治理体系建设试点县工作方案", "各市、县（区）人民政府", None),
        ("", "", "青石镇党委、白水镇党委", None),
        ("", "", "青石县：柳湾镇合并。青石县人民政府迁址。\n白水县：红岩镇合并。", None),  # one of several
        ("", "", "我市有社区29个，\n青石街道办事处2个。", None),  # of a higher place
        ("", "", "全县要抓好落实，青石县委督查室每月通报，\n学习白水县。", "青石县"),
        ("", "", "", None),
    ],
)
def test_a_paper_speaks_for_a_place(issuer: str, title: str, body: str, place: str | None) -> None:
    assert read_jurisdiction(issuer, title, "", body) == place


def test_real_papers_speak_for_their_places(seeds: Path) -> None:
    bodies = {path.name[:3]: path.read_text(encoding="utf-8") for path in seeds.glob("*.txt")}
    assert read_jurisdiction("", "", "", bodies["000"]) == "大英县/蓬莱镇"
    assert read_jurisdiction("", "", "", bodies["003"]) is None
    assert read_jurisdiction("", "", "", bodies["004"]) == "金元镇"


@given(st.text(alphabet="我县镇乡村市区省街道社大英蓬莱在和、，。《》委党政府 *x\n", max_size=80))
def test_any_words_are_read_without_an_error(words: str) -> None:
    for name in find_places(words):
        assert name in words
    read_jurisdiction(words, words, words, words)
    parse_place(words)
    level_of(words)
