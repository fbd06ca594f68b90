"""Files of the same bytes under two names are two: each is taken out, put into the trash and brought back by itself."""

from pathlib import Path

from api.ingest.loading.load import load
from api.uploads.intake import restore
from api.uploads.removal import remove
from api.uploads.trash import entries
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from tests.api.papers import NOTICE, write
from tests.api.uploads.conftest import check_whole, graphed, hashed, sent, trashed

LATER = NOTICE.replace("2021年12月底前", "2022年3月底前").replace("4月12日", "6月1日")


def test_of_two_uploads_each_is_removed_and_restored_by_itself(store: Store) -> None:
    sent(store, p=NOTICE, q=NOTICE)
    both = read_all(store)
    assert remove(store, "p.txt").names == ("p.txt",)
    assert graphed(store) == {"q.txt": hashed(NOTICE)}
    assert trashed(store) == [("p.txt", NOTICE)]
    assert remove(store, "q.txt").names == ("q.txt",)
    assert trashed(store) == [("p.txt", NOTICE), ("q.txt", NOTICE)]
    for number, one in enumerate(entries(store.where), start=1):
        restore(store, one.id)
        check_whole(store)
        assert len(graphed(store)) == number
    assert read_all(store) == both
    assert trashed(store) == []


def test_a_number_takes_both_and_each_comes_back_under_its_name(store: Store) -> None:
    sent(store, p=NOTICE, q=NOTICE)
    assert remove(store, "大蓬委发〔2021〕26号").names == ("p.txt", "q.txt")
    first, second = entries(store.where)
    assert first.id != second.id
    restore(store, first.id)
    assert list(graphed(store)) == [first.name]
    assert trashed(store) == [(second.name, NOTICE)]


def test_what_takes_the_place_of_one_leaves_the_other(store: Store) -> None:
    sent(store, p=NOTICE, q=NOTICE)
    sent(store, p=LATER)
    assert graphed(store) == {"p.txt": hashed(LATER), "q.txt": hashed(NOTICE)}
    assert trashed(store) == [("p.txt", NOTICE)]
    check_whole(store)


def test_of_files_of_folders_the_path_alone_is_taken_out(store: Store, tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{name}.txt", NOTICE) for name in ("甲/表", "乙/表", "乙/报")]
    load(store, [tmp_path / "甲", tmp_path / "乙"])
    assert sorted(graphed(store)) == ["报.txt", "表.txt"]
    assert remove(store, str(paths[0])).stay == (paths[1],)
    assert sorted(graphed(store)) == ["报.txt", "表.txt"]
    assert remove(store, str(paths[1])).names == ("表.txt",)
    assert sorted(graphed(store)) == ["报.txt"]
    assert len([node for node in read_all(store).nodes if node.label == "Task"]) == 2
