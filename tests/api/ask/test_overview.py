"""A place at a glance, and places side by side: each figure is the number of rows of the list behind it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ask.overview import FIGURES, overview, side_by_side
from api.ask.questions import OVERLOADED, Asker
from api.ingest.loading.load import load
from graph.errors import NotFoundError, PlangraphError, UsageError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.ask import ask
from tests.api.papers import write
from tests.queries.town import town

DAY = "2021-11-15"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    yield opened
    opened.close()


@pytest.mark.parametrize("place", ["蓬莱镇", "金元镇", "大英县"])
def test_figures_are_those_of_the_lists(store: Store, place: str) -> None:
    asker = Asker(store, place, "zh")
    found = overview(asker, DAY)
    tasks = asker.tasks()
    assert found["tasks"] == len(tasks)
    assert found["due_now"] == sum(any(day[:7] == "2021-11" for day in row["due_dates"]) for row in tasks)
    assert found["due_next"] == sum(any(day[:7] == "2021-12" for day in row["due_dates"]) for row in tasks)
    assert found["past"] + found["soon"] + found["undated"] <= len(tasks)
    assert found["undated"] == sum(not row["due_dates"] for row in tasks)
    assert found["units"] == len(asker.listed("units"))
    assert found["leaders"] == len(asker.listed("leaders"))
    assert found["documents"] == len(ask(store, "documents/list", within=asker.inside))
    assert found["no_lead"] == sum(row["problem"] == "no lead unit" for row in asker.audit())
    assert found["overloaded_units"] == sum(row["verdict"] in OVERLOADED for row in asker.workload(by="unit"))


def test_places_are_compared_by_the_figures_of_each(store: Store) -> None:
    asker = Asker(store, "", "zh")
    rows = side_by_side(asker, ["金元镇", "蓬莱镇"], DAY)
    assert rows == [overview(Asker(store, place, "zh"), DAY) for place in ("金元镇", "蓬莱镇")]
    assert {"place_id", "place", *FIGURES} == set(rows[0])


@pytest.mark.parametrize(
    ("names", "error"),
    [
        ([], UsageError),
        (["蓬莱镇"], UsageError),
        (["蓬莱镇", "蓬莱镇"], UsageError),
        (["蓬莱镇"] * 9, UsageError),
        (["蓬莱镇", "无此镇"], NotFoundError),
    ],
)
def test_what_cannot_be_compared_is_refused(store: Store, names: list[str], error: type[PlangraphError]) -> None:
    with pytest.raises(error):
        side_by_side(Asker(store, "", "zh"), names, DAY)


def test_a_village_that_is_only_proposed_does_not_stand(tmp_path: Path) -> None:
    done = write(
        tmp_path, "批复.txt", "松林镇人民政府\n关于村级建制调整的通知\n\n松林镇撤销甲河村、乙河村，合并设立双河村。\n"
    )
    asked = write(
        tmp_path, "请示.txt", "松林镇人民政府\n关于村级建制调整的请示\n\n松林镇拟撤销丙岭村、丁岭村，合并设立双岭村。\n"
    )
    with closing(open_store(":memory:")) as held:
        load(held, [done, asked])
        proposed = {row["name"] for row in ask(held, "places/list") if row["since_status"] == "proposed"}
        assert proposed == {"双岭村"}
        found = overview(Asker(held, "松林镇", "zh"), DAY)
        # Before: 甲河村, 乙河村, 丙岭村, 丁岭村; now: 双河村 in the place of two.
        assert (found["villages_before"], found["villages_now"]) == (4, 3)
