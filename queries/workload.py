"""Who carries how much, and who is overloaded: the loads of units or leaders, judged by `queries.overload`.

A load is the sum of the weights of all tasks whose time meets the period; the period is by default the year of the
latest issue date in the place. Loads are compared within one place, kind and level, where a paper names no place within
its plans; groups (各村) are listed behind and never compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Annotated, TypedDict

from graph.messages.message import Plain, plain
from graph.stores.protocol import Store
from queries import period as periods
from queries.ask import ask
from queries.duties import Bearer, By, Carrier, Weights, bearers, carriers
from queries.header import Ids
from queries.listing.in_force import NOW, PapersInForce
from queries.overload import Fences, Verdict, fences, judge
from queries.period import Period, meets
from queries.reasons import VerdictChange, reason
from queries.rows import DatedTaskRow
from queries.unsettled.undecided import Pair, undecided

MINIMUM = 5.0


class LoadRow(TypedDict):
    """What a unit or leader carries in a period, and whether that is too much."""

    id: str
    name: str
    place: str
    period: str
    load: Annotated[float, "Sum of the weights of the tasks."]
    leads: int
    responsible: int
    supports: int
    tasks: int
    share: Annotated[float, "Of all tasks of the place, 0 to 1."]
    q1: float
    q3: float
    threshold: Annotated[float, "The load above which its peers are overloaded; 0 for groups."]
    verdict: Verdict
    reason: Annotated[str, "A code, whose sentence holds the values."]
    reason_values: Mapping[str, Plain]
    peak_month: Annotated[str, "The month with most deadlines."]
    task_ids: tuple[str, ...]
    kind: str
    level: str
    spellings: Annotated[int, "Others that may be the same, which nobody has decided on yet."]
    spellings_load: Annotated[float, "The load of all of them together, its own included; its own where there is none."]
    undecided: Annotated[
        bool, "Whether the verdict would be another if these, or spellings of its peers, were the same."
    ]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How loads are to be reckoned: weights by role, the load below which nobody is overloaded, pairs of ids that are
    likely one (proposed spellings), and all pairs that may be.
    """

    by: By
    weights: Weights
    minimum: float
    proposals: Sequence[Pair]
    spellings: Sequence[Pair] = ()


@dataclass(frozen=True, slots=True)
class Workers:
    """The units or leaders of one place, or of the plans that one scope without a place holds, that have duties in a
    period, and how many tasks it has in all.
    """

    here: tuple[Bearer, ...]
    total: int
    time: Period


def workload(  # noqa: PLR0913 - each is a condition of its own, given by name
    store: Store,
    *,
    by: By = "unit",
    within: Ids = (),
    period: str = "",
    weights: Weights | None = None,
    minimum: float = MINIMUM,
    proposals: Sequence[Pair] = (),
    spellings: Sequence[Pair] = (),
    standing: PapersInForce = NOW,
) -> list[LoadRow]:
    """A row a unit or leader that has tasks in the period, by place, the heaviest load first, groups last.

    Of the columns (`LoadRow`) period is a label, "" for always; leads, responsible and supports count each task once,
    by the role that counts; q1, q3 and threshold are those of its peers; verdict is in English, see `queries.overload`;
    reason is a code, with reason_values as in `queries.reasons`; peak_month is the first of several. `period` is read
    by `queries.period.parse`, `within` are ids of places.
    `proposals` are pairs of ids; where joining one changes a verdict, the reason says so. `spellings` are all pairs
    that may be one, of which the last columns tell. `standing` says which editions and papers count.
    Raises UsageError for a period that is none.
    """
    asked = Reckoning(by, weights or Weights(), minimum, proposals, spellings)
    return [
        row
        for there in workers(store, by=by, within=within, period=period, weights=asked.weights, standing=standing)
        for row in _scope_rows(there.here, there.total, there.time, asked)
    ]


def workers(
    store: Store, *, by: By, within: Ids, period: str, weights: Weights, standing: PapersInForce = NOW
) -> list[Workers]:
    """Those whose loads are compared, a place each, by place. Raises UsageError for a period that is none."""
    chosen = periods.parse(period) if period else None
    known = ask(store, "load/tasks", within=within, replaced=standing.replaced, as_of=standing.as_of)
    tasks: defaultdict[str, list[DatedTaskRow]] = defaultdict(list)
    for row in known:
        tasks[row["place_id"]].append(row)
    loads = carriers(store, by, within, standing)
    all_bearers = bearers(loads, _with_all(store, known, loads), by, weights)
    issued = _latest_issue(store, within, standing)
    found: list[Workers] = []
    for scope, there in _by_scope(all_bearers):
        time = chosen or periods.year(issued.get(scope) or _latest(there))
        here = tuple(bearer for one in there if (bearer := one.during(time)).duties)
        found.append(Workers(here, _tasks_of(tasks.get(scope, ()), here, time), time))
    return found


def _with_all(store: Store, known: Iterable[DatedTaskRow], loads: Iterable[Carrier]) -> dict[str, DatedTaskRow]:
    """The rows of tasks by id, with those that units or leaders have by papers of other places."""
    by_id = {row["task_id"]: row for row in known}
    others = {task for one in loads for some in one.tasks.values() for task in some} - by_id.keys()
    more = ask(store, "load/of_tasks", tasks=sorted(others)) if others else []
    return by_id | {row["task_id"]: row for row in more}


def _by_scope(all_bearers: Iterable[Bearer]) -> list[tuple[str, list[Bearer]]]:
    found: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in all_bearers:
        found[bearer.place, bearer.scope].append(bearer)
    return [(scope, found[name, scope]) for name, scope in sorted(found)]


def _latest_issue(store: Store, within: Ids, standing: PapersInForce) -> dict[str, str]:
    """The latest issue date of the papers of each place, by its id; of those that were issued by the day asked for."""
    latest: dict[str, str] = {}
    for row in ask(store, "documents/list", within=within):
        if standing.as_of and row["issued_on"] > standing.as_of:
            continue
        place = row["place_id"]
        latest[place] = max(latest.get(place, ""), _known(row["issued_on"]))
    return latest


def _latest(there: Iterable[Bearer]) -> str:
    """The latest issue date of the papers that give these their tasks: for places that have no papers of their own."""
    return max(_known(duty.issued_on) for bearer in there for duty in bearer.duties.values())


def _known(iso: str) -> str:
    """A date whose year is stated; "" for one that is left open (XXXX), which would come last."""
    return iso if iso[:4].isdigit() else ""


def _tasks_of(tasks: Iterable[DatedTaskRow], here: Iterable[Bearer], time: Period) -> int:
    """The number of all tasks of the period that a place's papers set (`tasks`) or that its units and leaders have."""
    own = {row["task_id"] for row in tasks if meets(time, row["start"], row["due_dates"], row["issued_on"])}
    return len(own | {task for bearer in here for task in bearer.duties})


def _scope_rows(here: Sequence[Bearer], total: int, time: Period, asked: Reckoning) -> list[LoadRow]:
    """The rows of one place, or of the plans that one scope without a place holds."""
    peers: defaultdict[tuple[str, str, str], dict[str, Bearer]] = defaultdict(dict)
    for bearer in here:
        peers[bearer.peers][bearer.id] = bearer
    among = {
        key: fences(bearer.load for bearer in alike.values() if bearer.kind != "group") for key, alike in peers.items()
    }
    open_ = {key: undecided(alike, asked.spellings, asked.minimum) for key, alike in peers.items()}
    ordered = sorted(here, key=lambda one: (one.kind == "group", -one.load, one.name, one.id))
    return [
        {
            **_row(bearer, peers[bearer.peers], among[bearer.peers], total, time, asked),
            "undecided": bearer.kind != "group" and bearer.id in open_[bearer.peers],
        }
        for bearer in ordered
    ]


def _row(
    bearer: Bearer, peers: Mapping[str, Bearer], among: Fences, total: int, time: Period, asked: Reckoning
) -> LoadRow:
    verdict: Verdict = "not compared" if bearer.kind == "group" else judge(bearer.load, among, asked.minimum)
    share = len(bearer.duties) / total
    changes = _changes(bearer, peers, verdict, asked) if bearer.kind != "group" else []
    open_spellings = _open(bearer, peers, asked.spellings)
    why = reason(bearer, among, verdict, total, asked.minimum, changes)
    return {
        "id": bearer.id,
        "name": bearer.name,
        "place": bearer.place,
        "period": time.label,
        "load": bearer.load,
        "leads": bearer.count("leads"),
        "responsible": bearer.count("responsible"),
        "supports": bearer.count("supports"),
        "tasks": len(bearer.duties),
        "share": round(share, 4),
        "q1": among.q1,
        "q3": among.q3,
        "threshold": among.threshold,
        "verdict": verdict,
        "reason": why.key,
        "reason_values": plain(why),
        "peak_month": _peak(bearer, time),
        "task_ids": tuple(sorted(bearer.duties)),
        "kind": bearer.kind,
        "level": bearer.level,
        "spellings": len(open_spellings),
        "spellings_load": reduce(Bearer.joined, open_spellings, bearer).load,
        "undecided": False,
    }


def _open(bearer: Bearer, peers: Mapping[str, Bearer], spellings: Sequence[Pair]) -> list[Bearer]:
    """Those among the peers of a bearer that may be the same."""
    others = {other if bearer.id == one else one for one, other in spellings if bearer.id in {one, other}}
    return [peers[identity] for identity in sorted(others) if identity in peers]


def joined_verdict(bearer: Bearer, others: Sequence[Bearer], peers: Mapping[str, Bearer], minimum: float) -> Verdict:
    """The verdict on a bearer if these of its peers were one with it."""
    load = reduce(Bearer.joined, others, bearer).load
    one = {bearer.id, *(other.id for other in others)}
    return judge(load, fences([*(peer.load for peer in peers.values() if peer.id not in one), load]), minimum)


def _changes(bearer: Bearer, peers: Mapping[str, Bearer], verdict: Verdict, asked: Reckoning) -> list[VerdictChange]:
    """What the verdict would be if proposed spellings of the bearer were joined with it, where that changes it."""
    changes = []
    for one, other in asked.proposals:
        if bearer.id not in {one, other}:
            continue
        second = peers.get(other if bearer.id == one else one)
        if second is None:
            continue
        then = joined_verdict(bearer, [second], peers, asked.minimum)
        if then != verdict:
            changes.append(VerdictChange(second.name, bearer.joined(second).load, then))
    return changes


def _peak(bearer: Bearer, time: Period) -> str:
    """The month of the period with most deadlines and milestones, the first of several, "" if there are none."""
    months = Counter(
        day[:7] for duty in bearer.duties.values() for day in duty.due_dates if time.first <= day <= time.last
    )
    return min(months, key=lambda month: (-months[month], month), default="")
