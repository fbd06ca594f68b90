"""What a list of tasks holds: in one sentence (2021年12月到期 · 蓬莱镇 · 牵头 社事办 · 48 项), in its parts, of which
each can be taken away, and as a title.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from api.ask.apart import Namesake, apart
from api.ask.questions import Asker
from api.lists.conditions import Conditions
from api.lists.dates import period_words
from api.settings import Language
from api.words import words
from graph.messages.sentences import say
from queries.ask import ask
from queries.listing.paper_names import paper_name, plan_name
from queries.resolve import Candidate, Findable, best_fits, candidates

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A part of the sentence, and the conditions that it says (`in` for the place that everything is narrowed to)."""

    names: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Several that a typed name means, by the condition that it is typed for: each by id and name with its place."""

    name: str
    typed: str
    choices: tuple[tuple[str, str], ...]


_KINDS: tuple[tuple[str, Findable], ...] = (
    ("unit", "units"),
    ("leader", "leaders"),
    ("place", "places"),
    ("plan", "plans"),
    ("document", "documents"),
)


def sentence(asker: Asker, given: Conditions, number: int) -> str:
    """The whole sentence of a list of so many tasks."""
    said = [part.words for part in parts(asker, given)]
    return BETWEEN.join([*(said or [say(asker.lang, "chosen.all")]), say(asker.lang, "chosen.number", number=number)])


def parts(asker: Asker, given: Conditions) -> list[SentencePart]:
    """The parts of the sentence, but for the number of tasks. Raises NotFoundError for a name that nothing bears."""
    return [*_times(asker.lang, given), *_inside(asker), *_named(asker, given), *_kept(asker.lang, given)]


def title(asker: Asker, given: Conditions) -> str:
    """What the tasks are called: 冉泰休同志任务清单, 2021年12月到期任务清单."""
    if set(given.given) == {"leader"}:
        return say(asker.lang, "take.title_leader", name=_called(asker, "leaders", given.leader))
    return say(asker.lang, "take.title", name=subject(asker, given))


def subject(asker: Asker, given: Conditions) -> str:
    """Whose and which tasks they are, without more: 蓬莱镇·社事办2021年12月到期; "" where all are meant."""
    names = [part.words for part in _inside(asker)] + [name for _, name in _names(asker, given)]
    return "·".join(names) + "".join(part.words for part in _times(asker.lang, given))


def namesakes(asker: Asker, given: Conditions) -> list[Namesakes]:
    """The names typed that several bear in places of their own: of which tasks are listed together."""
    found = []
    for name, kind in (("unit", "units"), ("leader", "leaders")):
        typed = given.given.get(name, "")
        ones = best_fits(candidates(asker.graph, "units" if kind == "units" else "leaders", typed, asker.inside))
        if len(ones) > 1:
            marks = apart(asker.graph, (Namesake(one.id, one.name, one.place_id) for one in ones))
            told = tuple((one.id, f"{one.name}（{marks[one.id].words}）") for one in ones)
            found.append(Namesakes(name, typed, told))
    return found


def _times(lang: Language, given: Conditions) -> Iterator[SentencePart]:
    if given.due:
        yield SentencePart(("due",), say(lang, "chosen.due", period=period_words(lang, given.due)))
    first, last = period_words(lang, given.due_after), period_words(lang, given.due_before)
    if first and last:
        both = first if given.due_after == given.due_before else say(lang, "dates.between", first=first, last=last)
        yield SentencePart(("due_after", "due_before"), say(lang, "chosen.due", period=both))
    elif first:
        yield SentencePart(("due_after",), say(lang, "chosen.due_after", day=first))
    elif last:
        yield SentencePart(("due_before",), say(lang, "chosen.due_before", day=last))
    if given.open_on:
        yield SentencePart(("open_on",), say(lang, "chosen.open_on", day=period_words(lang, given.open_on)))
    if given.due_state:
        yield SentencePart(("due_state",), words.value(lang, "due_state", given.due_state))


def _inside(asker: Asker) -> Iterator[SentencePart]:
    if asker.within:
        yield SentencePart(("in",), _called(asker, "places", asker.within))


def _named(asker: Asker, given: Conditions) -> Iterator[SentencePart]:
    role = words.value(asker.lang, "role", given.role) if given.role else ""
    bearer = "unit" if given.unit else "leader"
    if role and not given.unit and not given.leader:
        yield SentencePart(("role",), role)
    for name, called in _names(asker, given):
        if name == bearer and role:
            yield SentencePart(("role",), role)
        said = say(asker.lang, "chosen.place", name=called) if name == "place" else called
        yield SentencePart((name,), said)


def _names(asker: Asker, given: Conditions) -> Iterator[tuple[str, str]]:
    """The names that are given, each as it is called, by the condition."""
    for name, kind in _KINDS:
        if typed := given.given.get(name):
            yield name, _called(asker, kind, typed)


def _called(asker: Asker, kind: Findable, typed: str) -> str:
    """What is meant by a name or id is called."""
    found = best_fits(candidates(asker.graph, kind, typed))
    return _title(asker, found[0]) if len(found) == 1 else typed


def _title(asker: Asker, one: Candidate) -> str:
    match one.kind:
        case "documents":
            [row] = ask(asker.graph, "papers/named", documents=[one.id])
            return paper_name(row["title"], row["number"], row["path"])
        case "plans":
            return plan_name(one.name)
        case _:
            return one.name


def _kept(lang: Language, given: Conditions) -> Iterator[SentencePart]:
    if given.replaced:
        yield SentencePart(("replaced",), say(lang, "chosen.replaced"))
    if given.as_of:
        yield SentencePart(("as_of",), say(lang, "chosen.as_of", day=period_words(lang, given.as_of)))
