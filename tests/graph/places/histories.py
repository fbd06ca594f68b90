"""Random histories of villages and their towns, as papers of the time tell of them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from graph.statements import ChangeStatement, PlanDocument
from tests.graph.saying import change, document, merger

STEMS = "柏松梅兰竹菊桃李杏桂槐榆杨柳枫桑荷莲葵稻麦豆麻棉茶椒蒜葱姜瓜金银铜铁锡石玉沙泥土江河湖海溪泉井塘沟渠"
COUNTIES = ("青石市/大英县", "青石市/西河县")
LAST_DAY = "2030-01-01"


def county(way: str) -> str:
    """The county's own name."""
    return way.rpartition("/")[2]


@dataclass(slots=True)
class History:
    """What stands at a moment, and every change so far with the place for which a paper tells of it."""

    draw: st.DrawFn
    towns: dict[str, str] = field(default_factory=lambda: {"东镇": COUNTIES[0], "西镇": COUNTIES[0]})
    villages: dict[str, str] = field(default_factory=dict)
    gone: dict[str, list[str]] = field(default_factory=dict)
    absorbed: dict[str, str] = field(default_factory=dict)
    told: list[tuple[str, ChangeStatement]] = field(default_factory=list)
    names: int = 0

    def name(self) -> str:
        """A name that no village has had."""
        self.names += 1
        return f"{STEMS[self.names % len(STEMS)]}{STEMS[self.names // len(STEMS)]}村"

    def settle(self, town: str) -> None:
        """A village of which no paper tells how it began."""
        self.villages[self.name()] = town

    def of_one_town(self, count: int) -> list[str]:
        """Some villages of one town, none where it has not so many."""
        town = self.draw(st.sampled_from(sorted(self.towns)))
        there = sorted(name for name, home in self.villages.items() if home == town)
        return self.draw(st.permutations(there))[:count] if len(there) >= count else []

    def say(self, town: str, statement: ChangeStatement, day: str) -> None:
        """Tell of a change in a town, on a day or without one."""
        self.told.append((f"{self.towns[town]}/{town}", replace(statement, on=day, earliest=day, latest=day)))

    def line(self) -> int:
        """A line of its own for each statement."""
        return len(self.told) + 1


def merge(history: History, day: str) -> None:
    """Two villages become one of a new name."""
    if old := history.of_one_town(2):
        town = history.villages[old[0]]
        new = history.name()
        history.say(town, merger(history.line(), " ".join(old), new), day)
        for name in old:
            del history.villages[name]
        history.villages[new] = town
        history.gone[new] = old


def absorb(history: History, day: str) -> None:
    """A village goes into another, which goes on."""
    if old := history.of_one_town(2):
        history.say(history.villages[old[0]], merger(history.line(), " ".join(old), old[1]), day)
        history.absorbed[old[0]] = history.villages.pop(old[0])


def rename(history: History, day: str) -> None:
    """A village takes another name."""
    if old := history.of_one_town(1):
        new = history.name()
        history.say(history.villages[old[0]], merger(history.line(), old[0], new), day)
        history.villages[new] = history.villages.pop(old[0])


def exchange(history: History, day: str) -> None:
    """Two villages exchange their names."""
    if day and (old := history.of_one_town(2)):
        for one, other in (old, old[::-1]):
            history.say(history.villages[one], merger(history.line(), one, other), day)


def part(history: History, day: str) -> None:
    """A village gives a part of itself to another."""
    if old := history.of_one_town(2):
        said = change(history.line(), f"{old[0]}:continues:part", f"{old[1]}:receives", givers=old[0], level="village")
        history.say(history.villages[old[0]], said, day)


def restore(history: History, day: str) -> None:
    """A merged village becomes again what went into it."""
    merged = sorted(new for new, old in history.gone.items() if new in history.villages)
    if day and merged:
        new = history.draw(st.sampled_from(merged))
        old = history.gone.pop(new)
        town = history.villages.pop(new)
        history.say(town, merger(history.line(), new, " ".join(old)), day)
        history.villages |= dict.fromkeys(old, town)


def set_up_again(history: History, day: str) -> None:
    """A village that went into another is set up again, and no paper says out of which."""
    if day and history.absorbed:
        name = history.draw(st.sampled_from(sorted(history.absorbed)))
        town = history.absorbed.pop(name)
        said = replace(change(history.line(), "", f"{name}:created", level="village"), again=True)
        history.say(town, said, day)
        history.villages[name] = town


def move(history: History, day: str) -> None:
    """A village moves to another town."""
    if day and (old := history.of_one_town(1)):
        town = history.villages[old[0]]
        to = next(name for name in sorted(history.towns) if name != town)
        if history.towns[town] == history.towns[to]:
            said = change(history.line(), f"{old[0]}:moved", f"{to}:receives", givers=town, level="village")
            history.told.append((history.towns[town], replace(said, on=day, earliest=day, latest=day)))
            history.villages[old[0]] = to


def rename_town(history: History, day: str) -> None:
    """A town takes another name."""
    if day:
        town = history.draw(st.sampled_from(sorted(history.towns)))
        new = f"{history.name()[:2]}镇"
        county = history.towns.pop(town)
        said = replace(merger(history.line(), town, new), level="town", on=day, earliest=day, latest=day)
        history.told.append((county, said))
        history.towns[new] = county
        history.villages = {name: new if home == town else home for name, home in history.villages.items()}
        history.absorbed = {name: new if home == town else home for name, home in history.absorbed.items()}


def move_town(history: History, day: str) -> None:
    """A town moves to the other county."""
    if day:
        town = history.draw(st.sampled_from(sorted(history.towns)))
        old = history.towns[town]
        new = next(name for name in COUNTIES if name != old)
        said = change(history.line(), f"{town}:moved", f"{county(new)}:receives", givers=county(old))
        history.told.append(("青石市", replace(said, on=day, earliest=day, latest=day)))
        history.towns[town] = new


CHANGES: tuple[Callable[[History, str], None], ...] = (
    merge,
    absorb,
    rename,
    exchange,
    part,
    restore,
    set_up_again,
    move,
    rename_town,
    move_town,
)


@st.composite
def told(draw: st.DrawFn, most: int = 10, villages: int = 5) -> list[tuple[str, ChangeStatement]]:
    """What papers tell of a random history, each statement with the place that its paper speaks for."""
    history = History(draw)
    for town in ("东镇", "西镇"):
        for _ in range(draw(st.integers(2, villages))):
            history.settle(town)
    for year in range(2001, 2001 + draw(st.integers(1, most))):
        day = f"{year}-06-01" if draw(st.integers(0, 7)) else ""
        draw(st.sampled_from(CHANGES))(history, day)
    return history.told


def papers(said: list[tuple[str, ChangeStatement]], numbers: list[int]) -> list[PlanDocument]:
    """Papers of one day that tell these things: what has one number and one place stands in one paper."""
    found: dict[tuple[str, int], list[ChangeStatement]] = {}
    for (place, statement), number in zip(said, numbers, strict=True):
        found.setdefault((place, number), []).append(statement)
    return [
        document(
            *statements,
            name=f"{place}-{number}.txt",
            jurisdiction=place,
            issued_on=LAST_DAY,
            title=f"{place}关于调整区划的第{number}号通知",
            issuer=f"{county(place)}人民政府",
        )
        for (place, number), statements in found.items()
    ]
