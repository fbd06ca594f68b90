import time

import pytest

from loaders.changes.lists.shares import read_pieces, taken_over


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("其第1至4村民小组", ("第1至4村民小组",)),
        ("其所辖1-4组", ("1-4组",)),
        ("第1村民小组至第4村民小组", ("第1村民小组至第4村民小组",)),
        ("其第1至4村民小组、第5至9村民小组", ("第1至4村民小组", "第5至9村民小组")),
        ("一、二、三社", ("一、二、三社",)),
        ("其东部", ("东部",)),
        ("部分区域", ("部分区域",)),
        ("其所辖9个村", ("9个村",)),
        ("上湾、下湾两个村民小组", ("上湾、下湾两个村民小组",)),
        ("河东部分", ("河东部分",)),
    ],
)
def test_pieces_are_named_without_their_place(words: str, pieces: tuple[str, ...]) -> None:
    assert read_pieces(words) == pieces


@pytest.mark.parametrize("words", ["", "其集体资产", "其人员部分", "东山村", "其领导小组", "第3组道路", "其" * 300])
def test_things_and_places_are_no_pieces(words: str) -> None:
    assert read_pieces(words) == ()


def test_a_village_takes_over_groups_but_not_towns() -> None:
    assert taken_over("第1至4村民小组由东山村管辖") == (("第1至4村民小组",), "东山村")
    assert taken_over("东山镇由高新区管辖") == ((), "")


@pytest.mark.parametrize("words", ["第1、" * 60, "上湾、" * 60 + "村", "一组和" * 60 + "路", "1组由" * 100])
def test_long_lists_of_groups_are_read_in_time(words: str) -> None:
    start = time.perf_counter()
    read_pieces(words[:200])
    taken_over(words)
    assert time.perf_counter() - start < 5
