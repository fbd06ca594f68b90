"""A task's title is its heading or its first sentence, the rest its content."""

import pytest

from loaders.prose.titles import is_heading_line, squeeze_lines, title_and_content


@pytest.mark.parametrize(
    ("text", "number", "first_line", "expected"),
    [
        ("1.修渠。新建干渠3公里。", "1.", 12, ("修渠", "新建干渠3公里。")),
        ("（一）修渠。", "（一）", 6, ("修渠", "")),
        ("（一）修渠新建干渠3公里，年内完工。", "（一）", 5, ("修渠", "新建干渠3公里，年内完工。")),
        ("（一）动员部署（3月）。召开会议。", "（一）", 16, ("动员部署", "召开会议。")),
        ("修渠", "", 2, ("修渠", "")),
    ],
)
def test_title_and_content(text: str, number: str, first_line: int, expected: tuple[str, str]) -> None:
    assert title_and_content(text, number, first_line) == expected


def test_a_heading_is_short_and_without_a_stop_inside() -> None:
    assert is_heading_line("（一）开展资产清查")
    assert not is_heading_line("（一）清查。逐户登记。")
    assert not is_heading_line("")
    assert not is_heading_line("长" * 80)


def test_white_space_goes_from_chinese_content_and_shrinks_in_latin() -> None:
    assert (squeeze_lines("甲 乙\n丙"), squeeze_lines("a  b\nc")) == ("甲乙丙", "a b c")
