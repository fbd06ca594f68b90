import time
from pathlib import Path

import pytest

from loaders.extract import extract

TITLE = "竹溪镇人民政府\n关于部分村级建制调整的通知\n"
CHANGE = "将荷塘村并入松坡村。"
END = "\n竹溪镇人民政府\n2023年1月10日\n"


def dates(folder: Path, body: str, title: str = TITLE) -> list[str]:
    file = folder / "a.txt"
    file.write_text(f"{title}{body}{END}", encoding="utf-8")
    return [one.on for one in extract(file).changes]


@pytest.mark.parametrize(
    "sentence",
    [
        "本次调整自2023年1月15日起施行。",
        "三、上述村级建制调整从2023年1月15日起正式执行。",
        "调整后的行政区划自2023年1月15日零时起生效。",
        "以上调整事项自2023.1.15起实施。",
        "本次调整自1月15日起施行。",
        "本通知自2023年1月15日起施行。",
        "自2023年1月15日起执行。",
    ],
)
def test_a_sentence_on_the_day_of_effect_dates_the_changes(tmp_path: Path, sentence: str) -> None:
    assert dates(tmp_path, f"{CHANGE}\n{sentence}") == ["2023-01-15"]
    assert dates(tmp_path, f"{CHANGE}{sentence}") == ["2023-01-15"]


@pytest.mark.parametrize(
    "sentence",
    [
        "调整后的村干部报酬自2023年1月15日起执行。",
        "请于2023年1月15日前完成资产移交。",
        "交接工作自2023年1月15日起实施。",
        "《竹溪镇村规民约》自2023年1月15日起施行。",
        "本次调整自2023年13月15日起施行。",
        "本次调整自1月5日起施行。",
    ],
)
def test_what_else_takes_effect_dates_nothing(tmp_path: Path, sentence: str) -> None:
    assert dates(tmp_path, f"{CHANGE}\n{sentence}") == [""]


def test_a_notice_on_other_things_dates_no_change_that_it_speaks_of(tmp_path: Path) -> None:
    title = "竹溪镇人民政府\n关于印发绩效考核办法的通知\n"
    assert dates(tmp_path, f"{CHANGE}\n本通知自2023年1月15日起施行。", title) == [""]


def test_a_change_with_a_date_of_its_own_or_one_done_keeps_it(tmp_path: Path) -> None:
    body = "2021年将荷塘村并入松坡村。兰溪村已并入梅岭村。\n本次调整自2023年1月15日起施行。"
    assert dates(tmp_path, body) == ["2021", ""]


def test_the_merger_that_made_what_the_paper_ends_is_older(tmp_path: Path) -> None:
    body = "荷塘村由上荷村、下荷村合并而成。现将荷塘村并入松坡村。\n本次调整自2023年1月15日起施行。"
    assert dates(tmp_path, body) == ["", "2023-01-15"]


@pytest.mark.parametrize("words", ["本次" + "村镇" * 5000 + "施行。", "自" * 20000 + "施行。", "统一" * 9000 + "施行"])
def test_long_sentences_are_read_in_time(tmp_path: Path, words: str) -> None:
    start = time.perf_counter()
    dates(tmp_path, f"{CHANGE}\n{words}")
    assert time.perf_counter() - start < 10
