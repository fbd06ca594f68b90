"""How many random sentences on changes are read right, and that none is lost in silence."""

from collections import Counter
from random import Random

from graph.statements import PlanDocument
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.loaders.changes.random_sentences import FORMS, Sentence, Told, sentences

TITLE = "关于调整部分行政区划的通知\n"
ROUNDS = 4
SEED = 20240917
READ = 0.98
"""The least share of sentences that is read right; names hold verbs, conjunctions and words of sentences."""
SHARE_OF_A_FORM = 0.75
"""Of the rarest form there are four sentences."""


def read(words: str) -> PlanDocument:
    return read_document(read_bytes(f"{TITLE}{words}".encode(), "a.txt"))


def told(document: PlanDocument) -> frozenset[Told]:
    return frozenset(
        (
            frozenset((party.name, party.role) for party in one.before),
            frozenset((party.name, party.role) for party in one.after),
            one.givers,
        )
        for one in document.changes
    )


def is_right(sentence: Sentence, document: PlanDocument) -> bool:
    return told(document) == sentence.told and {one.on for one in document.changes} == {sentence.on}


def test_nearly_all_random_sentences_are_read_right_and_none_is_lost_in_silence() -> None:
    made, right, silent = Counter[str](), Counter[str](), []
    for sentence in sentences(ROUNDS, SEED):
        document = read(sentence.words)
        made[sentence.form] += 1
        right[sentence.form] += is_right(sentence, document)
        if not document.changes and not document.unread:
            silent.append(sentence.words)
    assert silent == []
    assert right.total() >= READ * made.total()
    assert [form for form in FORMS if right[form] < SHARE_OF_A_FORM * made[form]] == []


def test_a_sentence_that_breaks_off_before_its_names_end_is_not_lost_in_silence() -> None:
    chance = Random(SEED)  # noqa: S311 - a sample, the same on every run
    lost = []
    for sentence in sentences(1, SEED + 1):
        if sentence.form in ("absorbed", "moved"):
            words = sentence.words.replace("、", chance.choice(("、涉及3户的", "、")), 1)
            document = read(words)
            if not document.changes and not document.unread:
                lost.append(words)
    assert lost == []
