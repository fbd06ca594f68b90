"""Two collected documents, read line by line beforehand, yield exactly the tasks that were written down."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.statements import PlanDocument, TaskStatement
from loaders.extract import extract

HERE = Path(__file__).parent / "seeds"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def seed(name: str) -> PlanDocument:
    found = sorted(SEEDS.glob(f"{name}_*.txt"))
    if not found:
        pytest.skip("the collected documents are not beside the project")
    return extract(found[0])


def told(tasks: tuple[TaskStatement, ...]) -> Iterator[list[object]]:
    for task in tasks:
        units = (task.lead_units, task.responsible_units, task.supporting_units)
        yield [task.source.line, task.source.end_line, task.number, *map(list, units), task.due_text or None]


@pytest.mark.parametrize("name", ["002", "003"])
def test_the_tasks_of_a_collected_document_are_those_read_from_it(name: str) -> None:
    expected = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))["tasks"]
    assert list(told(seed(name).tasks)) == expected


def test_five_articles_keep_their_scopes_and_conventions_apart() -> None:
    document = seed("002")
    places = [(plan.article, plan.jurisdiction) for plan in document.plans]
    assert len({article for article, _ in places}) == len(document.plans)
    assert [task.title for task in document.tasks if task.leaders] == ["推进乡村德治建设"]


def test_a_masked_year_dates_nothing_and_a_stated_one_does() -> None:
    dated = {task.due_text: [due.on for due in task.dues] for task in seed("003").tasks}
    assert dated == {
        "20**年底": [""],
        "持续推进": [""],
        "2022年底": ["2022-12-31"],
        "2022年底前": ["2022-12-31"],
        "2023年底": ["2023-12-31"],
        "2025年底": ["2025-12-31"],
    }
