"""Why a verdict on a load is what it is: a code with the figures behind it, and the sentence that they make, which
tells the load, the rule, the numbers, the share, and what would change it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.messages.message import Message, message
from graph.messages.sentences import say
from graph.messages.tables import Lang
from queries.duties import Bearer
from queries.overload import FEWEST_PEERS, Fences, Verdict

_TIMES = {False: (1.5, 3.0), True: (2.0, 4.0)}
"""The multiples of the rule, overloaded and severely so, for a spread of loads and for none."""
_PLAIN = {
    ("workload.above", "unit"): "workload.plain_unit",
    ("workload.above", "leader"): "workload.plain_leader",
    ("workload.severe", "unit"): "workload.plain_unit_severe",
    ("workload.severe", "leader"): "workload.plain_leader_severe",
}
"""The verdict in plain words, before its figures, by code and by whom it speaks of: where one is overloaded."""
_BURDEN = {"unit": "workload.load_unit", "leader": "workload.load_leader"}


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """The verdict that would hold, with its load, if the unit of this name were the same one."""

    name: str
    load: float
    verdict: Verdict


def reason(
    bearer: Bearer, among: Fences, verdict: Verdict, total: int, minimum: float, changes: Sequence[VerdictChange]
) -> Message:
    """Why this is the verdict on a bearer among its peers; `total` counts all tasks of its place and period.

    Values: by (unit, leader), load, tasks, total; of a unit leads, responsible, supports; where loads were compared
    peers, q1, q3, threshold, severe, rule (workload.fence: `times` the spread above Q3; workload.flat: `times` the
    `median`), minimum; where too few are there peers and fewest; for proposed spellings that would change the verdict,
    in lists that run parallel, if_same (their names), if_same_load and if_same_verdict.
    """
    leader = bearer.kind == "leader"
    roles = {name: bearer.count(name) for name in ("leads", "responsible", "supports")} if not leader else {}
    then = {
        "if_same": [change.name for change in changes],
        "if_same_load": [change.load for change in changes],
        "if_same_verdict": [change.verdict for change in changes],
    }
    return message(
        _code(bearer, among, verdict),
        by="leader" if leader else "unit",
        load=bearer.load,
        tasks=len(bearer.duties),
        total=total,
        **roles,
        **_figures(among, verdict, minimum),
        **(then if changes else {}),
    )


def sentence(lang: Lang, row: Mapping[str, object]) -> str:
    """The sentence of a row of `queries.workload`, of its reason and reason_values."""
    code, values = str(row["reason"]), row["reason_values"]
    if not isinstance(values, Mapping):
        raise TypeError("the values of a reason are a mapping")
    plain = _PLAIN.get((code, values["by"]))
    limit = round(values["severe" if code == "workload.severe" else "threshold"], 1) if plain else 0
    rule = message(values["rule"], **values) if "rule" in values else ""
    changes = zip(*(values.get(name, ()) for name in ("if_same", "if_same_load", "if_same_verdict")), strict=True)
    parts = [
        say(lang, plain, limit=limit) if plain else "",
        say(lang, _BURDEN[values["by"]], **values),
        say(lang, code, **{**values, "rule": rule}),
        say(lang, "workload.share", **values, percent=f"{values['tasks'] / values['total']:.0%}"),
        *(
            say(lang, "workload.change", name=name, load=load, verdict=message(f"verdict.{verdict}"))
            for name, load, verdict in changes
        ),
        say(lang, "workload.stop"),
    ]
    return "".join(parts)


def _code(bearer: Bearer, among: Fences, verdict: Verdict) -> str:
    codes: dict[Verdict, str] = {
        "severely overloaded": "workload.severe",
        "overloaded": "workload.above",
        "not overloaded": "workload.light" if bearer.load > among.threshold else "workload.below",
        "too few to compare": "workload.few",
        "not compared": "workload.group",
    }
    return codes[verdict]


def _figures(among: Fences, verdict: Verdict, minimum: float) -> dict[str, object]:
    """The figures of the comparison."""
    if verdict == "not compared":
        return {}
    if verdict == "too few to compare":
        return {"peers": among.peers, "fewest": FEWEST_PEERS}
    flat = among.spread == 0
    return {
        "peers": among.peers,
        "q1": among.q1,
        "q3": among.q3,
        "median": among.median,
        "rule": "workload.flat" if flat else "workload.fence",
        "times": _TIMES[flat][verdict == "severely overloaded"],
        "threshold": among.threshold,
        "severe": among.severe,
        "minimum": minimum,
    }
