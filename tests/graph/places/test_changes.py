"""Rows and sentences put together to events, with the kind and the roles that follow."""

from graph.decisions.decisions import Decisions
from graph.identity.scope import scope_of
from graph.places.changes import ChangeSaid, Party, in_full, told
from graph.places.events import events_of
from graph.places.roles import Roles, roles_of
from graph.statements import ChangeStatement
from tests.graph.saying import TOWN, change, merger


def said(statement: ChangeStatement, file: str = "a", jurisdiction: str = TOWN) -> ChangeSaid:
    return ChangeSaid(statement, f"{file}:{statement.source.line}", file, scope_of(jurisdiction, file), "2021-08-19")


def events(*changes: ChangeSaid) -> list[list[str]]:
    """The passages of each event."""
    made = [told(one, Decisions()) for one in changes]
    return sorted([one.said.passage for one in event] for event in events_of(made))


def roles(*statements: ChangeStatement, jurisdiction: str = TOWN) -> Roles:
    (event,) = events_of([told(said(one, jurisdiction=jurisdiction), Decisions()) for one in statements])
    return roles_of(event)


def parties(found: Roles) -> tuple[dict[str, str], dict[str, str]]:
    """The role of each place, by its own name, before and after."""
    return _roles(found.before), _roles(found.after)


def _roles(side: tuple[Party, ...]) -> dict[str, str]:
    return {party.path.rpartition("/")[2]: party.said.role for party in side}


def test_rows_of_one_table_with_one_result_are_one_event() -> None:
    rows = merger(1, "凤桥村 柏岭村", "蒙子桥村", table=1), merger(2, "五谋村 罗家村", "蒙子桥村", table=1)
    assert events(*(said(one) for one in rows)) == [["a:1", "a:2"]]


def test_rows_of_other_tables_and_papers_are_one_event_over_a_shared_predecessor() -> None:
    first = said(merger(1, "新苗村 犀牛村", "新犀牛村", table=1))
    second = said(merger(9, "新苗村", "新犀牛村", table=2), "b")
    third = said(merger(9, "高山村 双桥村", "新犀牛村", table=3), "c")
    assert events(first, second, third) == [["a:1", "b:9"], ["c:9"]]


def test_villages_of_two_towns_are_never_one_event() -> None:
    one, other = merger(1, "兴隆村 马栏村", "盘龙村"), merger(1, "兴隆村 马栏村", "盘龙村")
    assert len(events(said(one), said(other, "b", "大英县/金元镇"))) == 2


def test_all_end_and_one_is_created_in_a_merger() -> None:
    found = roles(merger(1, "福寿村 忠荣村", "福荣村"))
    assert found.kind == "merge"
    assert parties(found) == ({"忠荣村": "ends", "福寿村": "ends"}, {"福荣村": "created"})


def test_the_one_whose_name_the_result_bears_continues() -> None:
    found = roles(merger(1, "梓潼村 吊脚楼村", "吊脚楼村"))
    assert found.kind == "absorb"
    assert parties(found) == ({"吊脚楼村": "continues", "梓潼村": "ends"}, {"吊脚楼村": "continues"})


def test_a_row_alone_is_a_rename_and_with_its_fellow_a_merger() -> None:
    assert roles(merger(1, "新苗村", "新犀牛村")).kind == "rename"
    assert roles(merger(1, "新苗村", "新犀牛村", table=1), merger(2, "犀牛村", "新犀牛村", table=1)).kind == "merge"


def test_one_in_and_several_out_is_a_split() -> None:
    found = roles(change(1, "甲镇:ends", "乙镇:created 丙镇:created"), jurisdiction="大英县")
    assert (found.kind, *parties(found)) == ("split", {"甲镇": "ends"}, {"丙镇": "created", "乙镇": "created"})


def test_what_moves_to_another_place_is_a_transfer() -> None:
    found = roles(change(1, "甲乡:moved", "西河县:receives", givers="东河县"), jurisdiction="青石市")
    assert (found.kind, *parties(found)) == ("transfer", {"甲乡": "moved"}, {"西河县": "receives"})
    assert found.before[0].path == "青石市/东河县/甲乡"


def test_a_place_of_which_a_part_is_moved_continues() -> None:
    found = roles(change(1, "甲乡:moved:部分", "乙镇:receives"), jurisdiction="大英县")
    assert (found.kind, *parties(found)) == ("transfer", {"甲乡": "continues"}, {"乙镇": "receives"})


def test_nothing_before_is_a_creation_and_nothing_after_an_abolition() -> None:
    assert roles(change(1, "", "新镇:created"), jurisdiction="大英县").kind == "create"
    assert roles(change(1, "旧镇:ends", ""), jurisdiction="大英县").kind == "abolish"


def test_a_parent_that_the_words_name_is_above_the_places() -> None:
    statement = merger(1, "福寿村 忠荣村", "福荣村")
    named = ChangeStatement(**{f: getattr(statement, f) for f in statement.__slots__} | {"parent": "蓬莱镇"})
    assert told(said(named, jurisdiction="大英县"), Decisions()).parent == TOWN


def test_the_same_name_on_both_sides_is_no_event() -> None:
    assert events(said(merger(1, "甲村", "甲村"))) == []


def test_a_short_name_is_the_one_full_name_that_it_fits_in_its_paper() -> None:
    first = change(1, "甲乡:ends 西河县:continues", "西河县:continues")
    second = change(2, "甲乡:ends 丙乡:ends", "西河:created")
    made = in_full([told(said(one, jurisdiction="青石市"), Decisions()) for one in (first, second)])
    assert len(events_of(made)) == 1
    assert {party.path for one in made for party in one.after} == {"青石市/西河县"}
