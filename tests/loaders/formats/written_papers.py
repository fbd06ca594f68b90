"""One paper in all formats that offices write: by code, and by LibreOffice from its Word document."""

import csv
import html
import io
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from docs.example_files import Paper, PaperTable, as_docx, as_xlsx, converted
from tests.loaders.formats.excel_2003 import books_2003

HEADER = ("序号", "工作类别", "重点任务", "工作措施", "牵头单位", "责任单位", "责任领导", "完成时限")
TABLE = PaperTable(
    (
        HEADER,
        ("1", "水利建设", "修缮东干渠", "清淤三公里，更换闸门两座。", "水利站", "财政所", "周启明", "2024年6月底前"),
        ("2", "", "修缮西干渠", "清淤两公里，衬砌渠道。", "", "农业农村办、财政所", "", "2024年9月底前"),
        (
            "3",
            "环境整治",
            "清理河道垃圾",
            "每月清理一次。",
            "社会事务办",
            "各村（社区）",
            "林晓芬",
            "2024年12月",
        ),
        ("4", "", "建设分类投放点", "建成投放点十二处。", "", "财政所", "", "2024年10月31日"),
    ),
    frozenset({1, 4, 6}),
)
"""The category, the lead unit and the leader are one cell over two rows each."""
PAPER: Paper = (
    "青石县柳林镇人民政府",
    "关于印发《柳林镇2024年河渠整治工作方案》的通知",
    "青柳府发〔2024〕17号",
    "各村（社区），镇级各部门：",
    "现将《柳林镇2024年河渠整治工作方案》印发你们，请认真组织实施。",
    "青石县柳林镇人民政府",
    "2024年3月5日",
    "柳林镇2024年河渠整治工作方案",
    "为改善农田灌溉条件，结合我镇实际，制定本方案。",
    "一、重点工作",
    "（一）开展河渠普查。查清全镇河渠长度和淤积情况，建立台账。（牵头单位：水利站；责任单位：农业农村办；完成时限：2024年4月底前）",
    "（二）落实巡河制度。各村明确巡河员，每周巡河一次。（责任单位：社会事务办；完成时限：2024年5月底前）",
    "二、组织领导",
    "成立柳林镇河渠整治工作领导小组，组成人员如下：",
    "组　长：周启明　镇党委副书记、镇长",
    "副组长：林晓芬　副镇长",
    "三、村级建制调整",
    "2023年12月，将石桥村、柳树村合并设立桥柳村。",
    "柳林镇2024年河渠整治任务清单",
    TABLE,
)
"""A notice with a plan: items with owners in brackets, a group, a change of villages, a table with merged cells."""


def as_text(paper: Paper) -> bytes:
    """Plain text: a cell a line behind a TAB, an empty line behind a row."""
    return "".join(
        one + "\n\n" if isinstance(one, str) else "".join(_flat(row) for row in repeated(one)) for one in paper
    ).encode("gb18030")


def _flat(row: tuple[str, ...]) -> str:
    return "".join(f"\t{cell}\n" for cell in row) + "\n"


def as_markdown(paper: Paper) -> bytes:
    """Markdown: a pipe table."""
    return "".join(
        one + "\n\n" if isinstance(one, str) else "\n".join(_piped(repeated(one))) + "\n\n" for one in paper
    ).encode()


def _piped(rows: list[tuple[str, ...]]) -> Iterator[str]:
    for at, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if at == 0:
            yield "|" + "---|" * len(row)


def as_html(paper: Paper) -> bytes:
    """A page with a table whose cells reach over rows, in the encoding that offices' pages have."""
    body = "".join(f"<p>{html.escape(one)}</p>" if isinstance(one, str) else _html_table(one) for one in paper)
    return f'<html><head><meta charset="gb2312"></head><body>{body}</body></html>'.encode("gb18030")


def _html_table(table: PaperTable) -> str:
    return f"<table border=1>{''.join(_html_row(table, at) for at in range(len(table.rows)))}</table>"


def _html_row(table: PaperTable, row: int) -> str:
    cells = "".join(
        f'<td rowspan="{table.height(row, column)}">{html.escape(words)}</td>'
        for column, words in enumerate(table.rows[row])
        if not table.goes_on(row, column)
    )
    return f"<tr>{cells}</tr>"


def as_csv(paper: Paper) -> bytes:
    """A sheet as text."""
    out = io.StringIO()
    for one in paper:
        csv.writer(out).writerows([(one, *[""] * (len(HEADER) - 1))] if isinstance(one, str) else repeated(one))
    return out.getvalue().encode("utf-8-sig")


def as_excel_2003(paper: Paper) -> bytes:
    """A sheet of a workbook as one XML file; a paragraph is a cell over all columns."""
    rows: list[str] = []
    for one in paper:
        if isinstance(one, str):
            rows.append(books_2003.row(books_2003.cell(one, more=f'ss:MergeAcross="{len(HEADER) - 1}"')))
        else:
            rows += [_row_2003(one, at) for at in range(len(one.rows))]
    return books_2003.book_2003(books_2003.sheet_2003(*rows, name="任务清单"))


def _row_2003(table: PaperTable, at: int) -> str:
    cells = (
        books_2003.cell(words, more=f'ss:Index="{column + 1}" ss:MergeDown="{table.height(at, column) - 1}"')
        for column, words in enumerate(table.rows[at])
        if not table.goes_on(at, column)
    )
    return books_2003.row(*cells)


def repeated(table: PaperTable) -> list[tuple[str, ...]]:
    """The rows of a table without merged cells: who and when is written again in each row, as nothing else says it."""
    rows = list(table.rows[:1])
    for row in table.rows[1:]:
        again = (column > 1 and column in table.merged and not cell for column, cell in enumerate(row))
        rows.append(tuple(rows[-1][at] if missing else row[at] for at, missing in enumerate(again)))
    return rows


_docx = partial(as_docx, PAPER)


@cache
def _by_libreoffice(ending: str) -> bytes:
    return converted(_docx(), ".docx", ending)


@cache
def _sheet_by_libreoffice(ending: str) -> bytes:
    return converted(as_xlsx(PAPER, "任务清单"), ".xlsx", ending)


WRITERS: Mapping[str, Callable[[], bytes]] = {
    ".docx": _docx,
    ".doc": partial(_by_libreoffice, ".doc"),
    ".wps": partial(_by_libreoffice, ".doc"),
    ".rtf": partial(_by_libreoffice, ".rtf"),
    ".odt": partial(_by_libreoffice, ".odt"),
    ".pdf": partial(_by_libreoffice, ".pdf"),
    ".xlsx": partial(as_xlsx, PAPER, "任务清单"),
    ".xls": partial(_sheet_by_libreoffice, ".xls"),
    ".et": partial(_sheet_by_libreoffice, ".xls"),
    ".xml": partial(as_excel_2003, PAPER),
    ".ods": partial(_sheet_by_libreoffice, ".ods"),
    ".html": partial(as_html, PAPER),
    ".htm": partial(as_html, PAPER),
    ".md": partial(as_markdown, PAPER),
    ".csv": partial(as_csv, PAPER),
    ".txt": partial(as_text, PAPER),
}
"""How the paper is written for the ending of a file's name."""
