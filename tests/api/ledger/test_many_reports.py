"""A ledger of a long time: thousands of reports, of which every sheet that comes again changes nothing."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from api.ledger.rows import reports_of
from graph.durable_files import beside
from graph.refresh.delta import Delta
from graph.refresh.refresh import refresh
from graph.stores.ladybug.endings import COMMITS
from graph.stores.open import open_store, read_loss
from graph.stores.read_back import read_all, read_records
from graph.stores.state import read_state
from tests.api.ledger.test_importing import line, sheet, take_in, tasks_of
from tests.graph.saying import document, row

NUMBER = int(os.environ.get("PLANGRAPH_REPORTS", "1200"))
"""Reports of the run: 10,000 take a minute."""
TASKS = 50
"""Tasks of each of the papers, and papers."""
PAPERS = 4


@pytest.mark.slow
def test_many_reports_that_are_taken_in_again_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    papers = [
        document(
            *(row(n, f"任务{n}", lead_units=(f"{n % 7}办",)) for n in range(1, TASKS + 1)),
            name=f"{paper}.txt",
            number=f"某发〔2021〕{paper}号",
            title=f"方案{paper}",
        )
        for paper in range(PAPERS)
    ]
    with closing(open_store(str(path))) as store:
        refresh(store, Delta(read=tuple(papers)))
        tasks = [task for task, _ in tasks_of(store)]
        assert len(tasks) == TASKS * PAPERS
        facts = read_all(store)
        months = [
            sheet([line(number, task, "否", f"第{month}月已开展") for number, task in enumerate(tasks, start=4)])
            for month in range(NUMBER // len(tasks))
        ]
        for one in months:
            plan, recorded = take_in(store, [one])
            assert (len(recorded), plan.refused) == (len(tasks), ())
        reports = read_records(store, "Report")
        assert len(reports) == len(months) * len(tasks) == len(reports_of(store).all)
        number = read_state(store).number
        noted = beside(path, COMMITS).read_bytes()
        for one in months:
            plan, recorded = take_in(store, [one])
            assert (plan.coming, recorded, plan.refused) == ((), (), ())
            assert len(plan.known) == len(tasks)
        assert read_records(store, "Report") == reports
        assert read_state(store).number == number
        assert beside(path, COMMITS).read_bytes() == noted
        assert read_all(store) == facts
    assert not read_loss(str(path))
    with closing(open_store(str(path), read_only=True)) as store:
        assert read_records(store, "Report") == reports
