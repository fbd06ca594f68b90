"""A font that a PDF names but does not hold is the same on every machine, with fonts or without."""

import pytest

from loaders.limited.call import call_limited
from loaders.read import read_bytes
from tests.loaders.formats.pdf.box_font import WRITTEN, box_font
from tests.loaders.formats.pdf.pdf_files import Sheet, pdf, table


def test_the_font_is_the_one_that_its_maker_makes() -> None:
    assert WRITTEN.read_bytes() == box_font()


@pytest.mark.parametrize("first", ["一", "办", "。"])
def test_each_character_is_drawn_as_the_same_box(first: str) -> None:
    # The strokes of 一 are thin and those of 。 few in any font that a machine may have.
    found = call_limited("tests.loaders.formats.pdf.first_box", "first_box", pdf(Sheet().words(80, 100, first, 20.0)))
    assert found == pytest.approx([0.96 * 20, 20], abs=0.5)


def test_a_character_alone_on_the_last_line_of_a_cell_is_kept() -> None:
    sheet = Sheet()
    rows = [
        ["序号", "任务", "配合部门", "完成时限"],
        ["1", "建成日间手术中心", "麻醉科、护理部、基建办", "2025年9月底前"],
    ]
    table(sheet, 100, [60, 110, 250, 250 + 10.5 * 11.5, 500], rows)
    text = read_bytes(pdf(sheet), "plan.pdf")
    assert "麻醉科、护理部、基建办" in text.characters
