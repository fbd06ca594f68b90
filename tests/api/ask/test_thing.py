"""What a name means that may be anybody's."""

from collections.abc import Iterator

import pytest

from api.ask.thing import the_thing
from graph.errors import NotFoundError, UsageError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.resolve import ids_of
from tests.graph.examples import edge, node
from tests.queries.town import OTHER, TOWN, town


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("wanted", "thing"),
    [
        ("福荣村", ("Place", "furong")),
        (" 蓬莱 镇", ("Place", "penglai")),
        ("吊脚楼村", ("Place", "diao2")),
        ("diao1", ("Place", "diao1")),
        ("财政办", ("Unit", "caizhengban")),
        ("冉泰休", ("Person", "ran")),
        ("盘活公有资产工作方案", ("Plan", "plan1")),
        ("盘活公有", ("Plan", "plan1")),
        ("大蓬委发〔2021〕50号", ("Document", "doc1")),
        ("大蓬委发[2021]50号", ("Document", "doc1")),
        ("通知", ("Document", "doc1")),
        ("doc2", ("Document", "doc2")),
    ],
)
def test_a_name_a_title_a_number_or_an_id_means_one_thing(store: Store, wanted: str, thing: tuple[str, str]) -> None:
    assert the_thing(store, wanted) == thing


def test_what_several_bear_is_told_apart_by_its_place(store: Store) -> None:
    with pytest.raises(UsageError, match=r"社事办 means 2 things here: .*--in"):
        the_thing(store, "社事办")
    assert the_thing(store, "社事办", ids_of(store, "places", "金元镇")) == ("Unit", "sheshiban2")


def test_two_villages_of_one_name_are_told_apart_by_their_town() -> None:
    store = open_store(":memory:")
    twins = [node("Place", name, name="新村", level="village", lasting_id=name) for name in ("one", "two")]
    store.replace(
        Facts(), Facts((TOWN, OTHER, *twins), (edge("PART_OF", twins[0], TOWN), edge("PART_OF", twins[1], OTHER)))
    )
    with pytest.raises(UsageError, match="蓬莱镇/新村, 金元镇/新村"):
        the_thing(store, "新村")
    assert the_thing(store, "新村", ids_of(store, "places", "金元镇")) == ("Place", "two")
    store.close()


def test_a_village_goes_before_the_unit_of_its_name() -> None:
    store = open_store(":memory:")
    both = (node("Place", "p", name="新村", level="village", lasting_id="p"), node("Unit", "u", name="新村"))
    store.replace(Facts(), Facts(both))
    assert the_thing(store, "新村") == ("Place", "p")
    store.close()


@pytest.mark.parametrize(("wanted", "within"), [("绝无此名", ""), ("冉泰休", "金元镇")])
def test_a_name_that_nothing_bears_there_is_said(store: Store, wanted: str, within: str) -> None:
    with pytest.raises(NotFoundError, match=f"Nothing here is called {wanted}"):
        the_thing(store, wanted, ids_of(store, "places", within))
