"""The server of the Model Context Protocol, asked by the client of its SDK as a program of its own."""

import json
import shutil
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from tests.api.conftest import Program
from tests.own_loop import in_thread

pytestmark = pytest.mark.slow

Asking = Callable[[ClientSession], Awaitable[dict[str, Any]]]


def asked(root: Path, home: Path, asking: Asking) -> dict[str, Any]:
    """What a client is told by a server over the store of a folder."""

    async def within() -> dict[str, Any]:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "api", "mcp"], cwd=home, env={"PYTHONPATH": str(root)}
        )
        async with stdio_client(command) as (reading, writing), ClientSession(reading, writing) as client:
            await client.initialize()
            return await asking(client)

    return in_thread(lambda: anyio.run(within))


def calls(*named: tuple[str, Mapping[str, object]]) -> Asking:
    """Asks several tools, one after the other; each answer is by the tool's name and place in the row."""

    async def asking(client: ClientSession) -> dict[str, Any]:
        found = {}
        for at, (name, given) in enumerate(named):
            result = await client.call_tool(name, dict(given))
            found[f"{name}{at}"] = (result.isError, result.structuredContent, result.content[0])
        return found

    return asking


@pytest.fixture
def store(home: Path, example_store: Path) -> Path:
    shutil.copytree(example_store, home, dirs_exist_ok=True)
    return home


def test_every_tool_only_reads_and_says_what_it_is_for(root: Path, store: Path) -> None:
    async def tools(client: ClientSession) -> dict[str, Any]:
        return {one.name: one for one in (await client.list_tools()).tools}

    found = asked(root, store, tools)
    assert set(found) == {"ask", "tasks", "list", "workload", "lineage", "quotes"}
    assert all(one.annotations.readOnlyHint and one.description for one in found.values())


def test_answers_are_those_of_the_command_line_and_every_row_cites(root: Path, store: Path, plangraph: Program) -> None:
    kinds = ("documents", "plans", "leaders", "units", "changes", "conflicts")
    found = asked(
        root,
        store,
        calls(
            ("ask", {"question": "司法所牵头的任务", "today": "2021-06-01"}),
            ("ask", {"question": "福荣村是怎么来的"}),
            ("ask", {"question": "哪个单位牵头最多"}),
            ("tasks", {"leader": "冉泰休", "limit": 3}),
            ("lineage", {"place": "福荣村"}),
            ("workload", {"by": "leader"}),
            *(("list", {"kind": kind}) for kind in kinds),
        ),
    )
    assert not any(failed for failed, _, _ in found.values())
    for name, (_, told, _) in found.items():
        assert told["rows"], name
        rows = [row for row in told["rows"] if row.get("tasks", 1) and row.get("direction") != "self"]
        assert all(row["sources"] for row in rows), name
    own = json.loads(plangraph("ask", "司法所牵头的任务", "--json").out)
    assert found["ask0"][1]["rows"] == own["rows"]
    assert (found["tasks3"][1]["total"], len(found["tasks3"][1]["rows"])) == (15, 3)


def test_what_is_not_understood_and_what_is_not_there_is_said(root: Path, store: Path) -> None:
    found = asked(
        root,
        store,
        calls(
            ("ask", {"question": "火星办牵头的任务"}),
            ("tasks", {"leader": "赵钱孙"}),
            ("tasks", {"due_after": "2021-02-30"}),
        ),
    )
    assert (found["ask0"][1]["not_understood"], found["ask0"][1]["rows"]) == (["火星办"], [])
    assert found["tasks1"][0]
    assert "赵钱孙" in found["tasks1"][2].text
    assert found["tasks2"][0]


def test_a_task_is_quoted(root: Path, store: Path, plangraph: Program) -> None:
    task = json.loads(plangraph("ask", "冉泰休6月有哪些任务", "--today", "2021-05-01", "--json").out)["rows"][0]
    found = asked(root, store, calls(("quotes", {"task_ids": [task["task_id"]]})))
    rows = found["quotes0"][1]["rows"]
    assert rows
    assert all(row["quote"] and row["sources"] for row in rows)
