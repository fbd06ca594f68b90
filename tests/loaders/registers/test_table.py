"""Tables of registers: what their rows say, in which encodings, and what is refused."""

from pathlib import Path

import pytest

from graph.errors import FileRefusedError
from graph.statements import RegisterParty
from loaders.extract import extract
from loaders.registers.days import Bounds, bounds_of, edtf
from loaders.registers.table import under

EVENTS = """date,old_id,old_name,new_id,new_name,kind
2010-01-01,11,上村,21,大村,merge
2011,12,"下,村",21,大村,absorb
"""
UNITS = """id,name,valid_from,valid_to_inclusive
11,上村,1990-01-01,2009-12-31
"""


def written(folder: Path, words: str, name: str = "r.csv", encoding: str = "utf-8") -> Path:
    """A file with these words."""
    path = folder / name
    path.write_bytes(words.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t"])
def test_each_row_of_an_event_table_is_a_change_between_codes(tmp_path: Path, encoding: str, sign: str) -> None:
    document = extract(written(tmp_path, EVENTS.replace(",", sign).replace(f"下{sign}村", "下,村"), encoding=encoding))
    first, second = document.legs
    assert (first.old, first.new) == (RegisterParty("11", "上村"), RegisterParty("21", "大村"))
    assert (first.kind, first.on, first.earliest, first.latest) == ("merge", "2010-01-01", "2010-01-01", "2010-01-01")
    assert (second.old.name, second.on, second.earliest, second.latest) == ("下,村", "2011", "2011-01-01", "2011-12-31")
    assert (first.source.line, second.source.line) == (2, 3)
    assert first.source.quote == f"2010-01-01{sign}11{sign}上村{sign}21{sign}大村{sign}merge"
    assert {one.scheme for one in document.legs} == {"r"}


def test_the_last_day_of_the_calendar_is_no_end(tmp_path: Path) -> None:
    [unit] = extract(written(tmp_path, UNITS.replace("2009-12-31", "9999-12-31"), "r_units.csv")).units
    assert (unit.valid_from, unit.valid_to) == ("1990-01-01", "")


def test_a_unit_table_tells_the_first_day_on_which_a_unit_is_gone(tmp_path: Path) -> None:
    [unit] = extract(written(tmp_path, UNITS, "r_units.csv")).units
    assert (unit.scheme, unit.code, unit.name, unit.valid_from, unit.valid_to) == (
        "r",
        "11",
        "上村",
        "1990-01-01",
        "2010-01-01",
    )


def test_a_year_counts_from_its_last_day(tmp_path: Path) -> None:
    words = "id,name,valid_from_year,valid_to_year_exclusive\n11,上村,1981,2010\n12,下村,1981,\n"
    first, second = extract(written(tmp_path, words)).units
    assert (first.valid_from, first.valid_to, second.valid_to) == ("1981-12-31", "2010-12-31", "")


def test_a_scheme_is_that_of_the_row_else_the_one_that_is_given(tmp_path: Path) -> None:
    words = "date,old_code,new_code,scheme\n2010-01-01,11,21,MCA\n2010-01-01,12,21,\n"
    document = under(extract(written(tmp_path, words)), "NBS")
    assert [leg.scheme for leg in document.legs] == ["MCA", "NBS"]
    assert [one.scheme for one in document.registers] == ["MCA", "NBS"]


def test_a_code_keeps_its_zeros_and_loses_its_blanks(tmp_path: Path) -> None:
    [leg] = extract(written(tmp_path, "date,old_id,new_id\n2010-01-01, 0 1 , 002\n")).legs
    assert (leg.old.code, leg.new.code) == ("01", "002")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("old_id,new_id\n1,2\n", "file.register_no_date"),
        ("date,old_id,new_id\n2010-13-01,1,2\n", "file.register_no_day"),
        ("date,old_id,new_id\nsoon,1,2\n", "file.register_no_day"),
        ("date,old_id,new_id\n2011-01-01/2010-01-01,1,2\n", "file.register_no_day"),
        ("date,old_id,new_id\n2010-01-01,5.10923E+11,2\n", "file.register_rounded"),
        ("id,name,valid_from,valid_to\n1,甲,2011-01-01,2010-01-01\n", "file.register_ends_before"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_in_a_sentence(tmp_path: Path, words: str, key: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        extract(written(tmp_path, words))
    assert refused.value.reason.key == key


def test_rows_that_say_nothing_are_told(tmp_path: Path) -> None:
    read = extract(written(tmp_path, "date,old_id,new_id\n2010-01-01,,\n2010-01-01,1,2\n"))
    assert [(one.reason, one.source.line) for one in read.unread] == [("unread.register_empty", 2)]
    read = extract(written(tmp_path, "id,name,valid_from\n,甲,2010-01-01\n"))
    assert [one.reason for one in read.unread] == ["unread.register_no_code"]


def test_another_table_of_text_is_read_as_a_paper(tmp_path: Path) -> None:
    assert extract(written(tmp_path, "任务,牵头单位,完成时限\n修路,交通局,2021年6月\n")).tasks


@pytest.mark.parametrize(
    ("words", "first", "last", "written_as"),
    [
        ("2019-12-30", "2019-12-30", "2019-12-30", "2019-12-30"),
        ("2019/2/3", "2019-02-03", "2019-02-03", "2019/2/3"),
        ("20191230", "2019-12-30", "2019-12-30", "2019-12-30"),
        ("2019年2月", "2019-02-01", "2019-02-28", "2019-02"),
        ("2019-12", "2019-12-01", "2019-12-31", "2019-12"),
        ("2019", "2019-01-01", "2019-12-31", "2019"),
        ("2019-02/2019-06", "2019-02-01", "2019-06-30", "2019-02/2019-06"),
        ("../2020-12", "", "2020-12-31", "../2020-12"),
    ],
)
def test_a_date_has_bounds(words: str, first: str, last: str, written_as: str) -> None:
    assert bounds_of(words) == Bounds(first, last)
    assert edtf(words) == written_as
