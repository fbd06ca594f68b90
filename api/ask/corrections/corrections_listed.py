"""The corrections of a store as rows: what each says, on which words it hangs, and whether it holds."""

from typing import Literal, TypedDict

from graph.corrections.corrections import Correction
from graph.corrections.matching import Matcher, as_in_file, still_read
from graph.refresh.held import held_documents
from graph.refresh.outlines import read_outlines
from graph.stores.corrections import stored_corrections
from graph.stores.protocol import Store
from queries.ask import ask

State = Literal["holds", "edition_replaced", "words_gone", "read_otherwise", "without_effect"]


class CorrectionRow(TypedDict):
    """A correction. `state` is holds, or why it does not: only an edition that another replaced still has its words,
    its words are gone, or are read otherwise than they were, or it is without effect, as a later one on the same holds,
    or the tasks that are one stand in two plans.
    """

    id: str
    state: State
    what: str
    field: str
    value: tuple[str, ...]
    read: tuple[str, ...]
    path: str
    quote: str
    who: str
    made_on: str
    why: str


def listed(store: Store, *, stale: bool = False) -> list[CorrectionRow]:
    """All corrections in the order of the places on which they hang; only `stale` ones where asked for."""
    corrections = stored_corrections(store).all
    holding = held_ids(store) if corrections else frozenset()
    left = [one for one in corrections if one.id not in holding]
    states = _states(store, left) if left else {}
    return [_row(one, states.get(one.id, "holds")) for one in (left if stale else corrections)]


def stale_count(store: Store) -> int:
    """How many corrections do not hold."""
    corrections = stored_corrections(store)
    return len(corrections.by_id.keys() - held_ids(store)) if corrections.all else 0


def held_ids(store: Store) -> frozenset[str]:
    """The ids of the corrections that hold on a passage of an edition that stands, or of which nobody has decided."""
    return _applied(store, replaced=False)


def _applied(store: Store, *, replaced: bool) -> frozenset[str]:
    """The ids of the corrections that are applied in editions that were replaced, or in the others."""
    rows = ask(store, "corrections/holding")
    return frozenset(
        one for row in rows if (row["edition_state"] == "replaced") == replaced for one in row["corrections"]
    )


def _states(store: Store, stale: list[Correction]) -> dict[str, State]:
    """Why corrections do not hold, by their ids."""
    former = _applied(store, replaced=True)
    matcher = Matcher(stored_corrections(store))
    wanted = {one.id for one in stale}
    files = {
        document.sha256
        for document in map(as_in_file, read_outlines(store).documents)
        if any(one.id in wanted for one in matcher.belonging(document, [document.path]))
    }
    sides: dict[str, set[bool]] = {}
    read: set[str] = set()
    for document in map(as_in_file, held_documents(store, files)):
        for statement, several in matcher.hung(document, [document.path]).items():
            for one in several:
                sides.setdefault(one.correction.id, set()).add(one.second)
                if still_read(one.correction, statement):
                    read.add(one.correction.id)

    def state(one: Correction) -> State:
        if one.id in former:
            return "edition_replaced"
        if len(sides.get(one.id, ())) < len(one.anchors):
            return "words_gone"
        return "without_effect" if one.id in read else "read_otherwise"

    return {one.id: state(one) for one in stale}


def _row(one: Correction, state: State) -> CorrectionRow:
    value = one.value
    if one.what == "new_task":
        value = tuple("、".join(words) for _, words in one.parts)
    if one.other is not None:
        value = (one.other.quote,)
    return {
        "id": one.id,
        "state": state,
        "what": one.what,
        "field": one.field,
        "value": value,
        "read": one.read,
        "path": one.at.path,
        "quote": one.at.quote,
        "who": one.who,
        "made_on": one.made_on,
        "why": one.why,
    }
