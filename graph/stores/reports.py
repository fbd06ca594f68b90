"""The reports of tasks that stand in a store, and the one way in which reports come into it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from graph.facts import Facts
from graph.model import relationship_types
from graph.reports.by_task import ReportsByTask
from graph.reports.nodes import LABEL, report_nodes, report_of
from graph.reports.reports import Report
from graph.stores import ddl
from graph.stores.protocol import Store
from graph.stores.read_back import read_records


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of reports: those that are `new` in the store, and those that stood there already."""

    new: tuple[Report, ...]
    known: tuple[Report, ...]


def stored_reports(store: Store) -> ReportsByTask:
    """All reports of a store by their tasks. Raises StoreError where it fails."""
    revises = relationship_types()["REVISES"]
    rows = store.read(ddl.read_edges(revises, "Task", "Task"))
    reports = (report_of(node.properties) for node in read_records(store, LABEL))
    return ReportsByTask(reports, ((str(row["start_id"]), str(row["end_id"])) for row in rows))


def record(store: Store, reports: Iterable[Report], *, again: bool = False) -> Recorded:
    """Append reports to a store in one transaction; where all stand there already nothing is written.

    One that says of a task what was recorded of it before is known, unless it is meant `again` and something else was
    recorded of the task since. Raises StoreError where the store fails.
    """
    held = stored_reports(store)
    counted = Counter(one.said for one in held.all)
    moment = _moment_after(held)
    new: dict[str, Report] = {}
    known: dict[str, Report] = {}
    for one in reports:
        last = next(iter(held.of(one.terms.task)), None)
        before = counted[one.said]
        if before and not (again and last is not None and last.said != one.said):
            known[one.id] = one
        else:
            coming = replace(one, turn=before, recorded_on=moment)
            new.setdefault(coming.id, coming)
    if new:
        store.replace(Facts(), Facts(nodes=report_nodes(new.values())))
    return Recorded(tuple(new.values()), tuple(known.values()))


def _moment_after(held: ReportsByTask) -> str:
    """The moment now; behind the one of the last report, should a clock have been set back."""
    now = datetime.now(UTC)
    if held.all and (last := held.all[0].recorded_on):
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")
