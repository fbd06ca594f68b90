"""A word that ends like a place is one only where the list of divisions, its form or the paper proves it."""

import subprocess
import sys

import pytest

from loaders.places.divisions import is_division
from loaders.places.finding import find_places
from loaders.places.jurisdiction import read_jurisdiction
from loaders.places.proof import is_proved, proved_chain


@pytest.mark.parametrize(
    "name", ["四川省", "内蒙古自治区", "遂宁市", "恩施土家族苗族自治州", "大英县", "浦东新区", "鄂托克旗"]
)
def test_provinces_cities_and_counties_of_today_are_divisions(name: str) -> None:
    assert is_division(name)


@pytest.mark.parametrize("name", ["青石县", "示范区", "万县", "蓬莱镇", "市辖区", "-", ""])
def test_others_are_none(name: str) -> None:
    assert not is_division(name)


def test_the_list_is_read_when_it_is_asked_for_and_in_a_moment() -> None:
    program = (
        "import sys, time, loaders.extract; assert 'loaders.places.divisions' in sys.modules;"
        "from loaders.places import divisions; assert divisions._names.cache_info().currsize == 0;"
        "start = time.process_time(); divisions.is_division('大英县'); print(time.process_time() - start)"
    )
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert float(told.stdout) < 0.1


@pytest.mark.parametrize(
    ("name", "paper", "proved"),
    [
        ("大英县", "", True),
        ("青石县", "", True),
        ("青石镇", "", True),
        ("栖凤区", "", False),
        ("栖凤区", "责任单位：区教育局、区财政局", True),
        ("栖凤区", "栖凤区人民政府", True),
        ("栖凤区", "社区教育局", False),
        ("观察区", "县教育局", False),
        ("隔离观察区", "责任单位：区教育局", False),
        ("智能网联示范省", "省教育厅", False),
        ("特色小城镇", "", False),
        ("积石山保安族东乡族撒拉族自治县", "", True),
    ],
)
def test_a_name_is_proved_by_the_list_its_form_or_the_paper(name: str, paper: str, *, proved: bool) -> None:
    assert is_proved(name, paper) is proved


def test_what_only_looks_like_a_place_at_the_end_of_a_chain_is_left_out() -> None:
    assert proved_chain(("大英县", "封控区")) == ("大英县",)
    assert proved_chain(("封控区",)) == ()


@pytest.mark.parametrize(
    "title",
    [
        "关于支持智能网联示范省建设的通知",
        "交通封控区管理工作方案",
        "隔离观察区服务保障方案",
        "城市社区嵌入式服务设施建设方案",
        "关于做好老年活动区改造的通知",
        "建设交通强省实施方案",
        "特色小城镇建设方案",
    ],
)
def test_ordinary_words_are_no_place_that_a_paper_speaks_for(title: str) -> None:
    assert read_jurisdiction("", title, "", "责任单位：县水利局、市财政局。我县实际。") is None


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("2022年柳荫镇河道清漂责任清单", "柳荫镇"),
        ("栖凤区2025年工作任务表", "栖凤区"),
        ("关于调整云州市部分区划的批复", None),
        ("长三角地区2023年行动方案", None),
    ],
)
def test_a_year_beside_a_name_proves_it(title: str, place: str | None) -> None:
    assert read_jurisdiction("", title, "", "") == place


@pytest.mark.parametrize(
    "words",
    [
        "设置隔离观察区、交通封控区",
        "在隔离观察区设置",
        "临时停放区",
        "包括休息区、用餐区和阅读区",
        "能网联示范省",
        "在城市社区建设",
    ],
)
def test_areas_in_the_words_of_a_task_are_no_places(words: str) -> None:
    assert find_places(words) == ()


def test_a_city_and_its_district_in_the_words_of_a_task_are_places() -> None:
    assert find_places("在大英县、船山区实施") == ("大英县", "船山区")
