"""How questions are answered: `python -m tests.questions.score [FOLDER] [--all]` prints figures.

Asks every question of `tests.questions` of a graph made of the papers of a folder (the examples where none is given),
and says how many are answered right, how many wrong, how many refused; `--all` prints every question that is not right.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from api.answers.answering import answer
from api.ask.questions import Asker
from api.http.library.caching_store import CachingStore
from graph.derive.build import build
from graph.facts import Facts
from graph.stores.open import open_store
from loaders.extract import extract
from tests.questions.expected import VERDICTS, Expected, Verdict, verdict
from tests.questions.form import TODAY, Graph
from tests.questions.forms_names import NAMES
from tests.questions.forms_places import PLACES
from tests.questions.forms_tasks import TASKS
from tests.questions.oracle import Oracle

FORMS = (*TASKS, *NAMES, *PLACES)


@dataclass(frozen=True, slots=True)
class Scored:
    """A question, what was expected, and what came of it."""

    form: str
    question: str
    expected: Expected
    verdict: Verdict
    reading: str
    rows: int


def facts_of(paths: Sequence[Path]) -> Facts:
    """The facts of some papers."""
    return build([extract(path) for path in paths])


def scored(facts: Facts) -> list[Scored]:
    """All questions of a graph with what came of them."""
    graph = Graph(Oracle(facts))
    asked: dict[str, tuple[str, Expected]] = {}
    for form in FORMS:
        for question, expected in form.make(graph):
            asked.setdefault(question, (form.name, expected))
    found = []
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), facts)
        asker = Asker(CachingStore(store), "", "zh")
        for question, (form, expected) in asked.items():
            told = answer(asker, question, TODAY).told
            came = verdict(expected, told["not_understood"], told["rows"])
            named = "；".join(told["not_understood"])
            reading = f"{told['reading']} [{named}]" if named else told["reading"]
            found.append(Scored(form, question, expected, came, reading, len(told["rows"])))
    return found


def main() -> None:
    """Print the figures."""
    folders = [one for one in sys.argv[1:] if not one.startswith("-")] or ["examples"]
    paths = sorted(path for folder in folders for path in Path(folder).glob("*.txt"))
    found = scored(facts_of(paths))
    lines = [
        f"{one.verdict}\t{one.form}\t{one.question}\t{one.reading}\trows={one.rows}\t{str(one.expected)[:150]}"
        for one in found
        if one.verdict != "right" and "--all" in sys.argv
    ]
    counted = Counter(one.verdict for one in found)
    forms = len({one.form for one in found})
    shares = (f"{counted[one]} {one} ({counted[one] / len(found):.3f})" for one in VERDICTS)
    lines.append(f"{len(found)} questions in {forms} forms: {', '.join(shares)}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
