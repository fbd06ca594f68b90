"""The rows of event tables day by day, and what later rows say of whether a unit stood after a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.registers.model import ChangeMoment
from graph.registers.units import UnitSpells
from graph.statements import LegStatement
from graph.vocabulary.register_kinds import kind_word

_NAMED = "~"
"""What stands before the name of a unit without a code."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A row with its passage; `old` and `new` are the codes of its units, "" where a side is empty."""

    said: LegStatement
    passage: str
    old: str
    new: str

    @classmethod
    def of(cls, said: LegStatement, passage: str) -> "Leg":
        """The row; a unit that has a name alone is known by the name."""
        old, new = ((side.code or (side.name and _NAMED + side.name)) for side in (said.old, said.new))
        return cls(said, passage, old, new)

    @property
    def order(self) -> tuple[str, ...]:
        """To sort the rows of one moment by what they say, wherever they stand."""
        said = self.said
        parties = (part for side in (said.old, said.new) for part in (side.name, side.level, side.parent))
        return (self.old, self.new, said.kind, said.share, said.part, said.event, *parties, said.number, self.passage)

    @property
    def moment(self) -> ChangeMoment:
        """When it was."""
        return ChangeMoment(self.said.latest, self.said.earliest)

    @property
    def gives(self) -> bool:
        """Whether the unit before goes on without what it gives."""
        return kind_word(self.said.kind).gives or self.said.share == "part" or bool(self.said.part)

    @property
    def makes(self) -> bool:
        """Whether the unit behind comes into being by it, as far as its word says."""
        return not kind_word(self.said.kind).joins


@dataclass(slots=True)
class RegisterStep:
    """All rows of one moment, by the unit before and by the one behind."""

    moment: ChangeMoment
    out: dict[str, list[Leg]] = field(default_factory=dict)
    into: dict[str, list[Leg]] = field(default_factory=dict)

    @property
    def codes(self) -> list[str]:
        """All units that it speaks of, sorted."""
        return sorted(self.out.keys() | self.into.keys())

    def others_into(self, code: str) -> list[Leg]:
        """The rows by which other units go into one."""
        return [leg for leg in self.into.get(code, ()) if leg.old != code]

    def gives_alone(self, code: str) -> bool:
        """Whether a unit does nothing but give of itself, or stands on both sides of a row."""
        legs = self.out.get(code, ())
        return all(leg.gives for leg in legs) or any(leg.new == code for leg in legs)


class RegisterSteps:
    """The steps of a register in order of time."""

    def __init__(self, legs: Iterable[Leg], units: UnitSpells) -> None:
        by_moment: defaultdict[ChangeMoment, RegisterStep] = defaultdict(lambda: RegisterStep(ChangeMoment("", "")))
        for leg in legs:
            step = by_moment[leg.moment]
            step.moment = leg.moment
            if leg.old:
                step.out.setdefault(leg.old, []).append(leg)
            if leg.new:
                step.into.setdefault(leg.new, []).append(leg)
        self.all = [by_moment[moment] for moment in sorted(by_moment)]
        self._units = units
        self._later: defaultdict[str, list[int]] = defaultdict(list)
        self._number = {step.moment: number for number, step in enumerate(self.all)}
        for number, step in enumerate(self.all):
            for code in step.codes:
                self._later[code].append(number)

    def stood_before(self, code: str, step: RegisterStep) -> bool:
        """Whether a unit that no unit table knows, and of which nothing was told before, stood before a step."""
        others = step.others_into(code)
        if code not in step.out or (others and not self.stands_after(code, step)):
            return not any(leg.makes for leg in others)
        return True

    def stands_after(self, code: str, step: RegisterStep) -> bool:
        """Whether a unit stands after a step, be it the same or another with its code."""
        if code not in step.out:
            return True
        if self._units.of(code):
            return self._units.after(code, step.moment.latest) is not None
        if step.gives_alone(code):
            return True
        others = step.others_into(code)
        if (known := self._used_later(code, step)) is not None:
            return known
        return bool(others) and not _goes_through(code, step, others)

    def _used_later(self, code: str, step: RegisterStep) -> bool | None:
        """What the next step that speaks of a unit says of whether it stood before that; None where none does."""
        here = self._number[step.moment]
        later = next((number for number in self._later[code] if number > here), None)
        if later is None:
            return None
        then = self.all[later]
        return code in then.out or not any(leg.makes for leg in then.into[code])


def _goes_through(code: str, step: RegisterStep, others: Sequence[Leg]) -> bool:
    """Whether what goes into a unit on the day on which it becomes another goes on into that: the unit takes it in
    under its own name. Else its code passes to another on that day, as where two exchange theirs.
    """
    if not any(leg.makes for leg in others):
        return True
    if _returns(code, step):
        return False
    names = {leg.said.old.name for leg in step.out[code]}
    return all(leg.said.new.name in names for leg in others)


def _returns(code: str, step: RegisterStep) -> bool:
    """Whether the rows of a step lead from a unit over others back to itself."""
    seen: set[str] = set()
    pending = [leg.new for leg in step.out[code]]
    while pending:
        at = pending.pop()
        if at == code:
            return True
        if at not in seen:
            seen.add(at)
            pending += [leg.new for leg in step.out.get(at, ())]
    return False
