"""Names that a person typed: the thing so named is in the graph, or an error suggests names that are near."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from api import words
from api.settings import Language
from graph.errors import NotFoundError
from graph.store import Store
from queries.ask import ask

SUGGESTIONS = 5


def require(lang: Language, graph: Store, kind: str, wanted: str) -> str:
    """The name itself ("" for ""), where a leader, unit, place or plan (`kind`) bears it, also as alias or id.

    Raises NotFoundError, in a sentence that suggests names near it.
    """
    known = {name for row in ask(graph, f"{kind}s/list") for name in names_of(row)} if wanted else set()
    bare = "".join(wanted.split())
    if bare in known or not bare or (kind == "plan" and any(bare in title for title in known)):
        return wanted
    near = similar(bare, known)
    hint = words.say(lang, "suggest", names="、".join(near)) if near else ""
    raise NotFoundError(words.say(lang, f"unknown_{kind}", name=wanted) + hint)


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
