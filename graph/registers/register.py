"""A register: from the rows of its tables to periods and what became of each.

A day is one step (so is a month or a year that is told without a day): every row is read against the units as they
stood before. What goes into a unit that itself becomes another on that day goes on with it, where that unit does not
stand after the day. A unit that was touched has another period from then on; `lasting_id` keeps it the same place.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from graph.registers.events import events_of
from graph.registers.model import Link, UnitPeriod, UnitRegister
from graph.registers.periods import PeriodBook
from graph.registers.restored import restored
from graph.registers.steps import Leg, RegisterStep, RegisterSteps
from graph.registers.units import UnitSpell, UnitSpells
from graph.statements import LegStatement, RegisterParty, Share, UnitStatement
from graph.vocabulary.register_kinds import kind_word


def register_of(
    scheme: str, legs: Iterable[tuple[LegStatement, str]], units: Iterable[tuple[UnitStatement, str]]
) -> UnitRegister:
    """What rows of event and unit tables of one scheme tell, each with the id of its passage, in whatever order.

    Rows on changes that are only proposed tell nothing here.
    """
    rows = UnitSpells(UnitSpell(said, passage) for said, passage in units)
    told = [Leg.of(said, passage) for said, passage in legs if said.status != "proposed"]
    told.sort(key=lambda leg: (leg.moment, leg.order))
    return _StepTeller(scheme, rows, RegisterSteps(told, rows)).register()


class _StepTeller:
    """The periods of one register while its steps are told."""

    def __init__(self, scheme: str, units: UnitSpells, steps: RegisterSteps) -> None:
        self._steps = steps
        self._book = PeriodBook(scheme, units)

    def register(self) -> UnitRegister:
        """All periods and events."""
        book = self._book
        told = {step.moment: self._tell(step) for step in self._steps.all}
        book.settle_all()
        for moment, links in book.by_rows.items():
            told.setdefault(moment, []).extend(links)
        told = restored(told, book.periods)
        events = tuple(
            event for moment in sorted(told) for event in events_of(book.scheme, moment, told[moment], book.periods)
        )
        return UnitRegister(book.scheme, book.periods, events)

    def _tell(self, step: RegisterStep) -> list[Link]:
        """Tell one step: the links from the periods that it ends to those that it begins."""
        day = step.moment.latest
        before = {code: period for code in step.codes if (period := self._standing(code, step))}
        for period in before.values():
            self._book.end(period, day)
        links: list[Link] = []
        source, target = dict(before), dict[str, UnitPeriod]()
        for code in step.codes:
            others = step.others_into(code)
            if self._steps.stands_after(code, step):
                target[code] = self._book.begin(code, day, _party(step, code, new=True))
                if code in before and (step.gives_alone(code) or not others):
                    target[code].lasting_id = before[code].lasting_id
                    if not any(leg.new == code for leg in step.out.get(code, ())):
                        links.append(Link(before[code].id, target[code].id, "", "whole"))
            elif others:
                through = self._book.begin(code, day, _party(step, code, new=False))
                self._book.end(through, day)
                if code in before:
                    through.lasting_id = before[code].lasting_id
                    links.append(Link(before[code].id, through.id, "", "whole"))
                source[code] = target[code] = through
        kept = {period.lasting_id for period in before.values()}
        return links + _links(step, source, target, kept)

    def _standing(self, code: str, step: RegisterStep) -> UnitPeriod | None:
        """The period of a unit that stands before a step, begun here where nothing was told of it; None where none
        does.
        """
        book, day = self._book, step.moment.latest
        book.settle(code, day)
        if period := book.open.get(code):
            return period
        known = bool(book.told[code] or book.units.of(code))
        leaves = code in step.out and not step.others_into(code)
        if leaves or (not known and self._steps.stood_before(code, step)):
            last = book.told[code][-1].valid_to if book.told[code] else ""
            return book.begin(code, last, _party(step, code, new=False))
        return None


def _party(step: RegisterStep, code: str, *, new: bool) -> RegisterParty:
    """What the rows of a step say of a unit: after it (`new`) or before it, where they do not the other."""
    behind = [leg.said.new for leg in step.into.get(code, ())]
    ahead = [leg.said.old for leg in step.out.get(code, ())]
    said = [one for one in (*behind, *ahead) if one.name] if new else [one for one in (*ahead, *behind) if one.name]
    return said[0] if said else RegisterParty(code)


def _links(
    step: RegisterStep, source: Mapping[str, UnitPeriod], target: Mapping[str, UnitPeriod], kept: Collection[str]
) -> list[Link]:
    """The links that the rows of a step tell, those of one pair as one; a unit that is the same behind a row lasts,
    unless the one behind does (`kept` are those that do).
    """
    found: dict[tuple[str, str], Link] = {}
    rows = {leg.passage: leg for legs in (*step.out.values(), *step.into.values()) for leg in legs}
    # Where a unit goes whole into another by one row, a further row does not give any land back.
    for leg in sorted(rows.values(), key=lambda leg: (leg.old, leg.new, leg.gives, leg.order)):
        old = source[leg.old].id if leg.old else ""
        new = target[leg.new].id if leg.new in target else ""
        if not (old or new):
            continue
        link = Link(old, new, leg.said.kind, _share(leg), leg.said.part, ((leg.passage, leg.said),))
        found[old, new] = _both(found[old, new], link) if (old, new) in found else link
        if old and new and leg.old != leg.new and kind_word(leg.said.kind).same:
            period = target[leg.new]
            if period.lasting_id not in kept:
                period.lasting_id = source[leg.old].lasting_id
    return list(found.values())


def _share(leg: Leg) -> Share:
    word = kind_word(leg.said.kind)
    if leg.old == leg.new:
        return "whole"
    if leg.said.share:
        return leg.said.share
    if word.part or leg.said.part:
        return "part"
    return "unknown" if word.unsure else "whole"


def _both(known: Link, other: Link) -> Link:
    """Two rows on one pair: a whole stands over a part."""
    weak: tuple[Share, ...] = ("whole", "unknown", "part")
    share = min(known.share, other.share, key=weak.index)
    part = "" if share == "whole" else known.part or other.part
    return replace(known, share=share, part=part, said=(*known.said, *other.said))
