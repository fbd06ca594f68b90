"""A citation is a path with the place behind it, and leads back to the path."""

import pytest

from queries.citations import citation, path_of, where

NUMBERS = ("line", "page", "table_no", "row_no", "column_no", "paragraph")
NOWHERE: dict[str, object] = {"sheet": "", **dict.fromkeys(NUMBERS, 0)}
PLACES: dict[str, dict[str, object]] = {
    "12": {"line": 12},
    "第3表第5行第2列": {"table_no": 3, "row_no": 5, "column_no": 2},
    "第3表第5行": {"table_no": 3, "row_no": 5},
    "段7": {"paragraph": 7},
    "第4页段7": {"page": 4, "paragraph": 7},
    "第4页第1表第2行": {"page": 4, "table_no": 1, "row_no": 2},
    "清单!C7": {"sheet": "清单", "row_no": 7, "column_no": 3},
    "清单!7:7": {"sheet": "清单", "row_no": 7, "table_no": 1},
    "清单!第1表": {"sheet": "清单", "table_no": 1},
    "清单!": {"sheet": "清单"},
}


@pytest.mark.parametrize("words", PLACES)
@pytest.mark.parametrize("path", ["方案.docx", "下/清单 (2).xlsx", "a:b.txt", "第3表.pdf"])
def test_a_citation_leads_back_to_its_path(path: str, words: str) -> None:
    row = {**NOWHERE, **PLACES[words], "path": path}
    assert where(row) == words
    assert citation(row) == f"{path}:{words}"
    assert path_of(citation(row)) == path


@pytest.mark.parametrize("path", ["方案.docx", "a:b.txt", "清单!.xlsx"])
def test_a_path_alone_is_itself(path: str) -> None:
    assert citation({**NOWHERE, "path": path}) == path
    assert path_of(path) == path
