"""Pictures as SVG."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from viz.drawing.shapes import text
from viz.drawing.svg import figure, to_svg
from viz.picture import LegendKey, Line, Mark, Note, Picture, PicturePart

NAME = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text><script>alert("&")</script>'


def picture(label: str = "福荣村", *, straight: bool = False) -> Picture:
    """A mark of each shape and two lines between them."""
    return Picture(
        title=f"题{label}",
        subtitle=label,
        empty="无可绘制",
        marks=(
            Mark("a", label, "dot", 0, 0, "#fff", "#000", size=12, tip=label),
            Mark("b", f"{label}\n二", "box", 200, 0, "#fff", "#000", size=60, dashed=True),
            Mark("c", label, "diamond", 0, 120, "#fff", "#000", size=12),
            Mark("d", label, "text", 200, 120, "#fff", "#fff"),
        ),
        lines=(Line("a", "b", "#123456", tip=label, arrow=True, dashed=True), Line("b", "a", "#123456", opacity=0.4)),
        legend=(LegendKey("dot", "#fff", label), LegendKey("line", "#000", "牵头", dashed=True)),
        straight=straight,
    )


def read(document: str) -> Element:
    return fromstring(document)  # noqa: S314 - our own document


def words(root: Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{NAME}text")]


@given(st.text(max_size=12))
def test_every_label_stands_in_a_well_formed_document(label: str) -> None:
    root = read(to_svg(picture(label)))
    drawn = " ".join(words(root))
    assert all(word in drawn for word in text(label).split())


def test_names_are_escaped() -> None:
    drawn = to_svg(picture(HOSTILE))
    assert "<script" not in drawn
    assert HOSTILE in words(read(drawn))


def test_a_document_is_named_for_screen_readers_and_the_same_on_every_run() -> None:
    drawn = to_svg(picture())
    root = read(drawn)
    assert root.get("role") == "img"
    assert [element.text for element in list(root)[:2]] == ["题福荣村", "福荣村"]
    assert drawn == to_svg(picture())


def test_it_holds_every_shape_lines_with_arrows_and_the_legend() -> None:
    for straight in (True, False):
        root = read(to_svg(picture(straight=straight)))
        assert len(root.findall(f".//{NAME}circle")) == 2
        assert len(root.findall(f".//{NAME}rect")) == 2
        paths = [element.get("d", "") for element in root.iter(f"{NAME}path")]
        assert sum("C" in path for path in paths) == (0 if straight else 2)
        assert words(root)[-2:] == ["福荣村", "牵头"]


def test_notes_without_which_an_image_cannot_be_read_stand_below_the_legend() -> None:
    notes = (Note("数字", ("村名后的数字是任务数。",), drawn=True), Note("怎样看", ("点按一行。",)))
    plain, told = (read(to_svg(one)) for one in (picture(), replace(picture(), notes=notes)))
    assert words(told) == [*words(plain), "村名后的数字是任务数。"]
    assert float(told.get("height", "0")) > float(plain.get("height", "0"))


def test_marks_lead_where_they_are_told_to() -> None:
    svg = figure(picture(), {"b": "/places/b"}, own="b")
    assert svg is not None
    link = svg.find("a")
    assert link is not None
    assert link.get("href") == "/places/b"
    assert [rect.get("stroke-width") for rect in link.iter("rect")] == ["3"]


def test_a_picture_without_marks_says_so() -> None:
    empty = Picture("题", "", "无可绘制")
    assert figure(empty) is None
    assert "无可绘制" in words(read(to_svg(empty)))


def test_a_large_picture_is_drawn_as_tiles_and_says_so() -> None:
    marks = tuple(Mark(f"{n}", f"{n}", "dot", n * 60, 0, "#fff", "#000", size=9, part="p") for n in range(401))
    drawn = to_svg(Picture("题", "", "", marks, parts=(PicturePart("p", "蓬莱镇"),)))
    root = read(drawn)
    assert [line for line in words(root) if line.startswith("蓬莱镇")] == ["蓬莱镇（1）", "蓬莱镇（2）"]
    assert "共 401 个图形，超过 400 个，按部分合并为 2 块显示。" in words(root)
    assert float(root.get("width", "0")) < 1700
