"""Uploads take the place of what is the same paper by rule, and stand beside all else."""

from collections.abc import Mapping
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from api.ingest.checking.verify import verify
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import register_path
from api.ingest.loading.load import load
from api.uploads.intake import restore, take_in
from api.uploads.removal import remove
from api.uploads.trash import entries
from graph.decisions.decisions import Decisions, decision
from graph.errors import FileRefusedError, NotFoundError
from graph.exports.rdf import to_turtle
from graph.facts import Value
from graph.refresh.refresh import rebuild
from graph.stores.decisions import stored_decisions
from graph.stores.ladybug.store import LadybugStore
from graph.stores.protocol import Row, Store
from graph.stores.read_back import read_all
from tests.api.papers import NOTICE, TASK_LIST, write
from tests.api.uploads.conftest import check_whole, hashed, lying, sent, trashed

pytestmark = pytest.mark.slow

DRAFT = TASK_LIST.replace("杂物", "杂物和垃圾")
"""The task list as it was corrected; it has no number, issuer and day that would say that both are one paper."""
CHANGED = NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。")
NOTHING = NOTICE.partition("一、重点任务")[0]
"""The heading of the notice, its number and all, but no task."""


class Asked(LadybugStore):
    """A store that counts the questions to it."""

    asked = 0

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        self.asked += 1
        return super().read(cypher, params)


def test_another_paper_of_a_known_name_is_kept_beside_it_and_said_so(store: Store) -> None:
    sent(store, 通知=NOTICE)
    outcome = sent(store, 通知=TASK_LIST)
    assert lying(store) == {"通知.txt": NOTICE, "通知 (2).txt": TASK_LIST}
    assert outcome.summary.read == ("通知 (2).txt",)
    [beside] = outcome.beside
    assert (beside.name, beside.kept_as, beside.why.key) == ("通知.txt", "通知 (2).txt", "beside.other_paper")
    assert beside.why.values["paper"] == "关于印发《蓬莱镇盘活闲置资产工作方案》的通知 大蓬委发〔2021〕26号"
    check_whole(store)
    assert verify(store).holds


def test_the_same_paper_by_its_number_takes_the_place_of_the_older_text(store: Store) -> None:
    sent(store, 通知=NOTICE)
    outcome = sent(store, 通知=CHANGED)
    assert (outcome.summary.replaced, outcome.beside) == (("通知.txt",), ())
    assert lying(store) == {"通知.txt": CHANGED}
    assert trashed(store) == [("通知.txt", NOTICE)]
    [entry] = outcome.trashed
    assert (entry.action, entry.number) == ("replaced", "大蓬委发〔2021〕26号")
    check_whole(store)


def test_what_is_kept_beside_is_known_again_and_gives_way_to_its_own_newer_text(store: Store) -> None:
    sent(store, 通知=TASK_LIST)
    sent(store, 通知=NOTICE)
    for words in (NOTICE, TASK_LIST):
        assert sent(store, 通知=words).beside == ()
    outcome = sent(store, 通知=CHANGED)
    assert (outcome.summary.replaced, outcome.beside) == (("通知 (2).txt",), ())
    assert lying(store) == {"通知.txt": TASK_LIST, "通知 (2).txt": CHANGED}


def test_a_third_namesake_is_the_third_and_a_free_number_is_used_again(store: Store) -> None:
    third = TASK_LIST.replace("金元镇", "天保镇")
    for words in (NOTICE, TASK_LIST, third):
        sent(store, 通知=words)
    assert set(lying(store)) == {"通知.txt", "通知 (2).txt", "通知 (3).txt"}
    remove(store, "通知 (2).txt")
    sent(store, 通知=DRAFT)
    assert lying(store)["通知 (2).txt"] == DRAFT
    check_whole(store)


@pytest.mark.parametrize("words", ["x", NOTHING])
def test_a_file_in_which_nothing_is_read_replaces_nothing_even_where_a_person_says_so(store: Store, words: str) -> None:
    sent(store, 通知=NOTICE)
    assert sent(store, 通知=words).beside[0].why.key == "beside.nothing_read"
    sent(store, replacing="always", 通知=words)
    assert lying(store) == {"通知.txt": NOTICE, "通知 (2).txt": words}
    assert trashed(store) == []


def test_a_corrected_draft_without_number_is_kept_beside_and_replaces_where_a_person_says_so(store: Store) -> None:
    sent(store, 清单=TASK_LIST)
    assert sent(store, 清单=DRAFT).beside[0].kept_as == "清单 (2).txt"
    outcome = sent(store, replacing="always", 清单=DRAFT)
    assert (outcome.summary.replaced, outcome.beside) == (("清单.txt",), ())
    assert lying(store) == {"清单.txt": DRAFT}
    assert trashed(store) == [("清单.txt", TASK_LIST)]
    check_whole(store)


def test_the_questions_to_the_store_do_not_grow_with_the_namesakes(tmp_path: Path) -> None:
    with closing(Asked(str(tmp_path / "asked.lbug"))) as store:
        asked = []
        for number in range(1, 7):
            store.asked = 0
            words = NOTICE.replace("26号", f"{number}号").replace("盘活闲置资产", f"盘活{number}类资产")
            assert len(sent(store, 通知=words).beside) == (number > 1)
            asked.append(store.asked)
        assert len(lying(store)) == 6
        assert len(set(asked[1:])) == 1, asked


def test_names_that_come_together_are_not_given_away(store: Store) -> None:
    sent(store, 通知=NOTICE)
    files = {"通知.txt": BytesIO(TASK_LIST.encode()), "通知 (2).txt": BytesIO(DRAFT.encode())}
    outcome = take_in(store, files)
    assert [one.kept_as for one in outcome.beside] == ["通知 (3).txt"]
    assert lying(store) == {"通知.txt": NOTICE, "通知 (2).txt": DRAFT, "通知 (3).txt": TASK_LIST}
    check_whole(store)


def test_a_namesake_that_lies_in_a_folder_of_the_machine_stays_and_its_file_too(store: Store, tmp_path: Path) -> None:
    own = write(tmp_path / "papers", "通知.txt", NOTICE)
    load(store, [own])
    [beside] = sent(store, 通知=CHANGED).beside
    assert (beside.kept_as, beside.why.key) == ("通知 (2).txt", "beside.elsewhere")
    assert str(beside.why.values["paper"]).endswith("大蓬委发〔2021〕26号")
    assert sent(store, replacing="always", 通知=TASK_LIST).summary.replaced == ("通知.txt",)
    assert own.read_text(encoding="utf-8") == NOTICE
    assert trashed(store) == []
    assert lying(store) == {"通知.txt": TASK_LIST, "通知 (2).txt": CHANGED}
    check_whole(store)


def test_a_file_that_nobody_loaded_is_not_written_over(store: Store) -> None:
    sent(store, 清单=TASK_LIST)
    write(uploads_folder(store.where), "通知.txt", "put here by hand")
    assert sent(store, 通知=NOTICE).beside[0].why.key == "beside.namesake"
    assert lying(store)["通知.txt"] == "put here by hand"
    write(uploads_folder(store.where), "清单.txt", "changed by hand")
    sent(store, replacing="always", 清单=DRAFT)
    assert lying(store)["清单.txt"] == DRAFT
    assert trashed(store) == [("清单.txt", "changed by hand")]


def test_where_the_register_is_lost_uploads_are_known_by_their_bytes(store: Store) -> None:
    sent(store, 通知=NOTICE)
    path = register_path(store.where)
    assert path is not None
    path.unlink()
    assert sent(store, 通知=TASK_LIST).beside[0].kept_as == "通知 (2).txt"
    path.unlink()
    assert sent(store, 通知=CHANGED).summary.replaced == ("通知.txt",)
    assert trashed(store) == [("通知.txt", NOTICE)]
    check_whole(store)


def test_what_was_removed_is_brought_back_and_decisions_hold(store: Store) -> None:
    sent(store, 通知=NOTICE, 清单=TASK_LIST)
    decided = Decisions().with_(decision("same", "unit", "大英县/蓬莱镇", "党政办", "社事办"))
    rebuild(store, decided)
    before = to_turtle(read_all(store))
    gone = remove(store, "大蓬委发〔2021〕26号")
    assert (gone.names, trashed(store)) == (("通知.txt",), [("通知.txt", NOTICE)])
    check_whole(store)
    assert to_turtle(read_all(store)) != before
    assert restore(store, gone.trashed[0].id).summary.read == ("通知.txt",)
    assert to_turtle(read_all(store)) == before
    assert stored_decisions(store) == decided
    assert trashed(store) == []
    check_whole(store)
    with pytest.raises(NotFoundError, match="no file with the id"):
        restore(store, gone.trashed[0].id)


def test_what_comes_back_stands_beside_what_has_its_name_by_now(store: Store) -> None:
    sent(store, 通知=NOTICE)
    [entry] = sent(store, 通知=CHANGED).trashed
    outcome = restore(store, entry.id)
    assert (outcome.beside[0].kept_as, outcome.beside[0].why.key) == ("通知 (2).txt", "beside.same_paper")
    assert lying(store) == {"通知.txt": CHANGED, "通知 (2).txt": NOTICE}
    assert trashed(store) == []
    check_whole(store)


def test_a_replacement_is_undone_by_replacing_back(store: Store) -> None:
    sent(store, 通知=NOTICE)
    before = to_turtle(read_all(store))
    [entry] = sent(store, 通知=CHANGED).trashed
    restore(store, entry.id, replacing="always")
    assert to_turtle(read_all(store)) == before
    assert trashed(store) == [("通知.txt", CHANGED)]
    check_whole(store)


def test_names_that_are_swapped_are_both_kept_in_the_trash_and_what_only_takes_a_name_is_not(store: Store) -> None:
    sent(store, 通知=NOTICE, 清单=TASK_LIST)
    outcome = sent(store, replacing="always", 通知=TASK_LIST, 清单=NOTICE)
    assert lying(store) == {"通知.txt": TASK_LIST, "清单.txt": NOTICE}
    assert [one.name for one in outcome.trashed] == [name for name, _ in trashed(store)]
    assert trashed(store) == [("清单.txt", TASK_LIST), ("通知.txt", NOTICE)]
    sent(store, 通知=DRAFT)
    assert sent(store, replacing="always", 通知=DRAFT).trashed[0].sha256 == hashed(TASK_LIST)
    assert lying(store) == {"通知.txt": DRAFT, "清单.txt": NOTICE}
    assert ("通知 (2).txt", DRAFT) not in trashed(store)
    check_whole(store)


def test_a_file_of_the_trash_that_can_no_longer_be_read_stays_there(store: Store) -> None:
    sent(store, 通知=NOTICE)
    [entry] = remove(store, "通知.txt").trashed
    write(Path(f"{store.where}.trash") / entry.id, "file", "")
    with pytest.raises(FileRefusedError, match=r"通知\.txt is not what was put into the trash"):
        restore(store, entry.id)
    assert entries(store.where) == (entry,)
    check_whole(store)


def test_files_of_the_machine_are_taken_out_and_never_touched(store: Store, tmp_path: Path) -> None:
    own = write(tmp_path / "papers", "通知.txt", NOTICE)
    load(store, [own])
    assert remove(store, "大蓬委发〔2021〕26号").trashed == ()
    assert own.read_text(encoding="utf-8") == NOTICE
    assert trashed(store) == []
