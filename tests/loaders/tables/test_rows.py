"""Captions over merged columns are said once, rows of two tables are parted, in every layout."""

import pytest

from loaders.read import read_bytes
from loaders.text import Table

HEADER = ("序号", "任务", "责任单位", "时限")
CAPTION = ("一、水利",) * 4
ROW, SECOND = ("1", "修渠", "水利站", "6月"), ("2", "植树", "林业站", "3月")
OTHER = ("序号", "板块", "任务内容", "责任单位")


def flat(rows: list[tuple[str, ...]]) -> str:
    return "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)


def tabs(rows: list[tuple[str, ...]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def bars(rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |\n" for row in rows]
    return lines[0] + "|" + "---|" * len(rows[0]) + "\n" + "".join(lines[1:])


LAYOUTS = [(flat, "plan.txt"), (tabs, "plan.txt"), (bars, "plan.txt"), (bars, "plan.md")]


@pytest.fixture(params=LAYOUTS, ids=["flat", "tabs", "bars", "markdown"])
def tables_of(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]  # noqa: ANN201
    layout, name = request.param

    def read(*rows: tuple[str, ...]) -> list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
        blocks = read_bytes(("任务清单\n\n" + layout(list(rows))).encode(), name).blocks
        tables = [block for block in blocks if isinstance(block, Table)]
        return [(one.title, one.header, [tuple(cell.text for cell in row.cells) for row in one.rows]) for one in tables]

    return read


def test_a_caption_over_the_header_is_the_tables_title(tables_of) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert tables_of(("重点任务",) * 4, HEADER, ROW) == [("重点任务", HEADER, [ROW])]


def test_a_caption_among_the_rows_is_one_cell(tables_of) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert tables_of(HEADER, CAPTION, ROW, SECOND)[0][2] == [("一、水利",), ROW, SECOND]


def test_another_header_among_the_rows_begins_a_table(tables_of) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    found = tables_of(HEADER, ROW, OTHER, ("1", "林业", "植树", "林业站"))
    assert [(header, len(rows)) for _, header, rows in found] == [(HEADER, 1), (OTHER, 1)]


def test_a_header_of_two_rows_with_repeated_names_is_one(tables_of) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    upper, lower = ("序号", "任务", "分工", "分工"), ("序号", "任务", "牵头单位", "配合单位")
    assert tables_of(upper, lower, ("1", "修渠", "水利站", "各村"))[0][1:] == (
        lower,
        [("1", "修渠", "水利站", "各村")],
    )


@pytest.mark.parametrize("page", ["- 3 -\n", "- 3 -\n\n", "\n- 3 -\n\n"])
@pytest.mark.parametrize("again", [(), (HEADER,)])
def test_rows_of_tabs_go_on_behind_a_page(page: str, again: tuple[tuple[str, ...], ...]) -> None:
    rest = ("", "", "", "月底前")
    text = tabs([HEADER, (*ROW[:3], "2023年6")]) + page + tabs([*again, rest, SECOND])
    [table] = [one for one in read_bytes(text.encode(), "plan.txt").blocks if isinstance(one, Table)]
    assert [(row.cells[-1].text, row.after_page) for row in table.rows] == [
        ("2023年6", False),
        ("月底前", True),
        ("3月", False),
    ]
