"""Names that a person typed: the thing so named is in the graph, or an error suggests names that are near."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from graph.errors import NotFoundError, UsageError
from graph.messages.message import message
from graph.stores.protocol import Store
from queries.ask import Row, ask

SUGGESTIONS = 5


def require(graph: Store, kind: str, wanted: str) -> str:
    """The name itself ("" for ""), where a leader, unit, place or plan (`kind`) bears it, also as alias or id.

    Raises NotFoundError, in a sentence that suggests names near it.
    """
    bare = "".join(wanted.split())
    if not bare or any(_bears(kind, row, bare) for row in named(graph, kind, bare)):
        return wanted
    near = similar(bare, {name for row in ask(graph, f"{kind}s/list") for name in names_of(row)})
    raise unknown(kind, wanted, near)


def the_one(graph: Store, kind: str, wanted: str, within: str = "") -> Row:
    """The row of the one leader, unit or plan (`kind`) that a name, alias or id means, in a place or anywhere.

    A title goes before a part of a title. Raises NotFoundError where nothing bears the name there, UsageError where
    several do, in a sentence that names them.
    """
    bare = "".join(wanted.split())
    rows = ask(graph, f"{kind}s/list", named=bare, within=within)
    found = [row for row in rows if bare in names_of(row)] or rows
    if not found:
        require(graph, kind, wanted)
        raise unknown(kind, wanted)
    if len(found) > 1:
        choices = tuple(dict.fromkeys(_told_apart(row) for row in found[:SUGGESTIONS]))
        raise UsageError("name.several", name=wanted, number=len(found), choices=choices)
    return found[0]


def unknown(kind: str, wanted: str, near: Sequence[str] = ()) -> NotFoundError:
    """The error for a name that no leader, unit, place, plan, document or task (`kind`) bears, with names near it."""
    return NotFoundError(f"name.no_{kind}", name=wanted, hint=message("name.near", names=near) if near else "")


def _told_apart(row: Row) -> str:
    """What tells a thing from others that a name means: its title, or its name with its place."""
    return str(row.get("title") or f"{row['name']}（{row['place']}）")


def named(graph: Store, kind: str, wanted: str) -> list[Row]:
    """The rows of the list of a kind (leader, unit, place, plan, document) that a name or id leads to; of plans and
    documents also those whose title holds it.
    """
    return ask(graph, f"{kind}s/list", **({"places": [wanted]} if kind == "place" else {"named": wanted}))


def _bears(kind: str, row: Row, bare: str) -> bool:
    known = names_of(row)
    return bare in known or (kind == "plan" and any(bare in title for title in known))


def names_of(row: Mapping[str, object]) -> list[str]:
    """All by which a row's thing may be called: its name or title, its own id (the first column), its aliases."""
    found = [str(next(iter(row.values()))), *(str(row[key]) for key in ("name", "title") if row.get(key))]
    aliases = row.get("aliases", ())
    return found + ([str(alias) for alias in aliases] if isinstance(aliases, tuple | list) else [])


def similar(wanted: str, known: Iterable[str]) -> list[str]:
    """At most five known names that contain the one wanted or are contained in it, else that are spelt much like it."""
    names = sorted(known)
    near = [name for name in names if wanted in name or (len(name) > 1 and name in wanted)]
    return (near or get_close_matches(wanted, names, cutoff=0.5))[:SUGGESTIONS]
