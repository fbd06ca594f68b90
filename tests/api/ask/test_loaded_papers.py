"""What a load tells of papers: one replaces another, one has editions of which nobody has decided."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ask.editions.loaded_papers import told_of_papers
from api.ingest.loading.load import load
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.api.papers import NOTICE, write


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(open_store(":memory:")) as opened:
        yield opened


def told(store: Store, *paths: Path) -> list[tuple[str, dict[str, str]]]:
    summary = load(store, [str(path) for path in paths])
    return [(key, dict(values)) for key, values in told_of_papers(store, summary)]


def test_a_paper_that_replaces_another_is_told(store: Store, tmp_path: Path) -> None:
    assert told(store, write(tmp_path, "通知.txt", NOTICE)) == []
    later = NOTICE.replace("26号", "31号") + "\n原大蓬委发〔2021〕26号文件同时废止。\n"
    assert told(store, write(tmp_path, "新通知.txt", later)) == [
        ("loaded.replaces", {"paper": "大蓬委发〔2021〕31号", "other": "大蓬委发〔2021〕26号"})
    ]


def test_nothing_is_told_where_nothing_was_read(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "通知.txt", NOTICE)
    told(store, path)
    assert told(store, path) == []


def test_a_copy_that_comes_to_differ_is_told(store: Store, tmp_path: Path) -> None:
    told(store, write(tmp_path, "通知.txt", NOTICE), write(tmp_path, "抄件.txt", NOTICE + "\n"))
    changed = write(tmp_path, "抄件.txt", NOTICE.replace("12月底前", "10月底前"))
    [(key, values)] = told(store, changed)
    assert key == "loaded.open_editions"
    assert values["files"].count(".txt") == 2
