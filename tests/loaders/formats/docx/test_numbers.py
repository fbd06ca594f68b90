"""Numbers that Word writes by itself are words of their paragraphs, counted as Word counts them."""

import pytest

from loaders.formats.docx.number_formats import format_number
from loaders.read import read_bytes
from loaders.text import Paragraph, Table
from tests.loaders.formats.docx.word_files import docx, level, lists, p, raw, run, tbl, tr

OUTLINE = (
    level(0, "%1、", "chineseCounting")
    + level(1, "（%2）", "chineseCountingThousand")
    + level(2, "%3.", rest='<w:suff w:val="nothing"/>')
)


def lines(body: str, numbering: str = "", styles: str = "") -> list[str]:
    """The paragraphs of a document."""
    text = read_bytes(docx(body, {"numbering": numbering, "styles": styles}), "方案.docx")
    return [block.words.text for block in text.blocks if isinstance(block, Paragraph)]


def numbers(*levels: tuple[int, int], numbering: str) -> list[str]:
    """The numbers of paragraphs of these lists and levels."""
    body = "".join(p("甲", number=(which, at)) for which, at in levels)
    return [line.removesuffix("甲").strip() for line in lines(body, numbering)]


def test_the_outline_of_a_plan_is_numbered() -> None:
    levels = [0, 1, 2, 2, 1, 2, 0, 1]
    assert numbers(*[(1, at) for at in levels], numbering=lists({1: OUTLINE})) == [
        *("一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"),
    ]


def test_a_number_is_said_in_the_words_and_the_quote() -> None:
    body = p("总体要求", number=(1, 0)) + p("修渠", number=(1, 2)) + p("植树", number=(2, 0))
    numbering = lists({1: OUTLINE, 2: level(0, "%1.")})
    assert lines(body, numbering) == ["一、总体要求", "1.修渠", "1. 植树"]


def test_lists_of_one_definition_count_on_together_but_for_a_start_of_their_own() -> None:
    used = {1: (1, ""), 2: (1, ""), 3: (1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')}
    numbering = lists({1: level(0, "%1.")}, used)
    assert numbers((1, 0), (2, 0), (3, 0), (3, 0), (1, 0), numbering=numbering) == ["1.", "2.", "5.", "6.", "7."]


def test_a_level_that_never_restarts_counts_on() -> None:
    deep = level(0, "%1.") + level(1, "%1.%2", rest='<w:lvlRestart w:val="0"/>')
    assert numbers((1, 0), (1, 1), (1, 0), (1, 1), numbering=lists({1: deep})) == ["1.", "1.1", "2.", "2.2"]


def test_a_level_above_that_was_never_used_has_its_start_and_legal_levels_are_decimal() -> None:
    deep = level(0, "第%1章", "chineseCounting", start=3) + level(1, "%1.%2", rest="<w:isLgl/>")
    assert numbers((1, 1), (1, 0), (1, 1), numbering=lists({1: deep})) == ["3.1", "第四章", "4.1"]


def test_a_list_may_replace_a_level_and_a_bullet_is_no_number() -> None:
    used = {1: (1, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)")}</w:lvlOverride>'), 2: (2, "")}
    numbering = lists({1: level(0, "%1."), 2: level(0, "\uf0b7", "bullet")}, used)
    assert numbers((1, 0), (2, 0), (9, 0), numbering=numbering) == ["1)", "", ""]


def test_a_definition_may_stand_in_the_style_of_another() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="公文"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="公文"/>'
        f"{level(0, '%1、', 'chineseCounting')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert numbers((1, 0), (1, 0), numbering=numbering) == ["一、", "二、"]


def test_a_style_numbers_its_paragraphs_unless_they_say_no() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    numbering = lists(
        {
            1: level(0, "%1、", "chineseCounting", rest='<w:pStyle w:val="x"/>')
            + level(1, "（%2）", rest='<w:pStyle w:val="a"/>')
        }
    )
    body = p("甲", style="a") + p("乙", style="b") + p("丙", number=(0, 0), style="a") + p("丁", style="a")
    assert lines(body, numbering, styles) == ["（1）甲", "（2）乙", "丙", "（3）丁"]


def test_empty_paragraphs_count_and_wholly_deleted_ones_do_not() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = raw('<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>', numbered, '<w:del w:id="2"/>')
    body = p("甲", number=(1, 0)) + deleted + p(number=(1, 0)) + p("乙", number=(1, 0))
    assert lines(body, lists({1: level(0, "%1.")})) == ["1. 甲", "3. 乙"]


def test_a_paragraph_whose_mark_is_deleted_joins_the_next_and_is_counted_once() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = raw(run("修"), numbered, '<w:del w:id="2"/>') + p("渠", number=(1, 0)) + p("植树", number=(1, 0))
    assert lines(body, lists({1: level(0, "%1.")})) == ["1. 修渠", "2. 植树"]


def test_cells_are_numbered_also_where_they_hold_nothing_else() -> None:
    rows = "".join(map(tr_numbered, ("修渠", "植树")))
    body = p("甲", number=(1, 0)) + tbl(tr("序号", "重点任务", "责任单位"), rows) + p("乙", number=(1, 0))
    text = read_bytes(docx(body, {"numbering": lists({1: level(0, "%1")})}), "方案.docx")
    [table] = [block for block in text.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["2", "修渠", "水利站"],
        ["3", "植树", "水利站"],
    ]
    assert text.source(table.rows[0].start, table.rows[0].end).quote == "2\t修渠\t水利站"


def tr_numbered(name: str) -> str:
    """A row whose first cell has an automatic number and no words."""
    return tr(f"<w:tc>{p(number=(1, 0))}</w:tc>", name, "水利站")


@pytest.mark.parametrize(
    ("name", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 10_001, "一万零一"),
        ("japaneseCounting", 11, "十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 3, "c"),
        ("numberInDash", 3, "- 3 -"),
        ("hebrew1", 3, "3"),
        ("chineseCounting", 10**9, "一○○○○○○○○○"),
        ("chineseCountingThousand", 10**9, "1000000000"),
        ("upperRoman", 10**9, "1000000000"),
        ("upperLetter", 0, "0"),
    ],
)
def test_numbers_are_written_as_word_does(name: str, number: int, written: str) -> None:
    assert format_number(number, name) == written
