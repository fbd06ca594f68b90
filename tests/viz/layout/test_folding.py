"""Large pictures folded into tiles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from viz.layout.folding import Fold, fold
from viz.layout.layout import Room
from viz.layout.room import room_of
from viz.picture import LIMIT, Line, Mark, Picture, PicturePart


def picture(sizes: list[int], lines: tuple[Line, ...] = ()) -> Picture:
    """A picture whose parts have so many marks, each part in rows of its own at the same place."""
    marks = tuple(
        Mark(f"{part} {n}", f"第{n}办", "dot", n % 12 * 130, n // 12 * 80, "#fff", "#000", size=9, part=f"{part}")
        for part, size in enumerate(sizes)
        for n in range(size)
    )
    parts = tuple(PicturePart(f"{part}", f"第{part}镇") for part in range(len(sizes)))
    return Picture("题", "某县", "", marks, lines, parts=parts)


def folded(sizes: list[int], lines: tuple[Line, ...] = ()) -> Fold:
    found = fold(picture(sizes, lines))
    assert found is not None
    return found


def overlaps(marks: list[Mark]) -> list[tuple[str, str]]:
    """The pairs of marks whose rooms lie upon one another."""
    boxes = sorted(((mark, room_of(mark)) for mark in marks), key=lambda pair: pair[0].x - pair[1].half)
    found = []
    for number, (one, room) in enumerate(boxes):
        for other, space in boxes[number + 1 :]:
            if other.x - space.half >= one.x + room.half:
                break
            if _level(one, room, other, space):
                found.append((one.id, other.id))
    return found


def _level(one: Mark, room: Room, other: Mark, space: Room) -> bool:
    return one.y - room.above < other.y + space.below and other.y - space.above < one.y + room.below


def test_what_can_be_shown_at_once_is_not_folded() -> None:
    assert fold(picture([LIMIT])) is None


@settings(max_examples=examples(20), deadline=None)
@given(st.lists(st.integers(1, 90), min_size=12, max_size=40).filter(lambda sizes: sum(sizes) > LIMIT))
def test_nothing_overlaps_closed_or_open(sizes: list[int]) -> None:
    found = folded(sizes)
    assert overlaps(list(found.closed.marks)) == []
    assert overlaps([*(tile.opened for tile in found.tiles), *found.whole.marks]) == []
    assert len(found.whole.marks) == sum(sizes)


def test_a_tile_tells_its_part_and_how_many_marks_it_stands_for() -> None:
    found = folded([300, 200])
    assert [tile.closed.label for tile in found.tiles] == ["第0镇\n300", "第1镇\n200"]
    assert found.closed.subtitle == "某县　共 500 个图形，超过 400 个，按部分合并为 2 块显示。"


def test_a_part_above_the_limit_becomes_several_tiles() -> None:
    assert [tile.words for tile in folded([900]).tiles] == [f"第0镇（{number}）" for number in range(1, 5)]


def test_more_parts_than_the_limit_share_tiles() -> None:
    tiles = folded([1] * 500).tiles
    assert len(tiles) == 250
    assert tiles[0].words == "第0镇等2处"
    assert overlaps([mark for tile in tiles for mark in tile.marks]) == []


def test_marks_without_a_known_part_stand_together_at_the_end() -> None:
    stray = Mark("stray", "无名", "dot", 0, 0, "#fff", "#000", size=9)
    plain = picture([LIMIT])
    found = fold(Picture("题", "", "", (stray, *plain.marks), parts=plain.parts))
    assert found is not None
    assert [tile.words for tile in found.tiles] == ["第0镇", "其他"]


def test_lines_between_tiles_are_bundled_and_counted() -> None:
    lines = (*(Line(f"0 {n}", f"1 {n}", "#000") for n in range(7)), Line("0 1", "0 2", "#000"))
    found = folded([300, 200, 50], lines)
    assert [(line.start, line.end, line.tip) for line in found.closed.lines] == [
        ("tile 0", "tile 1", "第0镇 — 第1镇：7 条")
    ]
    assert found.whole.lines == lines


def test_the_same_picture_is_folded_alike_on_every_run() -> None:
    assert folded([60] * 9) == folded([60] * 9)
