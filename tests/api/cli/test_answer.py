"""The same question has the same answer, byte for byte, whoever asks: JSON hangs on no language."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from api.cli.program import command_line
from api.ingest.loading.load import load
from graph.stores.open import DEFAULT_STORE, open_store
from tests.api.conftest import Program

PROGRAM = command_line("en")
ASKING = sorted(
    name for name in PROGRAM.commands if any("--json" in parameter.opts for parameter in PROGRAM.loaded(name).params)
)
GIVEN = {
    "lineage": ("福荣村", "--as-of", "2021-01-01"),
    "query": ("tasks/list",),
    "cypher": ("MATCH (t:Task) RETURN t.id AS id, t.title AS title ORDER BY id",),
    "sparql": ("SELECT ?title WHERE { ?task a wp:Task ; skos:prefLabel ?title } ORDER BY ?title",),
    "load": ("notice.txt", "empty.txt", "no.txt"),
    "workload": ("--by", "leader"),
    "unread": ("notice.txt",),
    "ask": ("冉泰休有哪些任务",),
    "diff": ("notice.txt", "before.txt"),
    "compare": ("大英县", "福荣村"),
    "convert": ("places.csv", "--column", "村", "--from", "2020", "--to", "2022", "--out", "converted.csv", "--force"),
}
"""Words behind the commands that need some, or whose answers have more reasons with them."""
TEXT = (
    "蓬莱镇工作方案\n\n各村要抓好落实，由党政办牵头。\n\n"
    "\t序号\n\t工作\n\t责任单位\n\n\t1\n\t修路\n\t村建办\n\t多出\n\n"
)


@pytest.fixture(scope="module")
def told_store(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of more papers, of which a file is gone since, and with files that cannot be read."""
    home = tmp_path_factory.mktemp("told") / "home"
    shutil.copytree(example_store, home)
    (home / "notice.txt").write_text(TEXT, encoding="utf-8")
    (home / "gone.txt").write_text(TEXT + "\n", encoding="utf-8")
    (home / "before.txt").write_text(TEXT.replace("村建办", "农业办"), encoding="utf-8")
    (home / "empty.txt").write_bytes(b"")
    (home / "places.csv").write_text("村\n福寿村\n没有村\n", encoding="utf-8")
    with closing(open_store(str(home / DEFAULT_STORE))) as store:
        load(store, [home / "gone.txt", *(home / name for name in GIVEN["load"])])
    (home / "gone.txt").unlink()
    return home


@pytest.fixture
def told(plangraph: Program, home: Path, told_store: Path) -> Program:
    """The program, in a copy of that folder."""
    shutil.copytree(told_store, home, dirs_exist_ok=True)
    return plangraph


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKING)
def test_json_is_the_same_in_both_languages(told: Program, name: str) -> None:
    if name == "load":
        told("load", *GIVEN["load"])  # so that a second load finds what the first one left
    chinese, english = (told(name, *GIVEN.get(name, ()), "--json", "--lang", lang) for lang in ("zh", "en"))
    assert chinese.out == english.out
    assert (chinese.code, chinese.out[:1]) == (english.code, "{" if name in {"ask", "sparql"} else "[")


def test_an_extract_is_the_same_in_both_languages(told: Program) -> None:
    chinese, english = (told("extract", "notice.txt", "empty.txt", "no.txt", "--lang", lang) for lang in ("zh", "en"))
    assert chinese.out == english.out
    assert chinese.err != english.err
    assert all(code in chinese.out for code in ('"unread.prose"', '"unread.cells"', '"file.empty"', '"system.missing"'))
