"""Traces through changes of places: on the small graph, and on places whose changes are told in a table."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from graph.errors import NotFoundError, UsageError
from graph.facts import Edge, Facts, Node
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.lineage import LineageRow, notes
from queries.lineage import lineage as traced
from queries.resolve import ids_of
from tests.graph.examples import edge, facts, node

Side = tuple[str, ...]
Told = tuple[str, str, Side, Side]
"""A change: its day ("" unknown), its kind, what goes in and what comes out, each `id`, `id:role` or `id:role:share`.

An id is the place's name with the number of its period (甲村2); periods of one name are one lasting place.
"""


@contextmanager
def told(*changes: Told) -> Iterator[Store]:
    """A store that holds these changes."""
    elements: list[Node | Edge] = []
    for number, (day, kind, before, after) in enumerate(changes):
        event = node("ChangeEvent", f"e{number}", kind=kind, stated_on=day, earliest=day, latest=day, status="stated")
        elements.append(event)
        for period, role, share in (_party(words, "ends") for words in before):
            elements += [period, edge("CHANGED_BY", period, event, role=role, share=share)]
        for period, role, _ in (_party(words, "created") for words in after):
            elements += [period, edge("RESULTED_IN", event, period, role=role)]
    store = open_store(":memory:")
    store.replace(Facts(), facts(*elements))
    yield store
    store.close()


def _party(words: str, usual: str) -> tuple[Node, str, str]:
    identity, role, share = (*words.split(":"), "", "")[:3]
    name = identity.rstrip("0123456789")
    place = node("Place", identity, name=name, level="village", lasting_id=name)
    return place, role or usual, share or "whole"


def lineage(store: Store, place: str, **asked: Any) -> list[LineageRow]:  # noqa: ANN401 - what a lineage takes
    """The lineage of the place of a name."""
    return traced(store, ids_of(store, "places", place), **asked)


def reached(rows: list[LineageRow], *columns: str) -> list[object]:
    """What stands in columns of the rows beyond the place itself (one: bare)."""
    found = [tuple(value[column] for column in columns) for value in map(dict, rows) if value["direction"] != "self"]
    return [one[0] if len(one) == 1 else one for one in found]


def test_a_village_that_took_in_another_has_two_places_before_it_one_of_them_itself(store: Store) -> None:
    rows = lineage(store, "吊脚楼村")
    assert reached(rows, "name", "direction", "depth", "kind", "role", "sources") == [
        ("吊脚楼村", "before", 1, "absorb", "continues", ("a/通知.txt:477",)),
        ("梓潼村", "before", 1, "absorb", "ends", ("a/通知.txt:477",)),
    ]
    assert rows[0]["place_id"] == "diao2"
    assert {row["lasting_id"] for row in rows if row["name"] == "吊脚楼村"} == {"diao"}


def test_a_merged_village_comes_out_of_both(store: Store) -> None:
    assert reached(lineage(store, "福荣村"), "name") == ["忠荣村", "福寿村"]
    assert reached(lineage(store, "福寿村"), "name", "direction") == [("福荣村", "after")]
    assert reached(lineage(store, "福寿村", ways=["before"]), "name") == []


def test_an_id_means_that_period_alone(store: Store) -> None:
    rows = lineage(store, "diao1")
    assert reached(rows, "place_id", "direction") == [("diao2", "after")]


def test_an_unknown_place_and_a_bad_day_are_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="There is no place 无名村 here"):
        lineage(store, "无名村")
    with pytest.raises(UsageError, match="as_of"):
        lineage(store, "福荣村", as_of="2021-02-30")


def test_a_trace_goes_on_over_several_changes() -> None:
    changes: list[Told] = [
        ("2001-01-01", "merge", ("甲村1", "乙村1"), ("丙村1",)),
        ("2010-01-01", "rename", ("丙村1:continues",), ("丁村1:continues",)),
        ("2020-01-01", "split", ("丁村1",), ("戊村1", "己村1")),
    ]
    with told(*changes) as store:
        back = lineage(store, "戊村", ways=["before"])
        assert reached(back, "name", "depth") == [("丁村", 1), ("丙村", 2), ("乙村", 3), ("甲村", 3)]
        assert reached(lineage(store, "甲村"), "name") == ["丙村", "丁村", "己村", "戊村"]
        cut = lineage(store, "戊村", window=("2005-01-01", ""))
        assert reached(cut, "name") == ["丁村", "丙村"]


def test_several_changes_of_one_day_are_followed_to_their_end() -> None:
    with told(
        ("2020-01-01", "merge", ("甲村1", "乙村1"), ("丙村1",)), ("2020-01-01", "rename", ("丙村1",), ("丁村1",))
    ) as s:
        rows = lineage(s, "甲村", as_of="2020-01-01")
        assert reached(rows, "name", "existed") == [("丙村", "did not exist"), ("丁村", "existed")]


def test_a_trace_never_goes_through_a_change_older_than_the_one_it_came_by() -> None:
    changes: list[Told] = [
        ("2010-01-01", "merge", ("甲村1",), ("丙村1",)),
        ("2000-01-01", "split", ("丙村1",), ("丁村1",)),
    ]
    with told(*changes) as store:
        assert reached(lineage(store, "甲村"), "name") == ["丙村"]
        assert reached(lineage(store, "丁村"), "name") == ["丙村"]


def test_circles_end() -> None:
    with told(("", "rename", ("甲村1",), ("乙村1",)), ("", "rename", ("乙村1",), ("甲村1",))) as store:
        assert reached(lineage(store, "甲村1"), "name", "direction") == [("乙村", "before"), ("乙村", "after")]


def test_parts_are_kept_apart_and_stay_parts_down_the_way() -> None:
    changes: list[Told] = [
        ("2001-01-01", "transfer", ("甲村1:continues:part",), ("甲村2:continues", "乙村1:created")),
        ("2010-01-01", "merge", ("乙村1", "丙村1"), ("丁村1",)),
    ]
    with told(*changes) as store:
        assert reached(lineage(store, "丁村"), "name") == ["丙村", "乙村"]
        assert reached(lineage(store, "丁村", parts=True), "name", "share") == [
            ("丙村", "whole"),
            ("乙村", "whole"),
            ("甲村", "part"),
        ]
        assert reached(lineage(store, "甲村1", parts=True), "place_id", "share") == [
            ("乙村1", "part"),
            ("甲村2", "whole"),
            ("丁村1", "part"),
        ]


def test_a_place_tells_where_its_parts_went_and_from_where_parts_came() -> None:
    divided = [
        ("2021-04-12", "absorption", ("甲村1:ends:part", "乙村1:continues"), ("乙村2:continues",)),
        ("2021-04-13", "absorption", ("甲村1:ends:part", "丙村1:continues"), ("丙村2:continues",)),
    ]
    with told(*divided) as store:
        [own] = lineage(store, "甲村1")
        assert own["note"] == ("lineage.parts_went",)
        assert notes("en", own) == "Parts of it went to: 乙村 2021-04-12, 丙村 2021-04-13."
        assert own["note_values"]["parts_went_ids"] == ["乙村2", "丙村2"]
        receiver, before = lineage(store, "乙村2")
        assert notes("zh", receiver) == "划入其中的部分来自：甲村 2021-04-12。"
        assert (receiver["note_values"]["parts_came_by"], before["note"]) == (["e0"], ())
        # As rows of their own they need no note.
        with_parts = lineage(store, "甲村1", parts=True)
        assert reached(with_parts, "place_id") == ["丙村2", "乙村2"]
        assert not any(code.startswith("lineage.parts") for code in with_parts[0]["note"])


def test_what_is_split_off_is_a_part_of_what_was_before() -> None:
    changes: list[Told] = [
        ("2001-01-01", "split", ("甲村1:ends:part",), ("乙村1", "丁村1")),
        ("2010-01-01", "merge", ("乙村1", "丙村1"), ("戊村1",)),
    ]
    with told(*changes) as store:
        assert reached(lineage(store, "戊村"), "name", "share") == [("丙村", "whole"), ("乙村", "whole")]
        whole = lineage(store, "戊村", parts=True)
        assert reached(whole, "name", "share") == [("丙村", "whole"), ("乙村", "whole"), ("甲村", "part")]


def test_a_place_moved_below_another_has_neither_come_out_of_it_nor_gone_into_it() -> None:
    changes: list[Told] = [
        (
            "2001-01-01",
            "transfer",
            ("甲村1:moved", "乙村1:moved"),
            ("东镇1:receives", "甲村2:continues", "乙村2:continues"),
        ),
        ("2010-01-01", "rename", ("东镇1",), ("西镇1",)),
    ]
    with told(*changes) as store:
        assert reached(lineage(store, "甲村"), "place_id") == ["甲村1"]
        assert reached(lineage(store, "甲村1"), "place_id", "role") == [("甲村2", "continues")]
        assert reached(lineage(store, "东镇1"), "place_id", "direction") == [("西镇1", "after")]


def test_a_place_without_a_stated_successor_says_so() -> None:
    with told(("2001-01-01", "abolish", ("甲村1",), ())) as store:
        rows = lineage(store, "甲村")
        assert [notes("en", row) for row in rows] == ["No successor is stated."]


def test_where_two_results_compete_the_share_is_unknown() -> None:
    with told(
        ("", "merge", ("甲村1:ends:unknown",), ("乙村1",)), ("", "merge", ("甲村1:ends:unknown",), ("丙村1",))
    ) as s:
        rows = lineage(s, "甲村")
        assert reached(rows, "name", "share", "note") == [
            ("丙村", "unknown", ("lineage.unknown_share",)),
            ("乙村", "unknown", ("lineage.unknown_share",)),
        ]


@pytest.mark.parametrize(
    ("day", "state", "why"),
    [
        ("2019-12-31", "existed", "When it was formed is not stated; ended: 2020-05."),
        ("2020-05-15", "unknown", "When it ended is known only as: 2020-05."),
        ("2020-05-31", "did not exist", "It ended: 2020-05."),
    ],
)
def test_as_of_a_day_a_place_existed_or_not_or_it_is_unknown_and_why(
    store: Store, day: str, state: str, why: str
) -> None:
    row = next(row for row in lineage(store, "吊脚楼村", as_of=day) if row["place_id"] == "diao1")
    assert (row["existed"], notes("en", row)) == (state, why)


def test_an_undated_change_is_known_by_the_paper_that_speaks_of_it(store: Store) -> None:
    states = {day: lineage(store, "福荣村", as_of=day)[0]["existed"] for day in ("2021-08-18", "2021-08-19")}
    assert states == {"2021-08-18": "unknown", "2021-08-19": "existed"}
    row = lineage(store, "福荣村", as_of="2021-08-18")[0]
    assert (row["note"], row["note_values"]) == (("existence.since_open",), {"since": "../2021-08-19", "until": ""})
    assert notes("zh", row) == "设立时间只知为：2021-08-19以前。"
