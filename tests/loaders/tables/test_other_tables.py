"""Rosters of persons for things, and procedures with their terms, hold a plan's columns and set no task."""

import pytest

from loaders.tables.columns import is_task_table
from loaders.text import Cell, TableRow, Words


def row(cells: str) -> TableRow:
    filled = [Cell((Words.of(text, 0, len(text)),) if text else (), 0, 1) for text in cells.split("|")]
    return TableRow(tuple(filled), 1)


@pytest.mark.parametrize(
    ("header", "cells", "tasks"),
    [
        ("水库名称|所在乡镇|行政责任人|职务|巡查责任人|联系电话", "青龙潭水库|柳赞镇|邢宝昌|副县长|张福|000", False),
        ("网格名称|危险区域|镇级责任人|村级责任人", "下洋村网格|后山边坡|贺兰山|赤小兵", False),
        ("水库名称|责任领导|责任人|完成时限", "青龙潭水库|邢宝昌|张福|6月底前", True),
        ("水库名称|责任单位|责任人|职务", "青龙潭水库|县水利局|张福|局长", True),
        ("水库名称|责任人", "青龙潭水库|张福", True),
        ("任务名称|责任领导|责任人|联系电话", "修渠|邢宝昌|张福|000", True),
        ("名称|责任领导|责任人|联系电话", "修渠|邢宝昌|张福|000", True),
    ],
)
def test_a_thing_with_persons_and_no_date_is_a_roster(header: str, cells: str, tasks: bool) -> None:  # noqa: FBT001
    assert is_task_table(header.split("|"), [row(cells)]) is tasks


@pytest.mark.parametrize(
    ("header", "cells", "tasks"),
    [
        ("主管部门|许可事项名称|实施依据|法定办结时限|承诺办结时限", "水利部|取水许可|《条例》|45个工作日|12日", False),
        ("主管部门|许可事项名称|实施依据|法定办结时限|承诺办结时限", "水利部|取水许可|《条例》|6月底|12日", True),
        ("决策事项|承办单位|决策依据|计划完成时间", "分区规划|区自然资源分局|《城乡规划法》|2025年6月", True),
        ("任务|责任单位|完成时限", "修渠|县水利局|20个工作日", True),
        ("任务|责任单位|政策依据|完成时限", "修渠|县水利局|《条例》|", True),
    ],
)
def test_work_by_rules_with_terms_without_a_day_is_a_procedure(header: str, cells: str, tasks: bool) -> None:  # noqa: FBT001
    assert is_task_table(header.split("|"), [row(cells)]) is tasks
