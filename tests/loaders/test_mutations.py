"""Documents of the corpus with lines and characters deleted, doubled or swapped: reading never fails, quotes stand."""

from pathlib import Path
from random import Random

import pytest

from graph.statements import PlanDocument, Source
from loaders.extract import read_document
from loaders.read import read_bytes

CORPUS = Path(__file__).parent.parent / "corpus"
LONGEST = 6_000
EVERY = 2  # every second document, so that the test stays quick
DOCUMENTS = [
    *sorted(path for path in CORPUS.glob("**/*.txt") if path.stat().st_size <= LONGEST)[::EVERY],
    *sorted(CORPUS.glob("markdown/*.md")),
]
ROUNDS = 3
CHANGES = 4


def mutated(parts: list[str], chance: Random) -> list[str]:
    """The parts with a few of them deleted, doubled or swapped with another."""
    parts = list(parts)
    for _ in range(CHANGES):
        if len(parts) < CHANGES:
            break
        at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
        kind = chance.choice(["delete", "double", "swap"])
        if kind == "delete":
            del parts[at]
        elif kind == "double":
            parts.insert(at, parts[at])
        else:
            parts[at], parts[other] = parts[other], parts[at]
    return parts


def sources(document: PlanDocument) -> list[Source]:
    """The sources of all that a document says."""
    groups = (document.plans, document.tasks, document.changes, document.appointments, document.unread)
    return [document.head.source, *(one.source for group in groups for one in group)]


@pytest.mark.slow
@pytest.mark.parametrize("path", DOCUMENTS, ids=[str(path.relative_to(CORPUS).with_suffix("")) for path in DOCUMENTS])
def test_a_changed_document_is_read_and_its_quotes_stand(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    chance = Random(path.name)  # noqa: S311 - the same changes on every run
    for _ in range(ROUNDS):
        for changed in ("".join(mutated(text.splitlines(keepends=True), chance)), "".join(mutated(list(text), chance))):
            if not changed.strip():
                continue
            for source in sources(read_document(read_bytes(changed.encode(), path.name))):
                assert source.quote == changed[source.start : source.end]
