"""The engine's pool of pages follows from the size of its store and from the memory that the process may use."""

from pathlib import Path

import pytest

from graph.stores.ladybug import memory_limits
from graph.stores.ladybug.memory_limits import engine_sizes

GIB = 2**30


@pytest.fixture
def limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the limit of a container stands, in the place of this machine's; none limits addresses."""
    path = tmp_path / "memory.max"
    monkeypatch.setattr(memory_limits, "_GROUP_LIMITS", (path,))
    monkeypatch.setattr(memory_limits, "_address_limit", lambda: None)
    return path


@pytest.mark.parametrize(
    ("told", "store", "pool"),
    [
        (str(3 * GIB), 0, GIB),
        (str(3 * GIB), GIB // 100, GIB),
        (str(6 * GIB), GIB // 8, 2 * GIB),
        (str(3 * GIB), GIB, 3 * GIB // 2),
        (str(GIB // 2), 0, GIB // 4),
    ],
)
def test_the_pool_is_some_times_the_store_and_half_the_memory_at_most(
    limit: Path, told: str, store: int, pool: int
) -> None:
    limit.write_text(f"{told}\n", encoding="ascii")
    assert engine_sizes(store)["buffer_pool_size"] == pool


@pytest.mark.usefixtures("limit")
def test_without_a_limit_the_memory_of_the_machine_counts(limit: Path) -> None:
    assert engine_sizes()["buffer_pool_size"] <= GIB
    limit.write_text("max\n", encoding="ascii")
    assert engine_sizes()["buffer_pool_size"] <= GIB


def test_an_address_limit_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_limits, "_address_limit", lambda: GIB)
    sizes = engine_sizes(GIB)
    assert sizes == {"max_db_size": GIB // 2, "buffer_pool_size": GIB // 8}
