"""The questions of the command line and of the service, as a person asks them: names must be there, months and years
count as whole periods, proposed spellings are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from api.ask.proposing import proposed
from api.ask.resolve import require
from api.settings import Language
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from loaders.edition import readers_digest
from queries.ask import Row, ask
from queries.audit import Finding, told
from queries.audit import findings as findings_of
from queries.chosen import Choice, chosen, rows_of
from queries.duties import By, parse_weights
from queries.lineage import Way
from queries.lineage import lineage as lineage_of
from queries.once import once
from queries.period import parse
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

    def listed(self, name: str, **params: object) -> list[Row]:
        """All rows of `name/list`; those of documents count the files that these readers have not read."""
        readers = {"readers": readers_digest()} if name == "documents" else {}
        return ask(self.graph, f"{name}/list", within=self._within(), **readers, **params)

    def chosen(
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
    ) -> Sequence[str]:
        """The ids of the tasks that meet every condition given, in the order of their list."""
        named = {"leader": leader, "unit": unit, "place": place, "plan": plan}
        for kind, name in named.items():
            require(self.lang, self.graph, kind, name)
        choice = Choice(
            **named,
            role=role,
            due_before=parse(due_before, "due_before").last if due_before else "",
            due_after=parse(due_after, "due_after").first if due_after else "",
            open_on=parse(open_on, "open_on").last if open_on else "",
            within=self._within(),
        )
        return chosen(self.graph, choice)

    def tasks(self, **conditions: str) -> list[Row]:
        """The tasks that meet every condition given, as `chosen` takes them."""
        return rows_of(self.graph, self.chosen(**conditions))

    def workload(self, *, by: By, period: str = "", weights: str = "", overloaded: bool = False) -> list[Row]:
        """Who carries how much; see `queries.workload`."""
        within = self._within()
        offered = proposed(self.graph, stored_decisions(self.graph), within)
        pairs = tuple((str(row["id"]), str(row["other_id"])) for row in offered if row["grade"] == "likely")
        rows = once(
            self.graph,
            ("workload", by, within, period, weights, self.lang, pairs),
            lambda: workload_of(
                self.graph,
                by=by,
                within=within,
                period=period,
                weights=parse_weights(weights) if weights else None,
                lang=self.lang,
                proposals=pairs,
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
    ) -> list[Row]:
        """Where a place comes from and what became of it; see `queries.lineage`."""
        first, last = window
        return lineage_of(
            self.graph,
            require(self.lang, self.graph, "place", place),
            as_of=parse(as_of, "as_of").last if as_of else "",
            window=(parse(first, "from").first if first else "", parse(last, "to").last if last else ""),
            ways=WAYS[way],
            parts=parts,
            within=self._within(),
            lang=self.lang,
        )

    def audit(self) -> list[Row]:
        """What is wrong in the plans; see `queries.audit`."""
        return [told(one, self.lang) for one in self.findings()]

    def findings(self) -> list[Finding]:
        """The findings of which `audit` makes rows, in its order."""
        within = self._within()
        spellings = proposed(self.graph, stored_decisions(self.graph), within)
        return findings_of(self.graph, within=within, spellings=spellings)

    def proposals(self) -> list[Row]:
        """Spellings that may name one thing; see `api.ask.proposing`."""
        return proposed(self.graph, stored_decisions(self.graph), self._within())

    def _within(self) -> str:
        return require(self.lang, self.graph, "place", self.within)
