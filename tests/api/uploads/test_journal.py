"""A change of uploaded files is in or out, wholly, wherever it is broken off."""

import errno
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path

import pytest

from api.ingest.files.own_files import uploads_folder
from api.uploads.intake import restore
from api.uploads.journal import settle, stage
from api.uploads.removal import remove
from api.uploads.trash import entries
from graph.errors import NoRoomError, StoreError
from graph.facts import Facts
from graph.stores.ladybug.store import LadybugStore
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.api.papers import NOTICE, TASK_LIST, write
from tests.api.uploads.conftest import check_whole, graphed, lying, sent, trashed
from tests.api.uploads.interruptions import Killed, interrupted

pytestmark = pytest.mark.slow

CHANGED = NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。")
NEW = TASK_LIST.replace("金元镇", "天保镇")
ACTIONS: dict[str, Callable[[Store], object]] = {
    "bring": lambda store: sent(store, 新=NEW),
    "replace": lambda store: sent(store, 通知=CHANGED, 清单=NEW),
    "replace by wish": lambda store: sent(store, replacing="always", 清单=NEW),
    "remove": lambda store: remove(store, "通知.txt"),
    "bring back": lambda store: restore(store, entries(store.where)[0].id),
    "swap back": lambda store: restore(store, entries(store.where)[0].id, replacing="always"),
    "swap": lambda store: sent(store, replacing="always", 通知=TASK_LIST, 清单=NOTICE),
    "bytes move to another name": lambda store: sent(store, replacing="always", 清单=NEW, 新=TASK_LIST),
}
"""What is done with uploads, on a store that holds the notice and the list, and an older list in its trash."""
BEFORE = {"清单.txt": TASK_LIST, "通知.txt": NOTICE}
OLDER = TASK_LIST.replace("11月底", "10月底")
KEPT = [("清单.txt", OLDER)]


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes stores with two uploads and one in the trash, each in a folder of its own; the one before is closed."""
    opened: list[Store] = []

    def make() -> Store:
        for one in opened[-1:]:
            one.close()
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        opened.append(open_store(str(folder / "s.lbug")))
        sent(opened[-1], 通知=NOTICE, 清单=OLDER)
        sent(opened[-1], replacing="always", 清单=TASK_LIST)
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def after_all(fresh: Callable[[], Store], action: str) -> tuple[dict[str, str], list[tuple[str, str]], int]:
    """What lies there and in the trash after an action that nobody interrupts, and how many changes of files it is."""
    store = fresh()
    with interrupted(uploads_folder(store.where).parent, 0, Killed()) as seen:
        ACTIONS[action](store)
    check_whole(store)
    return lying(store), trashed(store), seen.counted


THINNED = 3
"""Of so many changes one meets a full disk."""
KILLED = 25
"""An action with more changes than this is killed at about so many of them, evenly; a shorter one at each."""


@pytest.mark.parametrize("action", ACTIONS)
def test_a_kill_at_any_change_of_a_file_leaves_all_or_nothing_and_loses_no_file(
    fresh: Callable[[], Store], action: str
) -> None:
    after, kept, changes = after_all(fresh, action)
    outcomes = set()
    store = fresh()
    for at in range(1, changes + 1, 1 + changes // KILLED):
        with pytest.raises(Killed), interrupted(uploads_folder(store.where).parent, at, Killed()):
            ACTIONS[action](store)
        settle(store)
        check_whole(store)
        made = lying(store) == after
        assert (lying(store), trashed(store)) == ((after, kept) if made else (BEFORE, KEPT)), at
        outcomes.add(made)
        store = fresh() if made else store
    assert outcomes == {True, False}


@pytest.mark.parametrize("action", ACTIONS)
def test_a_full_disk_at_a_change_of_a_file_leaves_all_or_nothing_and_is_told(
    fresh: Callable[[], Store], action: str
) -> None:
    after, kept, changes = after_all(fresh, action)
    store = fresh()
    for at in range(1, changes + 1, THINNED):
        full = OSError(errno.ENOSPC, "No space left on device")
        with suppress(NoRoomError, StoreError), interrupted(uploads_folder(store.where).parent, at, full):
            ACTIONS[action](store)
        settle(store)
        check_whole(store)
        made = lying(store) == after
        assert (lying(store), trashed(store)) == ((after, kept) if made else (BEFORE, KEPT)), at
        store = fresh() if made else store


def test_what_was_broken_off_in_the_midst_of_ending_is_ended_the_next_time(fresh: Callable[[], Store]) -> None:
    after, kept, changes = after_all(fresh, "replace")
    for at in range(changes // 2, changes + 1, 3):
        store = fresh()
        folder = uploads_folder(store.where).parent
        with pytest.raises(Killed), interrupted(folder, at, Killed()):
            ACTIONS["replace"](store)
        for again in range(1, 20):
            with suppress(Killed), interrupted(folder, again, Killed()) as seen:
                settle(store)
            if seen.counted < again:
                break
        check_whole(store)
        assert (lying(store), trashed(store)) in [(after, kept), (BEFORE, KEPT)]


class Failing(LadybugStore):
    """A store whose transactions fail as soon as it is told to."""

    failing = False

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.stores.protocol.Store`."""
        if self.failing:
            raise StoreError("store.emptied", store=self.where)
        super().replace(gone, facts)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_store_that_fails_leaves_everything_as_it_was(tmp_path: Path, action: str) -> None:
    with closing(Failing(str(tmp_path / "s.lbug"))) as store:
        sent(store, 通知=NOTICE, 清单=OLDER)
        sent(store, replacing="always", 清单=TASK_LIST)
        store.failing = True
        with pytest.raises(StoreError, match="was emptied"):
            ACTIONS[action](store)
        check_whole(store)
        assert (lying(store), trashed(store)) == (BEFORE, KEPT)


def test_what_was_only_staged_is_thrown_away(fresh: Callable[[], Store]) -> None:
    store = fresh()
    stage(store.where, {"新.txt": BytesIO(NEW.encode())})
    assert "新.txt" not in graphed(store)
    settle(store)
    check_whole(store)
    assert lying(store) == BEFORE


def test_what_an_older_version_left_when_it_was_killed_is_put_right(fresh: Callable[[], Store]) -> None:
    store = fresh()
    folder = uploads_folder(store.where)
    before = folder / ".coming" / "before"
    before.mkdir(parents=True)
    (folder / "通知.txt").replace(before / "通知.txt")
    write(folder, "通知.txt", "not taken in")
    write(before, "新.txt", "")
    write(folder, "新.txt", "not taken in either")
    write(before, "清单.txt", "of before")
    settle(store)
    check_whole(store)
    assert lying(store) == BEFORE
