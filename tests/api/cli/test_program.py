"""The command line: what goes to stdout and to stderr, in which language, with which exit code."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli.program import command_line
from loaders.formats.readers import ENDINGS
from tests.api.conftest import Program

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]
LISTS = ("documents", "plans", "tasks", "leaders", "units", "places", "changes", "conflicts")
COLUMNS = {
    "tasks": "task_id number title content category plan plan_title document place lead_units responsible_units "
    "supporting_units leaders lead_leaders leader_roles due_text due start ongoing sources",
    "units": "unit_id name aliases kind level place leads responsible supports tasks",
    "leaders": "person_id name place tasks lead_tasks posts",
    "places": "place_id name level place since until tasks",
    "plans": "plan_id ordinal title document place tasks body",
    "documents": "document_id title number issuer issued_on place files plans tasks",
    "changes": "change_id kind before after place stated_on earliest latest status sources",
    "conflicts": "task_id title field values sources",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_as_json_has_the_agreed_columns(loaded: Program, name: str) -> None:
    run = loaded(name, "--json")
    rows = json.loads(run.out)
    assert (run.code, run.err) == (0, "")
    assert rows
    assert set(COLUMNS[name].split()) <= rows[0].keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", [*LISTS, "workload"])
def test_a_list_of_a_place_holds_what_belongs_to_it(loaded: Program, name: str) -> None:
    assert json.loads(loaded(name, "--in", "大英县", "--json").out) == json.loads(loaded(name, "--json").out)


def test_workload_and_lineage_as_json_have_the_agreed_columns(loaded: Program) -> None:
    load = json.loads(loaded("workload", "--json").out)
    assert {"name", "load", "verdict", "reason", "threshold", "q1", "q3", "share", "task_ids"} <= load[0].keys()
    trace = json.loads(loaded("lineage", "福荣村", "--json").out)
    assert {"name", "depth", "direction", "change_id", "kind", "role", "share", "sources"} <= trace[0].keys()


def test_a_leader_has_his_tasks_with_their_places_in_the_files(loaded: Program) -> None:
    rows = json.loads(loaded("tasks", "--leader", "冉泰休", "--json").out)
    assert len(rows) == 15
    assert all("冉泰休" in row["leaders"] and row["sources"] for row in rows)


@pytest.mark.slow
def test_a_name_may_be_typed_with_blanks(loaded: Program) -> None:
    spaced, plain = (json.loads(loaded("tasks", "--leader", name, "--json").out) for name in ("李  刚", "李刚"))
    assert spaced == plain
    assert len(plain) == 5


def test_conditions_narrow_together(loaded: Program) -> None:
    rows = json.loads(loaded("tasks", "--leader", "冉泰休", "--unit", "司法所", "--role", "lead", "--json").out)
    assert {row["title"] for row in rows} == {"优化调解组织网络", "加强队伍能力建设", "加强宣传教育工作"}
    june = json.loads(loaded("tasks", "--due-after", "2021-06", "--due-before", "2021年6月", "--json").out)
    assert {row["due"] for row in june} == {"2021-06-30"}


@pytest.mark.slow
def test_roles_and_dates_may_be_typed_in_chinese(loaded: Program) -> None:
    def rows(*options: str) -> str:
        return loaded("tasks", *options, "--json").out

    assert rows("--unit", "司法所", "--role", "牵头") == rows("--unit", "司法所", "--role", "lead") != "[]\n"
    for typed in ("2021年9月", "2021年9月底", "2021年9月底前", "2021年9月30日前"):
        assert rows("--due-before", typed) == rows("--due-before", "2021-09-30")


def test_help_is_chinese_to_its_headings(plangraph: Program) -> None:
    for out in (plangraph("tasks", "--help", "--lang", "zh").out, plangraph("--lang", "zh").out):
        assert not {"Usage", "Options", "Commands", "OPTIONS", "Show"} & set(re.findall(r"\w+", out))
        assert "用法：" in out


def test_no_rows_is_no_error(loaded: Program) -> None:
    run = loaded("tasks", "--leader", "尹丹", "--due-before", "2020", "--json")
    assert (run.code, run.out) == (0, "[]\n")
    assert loaded("tasks", "--leader", "尹丹", "--due-before", "2020").err == "Nothing found.\n"


def test_the_lineage_of_a_village_goes_back_or_forward(loaded: Program) -> None:
    def sides(*options: str) -> list[str]:
        return [row["direction"] for row in json.loads(loaded("lineage", "福荣村", *options, "--json").out)]

    assert sides() == sides("--back") == sides("--back", "--forward") == ["self", "before", "before"]
    assert sides("--forward") == ["self"]


def test_likely_spellings_are_proposed_with_their_rule(loaded: Program) -> None:
    rows = json.loads(loaded("units", "--proposals", "--json").out)
    assert ("农业服务中心", "农业综合服务中心", "likely", "abbreviation") in {
        (row["name"], row["other"], row["grade"], row["rule"]) for row in rows
    }


def test_queries_of_the_catalogue_are_listed_and_asked(loaded: Program) -> None:
    names = {row["query"] for row in json.loads(loaded("query", "--json").out)}
    assert "tasks/by_leader" in names
    rows = json.loads(loaded("query", "tasks/by_leader", "--param", "leader=冉泰休", "--json").out)
    assert len(rows) == 15


def test_cypher_answers_with_its_own_columns(loaded: Program) -> None:
    run = loaded("cypher", "MATCH (p:Person {name: '冉泰休'}) RETURN p.name AS name, p.aliases AS aliases", "--json")
    assert json.loads(run.out) == [{"name": "冉泰休", "aliases": ["冉泰休"]}]


@pytest.mark.slow
def test_loading_again_changes_nothing_and_unloading_all_leaves_nothing(loaded: Program, examples: Path) -> None:
    before = loaded("export", "rdf").out
    assert "All 3 files are up to date" in loaded("load", *sorted(examples.glob("*.txt"))).out
    assert loaded("export", "rdf").out == before
    for path in sorted(examples.glob("*.txt")):
        assert loaded("unload", path).code == 0
    left = "MATCH (n:File|Document|Task|Unit|Place) RETURN count(n) AS nodes"
    assert json.loads(loaded("cypher", left, "--json").out) == [{"nodes": 0}]
    assert loaded("unload", "notice.txt").code == 1


def test_verify_finds_every_quote_and_names_what_hangs_on_a_changed_one(
    plangraph: Program, home: Path, examples: Path
) -> None:
    copy = home / "copy.txt"
    copy.write_bytes((examples / "task-list.txt").read_bytes())
    plangraph("load", copy)
    assert plangraph("verify").code == 0
    copy.write_text(
        copy.read_text(encoding="utf-8").replace("建好应急管理服务站", "建成应急管理服务站"), encoding="utf-8"
    )
    run = plangraph("verify", "--json")
    assert run.code == 1
    facts = {fact for row in json.loads(run.out) for fact in row["facts"]}
    assert any("建好应急管理服务站" in fact for fact in facts)


@pytest.mark.slow
@pytest.mark.parametrize(("form", "words"), [("rdf", "@prefix"), ("graphml", "<graphml"), ("csv", '"task_id",')])
def test_exports_go_to_stdout_or_to_a_file(loaded: Program, home: Path, form: str, words: str) -> None:
    out = loaded("export", form).out
    assert words in out
    run = loaded("export", form, "--out", home / "deep" / "file")
    assert (run.code, run.out) == (0, "")
    assert (home / "deep" / "file").read_bytes().decode("utf-8-sig") == out


def test_a_file_that_cannot_be_written_is_said(loaded: Program, home: Path) -> None:
    (home / "taken").write_text("a file", encoding="utf-8")
    run = loaded("export", "rdf", "--out", home / "taken" / "graph.ttl")
    assert run.code == 1
    assert "cannot be written" in run.err


def test_messages_are_in_the_language_of_the_locale_or_the_option(
    loaded: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "There is no leader 张三" in loaded("tasks", "--leader", "张三").err
    assert "没有名为“张三”的领导" in loaded("--lang", "zh", "tasks", "--leader", "张三").err
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "没有名为“张三”的领导" in loaded("tasks", "--leader", "张三").err
    assert "责任领导" in loaded("tasks", "--leader", "冉泰休").out
    assert "处没有图谱库" in loaded("tasks", "--store", "nowhere.lbug").err
    assert "There is no store" in loaded("tasks", "--store", "nowhere.lbug", "--lang", "en").err


def test_a_language_that_the_program_does_not_speak_is_wrong_usage(plangraph: Program) -> None:
    run = plangraph("tasks", "--lang", "fr")
    assert (run.code, run.out) == (2, "")
    assert "fr" in run.err


def test_help_is_there_in_both_languages(plangraph: Program) -> None:
    for command in ((), ("tasks",), ("load",), ("lineage",)):
        english, chinese = plangraph(*command, "--help").out, plangraph("--lang", "zh", *command, "--help").out
        assert "Usage" in english
        assert not any("\u4e00" <= character <= "\u9fff" for character in english.replace("文号", ""))
        assert any("\u4e00" <= character <= "\u9fff" for character in chinese)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", sorted(command_line("en").commands))
def test_help_names_arguments_without_the_signs_of_the_library(plangraph: Program, lang: str, command: str) -> None:
    out = plangraph(command, "--help", "--lang", lang).out
    assert not re.findall(r"[{}]|<(?:list|str|int|Path)\b", out)


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK", "en_US.ISO-8859-1"])
def test_stdout_is_utf_8_whatever_the_locale(process: Process, examples: Path, locale: str) -> None:
    settings = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = process("extract", examples / "task-list.txt", **settings)
    assert run.returncode == 0
    assert json.loads(run.stdout.decode("utf-8"))["tasks"][0]["leaders"] == ["吴小平"]


def test_a_reader_who_stops_early_causes_no_error(home: Path, root: Path, examples: Path) -> None:
    command = f"'{sys.executable}' -m api extract '{examples / 'notice.txt'}' '{examples / 'notice.txt'}' | head -c 10"
    run = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],  # noqa: S607
        cwd=home,
        env={"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_load_tells_what_it_did_and_nothing_else(plangraph: Program, home: Path, examples: Path) -> None:
    text = (examples / "task-list.txt").read_text(encoding="utf-8")
    (home / "plans").mkdir()
    (home / "plans" / "list.txt").write_text(f"{text}\n请各村负责同志抓好落实。\n", encoding="utf-8")
    (home / "plans" / "README.md").write_text("# not a plan", encoding="utf-8")
    run = plangraph("load", "plans", "--lang", "zh")
    assert run.out.startswith("读入 1 份，")
    assert run.out.endswith(f"略过其他文件 1 个（只读 {'、'.join(ENDINGS)}，README 除外）。\n")
    assert "0" not in run.out
    assert plangraph("load", "plans/list.txt", "--lang", "zh").out == "全部 1 份文件都已是最新。\n"


def test_a_load_says_how_much_was_not_understood(plangraph: Program, home: Path) -> None:
    (home / "plan.txt").write_text(
        "蓬莱镇秋季工作方案\n\n（一）清理沟渠。\n\n责任单位：村建办\n\n各村要牵头抓好，由村建办负责。\n",
        encoding="utf-8",
    )
    unread = len(json.loads(plangraph("extract", "plan.txt").out)["unread"])
    assert unread
    assert f"{unread} passages not understood in plan.txt (" in plangraph("load", "plan.txt").out


def test_a_load_names_the_first_five_files_that_were_not_understood_whole(plangraph: Program, home: Path) -> None:
    for number in range(6):
        (home / f"{number}.txt").write_text(
            f"第{number}镇秋季工作方案\n\n（一）清理沟渠。\n\n责任单位：村建办\n\n各村要牵头抓好，由村建办负责。\n",
            encoding="utf-8",
        )
    run = plangraph("load", ".", "--lang", "zh")
    assert "处未读懂，见 0.txt、1.txt、2.txt、3.txt、4.txt 等 6 份（plangraph unread 文件 可看）" in run.out


def test_verify_lists_a_missing_file_as_a_row(plangraph: Program, home: Path, examples: Path) -> None:
    copy = home / "copy.txt"
    copy.write_bytes((examples / "task-list.txt").read_bytes())
    plangraph("load", copy)
    copy.unlink()
    run = plangraph("verify", "--json")
    assert [(row["path"], row["fault"]) for row in json.loads(run.out)] == [("copy.txt", "unopened")]
    assert run.err.startswith("1 files could not be opened.\n")
    assert "whether the facts follow" in run.err.lower()


@pytest.mark.slow
def test_the_store_is_chosen_by_the_environment_or_the_option(
    plangraph: Program, home: Path, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGRAPH_STORE", str(home / "one.lbug"))
    plangraph("load", examples / "task-list.txt")
    plangraph("load", examples / "notice.txt", "--store", home / "two.lbug")
    assert len(json.loads(plangraph("tasks", "--json").out)) == 10
    assert len(json.loads(plangraph("tasks", "--json", "--store", home / "two.lbug").out)) == 23


def test_documents_count_the_files_that_wait_to_be_read_again(
    loaded: Program, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {row["stale"] for row in json.loads(loaded("documents", "--json").out)} == {0}
    for module in ("loaders.edition", "api.ingest.upkeep.read_again", "loaders.extract"):
        monkeypatch.setattr(sys.modules[module], "readers_digest", lambda: "readers of another version")
    number = len(list(examples.glob("*.txt")))
    listed = loaded("documents", "--json")
    assert sum(row["stale"] for row in json.loads(listed.out)) == number
    assert listed.err.startswith(f"{number} files were read by other readers than these: plangraph rebuild")
    assert "待重新读取" in loaded("documents", "--lang", "zh").err
    assert loaded("rebuild").err.startswith(f"{number} files were read again")
    assert {row["stale"] for row in json.loads(loaded("documents", "--json").out)} == {0}


def test_files_that_lie_nowhere_any_more_are_said_and_still_counted(
    plangraph: Program, home: Path, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = home / "notice.txt"
    paper.write_bytes(min(examples.glob("*.txt")).read_bytes())
    assert plangraph("load", paper).code == 0
    paper.rename(home / "elsewhere.txt")
    for module in ("loaders.edition", "api.ingest.upkeep.read_again", "loaders.extract"):
        monkeypatch.setattr(sys.modules[module], "readers_digest", lambda: "readers of another version")
    told = plangraph("rebuild").err
    assert "1 files wait to be read again" in told
    assert "notice.txt" in told
    assert "1 files were read by other readers" in plangraph("documents").err
    assert "1 files were read again" in plangraph("load", "elsewhere.txt").err
    assert "other readers" not in plangraph("documents").err


def test_a_load_of_many_files_is_told_as_a_table_with_the_reason_of_each_refusal(
    plangraph: Program, home: Path
) -> None:
    for number in range(22):
        (home / "文件").mkdir(exist_ok=True)
        paper = f"柳河县{number}号水利工作方案\n一、修渠{number}。（责任单位：水利局）\n"
        (home / "文件" / f"{number:02}.txt").write_text(paper, encoding="utf-8")
    for name in ("甲.docx", "乙.docx"):
        (home / "文件" / name).write_bytes(b"PK\x03\x04broken")
    run = plangraph("load", home / "文件", "--lang", "zh")
    assert run.code == 1
    [read, refused] = [line for line in run.out.splitlines() if line.strip().startswith(("新读入", "未能读入"))]
    assert re.search(r"\b22\b", read)
    assert "等 22 份" in read
    assert re.search(r"\b2\b.*乙.docx、甲.docx", refused)
    assert [one["outcome"] for one in json.loads(plangraph("load", home / "文件", "--json").out)] == [
        *["unchanged"] * 22,
        *["refused"] * 2,
    ]
