"""Each document of the corpus yields, in every field, what was reviewed; and what was doubted then still stands so."""

import json
import tomllib
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.snapshot import DOCUMENTS, SNAPSHOTS, name_of, snapshot, snapshot_of

DOUBTS: list[dict[str, Any]] = tomllib.loads((SNAPSHOTS / "doubts.toml").read_text(encoding="utf-8"))["doubt"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=map(name_of, DOCUMENTS))
def test_a_document_yields_its_snapshot(document: Path) -> None:
    reviewed = snapshot_of(document).read_text(encoding="utf-8")
    now = snapshot(document)
    if now != reviewed:
        lines = unified_diff(reviewed.splitlines(), now.splitlines(), "reviewed", "now", lineterm="")
        told = "\n".join((f"{name_of(document)} is read otherwise (`make snapshots` takes it over):", *lines))
        pytest.fail(told, pytrace=False)


def test_there_is_a_snapshot_for_each_document_and_none_besides() -> None:
    assert sorted(SNAPSHOTS.glob("**/*.json")) == sorted(map(snapshot_of, DOCUMENTS))


@pytest.mark.parametrize("doubt", DOUBTS, ids=[f"{doubt['document']} {doubt['at']}" for doubt in DOUBTS])
def test_what_is_doubted_is_still_read_so(doubt: dict[str, Any]) -> None:
    # Fails when a reader has learnt it: strike the doubt out of `doubts.toml`, and `make snapshots`.
    value = json.loads((SNAPSHOTS / f"{doubt['document']}.json").read_text(encoding="utf-8"))
    for step in doubt["at"].split("."):
        value = value[int(step)] if isinstance(value, list) and step.isdigit() else value.get(step)
    assert value == doubt.get("reads")
    assert doubt["why"]
