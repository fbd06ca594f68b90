"""Units and persons of a build: one node each, with every spelling as written, in its place."""

from dataclasses import dataclass, field

from graph.derive.corpus import Corpus
from graph.derive.ledger import End, Ledger
from graph.facts import Node, Value
from graph.identity.identity import is_bare_group, is_village, unit_kind, unit_level
from graph.identity.scope import Scope
from graph.ids import digest
from graph.words.names import name_form
from graph.words.pinyin import search_words


@dataclass(slots=True)
class _Agent:
    label: str
    name: str
    scope: Scope
    aliases: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)


class Agents:
    """Finds the unit or the person that a mention means; `write` puts all that were met into a ledger."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._agents: dict[str, _Agent] = {}

    def unit(self, mention: str, scope: Scope, plan: str, day: str) -> End:
        """The unit that a mention means in a scope; `plan` (id) tells apart groups of one bare name, `day` dates it."""
        name = self._corpus.unit_name(mention, scope)
        kind = unit_kind(name)
        steering = kind == "steering" and is_bare_group(name)
        identity = digest("unit", scope.key, name, *([plan] if steering else []))
        return self._met("Unit", identity, name, mention, scope, day)

    def person(self, mention: str, scope: Scope, day: str) -> End:
        """The person that a mention means in a scope."""
        name = self._corpus.decisions.canonical("person", scope.key, name_form(mention))
        return self._met("Person", digest("person", scope.key, name), name, mention, scope, day)

    def write(self, ledger: Ledger) -> None:
        """Write down the units and persons to which relationships lead, and where they are.

        One that is named only in a value that does not stand is left to the conflict that tells of it.
        """
        stated = ledger.ends("Unit") | ledger.ends("Person")
        for identity, agent in sorted(self._agents.items()):
            if identity not in stated:
                continue
            aliases = tuple(sorted(agent.aliases))
            search = search_words([agent.name, *aliases])
            properties: dict[str, Value] = {"id": identity, "name": agent.name, "aliases": aliases, "search": search}
            if agent.label == "Unit":
                level = unit_level(agent.name, agent.scope)
                node = Node("Unit", identity, {**properties, "kind": unit_kind(agent.name), "level": level})
            else:
                node = Node("Person", identity, properties)
            start = ledger.node(node)
            if place := self._place(agent):
                ledger.edge("LOCATED_IN", start, ("Place", place))

    def _met(self, label: str, identity: str, name: str, mention: str, scope: Scope, day: str) -> End:
        agent = self._agents.setdefault(identity, _Agent(label, name, scope))
        agent.aliases.add(mention)
        agent.days.add(day)
        return label, identity

    def _place(self, agent: _Agent) -> str:
        """The id of an agent's place: a village named as a unit lies in itself, everybody else in the scope."""
        if agent.label == "Unit" and is_village(agent.name):
            return self._corpus.place(agent.scope, agent.name, max(agent.days)).id
        home = self._corpus.home(agent.scope)
        return home.id if home else ""
