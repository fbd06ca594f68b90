"""A name that a person typed means all that bear it; each is told with its place."""

from contextlib import closing

import pytest

from graph.errors import NotFoundError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.resolve import Findable, candidates, ids_of, known_names, names_of, typed_names
from tests.graph.examples import facts, node


@pytest.mark.parametrize(
    ("kind", "name", "ids"),
    [
        ("leaders", "冉泰休", ("ran",)),
        ("leaders", "李  刚", ("li",)),
        ("leaders", "ran", ("ran",)),
        ("units", "财政办", ("caizhengban",)),
        ("units", "镇社事办", ("sheshiban", "sheshiban2")),
        ("units", "水务办 (河长与移民办)", ("shuiwuban",)),
        ("units", "水务办（河长和移民办）", ("shuiwuban",)),
        ("places", "蓬莱镇", ("penglai",)),
        ("places", "diao1", ("diao1",)),
        ("places", "吊脚楼村", ("diao1", "diao2")),
        ("plans", "道路建设工作方案", ("plan2",)),
        ("plans", "工作方案", ("plan1", "plan2", "plan3")),
        ("plans", "plan1", ("plan1",)),
        ("documents", "大蓬委发〔2021〕50号", ("doc1",)),
        ("documents", "通知", ("doc1",)),
        ("units", "", ()),
        ("units", " \t　", ()),
    ],
)
def test_a_name_is_found_as_written_by_another_spelling_in_its_normal_form_or_by_id(
    store: Store, kind: Findable, name: str, ids: tuple[str, ...]
) -> None:
    assert ids_of(store, kind, name) == ids


def test_all_that_bear_a_name_are_told_with_their_places(store: Store) -> None:
    found = candidates(store, "units", "社事办")
    assert [(one.id, one.place, one.place_id, one.fit) for one in found] == [
        ("sheshiban", "蓬莱镇", "penglai", "written"),
        ("sheshiban2", "金元镇", "jinyuan", "written"),
    ]
    assert {one.names for one in found} == {("社事办", "镇社事办")}


@pytest.mark.parametrize(
    ("kind", "name", "within", "ids"),
    [
        ("units", "社事办", "penglai", ("sheshiban",)),
        ("units", "社事办", "county", ("sheshiban", "sheshiban2")),
        ("plans", "方案", "penglai", ("plan1", "plan2", "plan3")),
        ("plans", "任务", "jinyuan", ("plan4",)),
        ("places", "福荣村", "penglai", ("furong",)),
        ("places", "蓬莱镇", "penglai", ("penglai",)),
    ],
)
def test_a_name_can_be_looked_for_in_one_place(
    store: Store, kind: Findable, name: str, within: str, ids: tuple[str, ...]
) -> None:
    assert ids_of(store, kind, name, (within,)) == ids


@pytest.mark.parametrize(("kind", "within"), [("units", ()), ("leaders", ("jinyuan",)), ("places", ("jinyuan",))])
def test_a_name_that_nothing_bears_there_is_an_error(store: Store, kind: Findable, within: tuple[str, ...]) -> None:
    name = {"units": "没有此办", "leaders": "冉泰休", "places": "福荣村"}[kind]
    with pytest.raises(NotFoundError, match=f"There is no {kind[:-1]} {name} here"):
        ids_of(store, kind, name, within)


@pytest.mark.parametrize("kind", ["leaders", "units", "places", "plans", "documents"])
@pytest.mark.parametrize(
    "name",
    [
        "'\"`\\",
        "a\x00b",
        "\u202e冉泰休",
        "𠮷😀\U0010ffff",
        "'}) MATCH (n) DETACH DELETE n //",
        "$named",
        "%",
        "村" * 5000,
    ],
)
def test_a_hostile_name_is_only_a_name(store: Store, kind: Findable, name: str) -> None:
    assert candidates(store, kind, name) == []


def test_a_spelling_whose_normal_form_is_nowhere_written_is_found_by_it() -> None:
    joined = node("Unit", "u", name="水务办", aliases=("水务办", "河长与移民办(镇)"), search="")
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), facts(joined))
        [found] = candidates(store, "units", "河长和移民办（镇）")
        assert (found.id, found.fit) == ("u", "normal")


def test_who_bears_a_name_as_written_goes_before_who_bears_it_in_another_form() -> None:
    written = node("Unit", "a", name="河长办和水务办", aliases=("河长办与水务办",), search="")
    other = node("Unit", "b", name="河长办和水务办", aliases=(), search="")
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), facts(written, other))
        assert ids_of(store, "units", "河长办与水务办") == ("a",)
        assert ids_of(store, "units", "河长办和水务办") == ("a", "b")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("福荣村", ["福荣村"]),
        ("福荣村、福寿村,忠荣村", ["福荣村", "福寿村", "忠荣村"]),
        (["福荣村", "福寿村"], ["福荣村", "福寿村"]),
        ("", [""]),
        ("无名、", ["无名、"]),
    ],
)
def test_several_names_may_be_typed_in_one(store: Store, typed: object, names: list[str]) -> None:
    assert list(typed_names(store, "places", typed)) == names


def test_a_name_that_holds_a_comma_is_one_name() -> None:
    office = node("Unit", "u", name="党政办、财政办", aliases=(), search="")
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), facts(office))
        assert list(typed_names(store, "units", "党政办、财政办")) == ["党政办、财政办"]


def test_ids_lead_back_to_names_and_all_names_of_a_kind_are_known(store: Store) -> None:
    assert names_of(store, ("sheshiban", "sheshiban2", "plan1", "penglai", "nothing")) == [
        "盘活公有资产工作方案",
        "社事办",
        "蓬莱镇",
    ]
    assert names_of(store, ()) == []
    assert known_names(store, "leaders") == {"冉泰休", "李刚"}
    assert {"社事办", "镇社事办"} <= known_names(store, "units")
