"""What pages hold besides prose, which of them cannot be read, and that none of them takes long."""

import time
from contextlib import suppress
from email.message import EmailMessage
from random import Random

import pytest

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.formats.html.harmless import is_harmless
from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text
from tests.loaders.formats.html.frames import around, page
from tests.loaders.formats.html.odd_pages import all_pages
from tests.loaders.formats.html.pages import TASKS, TITLE
from tests.loaders.formats.html.test_pages import told

SECONDS = 20
"""Far beyond what any of these pages takes, also on a machine that does other things."""


def text_of(body: str, name: str = "页.html") -> Text:
    return read_bytes(page(body).encode(), name)


def words_of(body: str) -> list[str]:
    return [one.words.text for one in text_of(body).blocks if isinstance(one, Paragraph)]


def rows_of(body: str) -> list[list[str]]:
    tables = [one for one in text_of(body).blocks if isinstance(one, Table)]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("区域|包村干部|整治任务|责任村|完成时限", "集镇|邰正|修补路肩|上湾村|8月底"),
        ("联系领导|职务|联系乡镇（街道）|联系村（社区）|联系企业", "石磊|副县长|双溪镇|双溪口村|双溪水泥厂"),
    ],
)
def test_a_columns_name_that_ends_as_a_body_does_is_no_value(header: str, row: str) -> None:
    body = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in cells.split('|'))}" for cells in (header, row))
    assert rows_of(f"<table>{body}</table>") == [row.split("|")]


HEADER = "<tr><td>序号<td>工作任务<td>责任单位<td>完成时限"


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("<tr><td>1<td>修渠<td>县水利局<td>6月", [["1", "修渠", "县水利局", "6月"]]),
        (
            "<tr><td>1<td>修渠<td rowspan=2>县水利局<td>6月<tr><td>2<td>植树<td>7月",
            [["1", "修渠", "县水利局", "6月"], ["2", "植树", "县水利局", "7月"]],
        ),
        ("<tr><td>1<td>修渠<td><p>县水利局</p><p>县林业局</p><td>6月", [["1", "修渠", "县水利局\n县林业局", "6月"]]),
        ("<tr><td>1<td>修渠<td>县水利局<br>县林业局<td>6月", [["1", "修渠", "县水利局\n县林业局", "6月"]]),
        ("<tr><td>1<td>修<b>渠</b><td>\n 县水\n 利局\n<td>&nbsp;", [["1", "修渠", "县水利局", ""]]),
        ("<tr style='display:none'><td>1<td>修渠<td>县农业局<td>6月<tr><td>1<td>植树<td>县林业局<td>6月",
         [["1", "植树", "县林业局", "6月"]]),
        ("<tr><td>1<td>修渠<td>县水利局<td rowspan=0>6月<tr><td>2<td>植树<td>县林业局",
         [["1", "修渠", "县水利局", "6月"], ["2", "植树", "县林业局", "6月"]]),
        ("<tr><td>1<td>修渠<table><tr><td>甲段<td>乙段</table><td>县水利局<td>6月",
         [["1", "修渠\n甲段\n乙段", "县水利局", "6月"]]),
    ],
    ids=["plain", "rowspan", "paragraphs", "break", "source lines", "hidden row", "to the end", "table within"],
)  # fmt: skip
def test_a_table_is_a_grid(rows: str, cells: list[list[str]]) -> None:
    assert rows_of(f"<h1>{TITLE}</h1><p>水利任务清单</p><table>{HEADER}{rows}</table>") == cells


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>修渠。</p><p>植树。</p>", ["修渠。", "植树。"]),
        ("<p>修渠。<br>植树。</p>", ["修渠。", "植树。"]),
        ("<p>修渠\n  清淤。</p>", ["修渠清淤。"]),
        ("<p>use Word\n  and 修渠。</p>", ["use Word and 修渠。"]),
        ("<p>甲 &lt; 乙 &amp; 丙。</p>", ["甲 < 乙 & 丙。"]),
        ("<ol><li>修渠。<li>植树。</ol>", ["1.修渠。", "2.植树。"]),
        ("<ol start=3><li>修渠。<li value=7>植树。<li>清淤。</ol>", ["3.修渠。", "7.植树。", "8.清淤。"]),
        ("<ol type=a><li>修渠。<li>植树。</ol>", ["a.修渠。", "b.植树。"]),
        ("<ul><li>修渠。<li>植树。</ul>", ["修渠。", "植树。"]),
        ("<ol><li>（一）修渠。<li>（二）植树。</ol>", ["（一）修渠。", "（二）植树。"]),
        ("<p><span style='mso-list:Ignore'>Ø<span>&nbsp; </span></span>修渠。</p>", ["修渠。"]),
        ("<table><tr><td>修渠。</td></tr><tr><td>植树。</td></tr></table>", ["修渠。", "植树。"]),
        ("<details><summary>展开修渠。</summary>植树。</details>", ["展开修渠。", "植树。"]),
        ("<p><a id=c1></a><comment>核实</comment>修渠。</p>", ["修渠。"]),
        ("<ruby>修<rt>xiū</rt></ruby>渠。", ["修渠。"]),
    ],
)
def test_blocks_are_paragraphs(body: str, words: list[str]) -> None:
    assert words_of(f"<h1>{TITLE}</h1>{body}") == [TITLE, *words]


def test_words_struck_out_are_told_as_such() -> None:
    text = text_of(f"<h1>{TITLE}</h1><p>一、修渠。<s>（责任单位：县农业局）</s></p>")
    assert [(one.reason, one.source.quote) for one in text.unread] == [("unread.struck", "（责任单位：县农业局）")]


def test_a_row_of_a_page_tells_table_row_and_cell() -> None:
    body = f"<h1>{TITLE}</h1><p>水利任务清单</p><table>{HEADER}<tr><td>1<td>修渠<td>县水利局<td>6月</table>"
    [task] = read_document(text_of(body)).tasks
    assert (task.source.table, task.source.row, task.source.quote) == (1, 2, "1\t修渠\t县水利局\t6月")


def test_a_page_in_one_file_is_read_as_the_page() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by Blink>", "页面"
    message.set_content(dict(all_pages())["with_a_heading_and_a_container"].data.decode(), subtype="html")
    message.add_related(b"\x89PNG", "image", "png", cid="<1>")
    document = read_document(read_bytes(bytes(message), "页面.mhtml"))
    assert (document.format, tuple(map(told, document.tasks))) == ("mht", TASKS)


@pytest.mark.parametrize("before", ["", "\ufeff", "<!-- saved from url=(0024)http://www.example.cn/ -->\n"])
def test_a_whole_page_is_read_as_one_whatever_it_is_called(before: str) -> None:
    body = f"<h1>{TITLE}</h1>\n<p>一、修渠。（责任单位：县水利局）</p>\n"
    text, as_page = (read_bytes((before + page(body)).encode(), name) for name in ("页.txt", "页.html"))
    assert (text.format, text.blocks) == ("html", as_page.blocks)
    [task] = read_document(text).tasks
    assert (task.source.paragraph, task.source.quote) == (2, "一、修渠。（责任单位：县水利局）")


def test_tags_within_a_text_do_not_make_it_a_page() -> None:
    text = f"{TITLE}\n\n<p>一、修渠。<b>（责任单位：县水利局）</b></p>\n".encode()
    document = read_document(read_bytes(text, "页.txt"))
    assert (document.format, [(task.source.line, task.responsible_units) for task in document.tasks]) == (
        "txt",
        [(3, ("县水利局",))],
    )


_PICTURE_ALONE = (
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: image/png\n\nx\n--q--\n"
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (page("").encode(), "no words"),
        (page("<div id=app></div><script>load()</script>").encode(), "no words"),
        (page("<img src=1.jpg>").encode(), "pictures and no words"),
        (b"<html><frameset><frame src=a.htm></frameset></html>", "no words"),
        (b"<html><body>" + bytes(range(128, 256)) * 40, "undecodable"),
        (_PICTURE_ALONE, "no words"),
    ],
    ids=["empty", "script", "picture", "frames", "bytes", "one file without a page"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(FileRefusedError, match=sentence):
        read_bytes(data, "页.html")


HOSTILE = {
    "depth": "<div>" * 20_000,
    "letters": "".join(f"<p><font color={number}>字" for number in range(3_000)),
    "options": "<select>" + "<option>x" * 5_000,
    "tables": "<table><tr><td>" * 5_000,
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(10_000)) + ">",
    "spans": "<table>" + "<tr><td rowspan=65534 colspan=1000>x" * 3_000 + "</table>",
    "letters in tables": "<font color=1><table><tr><td></font></table>" * 3_000,
    "brackets": "（<br>" * 20_000,
    "lists": "<ol><li>" * 2_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_take_long_ends(name: str) -> None:
    body = f"<h1>{TITLE}</h1><p>一、修渠。（责任单位：县水利局）</p>{HOSTILE[name]}"
    begun = time.process_time()
    with suppress(FileRefusedError):
        read_document(text_of(body))
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("name", ["depth", "letters", "options", "tables", "attributes", "letters in tables"])
def test_what_would_take_the_parser_long_goes_to_a_process_of_its_own(name: str) -> None:
    assert not is_harmless(HOSTILE[name])


def test_pages_of_sites_are_parsed_at_once() -> None:
    for name, saved in all_pages():
        characters = saved.data.decode("utf-16" if name == "utf_16" else "gb18030", errors="ignore")
        assert is_harmless(characters), name
    assert is_harmless(page(around("<table>" + "<tr><td><b>字</b>" * 5_000 + "</table>")))


@pytest.mark.slow
def test_no_change_of_bytes_makes_an_error_that_is_not_told() -> None:
    chance = Random(8601)  # noqa: S311 - the same bytes on every run
    pages = [saved.data for _, saved in all_pages()]
    for _ in range(100):
        with suppress(FileRefusedError):
            read_document(read_bytes(changed(chance.choice(pages), chance), "页.html"))


def changed(data: bytes, chance: Random) -> bytes:
    """The bytes with some of them changed, left out, doubled or cut off."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 12)):
        at, length = chance.randrange(len(made)), chance.randrange(1, 60)
        piece = made[at : at + length]
        made[at : at + length] = chance.choice(
            [b"", piece * 3, bytes([chance.randrange(256)]), b"<", b">", b"</div>", b"<table><tr><td>", b'"', b"<!--"]
        )
    return bytes(made[: chance.randrange(1, len(made))] if chance.random() < 0.2 else made)
