"""Writes docs/queries.md, the page of all catalogued queries, from their files: `python -m queries.page`."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from queries.catalogue import Query, catalogue
from queries.header import Param

PAGE = Path(__file__).resolve().parent.parent / "docs" / "queries.md"

_OPENING = """# The catalogue of queries

Written from the files under `queries/` by `make docs`; a test holds that it is up to date.

Every question to the graph stands in one `.cypher` file and has the file's path as its name. Ask it from the command
line, `plangraph query tasks/by_leader --param leader=冉泰休`, over HTTP, `/api/query/tasks/by_leader?leader=冉泰休`, or
in Python, `ask(store, "tasks/by_leader", leader=ids_of(store, "leaders", "冉泰休"))`, with `queries.ask.ask` and
`queries.resolve.ids_of`; what is declared, used and given must be the same. Rows come in one order, the same on every
engine, and are named by their key; in Python each has a type (`queries.rows`), so that a misspelt column is an error
for a type checker.

Types: `leaders`, `units`, `places` and `plans` are lists of ids of such things; a person types a name, another spelling
or an id instead (of a plan also a part of the title, of a place the way to it: 大英县/蓬莱镇), and all who bear it are
meant. White space in a `name` does not count; a `date` is an ISO day (2021-12-31), "" for none; `sources` is a list of
`path:line` (in Cypher: ids of passages).
"""


def page() -> str:
    """The page, in Markdown."""
    parts = [_OPENING]
    for topic, queries in groupby(catalogue().values(), key=lambda query: query.name.partition("/")[0]):
        parts.append(f"## {topic}\n")
        parts += ["\n".join(_lines(query)) for query in queries]
    return "\n".join(parts)


def _lines(query: Query) -> Iterator[str]:
    yield f"### [{query.name}](../queries/{query.name}.cypher)\n"
    yield f"{query.sentence}\n"
    yield "| parameter | type | if left out | |\n|---|---|---|---|"
    yield from (f"| {p.name} | {p.type} | {_left_out(p)} | {_meaning(p)} |" for p in query.params)
    yield "\n| column | type | |\n|---|---|---|"
    yield from (f"| {c.name} | {c.type} | {c.words} |" for c in query.columns)
    yield f"\nKey: {', '.join(query.key)}." + _engines(query) + "\n"


def _left_out(param: Param) -> str:
    if param.default is None:
        return "must be given"
    return "no condition" if param.default in ("", ()) else str(param.default)


def _meaning(param: Param) -> str:
    choices = f"one of {', '.join(param.choices)}" if param.choices else ""
    return "; ".join(part for part in (param.words, choices) if part)


def _engines(query: Query) -> str:
    return f" Texts of their own: {', '.join(sorted(query.variants))}." if query.variants else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
