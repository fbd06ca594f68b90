"""What may be meant by what is being typed in the search box: names and plans that hold it, or sound so."""

import json
from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.http.library.finished import Finished
from api.pages.view import Make, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.listing.paper_names import plan_name

router = APIRouter()

JSON = "application/json"
NAMES = 8
PLANS = 4
"""Names and plans that are suggested at most."""
LOOKED_AT = 50
"""Names among which the best are chosen."""


@router.get("/search/suggestions")
def suggestions(view: Viewing, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """A list of suggestions for the last word of what is typed, each with its words, what it is, and its address."""
    typed = q.split()
    last = typed[-1] if typed else ""

    def find(store: Store) -> Make:
        found = [*_names(view, store, last), *_plans(view, store, last)] if last else []
        return lambda: Finished(json.dumps(found, ensure_ascii=False).encode())

    return view.file(JSON, find)


def _names(view: View, store: Store, typed: str) -> list[dict[str, str]]:
    """Those that begin with it before those that hold it, those that sound so last; periods of a place once."""
    rows = ask(store, "search/names", text=typed, limit=LOOKED_AT)
    rows.sort(key=lambda row: (not row["name"].startswith(typed), typed not in row["name"], len(row["name"])))
    periods = Counter((row["kind"], row["name"], row["place"]) for row in rows)
    told: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in rows:
        key = (row["kind"], row["name"], row["place"])
        goal = row["name"] if row["kind"] == "place" and periods[key] > 1 else row["id"]
        name = key if row["kind"] == "place" else (*key[:2], row["id"])
        what = view.say(f"suggest.{row['kind']}")
        address = view.links.thing(row["kind"], goal)
        words = " · ".join(filter(None, (what, row["place"])))
        told.setdefault(name, {"words": row["name"], "what": words, "address": address})
    return list(told.values())[:NAMES]


def _plans(view: View, store: Store, typed: str) -> list[dict[str, str]]:
    """Plans whose titles hold it."""
    rows = ask(store, "plans/titles", named=typed, within=view.asker(store).inside)[:PLANS] if len(typed) > 1 else []
    plans = ask(store, "plans/list", named=tuple(row["plan_id"] for row in rows)) if rows else []
    return [
        {
            "words": plan_name(row["title"]),
            "what": view.say("suggest.plan"),
            "address": view.links.thing("plan", row["plan_id"]),
        }
        for row in plans
    ]
