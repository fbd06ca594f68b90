"""The questions of the command line and of the service, as a person asks them: names must be there, months and years
count as whole periods, proposed spellings are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from api.ask.proposing import ProposalRow, proposed
from api.ask.resolve import ids
from api.ask.revising import RevisionRow, revisions_proposed
from api.settings import Language
from graph.errors import UsageError
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from queries.ask import Row, ask, ask_any
from queries.audit import Finding, FindingRow, told
from queries.audit import findings as findings_of
from queries.caching import kept
from queries.chosen import Choice, chosen, rows_of
from queries.duties import By, parse_weights
from queries.header import Ids, Kind
from queries.lineage import LineageRow, Way
from queries.lineage import lineage as lineage_of
from queries.period import parse
from queries.periods.between import between
from queries.rows import DocumentRow, TaskRow
from queries.workload import LoadRow
from queries.workload import workload as workload_of

OVERLOADED = {"overloaded", "severely overloaded"}
Direction = Literal["forward", "back", "both"]
WAYS: dict[Direction, tuple[Way, ...]] = {"forward": ("after",), "back": ("before",), "both": ("before", "after")}


def way(*, forward: bool, back: bool) -> Direction:
    """The direction in which a lineage is told: one alone where only that is asked for."""
    if forward == back:
        return "both"
    return "forward" if forward else "back"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: the graph asked, the place that everything is narrowed to ("" for all), the language of answers."""

    graph: Store
    within: str
    lang: Language

    @property
    def inside(self) -> Ids:
        """The place that everything is narrowed to; none for all."""
        return self.ids("places", self.within)

    def ids(self, kind: Kind, typed: str) -> Ids:
        """The ids of all of a kind that a name means; see `api.ask.resolve.ids`."""
        return ids(self.graph, kind, typed)

    def listed(self, name: str, **params: object) -> list[Row]:
        """All rows of `name/list`."""
        if name == "documents":
            params["readers"] = _readers()
        return ask_any(self.graph, f"{name}/list", {"within": self.inside, **params})

    def documents(self) -> list[DocumentRow]:
        """All papers, with the number of their files that other readers than these have read."""
        return ask(self.graph, "documents/list", within=self.inside, readers=_readers())

    def chosen(  # noqa: PLR0913 - each is a condition of its own, given by name
        self,
        *,
        leader: str = "",
        unit: str = "",
        place: str = "",
        plan: str = "",
        due_before: str = "",
        due_after: str = "",
        open_on: str = "",
        role: str = "",
        replaced: str = "",
        as_of: str = "",
    ) -> Sequence[str]:
        """The ids of the tasks that meet every condition given, in the order of their list; those of what was replaced
        only where they are asked for (`replaced` holds any word), or were in force on a day.
        """
        choice = Choice(
            leader=self.ids("leaders", leader),
            unit=self.ids("units", unit),
            place=self.ids("places", place),
            plan=self.ids("plans", plan),
            role=role,
            due_before=parse(due_before, "due_before").last if due_before else "",
            due_after=parse(due_after, "due_after").first if due_after else "",
            open_on=parse(open_on, "open_on").last if open_on else "",
            within=self.inside,
            replaced=bool(replaced),
            as_of=parse(as_of, "as_of").last if as_of else "",
        )
        return chosen(self.graph, choice)

    def tasks(self, **conditions: str) -> list[TaskRow]:
        """The tasks that meet every condition given, as `chosen` takes them."""
        return rows_of(self.graph, self.chosen(**conditions))

    def workload(self, *, by: By, period: str = "", weights: str = "", overloaded: bool = False) -> list[LoadRow]:
        """Who carries how much; see `queries.workload`."""
        within = self.inside
        offered = proposed(self.graph, stored_decisions(self.graph), within)
        spellings = tuple((row["id"], row["other_id"]) for row in offered if row["kind"] == by)
        pairs = tuple((row["id"], row["other_id"]) for row in offered if row["grade"] == "likely")
        rows = kept(
            self.graph,
            ("workload", by, within, period, weights, pairs, spellings),
            lambda: workload_of(
                self.graph,
                by=by,
                within=within,
                period=period,
                weights=parse_weights(weights) if weights else None,
                proposals=pairs,
                spellings=spellings,
            ),
        )
        return [row for row in rows if row["verdict"] in OVERLOADED] if overloaded else rows

    def lineage(
        self,
        place: str,
        *,
        as_of: str = "",
        window: tuple[str, str] = ("", ""),
        way: Direction = "both",
        parts: bool = False,
        at: str = "",
    ) -> Sequence[LineageRow]:
        """Where a place comes from and what became of it; see `queries.lineage`, and with `at`, a day, which places of
        that day hold what it was on the day `as_of` (`queries.periods.between`).
        """
        first, last = window
        meant = ids(self.graph, "places", place, self.inside)
        if at:
            if not as_of:
                raise UsageError("lineage.at_alone")
            days = parse(as_of, "as_of").last, parse(at, "at").last
            return between(self.graph, meant, as_of=days[0], at=days[1], parts=parts)
        return lineage_of(
            self.graph,
            meant,
            as_of=parse(as_of, "as_of").last if as_of else "",
            window=(parse(first, "from").first if first else "", parse(last, "to").last if last else ""),
            ways=WAYS[way],
            parts=parts,
        )

    def audit(self) -> list[FindingRow]:
        """What is wrong in the plans; see `queries.audit`."""
        return [told(one) for one in self.findings()]

    def findings(self) -> list[Finding]:
        """The findings of which `audit` makes rows, in its order."""
        within = self.inside
        spellings = proposed(self.graph, stored_decisions(self.graph), within)
        return findings_of(self.graph, within=within, spellings=spellings)

    def revisions(self) -> list[RevisionRow]:
        """Papers that may be revisions of others; see `api.ask.revising`."""
        within = self.inside
        decisions = stored_decisions(self.graph)
        return kept(self.graph, ("revisions", within), lambda: revisions_proposed(self.graph, decisions, within))

    def proposals(self) -> list[ProposalRow]:
        """Spellings that may name one thing; see `api.ask.proposing`."""
        return proposed(self.graph, stored_decisions(self.graph), self.inside)


def _readers() -> str:
    """The digest of the readers of this program."""
    from loaders.edition import readers_digest  # noqa: PLC0415 - readers are loaded only where papers are listed

    return readers_digest()
