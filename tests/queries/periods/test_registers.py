"""Answers between two days on registers: cases a few rows long, and the plain closure over random and real ones."""

import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.registers.register import register_of
from loaders.extract import extract
from tests.queries.periods.closure import Closure, Row, read, standing
from tests.queries.periods.told import RegisterLinks, codes, register, rows

EARLY, LATE = "2000-01-01", "2020-01-01"
NOBODY: list[str] = []
BACK = "2005-01-01 merge 1:甲 3:丙\n2005-01-01 merge 2:乙 3:丙\n2012-01-01 restore 3:丙 1:甲"


@pytest.mark.parametrize(
    ("told", "asked", "expected"),
    [
        # A unit that takes others in on the day on which it becomes another.
        ("2010-01-01 absorb 1:甲 2:乙\n2010-01-01 status_change 2:乙 3:丙", ("1", EARLY, LATE), ["3"]),
        ("2010-01-01 absorb 1:甲 2:乙\n2010-01-01 status_change 2:乙 3:丙", ("3", LATE, EARLY), ["1", "2"]),
        # Codes that pass on: each row is read against the state before.
        ("2010-01-01 recode 1:甲 2:甲\n2010-01-01 recode 2:乙 1:乙", ("1", EARLY, LATE), ["2"]),
        ("2010-01-01 recode 1:甲 2:甲\n2010-01-01 recode 2:乙 1:乙", ("1", LATE, EARLY), ["2"]),
        ("2010-01-01 recode 1:甲 2:甲\n2010-01-01 recode 2:乙 3:乙", ("1", EARLY, LATE), ["2"]),
        ("2010-01-01 recode 1:甲 2:甲\n2010-01-01 recode 2:乙 3:乙", ("2", EARLY, LATE), ["3"]),
        # One is absorbed and the other takes its code: both lines are kept.
        ("2010-01-01 absorb 1:甲 2:乙\n2010-01-01 rename 2:乙 1:甲", ("2", EARLY, LATE), ["1"]),
        ("2010-01-01 absorb 1:甲 2:乙\n2010-01-01 rename 2:乙 1:甲", ("1", LATE, EARLY), ["1", "2"]),
        # A year that is told without days never chains through a unit that stood before and after it.
        ("2010 absorb 1:甲 2:乙\n2010 split_off 2:乙 3:丙", ("1", EARLY, LATE), ["2"]),
        # Parts are told where they are asked for alone.
        ("2010-01-01 split_off 1:甲 2:乙", ("1", EARLY, LATE), ["1"]),
        ("2010-01-01 split_off 1:甲 2:乙", ("2", LATE, EARLY), NOBODY),
        # Who is set up again gets its own land back, and nothing of another's.
        (
            BACK,
            ("1", EARLY, LATE),
            ["1"],
        ),
        (
            BACK,
            ("2", EARLY, LATE),
            ["3"],
        ),
        (
            BACK,
            ("3", "2008-01-01", LATE),
            ["1", "3"],
        ),
        (
            BACK,
            ("1", LATE, EARLY),
            ["1"],
        ),
        (
            BACK,
            ("3", LATE, EARLY),
            ["2"],
        ),
        # A code of a unit that ended is given to another.
        ("2005-01-01 merge 1:甲 2:乙\n2012-01-01 create - 1:丁", ("1", EARLY, LATE), ["2"]),
        ("2005-01-01 merge 1:甲 2:乙\n2012-01-01 create - 1:丁", ("1", LATE, EARLY), NOBODY),
        # Nothing is told of what came after.
        ("2010-01-01 abolish 1:甲 -", ("1", EARLY, LATE), NOBODY),
        # A unit of which nothing is told on the way is itself.
        ("2010-01-01 rename 1:甲 1:乙", ("1", EARLY, "2005-01-01"), ["1"]),
    ],
)
def test_what_a_unit_of_one_day_is_on_another(told: str, asked: tuple[str, str, str], expected: list[str]) -> None:
    code, first, last = asked
    assert codes(RegisterLinks(register(rows(told))), code, first, last) == expected


def test_a_part_is_reached_where_it_is_asked_for_both_ways() -> None:
    links = RegisterLinks(register(rows("2005-01-01 transfer 1:甲 2:乙\n2010-01-01 merge 2:乙 3:丙")))
    assert codes(links, "1", EARLY, LATE, parts=True) == ["1", "3"]
    assert codes(links, "3", LATE, EARLY, parts=True) == ["1", "2"]


def test_the_unit_table_tells_who_stands_after_a_day_and_who_never_changed() -> None:
    units = [
        {"id": "1", "name": "甲", "valid_from": "1990-01-01", "valid_to": ""},
        {"id": "2", "name": "乙", "valid_from": "1990-01-01", "valid_to": "2010-01-01"},
        {"id": "9", "name": "癸", "valid_from": "1990-01-01", "valid_to": "2003-01-01"},
        {"id": "9", "name": "壬", "valid_from": "2003-01-01", "valid_to": ""},
    ]
    links = RegisterLinks(register(rows("2010-01-01 merge 2:乙 1:甲"), units))
    assert codes(links, "1", LATE, EARLY) == ["1", "2"]
    assert codes(links, "9", EARLY, LATE) == ["9"]
    assert codes(links, "9", "1980-01-01", LATE) == NOBODY


def _history(seed: int) -> list[Row]:
    """A random register of some dozen units, in which every row can have happened."""
    chance = random.Random(seed)  # noqa: S311 - a history that is the same every time
    standing_, number, told = [f"{one:02}" for one in range(20)], 20, []
    gone: list[str] = []
    for month in range(1, 25):
        day = f"{2001 + month // 12}-{month % 12 + 1:02}-01"
        free = chance.sample(standing_, len(standing_))
        before = list(gone)
        for _ in range(chance.randint(1, 3)):
            kind = chance.choice(["absorb", "merge", "split", "split_off", "recode", "transfer", "abolish", "restore"])
            if len(free) < 3:
                break
            one, other = free.pop(), free.pop()
            new = f"{number:02}"
            number += 1
            if kind in {"absorb", "transfer"}:
                told.append((day, kind, one, other))
                gone += [one] * (kind == "absorb")
            elif kind == "merge":
                told += [(day, kind, one, new), (day, kind, other, new)]
                gone += [one, other]
            elif kind == "split":
                told += [(day, kind, one, new), (day, kind, one, f"{number:02}")]
                number += 1
                gone.append(one)
            elif kind == "restore" and before:
                back = before.pop(chance.randrange(len(before)))
                gone.remove(back)
                told.append((day, kind, one, back))
            elif kind in {"split_off", "recode"}:
                told.append((day, kind, one, new))
            elif kind == "abolish":
                told.append((day, kind, one, ""))
            into = {row[3] for row in told if row[0] == day and row[3]}
            ended = {row[2] for row in told if row[0] == day and row[1] not in {"transfer", "split_off", "restore"}}
        standing_ = sorted((set(standing_) - ended) | into)
    return [
        {"date": day, "kind": kind, "old_id": old, "old_name": f"村{old}" * bool(old), "new_id": new,
         "new_name": f"村{new}" * bool(new)}
        for day, kind, old, new in told
    ]  # fmt: skip


@given(st.integers(0, 100_000), st.booleans())
def test_random_registers_are_answered_as_the_plain_closure_answers_them(seed: int, parts: bool) -> None:  # noqa: FBT001
    told = _history(seed)
    closure, links = Closure(told, []), RegisterLinks(register(told))
    first, last = "2000-12-31", "2003-06-01"
    mirrored: defaultdict[str, set[str]] = defaultdict(set)
    for code in standing(closure, first):
        there = closure.after(code, first, last, parts=parts)
        assert codes(links, code, first, last, parts=parts) == sorted(there)
        for one in there:
            mirrored[one].add(code)
    for code in standing(closure, last):
        assert codes(links, code, last, first, parts=parts) == sorted(mirrored[code])


@given(st.integers(0, 100_000), st.randoms())
def test_the_order_of_rows_never_matters_and_no_two_periods_of_a_code_overlap(seed: int, chance: random.Random) -> None:
    told = _history(seed)
    one = register(told)
    mixed = list(told)
    chance.shuffle(mixed)
    assert register(mixed).periods.keys() == one.periods.keys()
    by_code: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for period in one.periods.values():
        by_code[period.code].append((period.valid_from, period.valid_to or "9999"))
    for spells in by_code.values():
        spells.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(spells))


SHARE = 0.999
"""Of answers that must be those of the plain closure, on real registers."""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ch_communes", "cn_county", "cn_township", "fr_communes", "jp_municipalities"])
def test_real_registers_are_answered_as_the_plain_closure_answers_them(registers: Path, name: str) -> None:
    events, units = read(registers / f"{name}.csv"), read(registers / f"{name}_units.csv")
    closure, links = Closure(events, units), _loaded(registers, name)
    chance = random.Random(name)  # noqa: S311 - the same questions every time
    answers = right = 0
    for _ in range(5):
        first, last = sorted(chance.sample(closure.order, 2))
        parts = chance.random() < 0.5
        touched = [code for code in standing(closure, first) if code in closure.mentions]
        there = {code: closure.after(code, first, last, parts=parts) for code in touched}
        back: defaultdict[str, set[str]] = defaultdict(set)
        for code, several in there.items():
            for one in several:
                back[one].add(code)
        changed = [code for code in touched if there[code] != {code}] or touched
        for code in chance.sample(changed, min(150, len(changed))):
            right += codes(links, code, first, last, parts=parts) == sorted(_coded(there[code]))
            answers += 1
        reached = [code for code in standing(closure, last) if code in back and not code.startswith("~")]
        for code in chance.sample(reached, min(150, len(reached))):
            right += codes(links, code, last, first, parts=parts) == sorted(_coded(back[code]))
            answers += 1
    # Where one row gives a unit back and another adds a part in the same pair, the program says whose land that was.
    assert right >= SHARE * answers
    assert answers >= 500


def _loaded(folder: Path, name: str) -> RegisterLinks:
    """The steps of a register as its files are read."""
    files = [path for path in (folder / f"{name}.csv", folder / f"{name}_units.csv") if path.exists()]
    read_ = [extract(path) for path in files]
    legs = [(leg, f"e{number}") for document in read_ for number, leg in enumerate(document.legs)]
    units = [(unit, f"u{number}") for document in read_ for number, unit in enumerate(document.units)]
    return RegisterLinks(register_of(name, legs, units))


def _coded(codes_: set[str]) -> set[str]:
    """The same with "" for units that have a name alone."""
    return {"" if code.startswith("~") else code for code in codes_}
