"""Writes the types of questions from the headers of their files: `python -m queries.row_types`.

`queries.rows` holds the type of a row of each query, one for all queries with the same columns; `queries.signatures`
what each query takes and gives. So a misspelt column or parameter is an error for a type checker.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from queries.catalogue import Query, catalogue
from queries.header import KINDS, PYTHON, Column, Param, Type

HERE = Path(__file__).resolve().parent
WIDTH = 120
"""Characters of a line of code."""

_ROWS = '''"""A row of each catalogued query, as its file declares it. Written by `python -m queries.row_types`."""

from typing import TypedDict
'''

_SIGNATURES = '''"""What each query takes and gives, by its name. Written by `python -m queries.row_types`."""

from collections.abc import Sequence
from typing import Literal, Protocol, overload

from graph.stores.protocol import Store
from queries.header import Ids
from queries.rows import (
{rows}
)


class Ask(Protocol):
    """Asks the question of a name; see `queries.ask`."""
'''

_TAKES: dict[Type, str] = {"list[str]": "Sequence[str]", **dict.fromkeys(KINDS, "Ids")}
"""What a parameter takes where that is more than what a column of its type holds."""


def written(kind: Type) -> str:
    """What a value of a type is, as it is written in Python."""
    python = PYTHON[kind]
    return str(python) if get_args(python) else str(python.__name__)


def rows() -> str:
    """The module of the types of rows."""
    return _ROWS + "".join(_row(name, queries) for name, queries in sorted(_named().items()))


def signatures() -> str:
    """The module of what the questions take and give."""
    names = {query.name: name for name, queries in _named().items() for query in queries}
    imports = "\n".join(f"    {name}," for name in sorted(_named()))
    return _SIGNATURES.format(rows=imports) + "".join(_overload(one, names[one.name]) for one in catalogue().values())


def _named() -> dict[str, list[Query]]:
    """The queries that share a type of row, by its name.

    The files say it (`// row: Task`), else the list among them names it (TaskRow for tasks/list), else the path of the
    only one (SourcesOfTasksRow). Raises ValueError where several share a type that nothing names, or a name two types.
    """
    alike: dict[tuple[tuple[str, str], ...], list[Query]] = {}
    for query in catalogue().values():
        alike.setdefault(tuple((column.name, written(column.type)) for column in query.columns), []).append(query)
    named: dict[str, list[Query]] = {}
    for queries in alike.values():
        if named.setdefault(row_name(queries), queries) is not queries:
            raise ValueError(f"rows of unlike columns have one name: {row_name(queries)}")
    return named


def row_name(queries: Sequence[Query]) -> str:
    """The name of the type of a row that these queries share. Raises ValueError where none or more than one is said."""
    said = {one.row for one in queries if one.row}
    lists = {one.name.partition("/")[0].removesuffix("s").capitalize() for one in queries if one.name.endswith("/list")}
    paths = {"".join(map(str.capitalize, re.split("[/_]", one.name))) for one in queries}
    names = said or lists or paths
    if len(names) > 1:
        raise ValueError(f"one `// row:` must name what a row tells of: {', '.join(one.name for one in queries)}")
    return f"{names.pop()}Row"


def _row(name: str, queries: Iterable[Query]) -> str:
    *some, last = queries
    columns: tuple[Column, ...] = last.columns
    of = " or ".join(filter(None, (", ".join(one.name for one in some), last.name)))
    words = "\n    ".join(_lines(f"A row of {of}."))
    fields = "\n".join(f"    {column.name}: {written(column.type)}" for column in columns)
    return f'\n\nclass {name}(TypedDict):\n    """{words}\n\n{fields}\n'


def _lines(words: str) -> list[str]:
    """The lines of a docstring, with its end."""
    if len(words) <= WIDTH - 10:
        return [f'{words}"""']
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > WIDTH - 10:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [*lines, '"""']


def _overload(query: Query, row: str) -> str:
    """One way of asking, laid out as the formatter does."""
    keywords = ["*", *map(_param, query.params)] if query.params else []
    parts = ["self", "store: Store", f'name: Literal["{query.name}"]', "/", *keywords]
    head, tail = "    def __call__(", f") -> list[{row}]: ..."
    one_line = head + ", ".join(parts) + tail
    if len(one_line) <= WIDTH:
        return f"\n    @overload\n{one_line}\n"
    inner = f"        {', '.join(parts)}"
    if len(inner) > WIDTH:
        inner = "\n".join(f"        {part}," for part in parts)
    return f"\n    @overload\n{head}\n{inner}\n    {tail}\n"


def _param(param: Param) -> str:
    kind = _TAKES.get(param.type, written(param.type))
    return f"{param.name}: {kind}" + ("" if param.default is None else " = ...")


def files() -> Iterator[tuple[Path, str]]:
    """Each module that is written, with its text."""
    yield HERE / "rows.py", rows()
    yield HERE / "signatures.py", signatures()


if __name__ == "__main__":
    for path, text in files():
        path.write_text(text, encoding="utf-8", newline="\n")
