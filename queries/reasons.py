"""Why a verdict on a load is what it is, in one sentence: the load, the rule, the numbers, the share, and what would
change it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from queries.duties import Bearer
from queries.overload import FEWEST_PEERS, Fences, Verdict
from queries.words import Lang, say

_TIMES = {False: (1.5, 3.0), True: (2.0, 4.0)}
"""The multiples of the rule, overloaded and severely so, for a spread of loads and for none."""


@dataclass(frozen=True, slots=True)
class Change:
    """The verdict that would hold, with its load, if the unit of this name were the same one."""

    name: str
    load: float
    verdict: Verdict


def reason(
    bearer: Bearer,
    among: Fences,
    verdict: Verdict,
    total: int,
    minimum: float,
    changes: Iterable[Change],
    lang: Lang,
) -> str:
    """The sentence for a verdict on a bearer among its peers; `total` counts all tasks of its place and period."""
    tasks = len(bearer.duties)
    percent = f"{tasks / total:.0%}"
    parts = [
        _plain(bearer, among, verdict, lang),
        _load(bearer, lang),
        _comparison(bearer, among, verdict, minimum, lang),
    ]
    parts.append(say(lang, "workload", "share", tasks=tasks, total=total, percent=percent))
    for change in changes:
        words = say(lang, "verdicts", change.verdict)
        parts.append(say(lang, "workload", "change", verdict=words, load=change.load, name=change.name))
    return "".join(parts) + say(lang, "workload", "stop")


def _plain(bearer: Bearer, among: Fences, verdict: Verdict, lang: Lang) -> str:
    """The verdict in plain words, before its figures, where one is overloaded."""
    if verdict not in {"overloaded", "severely overloaded"}:
        return ""
    key = "plain_leader" if bearer.kind == "leader" else "plain_unit"
    if verdict == "severely overloaded":
        return say(lang, "workload", f"{key}_severe", threshold=round(among.severe, 1))
    return say(lang, "workload", key, threshold=round(among.threshold, 1))


def _load(bearer: Bearer, lang: Lang) -> str:
    if bearer.kind == "leader":
        return say(lang, "workload", "load_leader", load=bearer.load, tasks=len(bearer.duties))
    return say(
        lang,
        "workload",
        "load_unit",
        load=bearer.load,
        leads=bearer.count("leads"),
        responsible=bearer.count("responsible"),
        supports=bearer.count("supports"),
    )


def _comparison(bearer: Bearer, among: Fences, verdict: Verdict, minimum: float, lang: Lang) -> str:
    if verdict == "not compared":
        return say(lang, "workload", "group")
    if verdict == "too few to compare":
        return say(lang, "workload", "few", peers=among.peers, fewest=FEWEST_PEERS)
    severe = verdict == "severely overloaded"
    flat = among.spread == 0
    rule = say(
        lang,
        "workload",
        "flat" if flat else "fence",
        times=_TIMES[flat][severe],
        peers=among.peers,
        q1=among.q1,
        q3=among.q3,
        median=among.median,
    )
    above = bearer.load > among.threshold
    if severe:
        return say(lang, "workload", "severe", threshold=among.severe, rule=rule, lower=among.threshold)
    key = "below" if not above else "light" if verdict == "not overloaded" else "above"
    return say(lang, "workload", key, threshold=among.threshold, rule=rule, minimum=minimum)
