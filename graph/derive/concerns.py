"""Which places a task concerns: those that its words name, and those known in its scope that stand in them."""

import re
from collections import defaultdict
from collections.abc import Iterable

from graph.derive.corpus import Corpus
from graph.derive.ledger import End, Ledger
from graph.derive.task_facts import Setting
from graph.identity.identity import is_village, unit_kind
from graph.identity.scope import Scope
from graph.papers.tasks import Task
from graph.places.timeline import Event
from graph.statements import TaskStatement
from graph.vocabulary.changes import project_words
from graph.vocabulary.levels import level_words
from graph.words.any_of import any_of
from graph.words.names import name_form, tidy


class KnownPlaces:
    """The places known by name in each scope, to be found in the words of its tasks."""

    def __init__(self, corpus: Corpus, settings: Iterable[tuple[Task, Setting]]) -> None:
        names: defaultdict[str, set[str]] = defaultdict(set)
        self._changes: defaultdict[str, list[Event]] = defaultdict(list)
        for event in corpus.events:
            for path in event.happening.ways:
                parent, _, name = path.rpartition("/")
                names[parent].add(name)
            for parent in {one.parent: None for one in event.happening.told}:
                self._changes[parent].append(event)
        for task, setting in settings:
            names[setting.scope.key].update(_named(task.merged, setting.scope))
        self._names = names
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def in_words(self, statement: TaskStatement, scope: Scope) -> list[str]:
        """The known names that stand in a task's words, longest match first, in the order of the words."""
        if scope.key not in self._patterns:
            known = self._names.get(scope.key)
            self._patterns[scope.key] = _pattern(known) if known else None
        pattern = self._patterns[scope.key]
        words = tidy(f"{statement.title}\n{statement.content}")
        return list(dict.fromkeys(pattern.findall(words))) if pattern else []

    def changes_of(self, names: Iterable[str], scope: Scope) -> list[Event]:
        """The changes into which two or more of these places of a scope went."""
        paths = {f"{scope.key}/{name}" for name in names}
        return [event for event in self._changes[scope.key] if len(paths & event.happening.ways_in) > 1]


def write_concerns(task: Task, node: End, setting: Setting, known: KnownPlaces, corpus: Corpus, ledger: Ledger) -> None:
    """Write down the places that a task concerns, each in the period that was alive when its paper was issued."""
    for one in task.said:
        named = [place for place in one.statement.places if unit_kind(name_form(place)) == "body"]
        named += sorted(_named(one.statement, setting.scope) - set(map(name_form, named)))
        for name in dict.fromkeys([*named, *known.in_words(one.statement, setting.scope)]):
            place = corpus.place(setting.scope, name, setting.day)
            ledger.edge("CONCERNS", node, ("Place", place.id), sources=(one.passage,))


def write_further_sources(task: Task, setting: Setting, known: KnownPlaces, ledger: Ledger) -> None:
    """Write down the changes that the name of a project tells of too: it names two of the places that went in."""
    told = project_words().further_sources.words
    for one in task.said:
        if any(word in one.statement.title + one.statement.content for word in told):
            for event in known.changes_of(known.in_words(one.statement, setting.scope), setting.scope):
                ledger.edge("STATED_IN", ("ChangeEvent", event.id), ("Passage", one.passage))


def _named(statement: TaskStatement, scope: Scope) -> set[str]:
    """The places inside a scope that a task names, among its places or as its units."""
    units = (*statement.lead_units, *statement.responsible_units, *statement.supporting_units)
    named = {name_form(name) for name in (*statement.places, *units)}
    return {name for name in named if is_village(name) and name not in scope.chain}


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(names)})(?!{any_of(level_words().not_before)})")
