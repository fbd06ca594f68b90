"""The table beside a picture."""

from viz.drawing.page import render
from viz.drawing.table import Citation, listing
from viz.layout.folding import fold
from viz.picture import Mark, Picture, PicturePart, PictureRow, PictureTable

MARKS = (
    Mark("a", "社事办\n24.5", "dot", 0, 0, "#fff", "#000", size=9, tip="牵头 9 项\n责任 31 项"),
    Mark("b", "财政办", "dot", 200, 0, "#fff", "#000", size=9),
    Mark("c", "说明", "text", 0, 90, "#fff", "#fff"),
)
TABLE = PictureTable(
    ("任务",), (PictureRow(("清产核资",), ("b", "gone", "a"), ("notice.txt:12", "list.txt:7")), PictureRow(("防汛",)))
)


def test_rows_name_their_marks_by_number_and_their_places() -> None:
    found = listing(Picture("题", "", "", MARKS, table=TABLE), None, {"list.txt:7": "/documents/d#7"})
    first, second = found.sections[0].entries
    assert first.marks == "1 0"
    assert first.citations == (Citation("notice.txt:12", ""), Citation("list.txt:7", "/documents/d#7"))
    assert (second.marks, second.citations) == ("", ())
    assert found.sourced


def test_a_picture_without_a_table_lists_its_marks_and_their_tips() -> None:
    found = listing(Picture("题", "", "", MARKS), None, {})
    assert found.columns == ("名称", "说明")
    assert [entry.cells for entry in found.sections[0].entries] == [
        ("社事办 24.5", "牵头 9 项；责任 31 项"),
        ("财政办", ""),
    ]
    assert not found.sourced


def test_rows_of_a_folded_picture_stand_under_the_tile_of_their_first_mark() -> None:
    marks = tuple(Mark(f"{n}", f"{n}", "dot", n * 60, 0, "#fff", "#000", size=9, part=f"{n % 2}") for n in range(402))
    rows = (PictureRow(("总",)), PictureRow(("一",), ("1", "0")), PictureRow(("零",), ("0",)))
    picture = Picture(
        "题",
        "",
        "",
        marks,
        parts=(PicturePart("0", "甲镇"), PicturePart("1", "乙镇")),
        table=PictureTable(("名",), rows),
    )
    found = listing(picture, fold(picture), {})
    assert [(section.id, section.words, section.count) for section in found.sections] == [
        ("", "", 0),
        ("tile 0", "甲镇", 201),
        ("tile 1", "乙镇", 201),
    ]
    assert [entry.cells for section in found.sections for entry in section.entries] == [("总",), ("零",), ("一",)]
    assert found.sections[2].entries[0].marks == "201 0"


def test_places_lead_into_the_papers_where_addresses_are_given() -> None:
    picture = Picture("题", "", "", MARKS, table=TABLE)
    assert 'href="/documents/d#7"' in render(picture, links={"list.txt:7": "/documents/d#7"})
    assert "<bdi>notice.txt:12</bdi>" in render(picture)
