"""Questions in SPARQL 1.1, asked of the graph as RDF in memory; nothing is written, and nobody else is asked.

Prefixes of the vocabulary need not be declared. A pattern without GRAPH means all that is said, each triple once,
whatever graphs state it: these are joined when the index is made, as an engine's own union counts a triple that two
passages state twice. What would
write is no question by its grammar; what would have another service answer (SERVICE) is refused.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, serialize
from pyoxigraph import Store as Index

from graph.errors import UsageError
from graph.exports.rdf import export
from graph.exports.rdf.names import DEFAULT_BASE, Names
from graph.facts import Facts, Node

_QUIET = re.compile(
    r"'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\\n\r]|\\.)*'|\"(?:[^\"\\\n\r]|\\.)*\""
    r"|<[^<>\"{}|^`\\\s]*>|#[^\n\r]*",
    re.DOTALL,
)
"""Words and IRIs in a question, and remarks: nothing in them is a keyword."""
_SERVICE = re.compile(r"(?<![\w:?$@-])service(?![\w:-])", re.IGNORECASE)
_WRITES = re.compile(
    r"\s*(?:(?:base|prefix\s+[\w.-]*:)\s*)*(?:insert|delete|load|clear|create|drop|copy|move|add|with)\b", re.IGNORECASE
)
_CODE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")


def index(facts: Facts, records: Iterable[Node] = (), base: str = DEFAULT_BASE) -> Index:
    """The graph as RDF, indexed in memory: all triples in the default graph, and again in the graphs that state them.
    Things are named under `base`.
    """
    known, found = list(records), Index()
    for form, read in (("nt", RdfFormat.N_TRIPLES), ("nq", RdfFormat.N_QUADS)):
        out = BytesIO()
        export(facts, form, out, base, known)
        found.bulk_load(out.getvalue(), read)
    return found


def check_question(text: str) -> None:
    """Refuse (UsageError), before any graph is read, what would write or ask another service."""
    if _asks_others(text):
        raise UsageError("sparql.service")
    if _WRITES.match(_QUIET.sub(" ", text)):
        raise UsageError("sparql.only_questions")


def ask_sparql(graph: Index, text: str, base: str = DEFAULT_BASE) -> dict[str, Any]:
    """The answer in the JSON form of SPARQL results: `head` and `results` or `boolean`; for CONSTRUCT and DESCRIBE the
    key `triples`, N-Triples as a text, sorted. Raises UsageError for what is no question or would ask another service.
    """
    check_question(text)
    try:
        found = graph.query(text, prefixes=Names(base).prefixes)
        if isinstance(found, QuerySolutions | QueryBoolean):
            told: dict[str, Any] = json.loads(found.serialize(format=QueryResultsFormat.JSON) or b"{}")
            return told
        lines = (serialize(found, format=RdfFormat.N_TRIPLES) or b"").decode().splitlines()
    except SyntaxError as error:
        raise UsageError("sparql.not_read", reason=_first_line(error)) from error
    except (OSError, ValueError) as error:
        raise UsageError("query.fails", reason=_first_line(error)) from error
    return {"triples": "".join(f"{line}\n" for line in sorted(set(lines)))}


def rows_of(answer: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """An answer as rows of plain values: a column a variable; `answer` where it is yes or no; subject, predicate and
    object of triples.
    """
    if "boolean" in answer:
        yield {"answer": str(answer["boolean"]).lower()}
    elif "triples" in answer:
        for line in answer["triples"].splitlines():
            yield dict(zip(("subject", "predicate", "object"), line.removesuffix(" .").split(" ", 2), strict=True))
    else:
        for one in answer["results"]["bindings"]:
            yield {name: one.get(name, {}).get("value", "") for name in answer["head"]["vars"]}


def _asks_others(text: str) -> bool:
    """Whether a question holds the keyword SERVICE, be it written with code points."""
    decoded = _CODE.sub(lambda found: _character(found[1] or found[2]), text)
    return any(_SERVICE.search(_QUIET.sub(" ", one)) for one in (text, decoded))


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode else "?"


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0]
