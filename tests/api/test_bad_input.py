"""Bad input: one clear sentence each, and nothing that was good is lost."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.api.conftest import Program

pytestmark = pytest.mark.slow

BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" * 20,
    "undecodable.txt": "各村要牵头".encode() + b"\xff\xfe\xff\x80" + "责任单位".encode("gb18030") + b"\x81\x20",
}
UNFIT = """蓬莱镇秋季工作方案

附件：任务清单

\t序号
\t工作内容
\t责任单位
\t完成时限

\t1
\t清理沟渠
\t农业综合服务中心
\t2021年10月

\t2
\t修补村道
\t村建办
\t2021年11月
\t多出的一格
\t又多一格

"""
FORMS = (
    "rdf",
    "ttl",
    "trig",
    "nq",
    "nt",
    "jsonld",
    "rdfxml",
    "graphml",
    "events",
    "units",
    "csv",
    "xlsx",
    "docx",
    "ics",
    "ledger",
    "word-template",
)


def broken(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(BROKEN[name])
    return path


@pytest.mark.parametrize("name", [*BROKEN, "missing.txt"])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(plangraph: Program, home: Path, name: str) -> None:
    path = broken(home, name) if name in BROKEN else home / name
    run = plangraph("extract", path)
    answer = json.loads(run.out)
    assert run.code == 1
    assert answer.keys() == {"document", "error", "error_values"}
    assert answer["document"] == {"path": str(path)}
    assert answer["error"].startswith(("file.", "system."))
    assert str(path) in run.err
    assert "Traceback" not in run.err


def test_the_good_files_beside_a_bad_one_are_printed(plangraph: Program, home: Path, examples: Path) -> None:
    run = plangraph("extract", broken(home, "empty.txt"), examples / "task-list.txt")
    refused, read = json.loads(run.out)
    assert run.code == 1
    assert "error" in refused
    assert len(read["tasks"]) == 10


def test_the_good_files_beside_a_bad_one_are_loaded(plangraph: Program, home: Path, examples: Path) -> None:
    run = plangraph("load", broken(home, "binary.txt"), examples / "task-list.txt")
    assert run.code == 1
    assert "binary.txt" in run.out + run.err
    assert len(json.loads(plangraph("tasks", "--json").out)) == 10


def test_a_folder_without_plans_is_said(plangraph: Program, home: Path) -> None:
    (home / "nothing").mkdir()
    run = plangraph("load", "nothing")
    assert run.code == 1
    assert "nothing" in run.err


def test_a_path_that_matches_nothing_is_said(plangraph: Program) -> None:
    run = plangraph("load", "nowhere/*.txt")
    assert run.code == 1
    assert "nowhere" in run.err


def test_a_row_that_does_not_fit_its_header_is_not_lost(plangraph: Program, home: Path) -> None:
    (home / "unfit.txt").write_text(UNFIT, encoding="utf-8")
    run = plangraph("extract", "unfit.txt")
    read = json.loads(run.out)
    assert run.code == 0
    assert "清理沟渠" in {task["content"] for task in read["tasks"]}
    kept = [*read["tasks"], *read["unread"]]
    assert any("修补村道" in source["quote"] for item in kept for source in item["sources"])


@pytest.mark.parametrize(
    ("what", "command"),
    [
        ("file", ("tasks",)),
        ("file", ("load", "unfit.txt")),
        ("folder", ("tasks",)),
        ("folder", ("load", "unfit.txt")),
        ("empty", ("tasks",)),
    ],
)
def test_a_path_that_is_no_store_is_said_and_left_alone(
    plangraph: Program, home: Path, what: str, command: tuple[str, ...]
) -> None:
    (home / "unfit.txt").write_text(UNFIT, encoding="utf-8")
    store = home / "store"
    if what == "folder":
        store.mkdir()
    else:
        store.write_bytes(b"no store" * 1000 if what == "file" else b"")
    run = plangraph(*command, "--store", store)
    assert run.code == 1
    assert str(store) in run.err
    assert len(run.err.strip().splitlines()) == 1
    assert store.is_dir() or store.read_bytes() in {b"no store" * 1000, b""}


def test_a_store_that_is_not_there_is_said_and_not_made(plangraph: Program, home: Path) -> None:
    run = plangraph("tasks")
    assert run.code == 1
    assert "plangraph.lbug" in run.err
    assert list(home.iterdir()) == []


def test_a_store_in_use_by_another_process_is_said(
    loaded: Program, home: Path, root: Path, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.cli.session.PATIENCE", 0.1)
    holder = (
        "import sys\nfrom graph.stores.open import open_store\n"
        "store = open_store('plangraph.lbug')\nprint(1, flush=True)\nsys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder],
        cwd=home,
        env={"PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        assert other.stdout.readline()
        run = loaded("load", examples)
        told = {loaded("--lang", "zh", *words).err for words in (("unload", "x"), ("trash", "restore", "x"))}
        other.communicate()
    assert run.code == 1
    assert "in use" in run.err
    assert len(told) == 1
    assert told.pop().endswith("若是带口令的网页服务，请先停止它，或在网页上操作。\n")
    assert "Traceback" not in run.err
    assert loaded("tasks").code == 0


@pytest.mark.parametrize(
    ("option", "name"), [("--leader", "冉泰"), ("--unit", "党政"), ("--place", "福荣"), ("--in", "蓬莱")]
)
def test_an_unknown_name_suggests_names_that_contain_it(loaded: Program, option: str, name: str) -> None:
    run = loaded("tasks", option, name)
    assert run.code == 1
    assert run.out == ""
    assert run.err.count(name) > 1


@pytest.mark.parametrize("typed", ["2021-02-30", "tomorrow", "2021-13"])
def test_a_bad_date_is_wrong_usage(loaded: Program, typed: str) -> None:
    run = loaded("tasks", "--due-before", typed)
    assert (run.code, run.out) == (2, "")
    assert typed in run.err
    assert len(run.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("tasks", "--frobnicate"),
        ("tasks", "--role", "boss"),
        ("extract",),
        ("load",),
        ("export", "doc"),
        ("export",),
        ("load", ""),
        ("tasks", "--leader", ""),
        ("tasks", "--unit", " "),
        ("lineage", ""),
        ("query", "no/such"),
        ("query", "tasks/by_leader"),
        ("query", "tasks/by_leader", "--param", "leader"),
        ("query", "tasks/by_leader", "--param", "boss=冉泰休"),
        ("cypher", "MATCH (n) DETACH DELETE n"),
        ("cypher", "CREATE (n:Person {id: '1'})"),
        ("cypher", "MATCH (n"),
    ],
)
def test_wrong_usage_is_one_sentence_and_code_2(plangraph: Program, examples: Path, arguments: tuple[str, ...]) -> None:
    plangraph("load", examples)
    run = plangraph(*arguments)
    assert (run.code, run.out) == (2, "")
    assert len(run.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("frobnicate",), "没有命令 'frobnicate'。"),
        (("loda", "x"), "没有命令 'loda'，是否指：load、unload？"),
        (("tasks", "--lead"), "没有选项 --lead，是否指：--leader、--plan、--role？"),
        (
            ("export", "doc"),
            f"'格式' 的值无效：'doc' 不在 {'、'.join(FORMS)} 之中。",
        ),
        (("extract",), "缺少参数 '文件…'。"),
        (("units", "张三"), "多余的参数（张三）"),
        (
            ("export",),
            f"缺少参数 '格式'，可用的有：{'、'.join(FORMS)}。",
        ),
        (("tasks", "--leader"), "选项 '--leader' 需要一个值。"),
        (("tasks", "--json=1"), "选项 '--json' 后不写值。"),
        (("workload", "--weights", "1"), "--weights 须为三个数：牵头、责任、配合，而不是“1”。"),
        (("load", "x", "--workers", "many"), "'--workers' 的值无效：应为整数。"),
        (("load", ""), "路径… 后没有内容：不需要就不写。"),
        (("tasks", "--leader", ""), "--leader 后没有内容：不需要就不写。"),
        (("tasks", "--due-before", "x"), "--due-before 不是日期：x（日期写作 2021-12-31、2021-12 或 2021年12月）。"),
        (("lineage", "福荣村", "--from", "x"), "--from 不是日期：x（日期写作 2021-12-31、2021-12 或 2021年12月）。"),
        (
            ("workload", "--period", "2022..2021"),
            "--period 的终点早于起点：2022..2021。",
        ),
    ],
)
def test_wrong_usage_is_said_in_chinese_with_the_option_as_typed(
    loaded: Program, arguments: tuple[str, ...], sentence: str
) -> None:
    run = loaded(*arguments, "--lang", "zh")
    assert (run.code, run.err) == (2, f"{sentence}\n")


def test_a_file_that_is_no_text_is_refused_in_chinese(plangraph: Program, home: Path) -> None:
    (home / "plan.docx").write_bytes(b"PK\x03\x04rest")
    assert "这是 zip 压缩包，其中的文件逐个读入" in plangraph("extract", "plan.docx", "--lang", "zh").err
    broken(home, "undecodable.txt")
    assert "undecodable.txt：无法识别的编码" in plangraph("extract", "undecodable.txt", "--lang", "zh").err


WRITES = (
    "MATCH (n) DETACH DELETE n",
    "CREATE (n:Person {id: '1'})",
    "MATCH (n:Task) SET n.title = ''",
    "DROP TABLE Task",
    "MATCH (n) WITH n DROP TABLE Task",
    "MATCH (n:Task) WITH n CREATE (m:Person {id: n.id}) RETURN m",
    "COPY (MATCH (n:Task) RETURN n.id) TO 'stolen.csv'",
    "LOAD FROM '/etc/passwd' RETURN *",
    "WITH 1 AS a LOAD/**/FROM '/etc/passwd' (file_format='csv', header=false, delim='|') RETURN *",
    "WITH 1 AS a LOAD//\nFROM '/etc/passwd' (file_format='csv', header=false, delim='|') RETURN *",
    "WITH 1 AS a LOAD/**/WITH HEADERS (line STRING) FROM '/etc/passwd' (file_format='csv', delim='|') RETURN *",
    "CALL READ_PARQUET('/etc/passwd') RETURN *",
    "CALL `threads`=2",
    "CALL export_database('x') RETURN 1",
    "EXPORT DATABASE 'stolen'",
    "ATTACH 'x' AS y (dbtype duckdb)",
    "INSTALL httpfs",
    "RETURN 1; MATCH (n) DETACH DELETE n",
)


def test_cypher_cannot_write(loaded: Program, home: Path) -> None:
    before, files = loaded("export", "rdf").out, sorted(home.rglob("*"))
    for text in WRITES:
        run = loaded("cypher", text)
        assert (run.code, run.out) == (2, ""), text
    assert loaded("export", "rdf").out == before
    assert sorted(home.rglob("*")) == files


def nested() -> str:
    return "（一）清理沟渠。" + "（" * 10_000 + "牵头单位：村建办" + "）" * 10_000


@pytest.mark.parametrize(
    "text",
    [nested(), "（责任单位：" * 10_000, "责任单位：" + "村建办、" * 300_000, "\t" * 1_000_000, "清" * 1_300_000],
    ids=["nested", "open", "long line", "tabs", "one word"],
)
def test_a_hostile_text_is_read_or_refused_in_time(
    process: Callable[..., "subprocess.CompletedProcess[bytes]"], home: Path, text: str
) -> None:
    (home / "hostile.txt").write_text(f"蓬莱镇工作方案\n\n{text}\n", encoding="utf-8")
    run = process("extract", "hostile.txt")
    assert run.returncode in {0, 1}
    assert b"Traceback" not in run.stderr
    assert json.loads(run.stdout)["document"]["path"] == "hostile.txt"


def test_a_file_above_the_limit_is_refused_with_the_limit(plangraph: Program, home: Path) -> None:
    (home / "big.txt").write_text("各村（社区）要抓好贯彻落实，责任单位按职责分工负责。\n" * 1000, encoding="utf-8")
    os.truncate(home / "big.txt", 257 * 1024 * 1024)
    run = plangraph("extract", "big.txt")
    assert run.code == 1
    assert (json.loads(run.out)["error"], json.loads(run.out)["error_values"]) == ("file.too_large", {"limit": 256})
    assert "MiB" in run.err
