"""Lines of the web page around a paper are left out, lines of the paper are kept."""

import pytest

from loaders.files.furniture import without_furniture
from loaders.text import Words

FOOTER = "版权所有：青峦县人民政府 备案号：蜀ICP备00000001号"


def kept(*lines: str) -> list[str]:
    return [words.text for words in without_furniture([Words(line, ((0, 0),)) for line in lines])]


@pytest.mark.parametrize(
    "line", ["主办：青峦县人民政府 承办：县政府办", "主办单位：青峦县人民政府", "承办单位：县政府办"]
)
def test_who_runs_the_site_is_left_out_beside_its_rights(line: str) -> None:
    assert kept("1.修渠。（县水利局负责）", line, FOOTER) == ["1.修渠。（县水利局负责）"]


def test_a_label_of_a_task_is_kept() -> None:
    assert kept("1.修渠。", "主办单位：县水利局") == ["1.修渠。", "主办单位：县水利局"]
