"""What else can be chosen of a list of tasks, each with the number of tasks that would be left: of every condition its
choices are counted among the tasks that meet all other conditions.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from api.ask.apart import Namesake, apart
from api.ask.questions import Asker
from api.lists.conditions import Conditions
from api.lists.dates import period_name, period_words
from api.words import words
from graph.stores.protocol import Store
from queries.ask import ask
from queries.caching import kept, uncached
from queries.chosen import ROLES, Choice, chosen, met
from queries.listing.due import DUE_STATES
from queries.listing.paper_names import paper_name, plan_name
from queries.rows import CountedRow

AT_ONCE = 2000
"""Tasks whose units and the like are counted at once."""
COUNTED = 20_000
"""Tasks of a list up to which choices are counted: it takes a second on two cores; of more none are offered."""
OFFERED = 400
"""Choices of one condition that are offered at most, those with most tasks."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: what stands in the address, what it is called, how many tasks would be listed, whether it is chosen."""

    value: str
    words: str
    tasks: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one condition."""

    name: str
    options: tuple[Option, ...]


Counting = Callable[[Asker, Sequence[str], str], list[Option]]
"""Counts choices among tasks by their ids; of units and leaders only in a role, "" for any."""


def all_options(asker: Asker, given: Conditions, day: str, names: Sequence[str]) -> list[Options]:
    """The choices of the conditions of these names, seen from a day (ISO)."""
    found = []
    for name in names:
        options = _options(asker, given, day, name)
        typed = given.given.get(name, "")
        if typed and not any(one.chosen for one in options):
            options = [Option(typed, typed, 0, chosen=True), *options]
        if options:
            found.append(Options(name, tuple(options)))
    return found


def _options(asker: Asker, given: Conditions, day: str, name: str) -> list[Option]:
    if name in {"role", "due_state"}:
        return list(_by_condition(asker, given.without(name).choice(asker, day), given, day, name))
    role = _role(given, name)
    rest = given.without(name, *(["role"] if role else [])).choice(asker, day)
    ids = chosen(asker.graph, rest)
    if len(ids) > COUNTED:
        return []
    chosen_ids = getattr(given.choice(asker, day), name) if name != "due" else (given.due,)
    rows = kept(asker.graph, ("options", asker.lang, name, role, rest), lambda: _COUNTING[name](asker, ids, role))
    marked = [replace(one, chosen=(one.value,) == chosen_ids) for one in rows]
    return [one for one in marked[:OFFERED] if one.tasks] + [one for one in marked[OFFERED:] if one.chosen]


def _by_condition(asker: Asker, rest: Choice, given: Conditions, day: str, name: str) -> Iterator[Option]:
    """Choices of which there are few, each counted by asking for it. A leader alone has but the role to lead."""
    roles = ROLES if rest.unit or not rest.leader else ROLES[:1]
    for value in roles if name == "role" else DUE_STATES:
        asked = replace(rest, role=value) if name == "role" else replace(rest, due_state=value, seen_from=day)
        if number := len(met(asker.graph, asked) or ()):
            yield Option(value, words.value(asker.lang, name, value), number, getattr(given, name) == value)


def _role(given: Conditions, name: str) -> str:
    """The role that the choices of a condition are counted in: it is the unit's, without a unit the leader's."""
    return given.role if name == "unit" or (name == "leader" and not given.unit) else ""


def _bearers(kind: str) -> Counting:
    def counted(asker: Asker, ids: Sequence[str], role: str) -> list[Option]:
        rows: dict[str, CountedRow] = {}
        numbers: Counter[str] = Counter()
        for some in _parts(ids):
            for row in _counted(uncached(asker.graph), kind, some, role):
                rows[row["id"]] = row
                numbers[row["id"]] += row["tasks"]
        names = _periods_apart(asker, rows) if kind == "places" else _apart(asker, list(rows.values()))
        ranked = sorted(rows, key=lambda one: (-numbers[one], names[one], one))
        return [Option(one, names[one], numbers[one]) for one in ranked]

    return counted


def _counted(store: Store, kind: str, tasks: Sequence[str], role: str) -> list[CountedRow]:
    match kind:
        case "units":
            return ask(store, "facets/units", tasks=tasks, role=role)
        case "leaders":
            return ask(store, "facets/leaders", tasks=tasks, lead=role == "lead")
        case _:
            return ask(store, "facets/places", tasks=tasks)


def _apart(asker: Asker, rows: Sequence[CountedRow]) -> dict[str, str]:
    """What each is called, those of one name with what tells them apart."""
    alike = Counter(row["name"] for row in rows)
    several = [Namesake(row["id"], row["name"], row["place_id"]) for row in rows if alike[row["name"]] > 1]
    marks = apart(asker.graph, several)
    return {
        row["id"]: f"{row['name']}（{marks[row['id']].words}）" if row["id"] in marks else row["name"] for row in rows
    }


def _periods_apart(asker: Asker, rows: Mapping[str, CountedRow]) -> dict[str, str]:
    """What each place is called, periods of one place with their times, places of one name with where they lie."""
    names = _apart(asker, list(rows.values()))
    known = ask(asker.graph, "places/of_ids", places=tuple(sorted(rows))) if rows else []
    alike = Counter((row["place"], row["name"]) for row in known)
    times = {
        row["place_id"]: period_name(asker.lang, row["name"], row["since"], row["until"])
        for row in known
        if alike[row["place"], row["name"]] > 1
    }
    return names | times


def _plans(asker: Asker, ids: Sequence[str], _role: str) -> list[Option]:
    numbers: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for some in _parts(ids):
        for row in ask(uncached(asker.graph), "facets/plans", tasks=some):
            numbers[row["id"]] += row["tasks"]
            titles[row["id"]] = plan_name(row["title"])
    return [Option(one, titles[one], number) for one, number in _ranked(numbers)]


def _documents(asker: Asker, ids: Sequence[str], _role: str) -> list[Option]:
    numbers: Counter[str] = Counter()
    for some in _parts(ids):
        numbers.update({row["id"]: row["tasks"] for row in ask(uncached(asker.graph), "facets/documents", tasks=some)})
    papers = {row["document_id"]: row for row in ask(asker.graph, "papers/named", documents=sorted(numbers))}
    names = {one: paper_name(row["title"], row["number"], row["path"]) for one, row in papers.items()}
    return [Option(one, names[one], number) for one, number in _ranked(numbers) if one in names]


def _months(asker: Asker, ids: Sequence[str], _role: str) -> list[Option]:
    numbers: Counter[str] = Counter()
    for some in _parts(ids):
        numbers.update({row["id"]: row["tasks"] for row in ask(uncached(asker.graph), "facets/months", tasks=some)})
    return [Option(month, period_words(asker.lang, month), numbers[month]) for month in sorted(numbers)]


def _ranked(numbers: Counter[str]) -> list[tuple[str, int]]:
    return sorted(numbers.items(), key=lambda one: (-one[1], one[0]))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


_COUNTING: dict[str, Counting] = {
    "unit": _bearers("units"),
    "leader": _bearers("leaders"),
    "place": _bearers("places"),
    "plan": _plans,
    "document": _documents,
    "due": _months,
}
