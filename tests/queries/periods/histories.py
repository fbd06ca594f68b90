"""Random registers of some dozen units."""

import random

from tests.queries.periods.closure import Row


def history(seed: int) -> list[Row]:
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
