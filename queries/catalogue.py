"""The catalogue of questions: every .cypher file of this package, read and checked once.

A query's name is its path without ending (`conflicts/list`). `conflicts/list.neo4j.cypher` beside it is the text for
that engine alone; `tasks/columns.part.cypher` is a part that other texts go on with (see `queries.header`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from graph.errors import UsageError
from queries import header
from queries.checks import check
from queries.header import Column, Header, Param

ENDING = ".cypher"
PART = ".part"


@dataclass(frozen=True, slots=True)
class Query:
    """A question: what it asks (`sentence`), what goes in and what comes out.

    `text` is the Cypher for every engine without a text of its own in `variants`; `key` are the columns that together
    name a row, by which the rows are ordered in the end; `row` is what a row tells of, where the file says that.
    """

    name: str
    sentence: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    row: str
    text: str
    variants: Mapping[str, str]

    def text_for(self, engine: str) -> str:
        """The Cypher text for the engine of this name (ladybug, neo4j)."""
        return self.variants.get(engine, self.text)


def query(name: str) -> Query:
    """The query of this name. Raises UsageError, naming the queries there are, for a name that is none."""
    found = catalogue().get(name)
    if found is None:
        raise UsageError("query.unknown", name=name, known=tuple(catalogue()))
    return found


@cache
def catalogue() -> dict[str, Query]:
    """All queries by name, sorted. Raises ValueError where a file breaks a rule of the catalogue."""
    texts = _texts(files("queries"), "")
    names = sorted(name for name in texts if "." not in name)
    return {name: _query(name, texts) for name in names}


def _texts(folder: Traversable, prefix: str) -> dict[str, str]:
    """The texts of all query files under a folder by their names without ending."""
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            found |= _texts(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(ENDING):
            found[prefix + entry.name.removesuffix(ENDING)] = entry.read_text(encoding="utf-8")
    return found


def _query(name: str, texts: Mapping[str, str]) -> Query:
    declared, text = _whole(name, texts)
    variants: dict[str, str] = {}
    for other in texts:
        base, _, engine = other.partition(".")
        if base == name and engine and f".{engine}" != PART:
            _, variants[engine] = _whole(other, texts)
    for variant in (text, *variants.values()):
        check(name, declared, variant)
    return Query(name, declared.sentence, declared.params, declared.columns, declared.key, declared.row, text, variants)


def _whole(name: str, texts: Mapping[str, str]) -> tuple[Header, str]:
    """The header and text of a file, with those of the parts that it goes on with."""
    comments, text = _split(texts[name])
    try:
        declared = header.parse(comments)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error
    for part in declared.then:
        more, rest = _whole(part + PART, texts)
        declared, text = _joined(declared, more), f"{text}\n{rest}"
    return declared, text


def _joined(one: Header, more: Header) -> Header:
    params, columns = one.params + more.params, one.columns + more.columns
    return Header(one.sentence, params, columns, one.key + more.key, one.row or more.row, one.then)


def _split(content: str) -> tuple[list[str], str]:
    """The comment lines at the beginning of a file, and the text below them."""
    lines = content.strip().splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return lines[:count], "\n".join(lines[count:]).strip()
