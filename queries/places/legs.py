"""One change of places whole: all that went in and all that came out of it, with the siblings of each."""

from graph.errors import NotFoundError
from graph.stores.protocol import Store
from queries.ask import ask
from queries.rows import ChangeLegRow


def legs(store: Store, change: str) -> list[ChangeLegRow]:
    """The legs of a change (by id), a row for each place before it and each that it became, by the place before.

    Raises NotFoundError where there is no such change.
    """
    rows = ask(store, "changes/legs", changes=(change.strip(),))
    if not rows:
        raise NotFoundError("name.no_change", name=change)
    told = [row for row in rows if not _of_another(row)]
    return told or rows


def _of_another(row: ChangeLegRow) -> bool:
    """Whether a leg joins a place that is moved to the new period of another that is moved with it."""
    moved = row["kind"] == "transfer" and row["to_role"] == "continues" and bool(row["from_id"])
    return moved and row["from_lasting_id"] != row["to_lasting_id"]
