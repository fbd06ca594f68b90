"""What a store is, by what it is opened with, and where what is kept beside it stands."""

from pathlib import Path

import pytest

from graph.stores.kinds import beside_store, in_file, on_server


@pytest.mark.parametrize("where", ["plangraph.lbug", "a:b.lbug", "/data/a:b/c.lbug", "C:\\plans\\p.lbug"])
def test_a_path_is_a_file_also_with_a_colon(where: str) -> None:
    assert in_file(where)
    assert not on_server(where)
    assert beside_store(where, ".uploads") == Path(where + ".uploads")


def test_memory_is_no_file() -> None:
    assert not in_file(":memory:")
    assert not on_server(":memory:")


def test_two_databases_of_a_server_have_names_of_their_own() -> None:
    one, other = (beside_store(f"neo4j://clerk@Host:7687{name}", ".uploads") for name in ("/a", "/b"))
    assert (one, other) == (Path("plangraph@host-7687-a.uploads"), Path("plangraph@host-7687-b.uploads"))
