"""Issue numbers are cut out of what is glued to them, and told from those that are only cited."""

import pytest

from graph.words.fold import compact
from loaders.papers.issue_number import find_number, number_in_line


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("青政办发〔2023〕12号", "青政办发(2023)12号"),
        ("（青政发〔2018〕8号）", "青政发(2018)8号"),
        ("青水（2023）第12号", "青水(2023)第12号"),
        ("青石县水利局青水发〔2021〕12号", "青水发(2021)12号"),
        ("江南省生态环境厅河湖局江环便函〔2021〕1202号", "江环便函(2021)1202号"),
        ("青石县人民政府办公室文件青政办发〔2021〕2号", "青政办发(2021)2号"),
        ("中共青石县委办公室青委办发〔2021〕3号", "青委办发(2021)3号"),
        ("大蓬委发〔2021〕50号", "大蓬委发(2021)50号"),
        ("县府办发〔2021〕3号", "县府办发(2021)3号"),
        ("发文字号：青政办〔2023〕12号", "青政办(2023)12号"),
        ("青政发〔2018〕8号 签发人：张三", "青政发(2018)8号"),
        ("青党议〔2024〕11期", "青党议(2024)11期"),
        ("青水简报2024第3期", ""),
        ("关于修渠的通知青水〔2023〕5号", ""),
        ("按照青政发〔2018〕8号要求", ""),
        ("青政发〔2018〕8号、青政发〔2018〕9号", ""),
        ("联系电话2018第12号楼", ""),
    ],
)
def test_a_line_is_an_issue_number_and_nothing_else(words: str, number: str) -> None:
    folded = compact(words)
    found = number_in_line(folded)
    assert (folded[slice(*found)] if found else "") == number


def test_the_code_behind_a_title_is_no_part_of_it() -> None:
    folded = compact("关于修渠的通知青水〔2023〕5号")
    found = find_number(folded)
    assert found is not None
    assert folded[slice(*found)] == "青水(2023)5号"
