"""Reading a file against opening it and walking over it with the same library alone.

usage: python -m benchmarks.formats FILE… [--rounds N]

For each file the least of so many rounds: seconds of the bare walk, of reading (`loaders.read`: paragraphs, tables and
places, in a process of its own where the format has one), of all that `extract` makes, and the ratios to the walk.
"""

import ctypes
import time
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
from pypdfium2 import raw
from selectolax.lexbor import LexborHTMLParser

from loaders.extract import extract
from loaders.formats.readers import reader_for
from loaders.read import read


def walk_pdf(data: bytes) -> int:
    """Every character of every page with its box, and the bounds of every object; how many there are."""
    seen = 0
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            raw.FPDFText_GetUnicode(text, index)
            text.get_charbox(index, loose=True)
            seen += 1
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for one in page.get_objects():
            raw.FPDFPageObj_GetBounds(one, left, bottom, right, top)
            seen += 1
        text.close()
        page.close()
    document.close()
    return seen


def walk_html(data: bytes) -> int:
    """Every element with its attributes and every text of a page; how many there are."""
    seen = 0
    root = LexborHTMLParser(data).root
    for node in root.traverse(include_text=True) if root is not None else ():
        _ = node.text_content if node.tag == "-text" else node.attributes
        seen += 1
    return seen


WALKS: dict[str, Callable[[bytes], int]] = {"pdf": walk_pdf, "html": walk_html}
"""The bare walk over each format that has one."""


def least(run: Callable[[], object], rounds: int) -> float:
    """The seconds of the quickest of so many runs."""
    found = []
    for _ in range(rounds):
        begin = time.perf_counter()
        run()
        found.append(time.perf_counter() - begin)
    return min(found)


def main() -> None:
    """Measure the files of the command line."""
    asked = ArgumentParser(description="Reading a file against walking over it with the same library.")
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    print("file  walk s  read s  ratio  extract s  ratio")
    for path in given.files:
        data = path.read_bytes()
        bare = WALKS[reader_for(data, str(path)).format]
        walk = least(partial(bare, data), given.rounds)
        reading = least(partial(read, path), given.rounds)
        whole = least(partial(extract, path), given.rounds)
        print(f"{path.name}  {walk:.2f}  {reading:.2f}  {reading / walk:.2f}  {whole:.2f}  {whole / walk:.2f}")


if __name__ == "__main__":
    main()
