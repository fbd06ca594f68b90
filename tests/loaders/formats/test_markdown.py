"""Markdown becomes paragraphs and tables whose words bear no marks and whose places are those of the file."""

import pytest

from graph.errors import FileRefusedError
from loaders.formats.markdown.reader import read_markdown
from loaders.formats.markdown.rows import part_row
from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text

HEADER = "| 序号 | 任务 | 牵头单位 | 完成时限 |\n|---|:-:|---|--:|\n"


def text_of(characters: str) -> Text:
    return read_bytes(characters.encode(), "plan.md")


def paragraphs_of(characters: str) -> list[str]:
    """The paragraphs; each must begin and end with words that stand at its place."""
    text = text_of(characters)
    found = [block.words for block in text.blocks if isinstance(block, Paragraph)]
    for words in found:
        assert text.characters[words.start] == words.text[0]
        assert text.characters[words.end - 1] == words.text[-1]
    return [words.text for words in found]


def tables_of(characters: str) -> list[Table]:
    return [block for block in text_of(characters).blocks if isinstance(block, Table)]


def cells_of(characters: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in tables_of(characters) for row in table.rows]


def test_a_heading_is_a_paragraph_without_its_signs() -> None:
    assert paragraphs_of("# 修渠方案 #\n\n## 一、任务\n\n时限\n---\n") == ["修渠方案", "一、任务", "时限"]


def test_lines_that_are_full_are_one_paragraph_and_short_ones_are_their_own() -> None:
    wrapped = "按照“谁主管、谁负责”的原则逐村逐户登记造册建立问题\n台账做到底数清、情况明、责任实。\n"
    assert paragraphs_of(wrapped) == [wrapped.replace("\n", "")]
    assert paragraphs_of("（一）修渠\n按照“谁主管、谁负责”的原则逐村逐户登记造册。\n") == [
        "（一）修渠",
        "按照“谁主管、谁负责”的原则逐村逐户登记造册。",
    ]


def test_a_blank_joins_latin_words_alone() -> None:
    assert paragraphs_of("use Word\nand 修渠，\n按期完成\n") == ["use Word and 修渠，按期完成"]


@pytest.mark.parametrize("end", ["  \n", "\\\n", "<br>", "<br/>\n"])
def test_a_hard_break_ends_a_paragraph(end: str) -> None:
    assert paragraphs_of(f"修渠，{end}植树\n") == ["修渠，", "植树"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**牵头单位：**县水利局", "牵头单位：县水利局"),
        ("__牵头单位：__ 县水利局", "牵头单位： 县水利局"),
        ("*责任单位*：县*水利*局", "责任单位：县水利局"),
        ("***县水利局***、**县*财政*局**", "县水利局、县财政局"),
        ("~~县农办~~县农业农村局", "县农业农村局"),
        ("`县水利局`、``县`财政局``", "县水利局、县`财政局"),
        ("[县水利局](http://x.cn/县财政局 '题')牵头", "县水利局牵头"),
        ("<http://x.cn/a>和<b>县水利局</b>", "http://x.cn/a和县水利局"),
        ("![县水利局的章](a.png)修渠", "修渠"),
        ("修渠<!-- 责任单位：县财政局 -->。", "修渠。"),
        (r"1\. 修渠\*\*，\县内", r"1. 修渠**，\县内"),
        ("长宽&lt;5&#31859;", "长宽<5米"),
        ("20**年6月底前完成；20**年再评。", "20**年6月底前完成；20**年再评。"),
        ("长5 * 宽3 * 高2", "长5 * 宽3 * 高2"),
        ("6~8月修渠，9~10月植树", "6~8月修渠，9~10月植树"),
        ("____年__月__日", "____年__月__日"),
        ("[责任单位]: 县水利局", "[责任单位]: 县水利局"),
    ],
)
def test_marks_inside_a_line_are_no_words(marked: str, words: str) -> None:
    [paragraph] = [block.words.text for block in text_of(marked).blocks if isinstance(block, Paragraph)]
    assert paragraph == words


def test_a_quote_holds_the_marks_that_stand_inside_it() -> None:
    text = text_of("**牵头单位：**县水利局\n")
    [block] = text.blocks
    assert isinstance(block, Paragraph)
    assert text.source(block.words.start, block.words.end).quote == "牵头单位：**县水利局"
    colon = block.words.text.index("：")
    assert text.characters[block.words.at(colon)] == "："


def test_an_item_keeps_its_number_as_written_and_a_point_is_no_word() -> None:
    assert paragraphs_of("3. 修渠\n3. 植树\n   - 育苗\n   - [x] 栽种\n\n     浇水\n10) 修桥\n") == [
        "3. 修渠",
        "3. 植树",
        "育苗",
        "栽种",
        "浇水",
        "10) 修桥",
    ]


def test_the_number_of_a_line_begins_a_paragraph() -> None:
    assert paragraphs_of("工作任务如下\n（一）修渠工程\n（二）植树造林\n") == [
        "工作任务如下",
        "（一）修渠工程",
        "（二）植树造林",
    ]


def test_quotes_fences_indented_lines_and_html_are_paragraphs() -> None:
    characters = "> 引文\n\n```\n围栏内\n  缩进\n```\n\n    四格缩进\n\n<div>\n块内<b>粗</b>\n</div>\n"
    assert paragraphs_of(characters) == ["引文", "围栏内", "缩进", "四格缩进", "块内粗"]


def test_comments_scripts_and_styles_are_not_read_but_a_comment_that_never_ends_is() -> None:
    assert paragraphs_of("<!-- 甲\n乙 -->\n丙\n\n<script>\n丁\n</script>\n\n戊\n") == ["丙", "戊"]
    assert paragraphs_of("甲\n\n<!-- 乙\n\n丙\n") == ["甲", "<!-- 乙", "丙"]


def test_settings_at_the_top_are_not_read_but_lines_between_rules_are() -> None:
    assert paragraphs_of("---\ntitle: 责任单位\n---\n修渠\n") == ["修渠"]
    assert paragraphs_of("---\n\n修渠\n\n---\n\n植树\n") == ["修渠", "植树"]


def test_what_lies_deeper_than_the_parser_goes_is_read_too() -> None:
    assert paragraphs_of(">" * 300 + " 修渠\n") == ["修渠"]
    assert paragraphs_of("".join("  " * level + f"- 第{level}层\n" for level in range(90)))[-1] == "第89层"


def test_page_numbers_are_no_paragraphs() -> None:
    assert paragraphs_of("修渠。\n\n— 7 —\n\n植树。\n") == ["修渠。", "植树。"]


def test_a_table_has_its_title_its_columns_and_its_rows() -> None:
    [table] = tables_of(f"附件\n\n2024年任务清单\n\n{HEADER}| 1 | 修渠 | **水利站** | 6月 |\n| 2 | 植树 | | |\n")
    assert (table.title, table.number) == ("2024年任务清单", 1)
    assert table.header == ("序号", "任务", "牵头单位", "完成时限")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "修渠", "水利站", "6月"],
        ["2", "植树", "", ""],
    ]
    assert [row.number for row in table.rows] == [1, 2]


def test_the_quote_of_a_row_runs_from_its_first_cell_to_its_last_and_parts_into_them() -> None:
    text = text_of(f"{HEADER}|  | 修\\|渠 | **水利站** | 6月 |\n")
    [table] = [block for block in text.blocks if isinstance(block, Table)]
    source = text.source(table.rows[0].start, table.rows[0].end, table=1, row=1)
    assert source.quote == "  | 修\\|渠 | **水利站** | 6月"
    assert (source.line, source.table, source.row) == (3, 1, 1)
    assert [cell for _, cell in part_row(source.quote)] == ["", "修\\|渠", "**水利站**", "6月"]
    for at, cell in part_row(source.quote):
        assert source.quote[at : at + len(cell)] == cell


def test_a_bar_behind_a_backslash_is_a_word_and_br_parts_a_cell() -> None:
    assert cells_of(f"{HEADER}| 1 | 修\\|渠 | 水利站<br>财政所 | 6月 |\n") == [["1", "修|渠", "水利站\n财政所", "6月"]]


def test_rows_of_fewer_cells_are_filled_up_and_of_more_stay_longer() -> None:
    rows = cells_of(f"{HEADER}| 1 | 修渠 |\n| 2 | 植树 | 林业站 | 3月 | 多 |\n| 第二季度 |\n注：略\n")
    assert rows == [["1", "修渠", "", ""], ["2", "植树", "林业站", "3月", "多"], ["第二季度"], ["注：略"]]


def test_an_empty_header_leaves_the_first_row_to_head_the_others() -> None:
    [table] = tables_of("|  |  |\n|---|---|\n| 任务 | 责任单位 |\n| 修渠 | 水利站 |\n")
    assert table.header == ("任务", "责任单位")
    assert [row.number for row in table.rows] == [1]


@pytest.mark.parametrize("before", ["", "> ", "  "])
def test_a_table_stands_also_without_outer_bars_in_quotes_and_items(before: str) -> None:
    characters = "".join(f"{before}{line}\n" for line in ("任务 | 责任单位", "--- | ---", "修渠 | 水利站"))
    assert cells_of(characters) == [["修渠", "水利站"]]
    assert cells_of("- 清单\n\n  | 任务 | 责任单位 |\n  |---|---|\n  | 修渠 | 水利站 |\n") == [["修渠", "水利站"]]
    assert cells_of("1. | 任务 | 责任单位 |\n   |---|---|\n   | 修渠 | 水利站 |\n") == [["修渠", "水利站"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_and_ends_of_lines_change_nothing(end: str, encoding: str) -> None:
    characters = f"# 方案\n\n**甲**\n\n{HEADER}| 1 | 修\u200b渠 | 水利站 | 6月 |\n"
    content = read_markdown(characters.replace("\n", end).encode(encoding))
    first, second, table = content.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert isinstance(table, Table)
    assert (first.words.text, second.words.text) == ("方案", "甲")
    assert [cell.text for cell in table.rows[0].cells] == ["1", "修渠", "水利站", "6月"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"# \x00\x00\x01", "binary"),
        (b"---\ntitle: x\n---\n", "no words"),
        (b"<!-- x -->\n\n***\n", "no words"),
        (b"%PDF-1.7\n", "the PDF is damaged"),
        (b"\x81\xff\xff\xff", "undecodable"),
    ],
)
def test_a_file_without_words_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(FileRefusedError, match=reason):
        read_bytes(data, "plan.md")
