"""The rules that every query file keeps, checked when the catalogue is read.

They exist because engines differ in what they report: one of them takes a parameter that was never passed for null and
answers with every row, so what is declared, used and given must be the same, always; and answers must come in one order
on each.
"""

import re

from queries.header import Header

_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*")
_PARAM = re.compile(r"\$(\w+)")
_RETURN = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?(.*?)\bORDER\s+BY\b(.*)$", re.DOTALL)
_ALIAS = re.compile(r"\bAS\s+(\w+)$")
_WRITES = re.compile(r"\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|ALTER|COPY|LOAD|INSTALL)\b")
_STARS = re.compile(r"-\[[^\]]*\*(?!\d*\.\.\d)[^\]]*\]-")


def check(name: str, header: Header, text: str) -> None:
    """Raise ValueError, with the query's name and the rule, where a text and its header do not fit."""
    bare = _LITERAL.sub("''", text)
    for rule in (_sentence, _params, _columns, _order, _reads):
        problem = rule(header, bare)
        if problem:
            raise ValueError(f"{name}: {problem}")


def _sentence(header: Header, _text: str) -> str:
    return "" if header.sentence.endswith(".") else "the header has no sentence that says what comes back"


def _params(header: Header, text: str) -> str:
    declared = [param.name for param in header.params]
    used = sorted(set(_PARAM.findall(text)))
    return "" if sorted(declared) == used else f"parameters declared {sorted(declared)} are not those used {used}"


def _columns(header: Header, text: str) -> str:
    match = _RETURN.search(text)
    if match is None:
        return "there is no RETURN … ORDER BY at the end"
    declared = [column.name for column in header.columns]
    aliases = []
    for item in split(match[1]):
        alias = _ALIAS.search(item)
        if alias is None:
            return f"the column {item} has no alias"
        expression = item[: alias.start()].strip()
        if expression != alias[1] and re.search(rf"(?<![.\w]){alias[1]}(?![.\w])", expression):
            return f"engines differ on which {alias[1]} comes first in ORDER BY, the variable or the column"
        aliases.append(alias[1])
    return "" if aliases == declared else f"columns declared {declared} are not those returned {aliases}"


def _order(header: Header, text: str) -> str:
    match = _RETURN.search(text)
    keys = [item.split()[0] for item in split(match[2])] if match else []
    if not header.key:
        return "no key is declared, the columns that together name a row"
    missing = [name for name in header.key if name not in keys]
    return f"ORDER BY does not reach the key: {missing}" if missing else ""


def _reads(_header: Header, text: str) -> str:
    found = _WRITES.search(text)
    if found:
        return f"a query only reads, it does not {found[0]}"
    return "a pattern of any length has no upper bound" if _STARS.search(text) else ""


def split(items: str) -> list[str]:
    """The parts of a list at its commas, but not at those inside brackets."""
    parts, depth = [""], 0
    for character in items:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]
