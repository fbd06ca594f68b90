"""The load of one unit or leader among its peers, as a card and a picture of a line with all loads on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.ask.questions import Asker
from api.pages.known_parameters import CountedPapers
from api.pages.view import View
from api.settings import Language
from graph.messages.sentences import say
from graph.stores.protocol import Store
from queries.duties import By
from queries.workload import LoadRow

WIDTH = 620
GRAVE = ("severely overloaded", "overloaded")


@dataclass(frozen=True, slots=True)
class Scale:
    """Where loads stand on a line from 0: each peer's, the quartiles, and the threshold (None where none holds)."""

    peers: tuple[float, ...]
    own: float
    q1: float
    q3: float
    threshold: float | None
    ticks: tuple[tuple[float, str], ...]
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class DrawnLoad:
    """A row of `queries.workload` with the picture of its peers, None where it is not compared, and in plain words."""

    row: LoadRow
    scale: Scale | None
    plainly: str


def loads(view: View, store: Store, by: By, place: str = "", counted: CountedPapers | None = None) -> list[LoadRow]:
    """All rows of the workload in the place and period that the page asks for, and of the papers that it counts.

    Loads are compared within one place: `place` (its id) is enough for the rows of those who belong there.
    """
    period = view.asked.request.query_params.get("period", "")[:40]
    asker = Asker(store, view.within or place, view.lang)
    which = counted or CountedPapers()
    return asker.workload(by=by, period=period, replaced=which.replaced, as_of=which.in_force)


def load_of(lang: Language, rows: Sequence[LoadRow], identity: str) -> DrawnLoad | None:
    """The load of one of them; None where it has no task in the period."""
    row = next((row for row in rows if row["id"] == identity), None)
    if row is None:
        return None
    return DrawnLoad(row, _scale(row, rows) if is_compared(row) else None, plainly(lang, rows)[identity])


def is_compared(row: LoadRow) -> bool:
    """Whether a load was laid beside those of its peers."""
    return row["verdict"] not in {"not compared", "too few to compare"}


def plainly(lang: Language, rows: Sequence[LoadRow]) -> dict[str, str]:
    """Each load in plain words, by the id of who bears it: 40 项（牵头9，责任31），负荷24.5，蓬莱镇38个单位中最高；
    四分之三的单位不到7.2.
    """
    peers: dict[tuple[object, ...], list[float]] = {}
    for row in rows:
        peers.setdefault(_peers(row), []).append(row["load"])
    return {row["id"]: _plainly(lang, row, peers[_peers(row)]) for row in rows}


def _plainly(lang: Language, row: LoadRow, peers: Sequence[float]) -> str:
    by = "unit" if row["leads"] or row["responsible"] or row["supports"] else "leader"
    counts = [say(lang, f"load.{key}", number=row[key]) for key in ("leads", "responsible", "supports") if row[key]]
    told = say(lang, f"load.plain_{by}", tasks=row["tasks"], roles=say(lang, "load.and").join(counts), load=row["load"])
    if not is_compared(row):
        return told + say(lang, f"load.plain_{row['verdict'].replace(' ', '_')}")
    rank = 1 + sum(one > row["load"] for one in peers)
    of = say(lang, f"load.of_{by}")
    key = "load.rank_first" if rank == 1 else "load.rank"
    place = say(lang, "load.in_place", place=row["place"]) if row["place"] else ""
    ranked = say(lang, key, place=place, peers=len(peers), rank=rank, of=of)
    return told + ranked + say(lang, "load.quartile", q3=round(row["q3"], 1))


def _peers(row: LoadRow) -> tuple[object, ...]:
    """What those have in common whose loads are compared."""
    return row["place"], row["kind"], row["level"], row["threshold"]


def grave(rows: Sequence[LoadRow]) -> list[LoadRow]:
    """Those who are overloaded, the gravest first."""
    found = [row for row in rows if row["verdict"] in GRAVE]
    return sorted(found, key=lambda row: (GRAVE.index(row["verdict"]), -row["load"], row["name"]))


def _scale(row: LoadRow, rows: Sequence[LoadRow]) -> Scale:
    alike = [one for one in rows if _peers(one) == _peers(row)]
    most = max([one["load"] for one in alike] + [row["threshold"]]) * 1.06
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if most / step <= 10), 10000)  # noqa: PLR2004 - at most ten figures fit

    def at(load: float) -> float:
        return round(WIDTH * load / most, 1)

    ticks = tuple((at(number), f"{number:g}") for number in range(0, int(most) + 1, step))
    others = sorted(at(one["load"]) for one in alike if one["id"] != row["id"])
    return Scale(tuple(others), at(row["load"]), at(row["q1"]), at(row["q3"]), at(row["threshold"]), ticks)
