"""Lists of places: in which formats they are read, and what is refused."""

import json
from pathlib import Path

import pytest

from graph.errors import FileRefusedError
from loaders.gazetteer.reading import read_lists
from tests.api.conversion.test_user_table import workbook

LIST = """code,name,areaCode
510923100,蓬莱镇,510923
510923100208,"福寿村委会",510923
510923100214,"忠荣村委会",510923
"""
NAMES = {510923100: "蓬莱镇", 510923100208: "福寿村委会", 510923100214: "忠荣村委会"}


def written(folder: Path, words: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    """A file with these words."""
    path = folder / name
    path.write_bytes(words.encode(encoding))
    return path


def refused(path: Path) -> str:
    """Why a file is refused, in English; the sentence names the file."""
    with pytest.raises(FileRefusedError) as error:
        read_lists([path])
    assert str(path) in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t"])
def test_a_table_in_text_is_read(tmp_path: Path, encoding: str, sign: str) -> None:
    found = read_lists([written(tmp_path, LIST.replace(",", sign), encoding=encoding)])
    assert (found.names, found.unread) == (NAMES, [])


def test_a_workbook_is_read_also_with_codes_that_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook([["代码", "名称"], [510923100208, "福寿村委会"], ["510923100214", "忠荣村委会"]]))
    assert read_lists([path]).names == {510923100208: "福寿村委会", 510923100214: "忠荣村委会"}


def test_objects_are_read_and_those_below_them(tmp_path: Path) -> None:
    below = [{"code": "510923100208", "name": "福寿村委会"}, {"code": "510923100214", "name": "忠荣村委会"}]
    told = [{"code": "510923100", "name": "蓬莱镇", "children": below}]
    assert read_lists([written(tmp_path, json.dumps(told), "pcas.json")]).names == NAMES
    flat = [{"code": str(code), "name": name, "areaCode": "510923"} for code, name in NAMES.items()]
    assert read_lists([written(tmp_path, json.dumps(flat, ensure_ascii=False, indent=1), "v.json")]).names == NAMES


def test_several_files_are_one_list_whatever_their_order(tmp_path: Path) -> None:
    one = written(tmp_path, "code,name\n510923,大英县\n", "areas.csv")
    other = written(tmp_path, LIST)
    first, second = read_lists([one, other]), read_lists([other, one])
    assert first.names == {510923: "大英县"} | NAMES
    assert first.digest == second.digest != read_lists([other]).digest


def test_zeros_that_fill_up_a_code_are_left_out_unless_another_place_has_the_shorter_one(tmp_path: Path) -> None:
    filled = "510923100000,蓬莱镇\n510923000000,大英县\n510900000000,遂宁市\n110000,北京市\n"
    words = f"code,name\n{filled}4419,东莞市\n441900,东莞市\n"
    assert read_lists([written(tmp_path, words)]).names == {
        510923100: "蓬莱镇",
        510923: "大英县",
        5109: "遂宁市",
        11: "北京市",
        4419: "东莞市",
    }
    clash = "code,name\n510923100,蓬莱镇\n510923100000,镇直单位\n"
    assert read_lists([written(tmp_path, clash)]).names == {510923100: "蓬莱镇", 510923100000: "镇直单位"}


def test_blanks_in_a_code_are_left_out(tmp_path: Path) -> None:
    found = read_lists([written(tmp_path, "code,name\n 5109 2310 0208 , 福寿村委会 \n")])
    assert found.names == {510923100208: "福寿村委会"}


def test_rows_without_a_code_or_a_name_are_told(tmp_path: Path) -> None:
    words = "code,name\n新和村委会</td></,石岗村委会\n510923100208,\n510923100214,忠荣村委会\n"
    found = read_lists([written(tmp_path, words)])
    assert found.names == {510923100214: "忠荣村委会"}
    assert found.unread == [("list.csv", 2, "新和村委会</td></"), ("list.csv", 3, "510923100208")]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("code,name\n51092310020,福寿村委会\n", "row 2: the code 51092310020 has 11 digits"),
        ("code,name\n510923100208,甲村\n051092310020,福寿村\n", "row 3: the code 051092310020 has 12 digits"),
        ("code,name\n5.10923E+11,福寿村委会\n", "row 2: 5.10923E+11 is a code that a program has rounded"),
        (LIST + "510923100208,福禄村委会\n", "row 5: the code 510923100208 stands twice"),
        (LIST + "510923100215", "cut off or broken in row 5"),
        (LIST + '510923100215,"红林', "cut off or broken in row 5"),
        ("town,village\n蓬莱镇,福寿村\n", "a list of places needs codes and names"),
        ('[{"code": "510923100208", "name": "福寿村委会"}, {"code": "5109', "cut off or broken in row 2"),
        ('[{"code": "510923100208", "name": "福寿村委会"}', "cut off or broken in row 2"),
        ('{"大英县": ["蓬莱镇"]}', "a list of places needs codes and names"),
        ("", "the file is empty"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path: Path, words: str, sentence: str) -> None:
    assert sentence in refused(written(tmp_path, words))


def test_a_file_that_is_not_there_or_holds_no_text_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "missing.csv").lower()
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    assert "this is no list of places" in refused(tmp_path / "a.pdf")
