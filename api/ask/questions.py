"""The questions of the command line and of the service, as a person asks them: names must be there, months and years
count as whole periods, proposed spellings are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from api.ask.resolve import ids
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
from queries.header import Ids
from queries.lineage import LineageRow
from queries.lineage import lineage as lineage_of
from queries.listing.in_force import PapersInForce
from queries.period import parse
from queries.periods.between import between
from queries.periods.roots import roots
from queries.places.compared import Compared, StandingRow, compared, places_on
from queries.places.names import NameRow, names
from queries.places.trace import Way
from queries.resolve import Findable
from queries.rows import DocumentRow, TaskRow
from queries.workload import LoadRow
from queries.workload import workload as workload_of

if TYPE_CHECKING:
    from api.ask.editions.revising import RevisionRow
    from api.ask.proposing import ProposalRow

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

    def ids(self, kind: Findable, typed: str) -> Ids:
        """The ids of all of a kind that a name means; see `api.ask.resolve.ids`."""
        return ids(self.graph, kind, typed)

    def listed(self, name: str, **params: object) -> list[Row]:
        """All rows of `name/list`; of a day that is given as `as_of` the last of a month or year. Raises UsageError for
        what is none.
        """
        if name == "documents":
            params["readers"] = _readers()
        if "as_of" in params:
            params["as_of"] = self.standing(as_of=str(params["as_of"])).as_of
        return ask_any(self.graph, f"{name}/list", {"within": self.inside, **params})

    def documents(self) -> list[DocumentRow]:
        """All papers, with the number of their files that other readers than these have read."""
        return ask(self.graph, "documents/list", within=self.inside, readers=_readers())

    def choice(  # noqa: PLR0913 - each is a condition of its own, given by name
        self,
        *,
        leader: str = "",
        unit: str = "",
        place: str = "",
        plan: str = "",
        document: str = "",
        due: str = "",
        due_before: str = "",
        due_after: str = "",
        due_state: str = "",
        today: str = "",
        open_on: str = "",
        role: str = "",
        replaced: str = "",
        as_of: str = "",
    ) -> Choice:
        """The conditions on tasks that are given, names as ids and periods as days. `due` is a period, narrowed by
        `due_after` and `due_before`; `due_state` is seen from `today`, else from this very day. Those of what was
        replaced are meant only where they are asked for (`replaced` holds any word), or were in force on a day.

        Raises NotFoundError for a name that nothing bears, UsageError for what is no day or period.
        """
        period = parse(due, "due") if due else None
        first = [period.first] if period else []
        last = [period.last] if period else []
        first += [parse(due_after, "due_after").first] if due_after else []
        last += [parse(due_before, "due_before").last] if due_before else []
        return Choice(
            leader=self.ids("leaders", leader),
            unit=self.ids("units", unit),
            place=self.ids("places", place),
            plan=self.ids("plans", plan),
            document=self.ids("documents", document),
            role=role,
            due_before=min(last, default=""),
            due_after=max(first, default=""),
            open_on=parse(open_on, "open_on").last if open_on else "",
            due_state=due_state,
            seen_from=day_from(today) if due_state else "",
            within=self.inside,
            replaced=bool(replaced),
            as_of=parse(as_of, "as_of").last if as_of else "",
        )

    def chosen(self, **conditions: str) -> Sequence[str]:
        """The ids of the tasks that meet every condition given, as `choice` takes them, in the order of their list."""
        return chosen(self.graph, self.choice(**conditions))

    def tasks(self, **conditions: str) -> list[TaskRow]:
        """The tasks that meet every condition given, as `chosen` takes them."""
        return rows_of(self.graph, self.chosen(**conditions))

    def standing(self, *, replaced: bool = False, as_of: str = "") -> PapersInForce:
        """Which editions and papers count: those that stand, with those that were `replaced`, or those that stood on a
        day. Raises UsageError for what is none.
        """
        return PapersInForce(replaced, parse(as_of, "as_of").last if as_of else "")

    def workload(
        self,
        *,
        by: By,
        period: str = "",
        weights: str = "",
        overloaded: bool = False,
        replaced: bool = False,
        as_of: str = "",
    ) -> list[LoadRow]:
        """Who carries how much; see `queries.workload`, and `standing` for the last two."""
        standing = self.standing(replaced=replaced, as_of=as_of)
        within = self.inside
        offered = self.proposals()
        spellings = tuple((row["id"], row["other_id"]) for row in offered if row["kind"] == by)
        pairs = tuple((row["id"], row["other_id"]) for row in offered if row["grade"] == "likely")
        rows = kept(
            self.graph,
            ("workload", by, within, period, weights, pairs, spellings, standing),
            lambda: workload_of(
                self.graph,
                by=by,
                within=within,
                period=period,
                weights=parse_weights(weights) if weights else None,
                proposals=pairs,
                spellings=spellings,
                standing=standing,
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
            window=_window(*window),
            ways=WAYS[way],
            parts=parts,
        )

    def audit(self, *, replaced: bool = False, as_of: str = "") -> list[FindingRow]:
        """What is wrong in the plans; see `queries.audit`, and `standing` for what is given."""
        return [told(one) for one in self.findings(replaced=replaced, as_of=as_of)]

    def roots(
        self, place: str, *, as_of: str = "", window: tuple[str, str] = ("", ""), parts: bool = False
    ) -> Sequence[LineageRow]:
        """The places with which the lineage of a place begins; see `queries.periods.roots`."""
        meant = ids(self.graph, "places", place, self.inside)
        day = parse(as_of, "as_of").last if as_of else ""
        return roots(self.graph, meant, as_of=day, window=_window(*window), parts=parts)

    def names(self, place: str) -> list[NameRow]:
        """All names and codes that a place ever had; see `queries.places.names`."""
        return names(self.graph, ids(self.graph, "places", place, self.inside))

    def places_on(self, as_of: str) -> list[StandingRow]:
        """The places that stood on a day (the last of a month or year), or may have; see `queries.places.compared`."""
        return places_on(self.graph, parse(as_of, "as_of").last, self.inside)

    def compared(self, first: str, last: str) -> Compared:
        """What became of all places between two days (the last ones of months or years)."""
        return compared(self.graph, parse(first, "between").last, parse(last, "between").last, self.inside)

    def findings(self, *, replaced: bool = False, as_of: str = "") -> list[Finding]:
        """The findings of which `audit` makes rows, in its order."""
        standing = self.standing(replaced=replaced, as_of=as_of)
        within = self.inside
        spellings = self.proposals()
        return findings_of(self.graph, within=within, spellings=spellings, standing=standing)

    def revisions(self) -> "list[RevisionRow]":
        """Papers that may be revisions of others; see `api.ask.editions.revising`."""
        from api.ask.editions.revising import revisions_proposed  # noqa: PLC0415 - it matches papers

        within = self.inside
        decisions = stored_decisions(self.graph)
        return kept(self.graph, ("revisions", within), lambda: revisions_proposed(self.graph, decisions, within))

    def proposals(self) -> "list[ProposalRow]":
        """Spellings that may name one thing; see `api.ask.proposing`."""
        from api.ask.proposing import proposed  # noqa: PLC0415 - it compares names, which few questions ask for

        return proposed(self.graph, stored_decisions(self.graph), self.inside)


def day_from(typed: str) -> str:
    """The day that is looked from: the one typed (the last of a month or year), else this very day, ISO.

    Raises UsageError for what is no day.
    """
    return parse(typed, "today").last if typed.strip() else datetime.now().astimezone().date().isoformat()


def _window(first: str, last: str) -> tuple[str, str]:
    """From one day, month or year to another, "" for no bound."""
    return parse(first, "from").first if first else "", parse(last, "to").last if last else ""


def _readers() -> str:
    """The digest of the readers of this program."""
    from loaders.edition import readers_digest  # noqa: PLC0415 - readers are loaded only where papers are listed

    return readers_digest()
