"""Writes the picture of the packages and their rooms into docs/architecture.md: `python -m docs.rooms`.

The arrows are the imports, the words the first sentences of the docstrings. What follows from other arrows is left out.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import networkx as nx

from docs.imports import NAMES, PACKAGES, ROOT, imports, room_of, tree_of

PAGE = ROOT / "docs" / "architecture.md"
SECTION = re.compile(r"(?<=<!-- rooms -->\n).*?(?=<!-- end of rooms -->)", re.DOTALL)
SENTENCE = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)


def with_rooms(text: str) -> str:
    """The page with a fresh picture and fresh tables of the rooms."""
    return SECTION.sub(lambda _: f"\n{picture()}\n{tables()}\n", text)


def picture() -> str:
    """The packages and their rooms, an arrow from who imports to what is imported, as a mermaid diagram."""
    lines = ["```mermaid", "flowchart TD"]
    for package in PACKAGES:
        rooms = _rooms(package)
        if not rooms:
            lines += [f'  {_id(package)}["{package}"]']
            continue
        lines += [f'  subgraph {_id(package)}["{package}"]']
        lines += [f'    {_id(room)}["{room.removeprefix(f"{package}.")}"]' for room in rooms]
        lines += [f"    {_id(start)} --> {_id(end)}" for start, end in _reduced(_edges(), rooms)]
        lines += ["  end"]
    between = ((start.split(".")[0], end.split(".")[0]) for start, end in _edges())
    lines += [f"  {_id(start)} ==> {_id(end)}" for start, end in _reduced(between, PACKAGES)]
    return "\n".join([*lines, "```", ""])


def tables() -> str:
    """For each package what it is for, and a table of its folders and of the modules that lie in none."""
    return "\n".join(line for package in PACKAGES for line in _table(package))


def _table(package: str) -> Iterator[str]:
    yield f"`{package}`: {_sentence(NAMES[package])}\n"
    yield "| room | what it is for |\n|---|---|"
    if folders := _folders(package):
        for folder in folders:
            yield f"| `{_address(folder)}` | {_sentence(NAMES[folder])} |"
    for module in _alone(package):
        yield f"| `{_address(module)}` | {_sentence(NAMES[module])} |"
    yield ""


def _folders(package: str) -> list[str]:
    return [name for name, path in NAMES.items() if path.name == "__init__.py" and name.startswith(f"{package}.")]


def _alone(package: str) -> list[str]:
    """The modules that lie in no room of their package."""
    return [name for name in NAMES if name.count(".") == 1 and name.startswith(f"{package}.") and _is_module(name)]


def _is_module(name: str) -> bool:
    return NAMES[name].name not in {"__init__.py", "__main__.py"}


def _address(name: str) -> str:
    """Where a module or package lies."""
    path = NAMES[name].relative_to(ROOT)
    return f"{path.parent.as_posix()}/" if path.name == "__init__.py" else path.as_posix()


def _sentence(path: Path) -> str:
    """The first sentence of a module's docstring, on one line."""
    words = " ".join((ast.get_docstring(tree_of(path)) or "").split())
    found = SENTENCE.match(words)
    return found[0] if found else words


def _id(room: str) -> str:
    """What mermaid calls a room: its own words, such as graph and end, must not begin a name."""
    return f"room_{room.replace('.', '_')}"


def _edges() -> Iterator[tuple[str, str]]:
    """Each import, from room to room; the names that a package gives to others are no import of its rooms."""
    for name, path in NAMES.items():
        if name not in PACKAGES:
            yield from ((room_of(name), room_of(below)) for below in imports(path) if below not in PACKAGES)


def _rooms(package: str) -> list[str]:
    """The rooms of a package that the picture shows: folders, and the modules beside them."""
    folders = {room_of(name) for name in _folders(package)}
    within = {folder for folder in folders if not any(other.startswith(f"{folder}.") for other in folders)}
    return sorted({*within, *_alone(package)}) if folders else []


def _reduced(edges: Iterable[tuple[str, str]], rooms: Collection[str]) -> list[tuple[str, str]]:
    """The ways between rooms, also over what is none of them, without those that follow from others, sorted."""
    graph: nx.DiGraph[str] = nx.DiGraph((start, end) for start, end in edges if start != end)
    graph.add_nodes_from(rooms)
    ways = nx.transitive_closure(graph).subgraph(rooms)
    return sorted(nx.transitive_reduction(ways).edges)


if __name__ == "__main__":
    PAGE.write_text(with_rooms(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
