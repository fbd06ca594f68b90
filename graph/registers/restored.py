"""Units that are set up again out of one that they had gone into: each gets its own land back, and is the same place.

What a unit held when it went in is followed through the units that held it since; only where that way leads to the one
that gives it back is it restored. Another unit that is given the same code is none of this.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.registers.model import ChangeMoment, Link, UnitPeriod
from graph.vocabulary.register_kinds import kind_word


def restored(
    told: Mapping[ChangeMoment, Sequence[Link]], periods: Mapping[str, UnitPeriod]
) -> dict[ChangeMoment, list[Link]]:
    """The links of every moment, those that restore a unit with the last period that it had before; that unit lasts."""
    back: defaultdict[str, list[str]] = defaultdict(list)
    found: dict[ChangeMoment, list[Link]] = {}
    for moment in sorted(told):
        alone = Counter(link.new for link in told[moment])
        found[moment] = [_restoring(link, back, periods) if alone[link.new] == 1 else link for link in told[moment]]
        for link in found[moment]:
            if link.restores:
                _last(periods, link)
        for link in found[moment]:
            if link.old and link.new and link.share != "part":
                back[link.new].append(link.restores or link.old)
    return found


def _last(periods: Mapping[str, UnitPeriod], link: Link) -> None:
    """The restored unit, and what it became since under this name, is the place that it was."""
    old, anew = periods[link.restores].lasting_id, periods[link.new].lasting_id
    for period in periods.values() if old != anew else ():
        if period.lasting_id == anew:
            period.lasting_id = old


def _restoring(link: Link, back: Mapping[str, Sequence[str]], periods: Mapping[str, UnitPeriod]) -> Link:
    if not (link.old and link.new) or not link.kind or kind_word(link.kind).same:
        return link
    old, new = periods[link.old], periods[link.new]
    if new.lasting_id != new.id or new.code == old.code:
        return link
    stated = kind_word(link.kind).event == "restore"
    held = _held(link.old, back)
    own = [
        periods[one]
        for one in held
        if (periods[one].name == new.name or (stated and periods[one].code == new.code))
        and periods[one].lasting_id != old.lasting_id
    ]
    if not own:
        return link
    last = max(own, key=lambda one: (one.code == new.code, one.valid_to, one.id))
    return replace(link, restores=last.id)


def _held(period: str, back: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """All periods whose land a period holds, as far as it went whole."""
    seen: set[str] = set()
    pending = [period]
    while pending:
        for old in back.get(pending.pop(), ()):
            if old not in seen:
                seen.add(old)
                pending.append(old)
    return seen
