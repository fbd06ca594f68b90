"""Figures for the README: how long reading takes against a mere look at the text, also of text that the process has not
seen, and a cold load and cold questions.

usage: python benchmarks/run.py [FILE…]   (by default the real documents beside the project, else the examples)
"""

import re
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.measure import best, program
from loaders.extract import extract
from loaders.files.plain import decode

ROOT = Path(__file__).resolve().parent.parent
PASS = re.compile(r"(牵头|责任|配合)(单位|部门|领导)|完成时限|\d{4}年\d{1,2}月")
"""One regular-expression pass, of the kind that a first script for such documents would make."""

QUESTIONS = (
    ("tasks", "--leader", "冉泰休"),
    ("lineage", "福荣村"),
    ("workload",),
    ("export", "rdf"),
)


def main() -> None:
    """Print the figures as two tables."""
    files = [Path(argument) for argument in sys.argv[1:]] or default_files()
    unseen(files)
    reading(files)
    asking(files)


def default_files() -> list[Path]:
    """The real documents where they are at hand, else the examples."""
    seeds = ROOT.parent / "shared" / "seeds"
    return sorted((seeds if seeds.is_dir() else ROOT / "examples").glob("*.txt"))


def one_pass(file: Path) -> int:
    """Read a file and look at it once."""
    return len(PASS.findall(decode(file.read_bytes())))


def unseen(files: list[Path]) -> None:
    """Files that this process reads for the first time, as a load does, with the patterns of all readers ready."""
    texts = [*sorted((ROOT / "tests" / "corpus").rglob("*.txt")), *sorted((ROOT / "examples").glob("*.txt"))]
    for other in texts:
        if other not in files:
            extract(other)
    start = time.process_time()
    for file in files:
        extract(file)
    taken = time.process_time() - start
    looked = sum(best(partial(one_pass, file), 5) for file in files)
    size = sum(file.stat().st_size for file in files)
    print(f"unseen: {size / 1e6 / taken:.2f} MB/s of one core, {taken / looked:.0f} times one pass\n")


def reading(files: list[Path]) -> None:
    """Extraction against reading the file plus one regular-expression pass over it."""
    print(f"{'file':40} {'KiB':>6} {'pass ms':>9} {'extract ms':>11} {'ratio':>7}")
    for file in files:
        looked = best(partial(one_pass, file), 5)
        extracted = best(partial(extract, file))
        size = file.stat().st_size / 1024
        print(f"{file.name:40} {size:6.0f} {looked * 1e3:9.2f} {extracted * 1e3:11.1f} {extracted / looked:7.1f}")


def asking(files: list[Path]) -> None:
    """A cold load of all files, then each question in a program of its own."""
    plangraph = str(Path(sys.executable).with_name("plangraph"))
    print(f"\n{'command':40} {'seconds':>8} {'peak MiB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        store = ("--store", str(Path(folder) / "bench.lbug"))
        for words in (("load", *map(str, files)), *QUESTIONS):
            run = program([plangraph, *words, *store])
            named = "load (all files)" if words[0] == "load" else " ".join(words)
            failed = f"   exit code {run.code}" if run.code else ""
            print(f"{named:40} {run.seconds:8.2f} {run.mebibytes:9.0f}{failed}")


if __name__ == "__main__":
    main()
