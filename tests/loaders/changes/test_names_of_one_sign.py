"""A county may bear a name of one sign, also behind a verb that could have taken another."""

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes


@pytest.mark.parametrize(
    ("clause", "before", "after"),
    [
        ("鄠县更名为户县", ["鄠县"], ["户县"]),
        ("白水县改名为磁县", ["白水县"], ["磁县"]),
        ("撤销东城县，设立费县", ["东城县"], ["费县"]),
        ("设立设福村", [], ["设福村"]),
    ],
)
def test_the_name_is_read_whole(clause: str, before: list[str], after: list[str]) -> None:
    document = read_document(read_bytes(f"青石省区划变更记录\n1964年3月，{clause}。\n".encode(), "paper.txt"))
    told = [([old.name for old in one.before], [new.name for new in one.after]) for one in document.changes]
    assert told == [(before, after)]
