"""A store as versions before left it: without its state, without decisions, without the readers of its files."""

from pathlib import Path

import ladybug

from graph.durable_files import OLD
from graph.stores.ladybug.endings import COMMITS

OLD_MODEL = "0123456789abcdef"
"""A digest of another model, which stood as a comment on the first table."""


def make_older(path: str, *, unfinished: bool = False) -> None:
    """Take from the store at a path what versions before did not know; nobody may have it open."""
    _forget(path)
    database = ladybug.Database(path)
    connection = ladybug.Connection(database)
    for statement in (
        "DROP TABLE State",
        "DROP TABLE Decision",
        "ALTER TABLE File DROP read_by",
        f"COMMENT ON TABLE File IS '{OLD_MODEL}'",
        f"COMMENT ON TABLE Document IS '{'unfinished' if unfinished else ''}'",
    ):
        connection.execute(statement)
    connection.close()
    database.close()


def run(path: str, *statements: str) -> None:
    """Run statements past the store, and take away what it had noted: no program of ours would know of them."""
    _forget(path)
    database = ladybug.Database(path)
    connection = ladybug.Connection(database)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    database.close()


def _forget(path: str) -> None:
    for ending in (COMMITS, COMMITS + OLD):
        Path(path + ending).unlink(missing_ok=True)
