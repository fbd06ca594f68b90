"""`plangraph correct` and `corrections`: made, listed, stale when their words change, exchanged, taken back."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from graph.stores.open import DEFAULT_STORE, open_store
from queries.ask import ask
from queries.chosen import Choice, chosen
from tests.api.conftest import Program
from tests.api.papers import NOTICE, write


@pytest.fixture
def noticed(plangraph: Program, home: Path) -> Program:
    """The program in a folder with a store that holds the notice."""
    write(home, "通知.txt", NOTICE)
    plangraph("load", "通知.txt")
    return plangraph


def rows(run: Program, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(*words, "--json").out)
    return found


def task(run: Program, title: str) -> dict[str, Any]:
    return next(row for row in rows(run, "tasks") if title in row["title"])


def test_each_kind_of_correction_shows_beside_what_the_file_says_and_can_be_taken_back(noticed: Program) -> None:
    before, rdf = rows(noticed, "tasks"), noticed("export", "rdf").out
    first = task(noticed, "清产核资")["task_id"]
    other = task(noticed, "盘活")["task_id"]
    [place] = task(noticed, "盘活")["sources"]
    for words in (
        ("title", first, "清产"),
        ("deadline", first, "11月底前"),
        ("lead", first, "党政办、社事办"),
        ("leaders", first, "李刚"),
        ("not-unit", "司法所"),
        ("date", "大蓬委发〔2021〕26号", "2021年4月13日"),
        ("heading", "大蓬委发〔2021〕26号", "关于印发方案的通知"),
        ("no-task", other),
        ("task", place, "落实方案", "--lead", "党政办", "--deadline", "2021年年底前"),
    ):
        run = noticed("correct", *words, "--who", "张三", "--why", "见原件")
        assert run.code == 0, (words, run.err)
    changed = task(noticed, "清产")
    assert (changed["task_id"], changed["title"], changed["due_dates"]) == (first, "清产", ["2021-11-30"])
    assert (changed["lead_units"], changed["responsible_units"]) == (["党政办", "社事办"], ["党政办"])
    assert dict(zip(changed["corrected"], changed["as_read"], strict=True)) == {
        "title": "开展清产核资",
        "due_text": "2021年12月底前",
        "lead_units": "社事办",
        "leaders": "",
        "responsible_units": "党政办、司法所",
    }
    new = task(noticed, "落实方案")
    assert (new["lead_units"], new["due"], new["corrected"]) == (["党政办"], "2021-12-31", ["task"])
    assert [row["title"] for row in rows(noticed, "tasks")] == ["清产", "落实方案"]
    [paper] = rows(noticed, "documents")
    assert (paper["title"], paper["issued_on"]) == ("关于印发方案的通知", "2021-04-13")
    assert "wp:asRead" in noticed("export", "rdf").out
    kept = rows(noticed, "corrections")
    assert {(row["state"], row["who"], row["why"]) for row in kept} == {("holds", "张三", "见原件")}
    assert noticed("check").code == 0
    for row in kept:
        assert noticed("correct", "--undo", row["id"]).code == 0
    assert rows(noticed, "tasks") == before
    assert noticed("export", "rdf").out == rdf
    assert noticed("correct", "--undo", kept[0]["id"]).code == 1


def test_two_tasks_are_made_one(noticed: Program) -> None:
    first, other = (row["task_id"] for row in rows(noticed, "tasks"))
    assert noticed("correct", "one-task", first, other).code == 0
    [row] = rows(noticed, "tasks")
    assert (row["task_id"], row["corrected"], len(row["sources"])) == (first, ["one_task"], 2)
    assert noticed("correct", "one-task", first, first).code == 2
    assert noticed("correct", "two-tasks", first).code == 0
    assert len(rows(noticed, "tasks")) == 2
    assert [row["what"] for row in rows(noticed, "corrections")] == ["two_tasks"]


def test_a_correction_whose_words_change_is_stale_and_holds_again_when_they_come_back(
    noticed: Program, home: Path
) -> None:
    first = task(noticed, "清产核资")["task_id"]
    noticed("correct", "deadline", first, "2021年11月底前")
    write(home, "通知.txt", NOTICE.replace("逐村清点", "逐户清点"))
    run = noticed("load", "通知.txt")
    assert "1 corrections hang on words that have changed" in run.err
    assert task(noticed, "清产核资")["due"] == "2021-12-31"
    [stale] = rows(noticed, "corrections", "--stale")
    assert stale["state"] == "words_gone"
    assert "待核对" in noticed("--lang", "zh", "corrections", "--stale").out
    write(home, "通知.txt", NOTICE.replace("登记造册。", "登记造册。").replace("请认真落实", "请抓好落实"))
    assert "corrections hang" not in noticed("load", "通知.txt").err
    assert task(noticed, "清产核资")["due"] == "2021-11-30"
    assert rows(noticed, "corrections", "--stale") == []


def test_a_new_edition_under_another_name_bears_the_corrections_whose_words_it_repeats(
    noticed: Program, home: Path
) -> None:
    noticed("correct", "lead", task(noticed, "清产核资")["task_id"], "党政办")
    write(home, "新/通知二.txt", NOTICE.replace("2021年4月12日", "2021年5月12日"))
    noticed("load", "新")
    assert next(row["lead_units"] for row in rows(noticed, "tasks") if not row["replaced"]) == ["党政办"]


def test_a_correction_whose_cell_a_new_edition_changes_is_asked_about_again(noticed: Program, home: Path) -> None:
    noticed("correct", "deadline", task(noticed, "清产核资")["task_id"], "2021年11月底前")
    later = NOTICE.replace("2021年4月12日", "2021年5月12日")
    run = noticed("load", write(home, "新/通知二.txt", later.replace("2021年12月底前", "2022年3月底前")))
    assert "1 corrections hang on words" in run.err
    [stale] = rows(noticed, "corrections", "--stale")
    assert stale["state"] == "edition_replaced"
    standing = task(noticed, "清产核资")
    assert (standing["due_text"], standing["corrected"]) == ("2022年3月底前", [])
    assert "corrections hang" not in noticed("load", write(home, "新/通知二.txt", later)).err
    assert task(noticed, "清产核资")["due"] == "2021-11-30"
    assert rows(noticed, "corrections", "--stale") == []


def test_another_paper_at_the_same_path_is_told_and_bears_no_correction(plangraph: Program, home: Path) -> None:
    own = "甲镇人民政府\n关于印发《甲镇防汛工作方案》的通知\n\n甲镇防汛工作方案\n\n"
    shared = "（一）疏通沟渠。（牵头单位：应急办；完成时限：2021年5月底前）\n"
    assert plangraph("load", write(home, "计划.txt", own + shared)).code == 0
    assert plangraph("correct", "lead", task(plangraph, "疏通沟渠")["task_id"], "农业办").code == 0
    other = own.replace("甲镇防汛", "乙镇抗旱").replace("甲镇", "乙镇")
    run = plangraph("load", write(home, "计划.txt", other + shared))
    assert "计划.txt is another paper than what lay there" in run.err
    assert "1 corrections hang on words" in run.err
    assert task(plangraph, "疏通沟渠")["lead_units"] == ["应急办"]


def test_a_correction_in_the_place_of_another_is_in_the_history_and_undone_by_itself(noticed: Program) -> None:
    first = task(noticed, "清产核资")["task_id"]
    for day, due in (("2021年11月底前", "2021-11-30"), ("2021年10月底前", "2021-10-31")):
        assert noticed("correct", "deadline", first, day).code == 0
        assert task(noticed, "清产核资")["due"] == due
    [kept] = rows(noticed, "corrections")
    for due in ("2021-11-30", "2021-12-31"):
        assert noticed("correct", "--undo", kept["id"]).code == 0
        assert task(noticed, "清产核资")["due"] == due
    acts = [row["act"] for row in rows(noticed, "history")]
    assert sorted(acts) == ["correct", "correct", "load", "undo correction", "undo correction"]


def test_corrections_are_exchanged_as_a_file_and_taken_in_once(noticed: Program, home: Path) -> None:
    noticed("correct", "title", task(noticed, "清产核资")["task_id"], "清产")
    assert noticed("corrections", "export", "c.toml").code == 0
    before = noticed("export", "rdf").out
    noticed("correct", "--undo", rows(noticed, "corrections")[0]["id"])
    assert noticed("corrections", "import", "c.toml").err == "Corrections: 1 made, 0 were there already.\n"
    assert noticed("corrections", "import", "c.toml").err == "Corrections: 0 made, 1 were there already.\n"
    assert noticed("export", "rdf").out == before
    (home / "c.toml").write_text("[[correction", encoding="utf-8")
    assert noticed("corrections", "import", "c.toml").code == 2


def test_a_backup_a_copy_and_a_rebuild_keep_corrections(noticed: Program) -> None:
    noticed("correct", "title", task(noticed, "清产核资")["task_id"], "清产")
    kept, rdf = rows(noticed, "corrections"), noticed("export", "rdf").out
    assert noticed("backup", "b.zip").code == 0
    assert noticed("restore", "b.zip", "--store", "r.lbug").code == 0
    assert noticed("copy", "--from", "plangraph.lbug", "--to", "c.lbug").code == 0
    assert noticed("rebuild").code == 0
    for where in ("r.lbug", "c.lbug", "plangraph.lbug"):
        assert rows(noticed, "corrections", "--store", where) == kept
        assert noticed("export", "rdf", "--store", where).out == rdf
        assert noticed("check", "--store", where).code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nichts",), 2, "A correction is written"),
        (("deadline", "TASK", "改日再说"), 2, "No deadline can be read"),
        (("date", "大蓬委发〔2021〕26号", "昨天"), 2, "is no day"),
        (("title", "0000", "名"), 1, "0000"),
        (("title", "TASK", "无"), 2, "value"),
        (("not-unit", "没有的办"), 1, "没有的办"),
        (("task", "通知.txt:999", "名"), 1, "No passage"),
        (("two-tasks", "TASK"), 2, "One passage alone"),
        (("--undo", "0000"), 1, "There is no correction 0000"),
    ],
)
def test_what_is_no_correction_is_one_sentence(noticed: Program, words: tuple[str, ...], code: int, said: str) -> None:
    first = task(noticed, "清产核资")["task_id"]
    run = noticed("correct", *(first if word == "TASK" else word for word in words))
    assert (run.code, said in run.err, run.err.count("\n")) == (code, True, 1), run.err
    assert rows(noticed, "corrections") == []


def test_a_task_is_named_by_its_title_and_titles_near_are_offered(noticed: Program) -> None:
    title = task(noticed, "清产核资")["title"]
    assert noticed("correct", "deadline", title, "11月底前").code == 0
    assert task(noticed, "清产核资")["due_dates"] == ["2021-11-30"]
    run = noticed("correct", "deadline", "清产核资", "11月底前")
    assert run.code == 1
    assert title in run.err


def test_the_history_names_the_field_and_the_words_in_one_line(noticed: Program) -> None:
    first = task(noticed, "清产核资")["task_id"]
    noticed("correct", "deadline", first, "11月底前")
    told = noticed("--lang", "zh", "history").out
    assert "更正（完成时限）：" in told.replace("\n", "")


def test_a_title_that_two_tasks_bear_is_none(plangraph: Program, home: Path) -> None:
    write(home, "通知.txt", NOTICE)
    write(home, "另一份.txt", NOTICE.replace("26号", "27号"))
    plangraph("load", "通知.txt", "另一份.txt")
    titles = [row["title"] for row in rows(plangraph, "tasks")]
    twice = next(one for one in titles if titles.count(one) == 2)
    run = plangraph("correct", "deadline", twice, "11月底前")
    assert run.code == 2
    assert all(row["task_id"] in run.err for row in rows(plangraph, "tasks") if row["title"] == twice)


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (("title", "清产"), "开展清产核资", "清产"),
        (("deadline", "11月底前"), "2021年12月底前", "11月 底前"),
        (("lead", "财政办"), "社事办", "财政办"),
        (("leaders", "李刚"), "", "李刚"),
    ],
)
def test_what_was_put_right_is_found_by_the_words_before_and_after(
    noticed: Program, words: tuple[str, str], old: str, new: str
) -> None:
    first = task(noticed, "清产核资")["task_id"]

    def found(holding: str) -> bool:
        with closing(open_store(DEFAULT_STORE, read_only=True)) as store:
            return first in chosen(store, Choice(holding=holding))

    field, value = words
    assert not found(new.replace(" ", "")) or field == "title"
    assert noticed("correct", field, first, value).code == 0
    assert found("".join(new.split()))
    assert not old or found(old)
    assert not found("无人说过")


def test_a_paper_whose_number_was_put_right_is_found_by_both(noticed: Program) -> None:
    assert noticed("correct", "number", "大蓬委发〔2021〕26号", "大蓬委发〔2021〕62号").code == 0
    for number in ("大蓬委发〔2021〕26号", "大蓬委发〔2021〕62号"):
        with closing(open_store(DEFAULT_STORE, read_only=True)) as store:
            assert len(ask(store, "documents/list", named=number)) == 1
        assert len(rows(noticed, "tasks", "--document", number)) == 2
