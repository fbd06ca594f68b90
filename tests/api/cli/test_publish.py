"""`plangraph publish`: a site of the store, told in a sentence."""

from pathlib import Path

import pytest

from tests.api.conftest import Program
from tests.api.papers import NOTICE, TASK_LIST, write


@pytest.fixture
def stored(plangraph: Program, home: Path) -> Program:
    assert plangraph("load", write(home, "通知.txt", NOTICE)).code == 0
    return plangraph


def test_a_second_run_writes_what_changed(stored: Program, home: Path) -> None:
    first = stored("publish", "site", "--licence", "https://creativecommons.org/licenses/by/4.0/")
    assert first.code == 0
    assert "0 unchanged" in first.err
    assert (home / "site" / "index.html").is_file()
    again = stored("publish", "site", "--licence", "https://creativecommons.org/licenses/by/4.0/")
    assert " 0 files written" in again.err
    assert stored("load", write(home, "清单.txt", TASK_LIST)).code == 0
    more = len(list((home / "site").rglob("*.html")))
    assert stored("publish", "site").code == 0
    assert len(list((home / "site").rglob("*.html"))) > more
    assert stored("unload", "清单.txt").code == 0
    assert stored("publish", "site").code == 0
    assert len(list((home / "site").rglob("*.html"))) == more


def test_the_language_of_the_reader_is_that_of_the_site(stored: Program, home: Path) -> None:
    assert stored("publish", "zh", "--lang", "zh").code == 0
    assert stored("publish", "en", "--lang", "en").code == 0
    assert 'lang="zh-Hans"' in (home / "zh" / "index.html").read_text(encoding="utf-8")
    assert 'lang="en"' in (home / "en" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((".",), 1, "is no site"),
        (("通知.txt",), 1, "is no folder"),
        (("plangraph.lbug.uploads",), 1, "belongs to the store"),
        (("site", "--licence", "cc by"), 2, "by its address"),
        (("site", "--store", "none.lbug"), 1, "There is no store"),
    ],
)
def test_what_cannot_be_published_is_said_in_one_sentence(
    stored: Program, arguments: tuple[str, ...], code: int, said: str
) -> None:
    told = stored("publish", *arguments)
    assert (told.code, told.err.count("\n")) == (code, 1)
    assert said in told.err
