"""What is damaged in a backup is one sentence; a fault of the program is never told as damage."""

from pathlib import Path

import pytest

import graph.archive.reading
from graph.archive.contents import contents_of
from graph.archive.reading import opened
from graph.archive.writing import write_archive
from graph.stores.open import open_store


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A whole backup of an empty store."""
    path = tmp_path / "b.zip"
    store = open_store(":memory:")
    write_archive(path, contents_of(store), (), None)
    store.close()
    return path


@pytest.mark.parametrize("fault", [AttributeError, KeyError, TypeError, RuntimeError, ValueError])
def test_a_fault_of_what_builds_the_facts_is_no_damage(
    backup: Path, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def faulty(*_: object) -> None:
        raise fault("a fault in a rule")

    monkeypatch.setattr(graph.archive.reading, "build", faulty)
    with opened(backup) as archive, pytest.raises(fault, match="a fault in a rule"):
        archive.facts()
