"""A folder as an office has it: papers as text, Word, workbooks, pages, archives and mails, and some that are damaged;
how long a load of it takes, and how much memory.

usage: python -m benchmarks.mixed [DOCUMENTS] [TASKS] [--workers N] [--pdf]   (by default 1,000 documents of 10 tasks)

The same numbers give the same bytes. `--pdf` has LibreOffice make a PDF of every tenth file, a second each.
"""

import io
import sys
import tempfile
import zipfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from functools import partial
from html import escape
from itertools import cycle
from pathlib import Path

from benchmarks.corpus import paper
from benchmarks.measure import program
from docs.example_files import Paper, PaperTable, as_docx, as_xlsx, converted, paper_of

_HALF = 2


def _as_page(given: Paper) -> bytes:
    blocks = (f"<p>{escape(one)}</p>" if isinstance(one, str) else _page_table(one) for one in given)
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(blocks)}</body></html>'.encode()


def _page_table(table: PaperTable) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table.rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _as_archive(given: Paper) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("方案.docx"), as_docx(given))
    return out.getvalue()


def _as_mail(given: Paper) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "office@example.cn", "town@example.cn", "方案"
    mail.set_content("请查收。")
    mail.add_attachment(as_docx(given), maintype="application", subtype="octet-stream", filename="方案.docx")
    mail.set_boundary("=" * 20)
    return mail.as_bytes()


def _damaged(given: Paper) -> bytes:
    whole = as_docx(given)
    return whole[: len(whole) // _HALF]


def _as_workbook(given: Paper) -> bytes:
    return as_xlsx(given, "清单")


WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "docx": as_docx,
    "xlsx": _as_workbook,
    "html": _as_page,
    "zip": _as_archive,
    "eml": _as_mail,
    "pdf": lambda given: converted(as_docx(given), ".docx", ".pdf"),
}
ROUND = ("txt", "docx", "xlsx", "html", "pdf", "docx", "zip", "xlsx", "eml", "damaged")
"""Of ten papers each is so."""


def files(documents: int, tasks: int, *, pdf: bool = False) -> Iterator[tuple[str, bytes]]:
    """The names and the bytes of so many files; each paper that sets so many tasks is in one of them."""
    with tempfile.TemporaryDirectory() as folder:
        for number, kind in zip(range(documents), cycle(ROUND), strict=False):
            text = Path(folder) / "paper.txt"
            text.write_text(paper(number, tasks), encoding="utf-8", newline="\n")
            name = f"{number // 100:03}/{number:05}"
            if kind == "damaged":
                yield f"{name}.docx", _damaged(paper_of(text))
            elif kind == "txt" or (kind == "pdf" and not pdf):
                yield f"{name}.txt", text.read_bytes()
            else:
                yield f"{name}.{kind}", WRITERS[kind](paper_of(text))


def write(folder: Path, documents: int, tasks: int, *, pdf: bool = False) -> None:
    """Write such files below a folder."""
    for name, data in files(documents, tasks, pdf=pdf):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def main() -> None:
    """Load such a folder into a new store and print the seconds, and the most memory of the loading process."""
    asked = ArgumentParser(description="The time and the memory of a load of a folder of mixed files.")
    asked.add_argument("documents", type=int, nargs="?", default=1000)
    asked.add_argument("tasks", type=int, nargs="?", default=10)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--pdf", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "files"
        write(there, given.documents, given.tasks, pdf=given.pdf)
        store = ("--store", str(Path(folder) / "mixed.lbug"), "--workers", str(given.workers))
        load = partial(program, [sys.executable, "-m", "api", "load", str(there), *store])
        for name in ("load", "again"):
            run = load()
            print(f"{name}: {run.seconds:.1f} s, {run.mebibytes:.0f} MiB, exit code {run.code}")


if __name__ == "__main__":
    main()
