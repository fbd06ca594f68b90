"""The server `plangraph mcp`: tools that only read, over stdin and stdout, by the official SDK.

Every tool opens the store for its answer alone, so that it sees what others have loaded since, and stands in no one's
way. Rows are those of the command line's JSON; each says where it stands (`sources`).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Annotated, Literal

from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

from api.answers.answering import answer, day_seen_from
from api.ask.questions import Asker
from api.mcp.cited import Told, cited
from api.settings import Language
from graph.errors import PlangraphError
from graph.messages.sentences import worded
from graph.stores.protocol import Store
from queries.ask import ask as ask_catalogue
from queries.chosen import rows_of

Opening = Callable[[], AbstractContextManager[Store]]
"""Opens the store to be read."""
PAGE = 50
"""Rows that a tool gives where no other number is asked for."""
MOST = 500
ONLY_READS = ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)
INSTRUCTIONS = (
    "Work plans of Chinese local government as a graph: who does what by when, and where a file says so. "
    "Ask in Chinese with `ask`; it names what it did not understand and then gives no rows. Cite `sources`."
)
Limit = Annotated[int, Field(ge=1, le=MOST, description="Rows at most.")]
Offset = Annotated[int, Field(ge=0, description="Rows to leave out before the first.")]
Within = Annotated[str, Field(description="Only what belongs to this place and places inside it.")]
Day = Annotated[str, Field(description="A day: 2021-12-31, 2021-12 or 2021年12月.")]


class ReadingPart(BaseModel):
    """A part of a reading."""

    name: str
    value: str
    words: str


class AskedRows(BaseModel):
    """The answer to a question in words."""

    reading: str
    parts: list[ReadingPart]
    not_understood: list[str]
    total: int
    rows: list[Told]


class ListedRows(BaseModel):
    """Rows of a list, and how many there are of them in all."""

    total: int
    rows: list[Told]


class Tools:
    """The tools, over a store that is opened for each."""

    def __init__(self, opening: Opening, lang: Language) -> None:
        """Keep how the store is opened, and the language of errors."""
        self._opening = opening
        self._lang = lang

    @contextmanager
    def _asking(self, within: str = "") -> Iterator[Asker]:
        """Who asks; what the project raises is told as the fault of the tool, in a sentence."""
        try:
            with self._opening() as graph:
                yield Asker(graph, within, self._lang)
        except PlangraphError as error:
            raise ToolError(worded(self._lang, error.message)) from error

    def ask(
        self,
        question: Annotated[str, Field(min_length=1, max_length=200, description="A question in Chinese.")],
        today: Annotated[str, Field(description="The day from which 本月 and the like count; else today.")] = "",
        within: Within = "",
        limit: Limit = PAGE,
    ) -> AskedRows:
        """Answer a question in Chinese by a grammar: tasks of leaders, units, months, places; who has most; mergers."""
        with self._asking(within) as asker:
            told = answer(asker, question, day_seen_from(today)).told
            rows = told["rows"][:limit]
            return AskedRows(
                reading=told["reading"],
                parts=[ReadingPart(**part) for part in told["parts"]],
                not_understood=told["not_understood"],
                total=len(told["rows"]),
                rows=rows if rows and "count" in rows[0] else cited(asker.graph, rows),
            )

    def tasks(  # noqa: PLR0913, PLR0917 - each is a condition of its own; they are given by name
        self,
        leader: str = "",
        unit: str = "",
        role: Literal["", "lead", "responsible", "supporting"] = "",
        place: str = "",
        plan: str = "",
        due_after: Day = "",
        due_before: Day = "",
        within: Within = "",
        limit: Limit = PAGE,
        offset: Offset = 0,
    ) -> ListedRows:
        """List the tasks that meet every condition given, with owners, deadlines and sources."""
        with self._asking(within) as asker:
            ids = asker.chosen(
                leader=leader,
                unit=unit,
                role=role,
                place=place,
                plan=plan,
                due_after=due_after,
                due_before=due_before,
            )
            rows = rows_of(asker.graph, ids[offset : offset + limit])
            return ListedRows(total=len(ids), rows=cited(asker.graph, rows))

    def listed(
        self,
        kind: Literal["documents", "plans", "leaders", "units", "places", "changes", "conflicts", "audit"],
        within: Within = "",
        limit: Limit = PAGE,
        offset: Offset = 0,
    ) -> ListedRows:
        """List papers, plans, leaders, units, places, mergers, contradictions, or what is wrong in the plans."""
        with self._asking(within) as asker:
            rows = asker.audit() if kind == "audit" else asker.listed(kind)
            return ListedRows(total=len(rows), rows=cited(asker.graph, rows[offset : offset + limit]))

    def workload(
        self,
        by: Literal["unit", "leader"] = "unit",
        period: Annotated[str, Field(description="2021, 2021-06 or 2021-01..2021-06.")] = "",
        within: Within = "",
        limit: Limit = PAGE,
    ) -> ListedRows:
        """Tell who carries how much, who is overloaded, and why."""
        with self._asking(within) as asker:
            rows = asker.workload(by=by, period=period)
            return ListedRows(total=len(rows), rows=cited(asker.graph, rows[:limit]))

    def lineage(self, place: Annotated[str, Field(min_length=1)], within: Within = "") -> ListedRows:
        """Tell where a village comes from and what became of it, change by change."""
        with self._asking(within) as asker:
            rows = asker.lineage(place)
            return ListedRows(total=len(rows), rows=cited(asker.graph, rows))

    def quotes(
        self, task_ids: Annotated[list[str], Field(min_length=1, max_length=PAGE, description="Ids of tasks.")]
    ) -> ListedRows:
        """Quote the words of the files that state tasks, with their places."""
        with self._asking() as asker:
            found = ask_catalogue(asker.graph, "sources/of_tasks", tasks=task_ids)
            rows = [{**row, "sources": [f"{row['path']}:{row['line']}"]} for row in found]
            return ListedRows(total=len(rows), rows=rows)


def server(opening: Opening, lang: Language) -> FastMCP[None]:
    """The server, ready to run."""
    made: FastMCP[None] = FastMCP("plangraph", instructions=INSTRUCTIONS, log_level="WARNING")
    tools = Tools(opening, lang)
    for tool in (tools.ask, tools.tasks, tools.listed, tools.workload, tools.lineage, tools.quotes):
        made.add_tool(tool, name="list" if tool == tools.listed else None, annotations=ONLY_READS)
    return made
