"""Files are read in several processes: in order, as one reads them, and also where one of the processes dies."""

import os
import signal
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.files import recognise
from api.ingest.files.workers import each
from api.ingest.loading.load import load
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from loaders.extract import extract
from tests.api.papers import NOTICE, TASK_LIST, write


def squared(number: int) -> int:
    """The square of a number; 7 and 8 end the process."""
    if number in (7, 8):
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_all_but_those_that_kill_their_process_are_done_in_order(workers: int) -> None:
    assert list(each(squared, range(12), workers)) == [
        *(n * n for n in range(7)),
        None,
        None,
        *(n * n for n in range(9, 12)),
    ]


def test_what_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(each((1).__floordiv__, [1, 0], 2))


def dying(path: str | Path, **limits: int) -> PlanDocument:
    """What a file says; one is deadly."""
    if Path(path).name == "坏.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return extract(path, **limits)


def test_a_process_that_dies_is_one_refused_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        write(tmp_path / "文件", f"{number}.txt", TASK_LIST.replace("整治", f"整治{number}号"))
    write(tmp_path / "文件", "通知.txt", NOTICE)
    with closing(open_store(":memory:")) as without:
        load(without, [tmp_path / "文件"])
        write(tmp_path / "文件", "坏.txt", NOTICE)
        monkeypatch.setattr(recognise, "extract", dying)
        with closing(open_store(":memory:")) as store:
            summary = load(store, [tmp_path / "文件"], workers=2)
            assert [(Path(one.path).name, one.reason.key) for one in summary.refused] == [
                ("坏.txt", "file.reader_died")
            ]
            assert read_all(store) == read_all(without)
