"""Words begin or end with a date, or with a phrase of a deadline that names no day."""

import pytest

from loaders.deadlines.edges import date_at_edge


@pytest.mark.parametrize(
    ("words", "edges"),
    [
        ("2023年6月底前", (True, True)),
        ("6月30日完成安装", (True, False)),
        ("试点村6月底前", (False, True)),
        ("长期坚持", (True, True)),
        ("每季度末", (True, True)),
        ("汛期前", (False, True)),
        ("6月底前还款", (True, False)),
        ("县水利局", (False, False)),
        ("有效期至2025年12月31日", (False, False)),
    ],
)
def test_a_date_stands_at_an_edge(words: str, edges: tuple[bool, bool]) -> None:
    assert date_at_edge(words) == edges
