"""Two people with two working folders on one server obey the same decisions, whoever loads next."""

import json
from pathlib import Path

import pytest

from tests.api.conftest import Program, home, plangraph
from tests.api.papers import NOTICE, write

__all__ = ["home", "plangraph"]
PAIR = ("农业服务中心", "农业综合服务中心")
OTHER = """大英县蓬莱镇2021年重点工作任务清单

镇级各部门：

（一）整治村容村貌。清理房前屋后的杂物。

牵头单位：农业综合服务中心

完成时限：2021年11月底前
"""


def test_what_one_decides_holds_for_the_other_and_after_their_loads(
    plangraph: Program, home: Path, neo4j: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGRAPH_STORE", neo4j)
    for folder, words in (("a", NOTICE.replace("社事办", PAIR[0])), ("b", OTHER)):
        write(home / folder, f"{folder}.txt", words)

    def run(folder: str, *arguments: str) -> str:
        monkeypatch.chdir(home / folder)
        ran = plangraph(*arguments)
        assert ran.code == 0, ran.err
        return ran.out

    def units(folder: str) -> set[str]:
        return {row["name"] for row in json.loads(run(folder, "units", "--json"))} & set(PAIR)

    run("a", "load", "a.txt")
    run("b", "load", "b.txt")
    assert units("a") == set(PAIR)
    run("a", "decide", "same", *PAIR, "--who", "王五")
    assert units("b") == {PAIR[1]}
    write(home / "b", "又.txt", OTHER.replace("整治", "提升"))
    run("b", "load", "又.txt")
    assert units("a") == units("b") == {PAIR[1]}
    assert run("a", "decide", "--json") == run("b", "decide", "--json")
    run("b", "decide", "--undo", *PAIR)
    run("a", "load", "a.txt")
    assert units("a") == set(PAIR)
    assert run("a", "decide", "--json") == "[]\n"
