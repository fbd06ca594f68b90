"""Numbers and dates as the formats of their cells show them."""

from datetime import date, datetime, time, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.words.sheet_columns import column_letters
from loaders.formats.sheets.addresses import ranges_of
from loaders.formats.sheets.dates import date_words
from loaders.formats.sheets.looks import CellStyle
from loaders.formats.sheets.numbers import number_words
from loaders.formats.xlsx.styles import read_styles


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (0.853, "0%", "85%"),
        (0.8535, "0.0%", "85.4%"),
        (1234567.5, "#,##0", "1,234,568"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (3, "000", "003"),
        (3, '"第"0"项"', "第3项"),
        (0.1 + 0.2, "General", "0.3"),
        (13812345678, "General", "13812345678"),
        (-5, "0;[Red]-0", "-5"),
        (-5, "0_);(0)", "(5)"),
        (0, '0;-0;"无"', "无"),
        (12.5, "[$¥-804]#,##0.00", "¥12.50"),
        (1.5, "# ?/?", "1.5"),
        (15000, "0.0,", "15.0"),
        (5, 'General"年"', "5年"),
        (12, "@", "12"),
        (1.0, "0.##", "1"),
        (45107, "[$-804]aaaa", "45107"),
        (1e300, "0.00", str(int(1e300))),
        (12, "0.00" + "%" * 14, "12"),
        (-0.5, "General" + "%" * 14, "-0.5"),
        (0, "0" + "%" * 250, "0" + "%" * 250),
        (123456789012345, "0.000000000000%", "123456789012345"),
        (999999999999999, "0.000000000000", "999999999999999.000000000000"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, code: str, words: str) -> None:
    assert number_words(value, code) == words


@given(st.floats(allow_nan=False, allow_infinity=False), st.text('0#?.,%;"\\[]_*年@GE/- ', max_size=12))
def test_any_number_in_any_format_has_words(value: float, code: str) -> None:
    assert isinstance(number_words(value, code), str)


@pytest.mark.parametrize(
    ("code", "style"),
    [
        ("0" * 255, CellStyle("0" * 255, "", struck=False)),
        ("0" * 256, CellStyle("General", "", struck=False)),
        ("[" * 40_000, CellStyle("General", "", struck=False)),
        ("y" * 256, CellStyle("General", "", struck=False)),
    ],
    ids=["255 characters", "256", "brackets", "a date"],
)
def test_a_format_longer_than_excel_allows_is_none(code: str, style: CellStyle) -> None:
    tree = ET.fromstring(  # noqa: S314 - written here
        f'<s><numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></s>'
    )
    assert list(read_styles(tree)) == [style]


DAY = datetime(2025, 6, 3)  # noqa: DTZ001 - a sheet knows no zone


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (DAY, 'yyyy"年"m"月"', "2025年6月"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "2025年6月3日"),
        (DAY, "mm-dd-yy", "2025/6/3"),
        (DAY, "yyyy/mm/dd", "2025/06/03"),
        (DAY, "yyyy\\-mm\\-dd", "2025-06-03"),
        (DAY, "yyyy/m", "2025/6"),
        (DAY, 'm"月"d"日"', "2025年6月3日"),
        (DAY, "d-mmm-yy", "2025年6月3日"),
        (DAY, "mmm-yy", "2025年6月"),
        (DAY, "yyyy", "2025年"),
        (DAY + timedelta(hours=9, minutes=5), "yyyy/m/d h:mm", "2025/6/3 09:05"),
        (date(2025, 6, 3), "yyyy/m/d", "2025/6/3"),
        (time(9, 5), "h:mm", "9:05"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
    ],
)
def test_a_date_is_read_with_the_precision_that_is_shown(value: date | time | timedelta, code: str, words: str) -> None:
    assert date_words(value, code) == words


def test_columns_have_letters_and_numbers_that_follow_each_other_are_ranges() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 703, 16384)] == ["A", "Z", "AA", "AAA", "XFD"]
    assert ranges_of([1, 2, 3, 5, 7, 8]) == "1-3、5、7-8"
    assert ranges_of([28, 29], column_letters) == "AB-AC"
