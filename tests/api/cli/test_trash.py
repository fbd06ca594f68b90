"""`plangraph trash` and `unload`: what was uploaded can be brought back, files of one's own are never touched."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from graph.stores.open import DEFAULT_STORE, open_store
from tests.api.conftest import Program
from tests.api.papers import NOTICE, TASK_LIST, write
from tests.api.uploads.conftest import sent

pytestmark = pytest.mark.slow


@pytest.fixture
def uploaded(plangraph: Program, home: Path) -> Program:
    """The program in a folder with a store into which the notice and the list were uploaded."""
    with closing(open_store(str(home / DEFAULT_STORE))) as store:
        sent(store, 通知=NOTICE, 清单=TASK_LIST)
    return plangraph


def test_unload_moves_what_was_uploaded_to_the_trash_and_says_how_to_bring_it_back(
    uploaded: Program, home: Path
) -> None:
    run = uploaded("unload", "大蓬委发〔2021〕26号")
    [row] = json.loads(uploaded("trash", "--json").out)
    assert f"plangraph trash restore {row['id']}" in run.err
    assert (row["name"], row["action"], row["number"]) == ("通知.txt", "removed", "大蓬委发〔2021〕26号")
    assert not (home / f"{DEFAULT_STORE}.uploads" / "通知.txt").exists()
    assert "通知.txt" in uploaded("--lang", "zh", "trash").out
    assert uploaded("--lang", "zh", "trash", "restore", row["id"]).err == "已还原 通知.txt。\n"
    assert (home / f"{DEFAULT_STORE}.uploads" / "通知.txt").read_text(encoding="utf-8") == NOTICE
    assert uploaded("trash", "--json").out.strip() == "[]"
    assert uploaded("verify").code == 0
    assert uploaded("trash", "restore", row["id"]).code == 1


def test_what_was_changed_in_the_trash_is_not_brought_back(uploaded: Program, home: Path) -> None:
    uploaded("unload", "通知.txt")
    [row] = json.loads(uploaded("trash", "--json").out)
    with (home / f"{DEFAULT_STORE}.trash" / row["id"] / "file").open("a", encoding="utf-8") as file:
        file.write("改")
    run = uploaded("--lang", "zh", "trash", "restore", row["id"])
    assert (run.code, run.err.startswith("通知.txt 已不是放入回收站时的文件")) == (1, True)
    assert uploaded("trash", "empty", "--older-than", "1e20").code == 2


def test_unload_leaves_files_of_ones_own_where_they_lie(plangraph: Program, home: Path) -> None:
    own = write(home / "papers", "通知.txt", NOTICE)
    plangraph("load", own.parent)
    assert plangraph("unload", "通知.txt").code == 0
    assert own.read_text(encoding="utf-8") == NOTICE
    assert plangraph("trash", "--json").out.strip() == "[]"


def test_restore_says_what_stands_beside_and_replace_swaps(uploaded: Program, home: Path) -> None:
    uploaded("unload", "通知.txt")
    [row] = json.loads(uploaded("trash", "--json").out)
    with closing(open_store(str(home / DEFAULT_STORE))) as store:
        sent(store, 通知=TASK_LIST.replace("金元镇", "天保镇"))
    run = uploaded("trash", "restore", row["id"], "--replace")
    assert "通知.txt is in the store again" in run.err
    [other] = json.loads(uploaded("trash", "--json").out)
    assert (other["action"], other["title"]) == ("replaced", "大英县天保镇2021年重点工作任务清单")
    assert "this one as 通知 (2).txt" in uploaded("trash", "restore", other["id"]).err


def test_the_trash_is_emptied_by_age_alone(uploaded: Program) -> None:
    uploaded("unload", "通知.txt")
    assert uploaded("trash", "empty", "--older-than", "1").err == "0 files deleted from the trash.\n"
    assert uploaded("trash", "empty", "--older-than", "0").err == "1 file deleted from the trash.\n"
    assert uploaded("trash").err == "The trash is empty.\n"
    assert uploaded("--lang", "zh", "trash").err == "回收站是空的。\n"


@pytest.mark.parametrize(
    "words",
    [("restore",), ("empty",), ("away",), ("restore", "x", "y"), ("--older-than", "3"), ("--replace",)],
)
def test_words_that_say_nothing_are_one_sentence(uploaded: Program, words: tuple[str, ...]) -> None:
    run = uploaded("trash", *words)
    assert (run.code, len(run.err.splitlines())) == (2, 1)


def test_restore_without_an_id_says_what_is_missing_and_where_it_is_listed(uploaded: Program) -> None:
    run = uploaded("--lang", "zh", "trash", "restore")
    assert (run.code, run.err) == (
        2,
        "缺少编号：请写 plangraph trash restore 编号（编号可用 plangraph trash 列出）。\n",
    )


@pytest.mark.usefixtures("shanghai")
def test_the_time_is_that_of_the_machine_for_people_and_whole_in_json(uploaded: Program, home: Path) -> None:
    uploaded("unload", "通知.txt")
    [path] = (home / f"{DEFAULT_STORE}.trash").glob("*/entry.json")
    told = json.loads(path.read_text(encoding="utf-8")) | {"when": "2026-11-29T19:36:00+00:00"}
    path.write_text(json.dumps(told), encoding="utf-8")
    assert "2026-11-30 03:36" in uploaded("trash").out
    assert json.loads(uploaded("trash", "--json").out)[0]["when"] == "2026-11-29T19:36:00+00:00"


def test_an_older_draft_that_comes_back_beside_the_newer_one_is_told_as_the_same_paper(
    uploaded: Program, home: Path
) -> None:
    with closing(open_store(str(home / DEFAULT_STORE))) as store:
        [older] = sent(store, 通知=NOTICE.replace("盘活闲置校舍。", "出租闲置校舍。")).trashed
    run = uploaded("--lang", "zh", "trash", "restore", older.id)
    assert "同一公文（关于印发《蓬莱镇盘活闲置资产工作方案》的通知 大蓬委发〔2021〕26号）的另一稿" in run.err
    assert "两稿现均计入，这一稿存为“通知 (2).txt”" in run.err
    assert "--replace" in run.err
    assert "不能断定" not in run.err


def test_what_lies_in_the_trash_is_never_loaded(uploaded: Program) -> None:
    uploaded("unload", "通知.txt")
    [row] = json.loads(uploaded("trash", "--json").out)
    folder = f"{DEFAULT_STORE}.trash"
    for given in (".", folder, f"{folder}/{row['id']}", f"{folder}/{row['id']}/file", f"{folder}/*/file"):
        uploaded("load", given)
        assert len(json.loads(uploaded("documents", "--json").out)) == 1, given


@pytest.mark.parametrize(("folder", "told"), [("uploads", "存放上传文件的文件夹"), ("trash", "的回收站")])
def test_loading_a_folder_of_the_store_itself_is_one_sentence(uploaded: Program, folder: str, told: str) -> None:
    uploaded("unload", "通知.txt")
    run = uploaded("--lang", "zh", "load", f"{DEFAULT_STORE}.{folder}")
    assert (run.code, run.out, len(run.err.splitlines())) == (0, "", 1)
    assert told in run.err
    assert "不从这里读入" in run.err
    assert uploaded("load", f"{DEFAULT_STORE}.{folder}", "--json").out == "[]\n"


def test_a_folder_of_the_store_beside_other_files_is_passed_by(uploaded: Program, home: Path) -> None:
    own = write(home, "另.txt", NOTICE.replace("26号", "27号"))
    run = uploaded("--lang", "zh", "load", own, f"{DEFAULT_STORE}.uploads")
    assert "1 份" in run.out
    assert "不从这里读入" in run.err


def test_copy_takes_uploads_along_so_that_the_old_folder_may_go(uploaded: Program, home: Path) -> None:
    own = write(home / "papers", "另.txt", NOTICE.replace("26号", "27号"))
    uploaded("load", own)
    uploaded("unload", "清单.txt")
    uploaded("load", write(home, "清单.txt", TASK_LIST))
    (home / "new").mkdir()
    run = uploaded("copy", "--to", "new/copy.lbug")
    assert "1 uploaded file went along." in run.err
    assert f"1 file stays in the trash of {DEFAULT_STORE}." in run.err
    for path in sorted(home.glob(f"{DEFAULT_STORE}*"), reverse=True):
        path.rename(home / "papers" / path.name)
    assert (home / "new" / "copy.lbug.uploads" / "通知.txt").read_text(encoding="utf-8") == NOTICE
    assert uploaded("verify", "--store", "new/copy.lbug").code == 0


def test_copy_says_which_uploads_it_could_not_take(uploaded: Program, home: Path) -> None:
    (home / f"{DEFAULT_STORE}.uploads" / "清单.txt").unlink()
    write(home, "copy.lbug.uploads/通知.txt", "another one")
    run = uploaded("copy", "--to", "copy.lbug")
    assert run.code == 0
    assert "2 uploaded files could not go along" in run.err
    assert "清单.txt, 通知.txt" in run.err
    assert (home / "copy.lbug.uploads" / "通知.txt").read_text(encoding="utf-8") == "another one"


def test_of_a_renamed_folder_unload_forgets_the_old_path_and_says_where_the_file_stays(
    plangraph: Program, home: Path
) -> None:
    write(home, "方案/通知.txt", NOTICE)
    assert plangraph("load", "方案").code == 0
    before = plangraph("tasks", "--json").out
    (home / "方案").rename(home / "公文")
    assert plangraph("load", "公文").code == 0
    run = plangraph("unload", "方案/通知.txt")
    assert run.code == 0
    assert str(home / "公文" / "通知.txt") in run.err
    assert plangraph("tasks", "--json").out == before
    assert plangraph("unload", "公文/通知.txt").code == 0
    assert plangraph("tasks", "--json").out == "[]\n"


@pytest.mark.parametrize("harm", ["flipped", "emptied", "removed"])
def test_rebuild_makes_a_damaged_store_again_with_all_that_was_decided(
    uploaded: Program, home: Path, harm: str
) -> None:
    assert uploaded("decide", "same", "社事办", "党建办").code == 0
    before, decided = uploaded("tasks", "--json").out, uploaded("decide", "--json").out
    path = home / DEFAULT_STORE
    if harm == "removed":
        path.unlink()
    else:
        path.write_bytes(b"" if harm == "emptied" else path.read_bytes()[:-8000] + b"\xff" * 8000)
    for command in (("tasks",), ("load", home / "nothing.txt"), ("unload", "通知.txt")):
        refused = uploaded(*command)
        assert (refused.code, refused.out) == (1, "")
        assert "plangraph rebuild" in refused.err
    assert uploaded("rebuild").code == 0
    assert (uploaded("tasks", "--json").out, uploaded("decide", "--json").out) == (before, decided)
    assert uploaded("check").code == 0
