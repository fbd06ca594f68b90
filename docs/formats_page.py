"""Writes docs/formats.md, the page of the formats that are read: `python -m docs.formats_page`.

What it says of each comes from the table of readers and from the readers' own modules.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from graph.messages.sentences import say
from loaders.files.kinds import SIGNATURES
from loaders.formats.docx import file as docx_file
from loaders.formats.readers import READERS, Reader
from loaders.limits import MOST_BYTES, MOST_CELLS, MOST_CHARACTERS, MOST_LINES, MOST_STATEMENTS, WIDEST_TABLE

PAGE = Path(__file__).resolve().parent / "formats.md"
_OPENING = f"""# 读哪些文件 · Which files are read

本页由读取器的列表自动生成（`make docs`）。Written from the list of readers by `make docs`; a test holds that it is up
to date.

What a file is, its bytes tell: a PDF that is called `plan.txt` is a PDF. The ending of its name only chooses between
readers of the same kind of bytes (plain text, Markdown), and says which files `load` takes from a folder, but for a
README. A file that is named itself may bear any ending, or none. A file of text may hold
{MOST_BYTES // 1024 // 1024} MiB, a Word document {docx_file.MOST_BYTES // 1024 // 1024} MiB
and {MOST_CHARACTERS:,} characters; either {MOST_LINES:,} lines
and {MOST_CELLS:,} TABs and bars, and say {MOST_STATEMENTS:,} things, a long text more; a table has {WIDEST_TABLE}
columns at most.

"""
_MARKDOWN = """
## Markdown 怎样读 · How Markdown is read

| 写法 | 怎样读 · How it is read |
|---|---|
| `#` 标题、`>` 引文、缩进 | 各是一段，标记不算字。Paragraphs; the marks are no words |
| 没有空行的几行 | 写满的一行、以逗号断开的一行与下一行相连。A full line goes on in the next |
| 短行、以句号结束的行、编号开头的行 | 各自成段。Paragraphs of their own |
| `1.` 列表 | 编号照原文，是项目的编号；`-`、`*`、`- [ ]` 不算字。Numbers stay as written |
| 竖线表格 | 就是表格，不靠猜；表头全空时第一行是表头。A table by its marks, never by guessing |
| 单元格里的 `\\|`、`<br>` | 前者是字，后者分段。A bar is a word, a break parts paragraphs |
| 单元格少的行、多的行 | 少的补空，多的列入 `unread`。Short rows are filled up, long ones listed |
| `**粗**`、`*斜*`、`` `码` ``、`[字](https:…)` | 标记、网址不算字，引文照原样。Quotes keep the marks inside them |
| `~~删去~~`、`![图](https:…)`、标签 | 不读。Not read |
| `<!-- 注释 -->`，文件开头 `---` 之间的设置 | 不读：不是公文的内容。Not read: no part of the paper |
| 围栏、HTML 块 | 每行一段。A paragraph a line |
"""
_WORD = """
## Word 文档怎样读 · How Word documents are read

| 写法 | 怎样读 · How it is read |
|---|---|
| 自动编号（一、（一）1. ①） | 是段落的字，引文里也有；项目符号不算字。Words of the paragraph and of its quote |
| 纵向合并的单元格 | 责任单位、时限每行都写出，类别、名称只写在第一行。Who and when hold for each row |
| 横向合并、多行表头 | 照网格归到各列；整行合并的是小标题。By the grid of the table |
| 跨页重复的标题行、手工拆开的表 | 前者不算行，后者接着读。A table cut in two by hand goes on |
| 没有表头的表（文本框架、表单） | 各格各成段，记着在第几表第几行第几列。Paragraphs that know their cells |
| 单元格里的表、多段、文本框 | 都是这一格的字。Words of the cell |
| 修订 | 插入的算，删除、移走的不算。Insertions stand, deletions do not |
| 隐藏文字、占位提示、页码域、页眉页脚、宏 | 不读。Not read |
| 文本框、脚注、尾注 | 文本框在所挂段落之后，注在全文之后，各读一次。Each once |
| 批注、删除线划去的字 | 不作正文，列入 `unread`，写明在哪一段哪一格。Told as unread |
| 位置 | 段12；第3表第5行第2列（照文件里的行数，表头也算一行）。Rows count as in the file, header included |

`.doc`、`.wps`、`.rtf`、`.odt` 由 LibreOffice 转成 Word 文档再读，没有安装时一句话说明。Older documents are converted by
LibreOffice where it is installed: a process of its own, three minutes at most, no macro, no link.
"""
_SHEETS = """
## 表格文件怎样读 · How sheets are read

| 表中 | 怎样读 · How it is read |
|---|---|
| 表头 | 按列名寻找，不论在第几行、第几列；两三行的合为一行；重复的略去。Found by its names, anywhere |
| 表头以上 | 各是一段；最后一段（不是“单位：”“日期：”）是表名，没有时用工作表名。Paragraphs; the last is the title |
| 表格以下 | 注、落款各是一段。Notes and signatures are paragraphs |
| 上下、左右几个表，几个工作表 | 都读，各是一个表。Each is a table; one without a header goes on |
| 合并单元格 | 责任单位、时限所及各行都有；事项、名称、类别只在第一行。Owners and deadlines in each row it reaches |
| 日期 | 精度按单元格格式：`2025年6月` 是月；时限列中的 45838 是日期。As precise as the format shows |
| 数字 | 照显示的样子：百分比、千分位、前导零。As they are shown |
| 公式 | 用存下的值；从未算过的列入 `unread`。The stored value |
| 划掉的字 | 不读，列入 `unread`。Not read, but listed |
| 隐藏的行、列、工作表 | 照常读，并列入 `unread`；选项清单除外。Read, and listed |
| 批注、图片、宏、链接 | 不读；批注列入 `unread`。Not read; comments are listed |
| 出处 | `工作表!C7` 是单元格，`工作表!7:7` 是一行。Places as Excel writes them |
| `.csv`、`.tsv` | 分隔符按多数行判定；引文照文件原样，出处是行号。The sign that parts most lines alike |
"""
_ADDING = """
## 增加一种格式 · To add a format

1. A module in `loaders/formats/` with two functions. `read_…(data: bytes) -> Content` makes the characters from which
   quotes are cut, and blocks: `Paragraph`s and `Table`s of `loaders/text.py`. A format that knows its tables builds
   them itself (`markdown_tables.py` shows how); what tells tables from lines of a flattened text (`plain_text.py`) is
   not for it. Where places are no lines, each block bears a `Locator` (page, sheet, paragraph).
   `part_row(quote)` parts the quote of a row into its cells.
2. A row of `READERS` in `loaders/formats/readers.py`: the kinds of bytes that it reads, the endings, the locators.
   `load`, `verify`, the pages and this page follow from it. A kind of bytes that nobody could tell so far is a row of
   `SIGNATURES` in `loaders/files/kinds.py`.
3. Documents with what they must yield, in `tests/corpus/`.
"""


def page() -> str:
    """The page, in Markdown."""
    readers = "\n".join(map(_row, READERS))
    refused = "\n".join(f"- {say('en', f'kind.{kind}')}" for kind in _unread())
    return (
        f"{_OPENING}| format | endings | places are told by | how it is read |\n|---|---|---|---|\n{readers}\n\n"
        "These are told by their bytes and refused in a sentence that names them; in Word or WPS, save them as plain\n"
        f"text (纯文本 .txt), sheets as .xlsx:\n\n{refused}\n{_WORD}{_MARKDOWN}{_SHEETS}{_ADDING}"
    )


def _row(reader: Reader) -> str:
    """A row of the table; how a format is read is what its module says first."""
    about = (sys.modules[reader.read.__module__].__doc__ or "").split("\n\n")[0].replace("\n", " ")
    endings = " ".join(f"`{ending}`" for ending in reader.endings)
    return f"| {reader.name} (`{reader.format}`) | {endings} | {', '.join(reader.locators)} | {about} |"


def _unread() -> Iterator[str]:
    """The kinds of files that no reader reads, each once."""
    read = {kind for reader in READERS for kind in reader.kinds}
    yield from dict.fromkeys(known.kind for known in SIGNATURES if known.kind not in read)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
