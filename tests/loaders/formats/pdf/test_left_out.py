"""Nothing of a PDF is lost without a word: pages without words, signs without meaning, words off the page or turned."""

import pytest

from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text
from tests.loaders.formats.pdf.pdf_files import FONT, MAPLESS, Sheet, assembled, pdf, small_plan

PICTURE = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"


def told(text: Text) -> list[tuple[str, int | None]]:
    return [(one.reason, one.source.page) for one in text.unread]


def paragraphs(text: Text) -> list[str]:
    return [block.words.text for block in text.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("second", "reason"), [(Sheet(drawn=[PICTURE]), "unread.picture_page"), (Sheet(), "unread.empty_page")]
)
def test_a_page_without_words_is_told(second: Sheet, reason: str) -> None:
    text = read_bytes(pdf(small_plan(), second, small_plan()), "plan.pdf")
    assert told(text) == [(reason, 2)]


def test_a_page_of_a_picture_under_a_running_head_is_told() -> None:
    sheets = [Sheet().words(80, 50, "石桥镇人民政府文件", 10.5) for _ in range(3)]
    sheets[0].words(80, 200, "甲")
    sheets[1].drawn.append(PICTURE)
    sheets[2].words(80, 200, "乙")
    text = read_bytes(pdf(*sheets), "plan.pdf")
    assert (paragraphs(text), told(text)) == (["甲", "乙"], [("unread.picture_page", 2)])


@pytest.mark.parametrize("page", [b"null", b"<</Type/Page/Parent 2 0 R/Contents 6 0 R>>"])
def test_a_page_that_cannot_be_read_is_told(page: bytes) -> None:
    content = "\n".join(Sheet().words(80, 100, "各村清理渠道").drawn).encode("ascii")
    text = read_bytes(one_page(content, kids=b"5 0 R 6 0 R", more=[page]), "plan.pdf")
    assert paragraphs(text) == ["各村清理渠道"]
    assert [number for _, number in told(text)] == [2]


def test_pages_that_are_counted_and_are_not_there_are_told() -> None:
    data = pdf(small_plan()).replace(b"/Count 1", b"/Count 3")
    assert told(read_bytes(data, "plan.pdf")) == [("unread.lost_page", 2), ("unread.lost_page", 3)]


def one_page(
    content: bytes, *, kids: bytes = b"5 0 R", page: bytes = b"", fonts: bytes = b"", more: list[bytes] | None = None
) -> bytes:
    """A PDF of a page of plain content, with more keys and objects from the sixth on."""
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, kids.count(b"R")),
            FONT,
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 3 0 R%s>>>>%s>>"
            % (fonts, page),
            *(more or ()),
        ]
    )


def test_few_signs_without_meaning_are_left_out_and_told() -> None:
    sheet = Sheet()
    sheet.prose(100, ["各村清理渠道，镇水利站按月通报" * 10])
    content = "\n".join(sheet.drawn).encode("ascii")
    content += b" BT /G 12 Tf 1 0 0 1 80 600 Tm <0001000200030004> Tj ET"
    text = read_bytes(one_page(content, fonts=b"/G 6 0 R", more=[MAPLESS]), "plan.pdf")
    assert told(text) == [("unread.no_meaning", 1)]


def annotation(keys: bytes, shown: str = "") -> list[bytes]:
    """An annotation and what it shows, as the sixth and the seventh object."""
    code = b"BT /F 12 Tf 1 0 0 1 2 4 Tm <%s> Tj ET 0 0 220 20 re S" % shown.encode("utf-16-be").hex().encode("ascii")
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 220 20]/Resources<</Font<</F 3 0 R>>>>/Length %d>>stream\n%s\nendstream"
    )
    shows = b"/AP<</N 7 0 R>>" if shown else b""
    return [b"<</Type/Annot%s/Rect[200 500 420 520]/F 4%s>>" % (keys, shows), form % (len(code), code)]


def value(words: str) -> bytes:
    return b"<FEFF" + words.encode("utf-16-be").hex().encode("ascii") + b">"


@pytest.mark.parametrize("keys", [b"/Subtype/Widget/FT/Tx/T(a)/V" + value("水利站"), b"/Subtype/FreeText"])
def test_what_is_typed_onto_a_page_is_read_in_its_place(keys: bytes) -> None:
    sheet = Sheet().words(80, 337, "责任单位：", 12).words(80, 400, "清淤", 12)
    content = "\n".join(sheet.drawn).encode("ascii")
    text = read_bytes(one_page(content, page=b"/Annots[6 0 R]", more=annotation(keys, "镇水利站")), "plan.pdf")
    assert ([line.replace(" ", "") for line in paragraphs(text)], text.unread) == (["责任单位：镇水利站", "清淤"], ())


@pytest.mark.parametrize(
    "keys", [b"/Subtype/Link", b"/Subtype/Stamp", b"/Subtype/Widget/FT/Sig", b"/Subtype/Widget/FT/Btn"]
)
def test_seals_signatures_and_buttons_are_no_words_of_a_page(keys: bytes) -> None:
    content = "\n".join(Sheet().words(80, 337, "清淤").drawn).encode("ascii")
    text = read_bytes(one_page(content, page=b"/Annots[6 0 R]", more=annotation(keys, "镇水利站")), "plan.pdf")
    assert (paragraphs(text), text.unread) == (["清淤"], ())


def test_a_field_whose_value_does_not_show_is_told() -> None:
    content = "\n".join(Sheet().words(80, 337, "清淤").drawn).encode("ascii")
    field = annotation(b"/Subtype/Widget/FT/Tx/T(a)/V" + value("镇水利站"))
    text = read_bytes(one_page(content, page=b"/Annots[6 0 R]", more=field), "plan.pdf")
    assert [(one.reason, one.source.quote) for one in text.unread] == [("unread.field", "镇水利站")]


def test_words_that_a_note_strikes_out_are_told_and_not_read() -> None:
    sheet = Sheet().words(80, 100, "责任单位：县水利局、县林业局", 12).words(80, 140, "完成时限：6月底", 12)
    content = "\n".join(sheet.drawn).encode("ascii")
    quads = b"/QuadPoints[188 754 248 754 188 740 248 740]"
    for kind, kept, left_out in (
        (b"/Subtype/StrikeOut", "责任单位：县水利局", [("unread.struck", "、县林业局")]),
        (b"/Subtype/Highlight", "责任单位：县水利局、县林业局", []),
    ):
        text = read_bytes(one_page(content, page=b"/Annots[6 0 R]", more=annotation(kind + quads)), "plan.pdf")
        assert paragraphs(text)[0] == kept
        assert [(one.reason, one.source.quote) for one in text.unread] == left_out


def test_the_frame_of_a_field_parts_no_cell() -> None:
    sheet = small_plan()
    field = annotation(b"/Subtype/Widget/FT/Tx/T(a)", "清淤")
    field[0] = field[0].replace(b"[200 500 420 520]", b"[100 640 480 676]")
    content = "\n".join(sheet.drawn).encode("ascii")
    [found] = [
        block
        for block in read_bytes(one_page(content, page=b"/Annots[6 0 R]", more=field), "plan.pdf").blocks
        if isinstance(block, Table)
    ]
    assert found.header == ("任务", "责任单位")
    assert len(found.rows) == 1


def test_words_beyond_the_edges_of_a_page_are_told_and_not_read() -> None:
    sheet = Sheet().words(80, 100, "一、清淤。").words(80, -700, "二、修渠。").words(700, 100, "三、修闸。")
    text = read_bytes(pdf(sheet), "plan.pdf")
    assert paragraphs(text) == ["一、清淤。"]
    assert [(one.reason, one.source.quote) for one in text.unread] == [
        ("unread.off_page", "二、修渠。"),
        ("unread.off_page", "三、修闸。"),
    ]


def test_words_in_another_direction_than_most_are_told_and_not_read() -> None:
    sheet = (
        Sheet().words(80, 100, "一、清理东渠。责任单位：镇水利站。").words(80, 130, "二、修补渠壁。责任单位：各村。")
    )
    code = "三、维修水闸泵站并且按月报送进展情况。".encode("utf-16-be").hex()
    sheet.drawn.append(f"BT /F 16 Tf 0 1 -1 0 300 300 Tm <{code}> Tj ET")
    text = read_bytes(pdf(sheet), "plan.pdf")
    assert paragraphs(text) == ["一、清理东渠。责任单位：镇水利站。", "二、修补渠壁。责任单位：各村。"]
    assert [(one.reason, one.source.quote) for one in text.unread] == [
        ("unread.turned", "三、维修水闸泵站并且按月报送进展情况。")
    ]


@pytest.mark.parametrize("matrix", ["0.71 0.71 -0.71 0.71", "0.87 -0.5 0.5 0.87", "0.5 0.87 -0.87 0.5"])
def test_a_watermark_across_the_page_is_told_and_leaves_the_words_below_it_as_they_are(matrix: str) -> None:
    sheet = (
        Sheet().words(80, 100, "一、清理东渠。责任单位：镇水利站。").words(80, 400, "二、修补渠壁。责任单位：各村。")
    )
    code = "内部资料".encode("utf-16-be").hex()
    marks = [f"BT /F 60 Tf {matrix} {x} {y} Tm <{code}> Tj ET" for x, y in ((120, 700), (130, 430))]
    sheet.drawn = [marks[0], *sheet.drawn, marks[1]]
    text = read_bytes(pdf(sheet), "plan.pdf")
    assert paragraphs(text) == ["一、清理东渠。责任单位：镇水利站。", "二、修补渠壁。责任单位：各村。"]
    assert [(one.reason, one.source.quote) for one in text.unread] == [("unread.turned", "内部资料内部资料")]


def test_letters_that_lean_are_read() -> None:
    sheet = Sheet().words(80, 100, "一、清理东渠。")
    code = "责任单位：镇水利站。".encode("utf-16-be").hex()
    sheet.drawn.append(f"BT /F 16 Tf 1 0 0.33 1 192 742 Tm <{code}> Tj ET")
    assert paragraphs(read_bytes(pdf(sheet), "plan.pdf")) == ["一、清理东渠。责任单位：镇水利站。"]


@pytest.mark.parametrize("depth", [1, 5, 12])
def test_a_table_within_forms_within_forms_is_a_table(depth: int) -> None:
    content = "\n".join(small_plan().drawn).encode("ascii")
    forms = []
    for at in range(depth):
        last = at == depth - 1
        code = content if last else b"/X Do"
        holds = b"/Font<</F 3 0 R>>" if last else b"/XObject<</X %d 0 R>>" % (7 + at)
        forms.append(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<%s>>/Length %d>>stream\n%s\nendstream"
            % (holds, len(code), code)
        )
    data = one_page(b"/X Do", more=forms).replace(
        b"/Resources<</Font<</F 3 0 R>>>>>>", b"/Resources<</XObject<</X 6 0 R>>>>>>", 1
    )
    assert any(isinstance(block, Table) for block in read_bytes(data, "plan.pdf").blocks)
