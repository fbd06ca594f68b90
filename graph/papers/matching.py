"""Which task of an earlier version of a plan goes on in which task of a later one.

Rules first, from the strictest: all that they say is the same; title and content; title and the beginning of the
content, which make a task's key; a title, or a content, that one task alone has on either side. What several could mean
and what no rule meets is matched as a whole, so that together they are most alike, and only above `LEAST` and with like
owners. This makes no two tasks one: it tells what is read beside what.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import Literal

from graph.papers.forms import FACTS, NAMED, facts_form, form_of
from graph.papers.tasks import Task
from graph.statements import TaskStatement
from graph.words.names import content_head, title_form, words_form

Basis = Literal["same", "key", "title", "content", "likeness"]
"""By what two tasks were matched."""
Match = tuple[Task, Task, Basis]

LEAST = 0.8
"""Likeness (Dice's measure over pairs of signs of title and content) below which a task counts as dropped and another
as added; so it does where most of its owners and deadlines differ too. On a thousand random edits of tasks of one style
0.7 alone took one dropped for one added in a hundred, 0.8 in a thousand, with the owners none.
"""
_CANDIDATES = 8
"""Of the tasks that are like another, so many of the likest are looked at."""
_WHOLE = 1000
"""Steps in which likeness is weighed."""

Form = Callable[[TaskStatement], Hashable]


def matched(old: Sequence[Task], new: Sequence[Task]) -> list[Match]:
    """The tasks of two versions of one plan that go on, old and new, in the order of the new."""
    found: dict[str, tuple[Task, Basis]] = {}
    gone: set[str] = set()
    for basis, form, alone in _RULES:
        for group in _groups(_left(old, gone), _left(new, found), form):
            for one, other in _paired(*group, alone=alone):
                found[other.id] = one, basis
                gone.add(one.id)
    for one, other in _likest(_left(old, gone), _left(new, found), LEAST):
        found[other.id] = one, "likeness"
    return [(found[task.id][0], task, found[task.id][1]) for task in new if task.id in found]


def _same(task: TaskStatement) -> Hashable:
    return facts_form(task), form_of(task, "category"), task.number


def _words(task: TaskStatement) -> Hashable:
    return words_form(task.title), words_form(task.content)


def _key(task: TaskStatement) -> Hashable:
    return title_form(task.title), content_head(task.content)


def _title(task: TaskStatement) -> Hashable:
    return title_form(task.title)


def _content(task: TaskStatement) -> Hashable:
    return words_form(task.content)


_RULES: tuple[tuple[Basis, Form, bool], ...] = (
    ("same", _same, False),
    ("same", facts_form, False),
    ("key", _words, False),
    ("key", _key, False),
    ("content", _content, True),
    ("title", _title, True),
)
"""Each rule with the form in which tasks are alike, and whether it holds only for one that is alone in it."""


def _left(tasks: Iterable[Task], taken: Iterable[str]) -> list[Task]:
    gone = set(taken)
    return [task for task in tasks if task.id not in gone]


def _groups(old: Iterable[Task], new: Iterable[Task], form: Form) -> Iterable[tuple[list[Task], list[Task]]]:
    """The tasks of both sides that are alike, in order."""
    groups: defaultdict[Hashable, tuple[list[Task], list[Task]]] = defaultdict(lambda: ([], []))
    for side, tasks in enumerate((old, new)):
        for task in tasks:
            key = form(task.merged)
            if key:
                groups[key][side].append(task)
    return [group for group in groups.values() if all(group)]


def _paired(old: list[Task], new: list[Task], *, alone: bool) -> Iterable[tuple[Task, Task]]:
    """Tasks that are alike: one with one; of several those that are most alike in all else."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    if alone:
        return ()
    if len({facts_form(task.merged) for task in (*old, *new)}) == 1:
        return zip(old, new, strict=False)
    return _likest(old, new, 0.0)


def _likest(old: Sequence[Task], new: Sequence[Task], least: float) -> list[tuple[Task, Task]]:
    """The pairs that together are most alike, none below `least`."""
    if not old or not new:
        return []
    import networkx as nx  # noqa: PLC0415 - a tenth of a second, and most loads match nothing by likeness

    ours, theirs = [_signs(task) for task in old], [_signs(task) for task in new]
    graph: nx.Graph[int] = nx.Graph()
    for place, signs in enumerate(ours):
        likeness = [(_likeness(signs, other), -number) for number, other in enumerate(theirs)]
        for like, number in sorted(likeness, reverse=True)[:_CANDIDATES]:
            if like >= least and (not least or _same_duty(old[place], new[-number])):
                weight = 1 + round(like * _WHOLE) * (len(FACTS) + 1) + _agreeing(old[place], new[-number])
                graph.add_edge(place, len(old) - number, weight=weight)
    pairs = [sorted(pair) for pair in nx.max_weight_matching(graph)]
    return [(old[one], new[other - len(old)]) for one, other in sorted(pairs)]


def _signs(task: Task) -> Counter[str]:
    words = title_form(task.merged.title) + "\n" + words_form(task.merged.content)
    return Counter(one + other for one, other in pairwise(words))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 1.0


def _same_duty(one: Task, other: Task) -> bool:
    """Whether two tasks agree in at least half of what they say on owners, leaders and deadlines."""
    forms = [(form_of(one.merged, field), form_of(other.merged, field)) for field in (*NAMED, "due_text")]
    said = [ours == theirs for ours, theirs in forms if ours or theirs]
    return sum(said) * 2 >= len(said)


def _agreeing(one: Task, other: Task) -> int:
    """In how many fields two tasks say the same."""
    return sum(form_of(one.merged, field) == form_of(other.merged, field) for field in FACTS)
