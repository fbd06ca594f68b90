"""A citation is a path with the place behind it, and leads back to the path."""

import pytest

from queries.citations import citation, cited_for_people, path_of, where

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


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"line": 12}, "第12行"),
        ({"table_no": 3, "row_no": 5, "column_no": 2}, "第3表第5行第2列"),
        ({"page": 4, "table_no": 1, "row_no": 2}, "第4页第1表第2行"),
        ({"page": 4, "paragraph": 7}, "第4页第7段"),
        ({"sheet": "清单", "row_no": 7, "table_no": 1}, "“清单”第7行"),
        ({"sheet": "清单", "row_no": 7, "column_no": 3}, "“清单”C7"),
        ({"sheet": "清单", "table_no": 1}, "“清单”第1表"),
        ({}, ""),
    ],
)
def test_people_are_told_a_place_in_words(place: dict[str, object], words: str) -> None:
    assert cited_for_people([{**NOWHERE, **place}], "〔2021〕5号") == f"〔2021〕5号 {words}".strip()


def test_places_of_one_file_are_told_together_each_once() -> None:
    rows = [{**NOWHERE, "line": line} for line in (12, 80, 12)]
    assert cited_for_people(rows, "〔2021〕5号") == "〔2021〕5号 第12行、第80行"
