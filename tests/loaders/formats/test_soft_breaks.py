"""Whether a line goes on in the next is told by its end, by its width and by how the next one begins."""

import pytest

from loaders.formats.soft_breaks import SoftBreaks

FULL = "按照“谁主管、谁负责”的原则逐村逐户登记造册"


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        (FULL, "建立问题台账。"),
        ("修渠、", FULL),
        (FULL + "（", "责任单位：水利站）"),
        (FULL, "*建立*问题台账。"),
    ],
)
def test_a_full_line_and_one_that_breaks_off_go_on(line: str, behind: str) -> None:
    assert not SoftBreaks(f"{line}\n{behind}").end_paragraph(len(line))


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        (FULL + "。", "建立问题台账。"),
        ("**" + FULL + "。**", "建立问题台账。"),
        ("修渠", FULL),
        (FULL, "（二）建立问题台账"),
        (FULL, "**2.** 建立问题台账"),
        (FULL, "**牵头单位：**水利站"),
        (FULL, "**牵头单位** ：水利站"),
    ],
)
def test_a_stop_a_short_line_a_number_and_a_label_in_strong_letters_begin_anew(line: str, behind: str) -> None:
    assert SoftBreaks(f"{line}\n{behind}").end_paragraph(len(line))


def test_a_blank_stands_only_between_latin_words() -> None:
    assert [SoftBreaks(text).joint(text.index("\n")) for text in ("a\nb", "修\nb", "5 \n 6", "修\n渠")] == [
        " ",
        "",
        " ",
        "",
    ]
