"""Which copies that a store holds give way to files that come: what lay at the same path, and nothing else.

A copy may be held of which it is not known where it lay: the register is lost, or it was loaded from another working
folder. It gives way to a file of its name only where both are of one issued paper, and never on a server, where it may
be somebody else's: a name alone (通知.txt) says nothing. Else both are kept.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from api.ingest.files.recognise import Seen
from api.ingest.files.register import Register, RegisterEntry
from api.ingest.loading.held_papers import HeldPapers
from graph.papers.identities import identities, one_paper
from graph.refresh.delta import Copy
from graph.stores.kinds import on_server
from graph.stores.protocol import Store


@dataclass(frozen=True, slots=True)
class GivingWay:
    """By the path of each file that comes: the copies whose place it takes, and those of its name that stay."""

    older: Mapping[Path, frozenset[Copy]]
    beside: Mapping[Path, frozenset[Copy]]


def giving_way(store: Store, coming: Sequence[Seen], held: frozenset[Copy], register: Register) -> GivingWay:
    """What gives way in a store that holds these copies, and what stays beside a namesake."""
    lying = Counter((entry.sha256, entry.name) for entry in register.entries.values())
    astray = held - lying.keys() - {one.copy for one in coming}
    papers = HeldPapers(store)
    older: dict[Path, frozenset[Copy]] = {}
    beside: dict[Path, frozenset[Copy]] = {}
    for one in coming:
        here = _here(register.entries.get(one.file.path), held)
        if here is not None:
            older[one.file.path] = frozenset({here} if lying[here] == 1 else ()) - {one.copy}
            continue
        namesakes = frozenset(copy for copy in astray if copy[1] == one.file.name and one.copy not in held)
        older[one.file.path] = of_one_paper(papers, one, namesakes)
        beside[one.file.path] = namesakes - older[one.file.path]
    return GivingWay(older, beside)


def _here(entry: RegisterEntry | None, held: frozenset[Copy]) -> Copy | None:
    """The copy that is known to have lain at a path, if it is held."""
    copy = (entry.sha256, entry.name) if entry else None
    return copy if copy in held else None


def of_one_paper(
    papers: HeldPapers, one: Seen, namesakes: frozenset[Copy], *, lying_here: bool = False
) -> frozenset[Copy]:
    """Those of the namesakes that are of the same issued paper as the file; none of a server's, unless it is known that
    they lie here.
    """
    if not namesakes or (on_server(papers.store.where) and not lying_here):
        return frozenset()
    own = identities(one.document) if one.document else papers.identities(one.sha256)
    return frozenset(copy for copy in namesakes if one_paper(papers.identities(copy[0]), own))
