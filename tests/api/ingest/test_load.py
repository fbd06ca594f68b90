"""Loading and unloading: what is known is known again, what changed is replaced, what is refused is said."""

import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.files.register import read_register, register_path
from api.ingest.loading.load import load
from api.uploads.removal import remove
from graph.decisions.decisions import Decisions
from graph.durable_files import OLD, beside
from graph.errors import NotFoundError, UsageError
from graph.exports.rdf import to_turtle
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from tests.api.papers import NOTICE, TASK_LIST, write

NONE = Decisions()
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file, outside the folder of the papers."""
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two papers."""
    write(tmp_path / "papers", "通知.txt", NOTICE)
    write(tmp_path / "papers", "下/清单.txt", TASK_LIST)
    return tmp_path / "papers"


def titles(store: Store) -> set[str]:
    """The titles of all tasks."""
    return {str(node.properties["title"]) for node in read_all(store).nodes if node.label == "Task"}


def paths(store: Store) -> list[tuple[str, ...]]:
    """The paths of each stored file."""
    rows = store.read("MATCH (f:File) RETURN f.paths AS paths ORDER BY f.id")
    return sorted(row["paths"] for row in rows if isinstance(row["paths"], tuple))


def test_a_folder_is_loaded_with_names_relative_to_it(store: Store, folder: Path) -> None:
    summary = load(store, [folder])
    assert sorted(summary.read) == ["下/清单.txt", "通知.txt"]
    assert paths(store) == [("下/清单.txt",), ("通知.txt",)]
    assert {"开展清产核资", "盘活闲置校舍", "整治村容村貌"} <= titles(store)


def test_loading_again_changes_no_byte(store: Store, folder: Path) -> None:
    load(store, [folder])
    before = to_turtle(read_all(store))
    assert sorted(load(store, [folder]).unchanged) == ["下/清单.txt", "通知.txt"]
    assert to_turtle(read_all(store)) == before


def test_no_absolute_path_stands_in_the_export(store: Store, folder: Path) -> None:
    load(store, [folder])
    assert str(folder) not in to_turtle(read_all(store))


def test_other_bytes_at_the_same_path_take_the_place_of_the_old_ones(store: Store, folder: Path) -> None:
    load(store, [folder])
    write(folder, "通知.txt", NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。"))
    assert load(store, [folder]).replaced == ("通知.txt",)
    assert "出租闲置校舍" in titles(store)
    assert "盘活闲置校舍" not in titles(store)
    assert len(paths(store)) == 2


def test_the_same_bytes_at_another_path_are_one_file_at_two_paths(store: Store, folder: Path) -> None:
    load(store, [folder])
    tasks = titles(store)
    shutil.copy(folder / "通知.txt", folder / "又.txt")
    assert load(store, [folder]).merged == ("又.txt",)
    assert paths(store) == [("下/清单.txt",), ("又.txt", "通知.txt")]
    assert titles(store) == tasks


def test_another_file_of_the_same_paper_is_a_copy_and_doubles_nothing(store: Store, folder: Path) -> None:
    load(store, [folder])
    count = "MATCH (t:Task) RETURN count(t) AS tasks"
    before = store.read(count)
    write(folder, "抄件.txt", NOTICE.replace("，登记造册", ", 登记造册"))
    assert load(store, [folder]).merged == ("抄件.txt",)
    assert len(store.read("MATCH (d:Document) RETURN d.id AS id")) == 2
    assert store.read(count) == before


def test_two_folders_may_hold_different_files_of_one_name(store: Store, tmp_path: Path) -> None:
    one = write(tmp_path / "a", "方案.txt", NOTICE)
    other = write(tmp_path / "b", "方案.txt", TASK_LIST)
    load(store, [one])
    assert load(store, [other]).read == ("方案.txt",)
    assert {"开展清产核资", "整治村容村貌"} <= titles(store)


def lose_register(store: Store) -> None:
    register = register_path(store.where)
    assert register is not None
    register.unlink()
    beside(register, OLD).unlink(missing_ok=True)


def test_without_a_register_a_file_of_the_same_paper_and_name_takes_the_place(store: Store, folder: Path) -> None:
    load(store, [folder])
    lose_register(store)
    write(folder, "通知.txt", NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。"))
    assert load(store, [folder]).replaced == ("通知.txt",)
    assert len(paths(store)) == 2


def test_without_a_register_another_paper_of_the_same_name_stays(store: Store, tmp_path: Path) -> None:
    one = write(tmp_path / "a", "通知.txt", NOTICE)
    other = write(tmp_path / "b", "通知.txt", TASK_LIST)
    load(store, [one, other])
    before = to_turtle(read_all(store))
    lose_register(store)
    assert load(store, [one]).unchanged == ("通知.txt",)
    assert to_turtle(read_all(store)) == before
    lose_register(store)
    write(tmp_path / "b", "通知.txt", TASK_LIST.replace("整治村容村貌", "整治河道"))
    summary = load(store, [other])
    assert (summary.read, summary.beside) == (("通知.txt",), ("通知.txt",))
    assert {"开展清产核资", "整治村容村貌", "整治河道"} <= titles(store)


class OnServer:
    """A store as one on a server is, to which each clerk comes from a working folder of his own."""

    where = "neo4j://clerk@host:7687"

    def __init__(self, store: Store) -> None:
        self.engine = store.engine
        self.read, self.replace, self.close = store.read, store.replace, store.close


def test_two_clerks_of_one_server_do_not_replace_each_others_files_of_one_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = OnServer(store)
    for clerk, words in (("a", NOTICE), ("b", TASK_LIST), ("c", NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。"))):
        write(tmp_path / clerk, "通知.txt", words)
        monkeypatch.chdir(tmp_path / clerk)
        load(server, ["通知.txt"])
        assert load(server, ["通知.txt"]).unchanged == ("通知.txt",)
    assert len(paths(store)) == 3
    write(tmp_path / "c", "通知.txt", NOTICE.replace("盘活闲置校舍。", "出售闲置校舍。"))
    assert load(server, ["通知.txt"]).replaced == ("通知.txt",)
    assert len(paths(store)) == 3


def test_a_name_that_several_files_bear_unloads_none_of_them(store: Store, tmp_path: Path) -> None:
    one = write(tmp_path / "a", "通知.txt", NOTICE)
    load(store, [one, write(tmp_path / "b", "通知.txt", TASK_LIST)])
    with pytest.raises(UsageError, match="Several files"):
        remove(store, "通知.txt")
    assert remove(store, str(one)).names == ("通知.txt",)
    assert titles(store) == {"整治村容村貌"}


def test_a_file_loaded_by_itself_and_then_in_its_folder_takes_the_longer_name(store: Store, folder: Path) -> None:
    load(store, [folder / "下" / "清单.txt"])
    load(store, [folder])
    assert paths(store) == [("下/清单.txt",), ("通知.txt",)]


def test_a_refused_file_does_not_stop_the_others(store: Store, folder: Path) -> None:
    write(folder, "空.txt", "")
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    summary = load(store, [folder, folder / "没有.txt"])
    assert len(summary.read) == 2
    assert {Path(one.path).name for one in summary.refused} == {"空.txt", "图.txt", "没有.txt"}
    assert all(one.reason for one in summary.refused)


def test_a_file_beyond_the_limits_is_refused_and_nothing_of_it_is_taken_in(store: Store, folder: Path) -> None:
    load(store, [folder])
    before = read_all(store)
    villages = [f"{a}{b}{c}村" for a in "东西南" for b in "山河湖海林田石泉井" for c in "天地玄黄洪荒日月盈昃辰宿张"]
    told = f"将{'、'.join(villages)}分别更名为{'、'.join('新' + name[1:] for name in villages)}。\n"
    write(folder, "长.txt", NOTICE + told * 3)
    write(folder, "行.txt", NOTICE + "\n" * 200_001)
    summary = load(store, [folder])
    refused = {Path(one.path).name: one.reason.key for one in summary.refused}
    assert refused == {"长.txt": "file.tells_too_much", "行.txt": "file.too_many_lines"}
    assert read_all(store) == before


def test_a_file_without_plan_and_task_is_kept_and_named(store: Store, tmp_path: Path) -> None:
    letter = write(tmp_path, "信.txt", "今天天气很好。\n")
    assert load(store, [letter]).empty == ("信.txt",)
    assert paths(store) == [("信.txt",)]


def test_several_processes_read_the_same(store: Store, folder: Path) -> None:
    load(store, [folder], workers=2)
    with closing(open_store(":memory:")) as alone:
        load(alone, [folder])
        assert read_all(alone) == read_all(store)


def test_progress_is_told_file_by_file(store: Store, folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    load(store, [folder], progress=lambda *words: told.append(words))
    assert told == [("下/清单.txt", 1, 2), ("通知.txt", 2, 2)]


def test_unloading_all_leaves_an_empty_graph(store: Store, folder: Path) -> None:
    load(store, [folder])
    assert remove(store, "大蓬委发〔2021〕26号").names == ("通知.txt",)
    assert titles(store) == {"整治村容村貌"}
    assert remove(store, str(folder / "下" / "清单.txt")).names == ("下/清单.txt",)
    assert read_all(store) == Facts()


def test_what_a_program_that_died_took_out_of_the_store_only_is_forgotten_when_it_is_unloaded_again(
    store: Store, folder: Path
) -> None:
    load(store, [folder])
    path = register_path(store.where)
    assert path is not None
    before = path.read_bytes()
    remove(store, str(folder / "通知.txt"))
    path.write_bytes(before)  # as if it had died before the register was written
    assert remove(store, str(folder / "通知.txt")).names == ("通知.txt",)
    assert list(read_register(store.where).entries) == [folder / "下" / "清单.txt"]
    with pytest.raises(NotFoundError):
        remove(store, str(folder / "通知.txt"))


def test_a_document_is_unloaded_by_its_id_with_all_its_copies(store: Store, folder: Path) -> None:
    write(folder, "抄件.txt", NOTICE.replace("，登记造册", ", 登记造册"))
    load(store, [folder])
    document = next(n.id for n in read_all(store).nodes if n.label == "Document" and n.properties["number"])
    assert remove(store, document).names == ("抄件.txt", "通知.txt")


def test_a_path_takes_out_that_copy_alone(store: Store, folder: Path) -> None:
    shutil.copy(folder / "通知.txt", folder / "又.txt")
    load(store, [folder])
    assert remove(store, "又.txt").names == ("又.txt",)
    assert paths(store) == [("下/清单.txt",), ("通知.txt",)]


def test_unloading_what_is_not_there_is_said(store: Store, folder: Path) -> None:
    load(store, [folder])
    with pytest.raises(NotFoundError, match="大府发"):
        remove(store, "大府发〔2021〕1号")


def test_a_load_after_an_unload_is_a_load_as_at_first(store: Store, folder: Path) -> None:
    load(store, [folder])
    before = to_turtle(read_all(store))
    remove(store, "通知.txt")
    assert load(store, [folder]).read == ("通知.txt",)
    assert to_turtle(read_all(store)) == before


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.1, 0.5, 1.0, 1.5])
def test_a_load_that_is_killed_leaves_all_or_nothing_and_the_next_one_completes_it(
    folder: Path, tmp_path: Path, moment: float
) -> None:
    where = str(tmp_path / "s.lbug")
    code = """
        import sys
        from api.ingest.loading.load import load
        from graph.stores.open import open_store
        load(open_store(sys.argv[1]), [sys.argv[2]])
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(code), where, str(folder)], cwd=ROOT) as program:
        time.sleep(moment)
        program.kill()
    with closing(open_store(where)) as store, closing(open_store(":memory:")) as fresh:
        load(fresh, [folder])
        assert read_all(store) in (Facts(), read_all(fresh))
        load(store, [folder])
        assert read_all(store) == read_all(fresh)


def test_of_a_folder_that_was_renamed_only_the_old_path_is_forgotten(tmp_path: Path) -> None:
    write(tmp_path / "方案", "通知.txt", NOTICE)
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [tmp_path / "方案"])
        (tmp_path / "方案").rename(tmp_path / "公文")
        load(store, [tmp_path / "公文"])
        before = read_all(store)
        assert remove(store, str(tmp_path / "方案" / "通知.txt")).stay == (tmp_path / "公文" / "通知.txt",)
        assert read_all(store) == before
        assert list(read_register(store.where).entries) == [tmp_path / "公文" / "通知.txt"]
        remove(store, str(tmp_path / "公文" / "通知.txt"))
        assert not read_all(store).nodes
