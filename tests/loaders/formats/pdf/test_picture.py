"""The picture of a page shows words where their boxes say, however the page is turned, and is bounded in size."""

import struct
import zlib
from dataclasses import dataclass

import pytest

from graph.errors import FileRefusedError
from loaders.formats.pdf.file import draw_pdf_page
from loaders.formats.pdf.picture import LONGEST
from loaders.read import read_bytes
from tests.loaders.formats.pdf.pdf_files import A4, Sheet, pdf


@dataclass(frozen=True)
class Pixels:
    """A picture: its lines, each of three bytes a pixel."""

    width: int
    lines: list[bytes]

    @property
    def dark(self) -> set[tuple[int, int]]:
        """Where it is nearly black, by column and line."""
        return {(at // 3, y) for y, line in enumerate(self.lines) for at in range(0, len(line), 3) if line[at] < 64}


def pixels(data: bytes) -> Pixels:
    """The pixels of a PNG of true colours whose lines stand for themselves, every part of it proved by its sum."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    parts: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        [length] = struct.unpack_from(">I", data, at)
        name, held = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length) == (zlib.crc32(name + held),)
        parts[name] = held
        at += 12 + length
    assert list(parts) == [b"IHDR", b"IDAT", b"IEND"]
    width, height, *kind = struct.unpack(">2I5B", parts[b"IHDR"])
    assert kind == [8, 2, 0, 0, 0]
    drawn, step = zlib.decompress(parts[b"IDAT"]), 1 + 3 * width
    assert len(drawn) == step * height
    lines = [drawn[start : start + step] for start in range(0, len(drawn), step)]
    assert {line[0] for line in lines} == {0}
    return Pixels(width, [line[1:] for line in lines])


def drawn(data: bytes, number: int = 1) -> Pixels:
    picture = draw_pdf_page(data, number)
    assert picture is not None
    return pixels(picture)


def inked(sheet: Sheet, x: float, y: float, words: str, size: float = 16.0) -> Sheet:
    """Words with ink over them, which no font of the machine is needed for."""
    return sheet.words(x, y, words, size).box(x, y - 0.7 * size, x + len(words) * size, y, "f")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_the_ink_of_words_lies_in_their_boxes_and_nowhere_else(rotate: int) -> None:
    shape = A4 if rotate in (0, 180) else A4[::-1]
    sheet = Sheet(shape, rotate)
    for x, y, words in ((80, 120, "各村清理渠道"), (300, 400, "镇水利站按月通报"), (120, 780, "逾期不报的全镇通报")):
        inked(sheet, x, y, words)
    data = pdf(sheet)
    text, picture = read_bytes(data, "plan.pdf"), drawn(data)
    assert text.page_sizes == (A4,)
    scale = picture.width / A4[0]
    assert len(picture.lines) == pytest.approx(A4[1] * scale, abs=1)
    assert len(text.stretches) == 3
    left_over = picture.dark
    for stretch in text.stretches:
        left, top, right, bottom = (edge * scale for edge in stretch.box)
        inside = {(x, y) for x, y in left_over if left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1}
        assert len(inside) > 0.6 * (right - left) * 0.7 * 16 * scale
        assert min(x for x, _ in inside) == pytest.approx(left, abs=2)
        assert max(x for x, _ in inside) == pytest.approx(right, abs=2)
        left_over -= inside
    assert left_over == set()


def test_words_that_stand_upright_on_a_page_that_lies_are_found_on_it_as_it_lies() -> None:
    upright = inked(Sheet(A4, 90), 80, 120, "各村清理渠道")
    data = pdf(Sheet(A4, 0, upright.drawn))
    text, picture = read_bytes(data, "plan.pdf"), drawn(data)
    [stretch] = text.stretches
    scale = picture.width / text.page_sizes[0][0]
    left, top, right, bottom = (edge * scale for edge in stretch.box)
    assert right - left < bottom - top
    assert picture.dark
    assert [at for at in picture.dark if not (left - 1 <= at[0] <= right + 1 and top - 1 <= at[1] <= bottom + 1)] == []


@pytest.mark.parametrize(
    ("size", "pixel_size"),
    [
        (A4, (1131, 1600)),
        ((842.0, 595.0), (1600, 1131)),
        ((14_400.0, 14_400.0), (1600, 1600)),
        ((3.0, 14_400.0), (1, 1600)),
        ((20.0, 30.0), (60, 90)),
    ],
)
def test_a_picture_is_as_large_as_it_may_be_and_never_larger(
    size: tuple[float, float], pixel_size: tuple[int, int]
) -> None:
    picture = drawn(pdf(Sheet(size)))
    assert (picture.width, len(picture.lines)) == pixel_size
    assert max(pixel_size) <= LONGEST


def test_colours_are_those_of_the_page() -> None:
    picture = drawn(pdf(Sheet(drawn=["1 0 0 rg"]).box(0, 0, *A4, "f")))
    assert set(picture.lines) == {b"\xff\0\0" * picture.width}


@pytest.mark.parametrize("number", [-1, 0, 3, 10**30])
def test_a_page_that_is_not_there_has_no_picture(number: int) -> None:
    assert draw_pdf_page(pdf(Sheet(), Sheet()), number) is None


@pytest.mark.parametrize("data", [pdf(Sheet())[:200], b"", b"no PDF", b"%PDF-1.7\n"])
def test_a_damaged_file_is_refused_in_its_sentence(data: bytes) -> None:
    with pytest.raises(FileRefusedError) as refused:
        draw_pdf_page(data, 1)
    assert refused.value.key == "file.pdf_damaged"
