"""The changes of a moment: the links that hang together, what kind of change they are, and their name."""

from collections.abc import Iterator, Mapping, Sequence

from graph.identity.grouping import connected
from graph.ids import digest
from graph.registers.model import ChangeMoment, Link, RegisterEvent, UnitPeriod
from graph.statements import ChangeKind, LegStatement
from graph.vocabulary.register_kinds import kind_word


def events_of(
    scheme: str, moment: ChangeMoment, links: Sequence[Link], periods: Mapping[str, UnitPeriod]
) -> Iterator[RegisterEvent]:
    """The changes of one moment: links that share a period on one side, or that rows name as one."""
    for group in connected(links, _shared):
        own = tuple(sorted(group, key=lambda link: (link.old, link.new)))
        identity = digest("register event", scheme, moment.latest, *sorted({*(f"{one.old}>{one.new}" for one in own)}))
        yield RegisterEvent(identity, _kind(own, periods), moment, own)


def _shared(link: Link) -> set[tuple[str, str]]:
    named = {said.event for _, said in link.said if isinstance(said, LegStatement) and said.event}
    sides = {("old", link.old), ("new", link.new)} - {("old", ""), ("new", "")}
    return sides | {("event", name) for name in named}


def _kind(links: Sequence[Link], periods: Mapping[str, UnitPeriod]) -> ChangeKind:
    """What kind of change the links make together: by their words where these say it, else by their shape."""
    old, new = {link.old for link in links} - {""}, {link.new for link in links} - {""}
    if not old:
        return "create"
    if not new:
        return "abolish"
    words = [kind_word(link.kind).event for link in links if link.kind]
    for kind in ("restore", "transfer"):
        if kind in words:
            return kind
    if len(old) == len(new) == 1:
        return words[0] if words and words[0] in {"rename", "recode", "reparent"} else "rename"
    kept = {periods[link.old].lasting_id for link in links if link.old} & {
        periods[link.new].lasting_id for link in links if link.new
    }
    if len(old) >= len(new):
        return "absorb" if kept else "merge"
    return "split"
