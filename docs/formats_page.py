"""Writes docs/formats.md, the page of the formats that are read: `python -m docs.formats_page`.

What it says of each comes from the table of readers and from the readers' own modules.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from api.words.formats import formats
from graph.messages.sentences import say
from graph.messages.tables import Lang
from loaders.containers.opening import CONTAINER_KINDS
from loaders.files.kinds import KINDS_OF_XML, SIGNATURES
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
{MOST_BYTES // 1024 // 1024} MiB, a Word document or a PDF {docx_file.MOST_BYTES // 1024 // 1024} MiB
and {MOST_CHARACTERS:,} characters; either {MOST_LINES:,} lines
and {MOST_CELLS:,} TABs and bars, and say {MOST_STATEMENTS:,} things, a long text more; a table has {WIDEST_TABLE}
columns at most.

"""
_TEXT = """
## 纯文本中的表格 · Tables in plain text

以下写法都是表格。Any of these is a table:

| 写法 | How it is written |
|---|---|
| 每格一行，行首是制表符；每行之后空一行 | a cell a line behind a TAB, an empty line behind each row |
| 一行写完一行表格，各格之间是制表符 | the cells of a row on one line, TABs between them |
| 各格之间是竖线的几行 | lines with bars between the cells |
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
_PDF = """
## PDF 怎样读 · How PDFs are read

| 页上 | 怎样读 · How it is read |
|---|---|
| 折行、跨页的段落 | 连成一段，行末不留空格。One paragraph, over lines and pages |
| 页眉、页脚、页码（— 3 —） | 不读；以编号或标签开头的不算页眉。Not read; an item or a label is none |
| 有框线的表（实线、虚线、点线） | 照框线分格；合并的责任单位、时限所及各行都有。By its lines and merges |
| 跨页的表 | 接着读：重复的表头只算一次，被页边切断的一行拼回一行；序号从 1 重来是另一个表。Goes on over pages |
| 三线表、隔行着色的表、没有框线的表 | 上面有认得的表头时按列读；否则是正文，并列入 `unread`。Under a known header |
| 两栏排版、横放的页 | 先左栏后右栏；转正了读。Left column first; turned pages are read upright |
| 划掉的字，页面之外的字，与本页方向不同的字（斜印的水印） | 不读，列入 `unread`。Not read, but listed |
| 填在表单域里、打在页面上的字 | 在原处读；没有显示的，列入 `unread`。Form fields and typed notes: read in place |
| 打不开的页，只有图片、没有文字的页，少数字没有编码的页 | 不读，每页列入 `unread`。Each is listed |
| 部首字形、重影的粗体 | 按本字读一次。Read once, as what they stand for |
| 扫描件，字体没有文字编码，加密、残缺的文件 | 一句话说明，不读。Refused in one sentence |
| 出处 | 第4页段12；第4页第2表第5行；字在页上的位置。Page, table and row, and where on the page the words lie |
| 页的图 | 网页上每条内容都通向那一页的图，图上标出它的字。Each fact leads to its page as a picture, its words boxed |

PDF 在单独的进程里打开：内存 1 GiB，每 100 页 10 秒。PDFs are opened in a process of its own: 1 GiB of memory, and
10 seconds of the processor for 100 pages. So is each page that is drawn: 1,600 pixels at most, 10 seconds.
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
| 表单；列名在左、每列一项的表 | 一张表单一项；横放的表一列一项。Forms, and tables on their side |
| 隐藏的行、列、工作表 | 照常读，并列入 `unread`；选项清单除外。Read, and listed |
| 批注、图片、宏、链接 | 不读；批注列入 `unread`。Not read; comments are listed |
| 出处 | `工作表!C7` 是单元格，`工作表!7:7` 是一行。Places as Excel writes them |
| `.csv`、`.tsv` | 分隔符按多数行判定；引文照文件原样，出处是行号。The sign that parts most lines alike |
"""
_PAGES = """
## 网页怎样读 · How web pages are read

| 网页中 | 怎样读 · How it is read |
|---|---|
| 编码 | 照文本的规则判定，网页写 gb2312 而用 GB18030 的也读。As texts, whatever the page says of itself |
| 正文 | 由句子、编号、标签、任务表、标题判定；栏目、面包屑、其他文章的列表、脚本、页脚不读。Found by its form |
| 标题、落款在正文容器以外 | 照读。Read where they stand apart |
| `<br>`、行首空格、`<pre>` | 各自成段；源代码中的换行不算。Breaks part paragraphs, line ends of the source do not |
| 列表的编号、Word 网页的编号 | 是段落的字。Words of the paragraph |
| `rowspan`、`colspan`、多行表头 | 照网格归到各列，与 Word 文档相同。As in Word documents |
| 用来排版的表格 | 不算表格，各格各成段。No tables; their cells are paragraphs |
| 表头与表身是两个表 | 合为一个。One table |
| 隐藏的内容、删除线 | 不读；删除线的字列入 `unread`。Not read; what is struck out is listed |
| 公众号文章、`.mht` | 照网页读。As web pages |
| `.txt` 里的网页 | 照文本读，出处仍是行号。As a text with lines |
| 位置 | 段12；第3表第5行第2列。Paragraphs, tables, rows and cells of the paper |

## 压缩包和邮件 · Archives and mails

`.zip`、`.eml` 本身不是公文：其中的文件逐个读入，名称如 `材料.zip!方案.docx`（也可以这样单独指定），
各有自己的摘要；压缩包里的压缩包再开一层，同名的编号（`清单 (2).docx`）。加密的、损坏的、超过上限的各自说明，其余照读。
转发的邮件与其附件也逐个读入。核对（verify）时重新打开压缩包；上传的压缩包拆成单个文件保存。
An archive or a mail is no paper: each file in it is read as one of its own, in memory, nothing is extracted; one that
is damaged or has a password is refused alone. Mails forwarded in a mail are opened too. `verify`
opens the container again; of an uploaded one the files are kept, each by itself.
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
    refused = "\n".join(f"- {say('zh', f'kind.{kind}')} · {say('en', f'kind.{kind}')}" for kind in _unread())
    return (
        f"{_OPENING}| format | endings | places are told by | how it is read |\n|---|---|---|---|\n{readers}\n\n"
        "以下文件凭内容认出，不读，并说明是什么。These are told by their bytes and refused in a sentence that names\n"
        f"them:\n\n{refused}\n{_WORD}{_PDF}{_TEXT}{_MARKDOWN}{_SHEETS}{_PAGES}{_ADDING}"
    )


def _row(reader: Reader) -> str:
    """A row of the table; how a format is read is what its module says first."""
    about = (sys.modules[reader.read.__module__].__doc__ or "").split("\n\n")[0].replace("\n", " ")
    endings = " ".join(f"`{ending}`" for ending in reader.endings)
    return f"| {reader.name} (`{reader.format}`) | {endings} | {', '.join(reader.locators)} | {about} |"


def _unread() -> Iterator[str]:
    """The kinds of files that no reader reads, each once."""
    read = {kind for reader in READERS for kind in reader.kinds}
    yield from dict.fromkeys(known.kind for known in SIGNATURES if known.kind not in (*read, *CONTAINER_KINDS))
    yield from (kind for kind in KINDS_OF_XML if kind not in read)


LISTED: tuple[tuple[Path, Lang], ...] = (
    (PAGE.parent.parent / "README.md", "en"),
    (PAGE.parent.parent / "README.zh.md", "zh"),
    (PAGE.parent / "clerk.zh.md", "zh"),
)
"""Pages that list what is read between two marks, with the language of each."""
_LIST = re.compile("(<!-- formats -->\n).*?(<!-- /formats -->)", re.DOTALL)


def with_formats(text: str, lang: Lang) -> str:
    """The text of a page with the list of what is read between its marks."""
    lines = (f"- {name}: {' '.join(f'`{one}`' for one in endings)}\n" for name, endings in formats(lang))
    listed = "".join(lines) if lang == "en" else "".join(lines).replace(": ", "：")
    return _LIST.sub(lambda found: found[1] + listed + found[2], text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    for path, lang in LISTED:
        path.write_text(with_formats(path.read_text(encoding="utf-8"), lang), encoding="utf-8")
