"""Each document of the corpus yields exactly what the JSON beside it says."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.exports.extract import as_extract
from loaders.extract import extract
from tests.corpus.snapshot import DOCUMENTS

HERE = Path(__file__).parent
LISTS = ("plans", "tasks", "changes", "appointments", "conflicts", "unread")


def narrowed(actual: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """Of an object only what the expectation names, its sources as pairs of lines."""
    lines = [[source["line"], source["end_line"]] for source in actual.get("sources", [])]
    return {key: lines if key == "lines" else actual.get(key) for key in expected}


@pytest.mark.parametrize("path", DOCUMENTS, ids=[str(path.relative_to(HERE).with_suffix("")) for path in DOCUMENTS])
def test_a_document_of_the_corpus_yields_what_is_written_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    actual = as_extract(extract(path))
    if "document" in expected:
        assert narrowed(actual["document"], expected["document"]) == expected["document"]
    for name in LISTS:
        if name not in expected:
            continue
        found = [narrowed(one, wanted) for one, wanted in zip(actual[name], expected[name], strict=False)]
        assert (found, len(actual[name])) == (expected[name], len(expected[name])), name
