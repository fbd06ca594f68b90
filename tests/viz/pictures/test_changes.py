"""Changes of places read from rows."""

from typing import TYPE_CHECKING

import pytest

from viz.pictures.changes import DrawnChange, DrawnParty, changes, when

if TYPE_CHECKING:
    from queries.rows import ChangeRow


@pytest.mark.parametrize(
    ("stated_on", "earliest", "latest", "words"),
    [
        ("2020-05-01", "2020-05-01", "2020-05-01", "2020年5月1日"),
        ("2020-05", "", "", "2020年5月"),
        ("2020", "", "", "2020年"),
        ("2019/2020", "", "", "2019/2020"),
        ("", "", "2021-04-12", "2021年4月12日前"),
        ("", "2019-11-30", "2021-04-12", "2019年11月30日至2021年4月12日"),
        ("", "2019-11-30", "", "2019年11月30日后"),
        ("", "", "", "时间未载"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(stated_on: str, earliest: str, latest: str, words: str) -> None:
    assert when(stated_on, earliest, latest) == words


def test_a_row_tells_both_sides_with_their_roles() -> None:
    row: ChangeRow = {
        "change_id": "e",
        "kind": "absorb",
        "stated_on": "",
        "earliest": "",
        "latest": "2021-04-12",
        "status": "done",
        "place": "",
        "decided_on": "",
        "number": "",
        "before": ("梓潼村", "吊脚楼村"),
        "before_ids": ("1", "2"),
        "before_roles": ("ends", "continues"),
        "before_shares": ("whole", "whole"),
        "after": ("吊脚楼村",),
        "after_ids": ("3",),
        "after_roles": ("continues",),
        "sources": ("mergers.txt:22",),
    }
    assert changes([row]) == (
        DrawnChange(
            "e",
            "absorb",
            "2021年4月12日前",
            (DrawnParty("1", "梓潼村", "ends"), DrawnParty("2", "吊脚楼村", "continues")),
            (DrawnParty("3", "吊脚楼村", "continues"),),
            ("mergers.txt:22",),
        ),
    )
