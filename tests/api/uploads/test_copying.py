"""A copied store has its uploads, decisions and register before anybody can open it."""

from contextlib import closing, suppress
from pathlib import Path

import pytest

from api.ingest.checking.verify import verify
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import read_register
from api.uploads.copying import copy_uploads
from graph.decisions.decisions import Decisions, decision
from graph.errors import StoreError
from graph.refresh.refresh import rebuild
from graph.stores.copying import copy
from graph.stores.decisions import stored_decisions
from graph.stores.open import open_store, open_target
from graph.stores.protocol import Store
from tests.api.papers import NOTICE, TASK_LIST
from tests.api.uploads.conftest import check_whole, lying, sent
from tests.api.uploads.interruptions import Killed, interrupted

pytestmark = pytest.mark.slow

DECIDED = Decisions().with_(decision("same", "unit", "大英县/蓬莱镇", "党政办", "社事办"))


def copied_into(source: Store, target: Store) -> None:
    copy(source, target, lambda: copy_uploads(source, target.where))


def copied(source: Store, where: str) -> None:
    with closing(open_target(where)) as target:
        copied_into(source, target)


@pytest.mark.parametrize("beside", [".uploads", ".files.json"])
def test_a_copy_that_is_killed_at_any_change_of_a_file_is_opened_by_nobody_until_it_is_whole(
    store: Store, tmp_path: Path, beside: str
) -> None:
    sent(store, 通知=NOTICE, 清单=TASK_LIST)
    rebuild(store, DECIDED)
    killed = 0
    for at in range(1, 100):
        where = str(tmp_path / f"copy{at}.lbug")
        folder = Path(where + beside)
        with closing(open_target(where)) as target, interrupted(folder, at, Killed()) as seen, suppress(Killed):
            copied_into(store, target)
        if seen.counted >= at:
            killed += 1
            with pytest.raises(StoreError, match="unfinished copy"):
                open_store(where, read_only=True)
            copied(store, where)
        with closing(open_store(where, read_only=True)) as target:
            assert stored_decisions(target) == DECIDED
            assert verify(target).holds
            assert {path.parent for path in read_register(where).entries} == {uploads_folder(where).resolve()}
            check_whole(target)
        if killed < at:
            break
    assert killed > 1


def test_uploads_whose_register_is_lost_go_along(store: Store, tmp_path: Path) -> None:
    sent(store, 通知=NOTICE)
    Path(f"{store.where}.files.json").unlink()
    where = str(tmp_path / "copy.lbug")
    copied(store, where)
    with closing(open_store(where, read_only=True)) as target:
        assert lying(target) == {"通知.txt": NOTICE}
        assert verify(target).holds
