"""Asked for at once, places are told as they are told one after the other."""

import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.stores.open import open_store
from queries.conversion.all_places import AllPlaces, tables_of
from queries.periods.links import StoredLinks
from tests.graph.places.histories import papers
from tests.graph.places.test_lasting import TOWN, moved, on
from tests.queries.conversion.stated import known_of, register_facts
from tests.queries.periods.histories import history

SAID = [
    on("2006-01-01", TOWN, "甲村 乙村", "丙村"),
    moved("2007-01-01", TOWN, "甲村:continues:第3组", "丁村:receives", "甲村"),
    on("2012-01-01", TOWN, "丙村", "甲村 乙村"),
]


def of_papers() -> Facts:
    return build(papers(SAID, list(range(len(SAID)))))


@pytest.mark.parametrize("facts", [register_facts(history(7)), register_facts(history(21)), of_papers()])
def test_all_steps_at_once_are_those_that_are_asked_for_one_by_one(facts: Facts) -> None:
    store = open_store(":memory:")
    store.replace(Facts(), facts)
    known, asked = AllPlaces(tables_of(store)), StoredLinks(store)
    assert known.all == asked.periods(known.all)
    assert known.restored == asked.restored
    steps = 0
    for one in known.all:
        assert known.of("after", one) == asked.of("after", one)
        assert known.of("before", one) == asked.of("before", one)
        steps += len(known.of("after", one))
    assert steps > 3
    of_facts = known_of(facts)
    assert of_facts.all == known.all
    for one in known.all:
        assert (of_facts.way(one), of_facts.land(one)) == (known.way(one), known.land(one))
    store.close()


def test_a_place_has_its_way_and_the_name_above_it_on_a_day() -> None:
    said = [*SAID, on("2015-01-01", TOWN.rpartition("/")[0], "蓬莱镇", "蓬莱街道", "town")]
    known = known_of(build(papers(said, list(range(len(said))))))
    [village] = [one for one, row in known.all.items() if row["name"] == "甲村" and row["valid_from"] == "2012-01-01"]
    assert known.way(village).split("/")[-1] == "甲村"
    homes = [known.home_on(village, day) for day in ("2013-01-01", "2016-01-01")]
    assert [home and home["name"] for home in homes] == ["蓬莱镇", "蓬莱街道"]
