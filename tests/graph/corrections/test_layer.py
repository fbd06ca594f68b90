"""Corrections are a layer: whatever is corrected and taken back, the facts are those of the files, to the byte."""

import os
import random
from dataclasses import replace
from operator import attrgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.corrections.corrections import NONE, Correction, Corrections, in_order
from graph.corrections.matching import Matcher, anchor
from graph.corrections.nodes import correction_nodes
from graph.decisions.decisions import Decisions
from graph.derive.build import build
from graph.refresh.delta import Delta
from graph.refresh.refresh import documents_in, rebuild, recorrect, refresh
from graph.statements import PlanDocument, UnreadStatement
from graph.stores.corrections import stored_corrections
from graph.stores.read_back import read_all
from tests.effort import examples
from tests.graph.correcting import corrections
from tests.graph.invented import papers
from tests.graph.one_store import one_store
from tests.graph.saying import document, row, source

PATH = attrgetter("path")


def with_words(files: list[PlanDocument], *, alike: bool) -> list[PlanDocument]:
    """The files with words of their own in every passage, or with the same words in all."""
    if alike:
        return files
    return [
        replace(
            file,
            tasks=tuple(
                replace(one, source=replace(one.source, quote=f"{one.title}{one.source.line}")) for one in file.tasks
            ),
        )
        for file in files
    ]


@settings(max_examples=examples(60), deadline=None)
@given(papers(), st.sampled_from(["alike", "apart"]), st.data())
def test_a_store_that_is_corrected_equals_a_build_with_the_corrections_and_undone_one_without(
    files: list[PlanDocument], words: str, data: st.DataObject
) -> None:
    said = with_words(files, alike=words == "alike")
    with one_store() as store:
        refresh(store, Delta(read=tuple(said)))
        before = read_all(store)
        for _ in range(data.draw(st.integers(1, 3))):
            drawn = data.draw(st.lists(corrections(said), max_size=4))
            wanted = in_order(one for one in drawn if one)
            recorrect(store, wanted)
            assert read_all(store) == build(said, Decisions(), wanted)
            assert stored_corrections(store) == wanted
            assert sorted(documents_in(read_all(store)), key=PATH) == sorted(documents_in(before), key=PATH)
        recorrect(store, NONE)
        assert read_all(store) == before


@settings(max_examples=examples(12), deadline=None)
@given(papers(), st.data())
def test_what_is_corrected_one_after_the_other_is_undone_step_by_step(
    files: list[PlanDocument], data: st.DataObject
) -> None:
    said = with_words(files, alike=False)[:2]
    few = [one for one in data.draw(st.lists(corrections(said), max_size=3)) if one]
    # The same things again, said otherwise: each takes the place of the one before it.
    made = [replace(one, made_on=f"2026-02-0{day}T00:00:00+00:00", why=f"{day}") for day in (1, 2) for one in few]
    with one_store() as store:
        refresh(store, Delta(read=tuple(said)))
        states = []
        for one in made:
            known = stored_corrections(store)
            states.append((read_all(store), correction_nodes(known)))
            recorrect(store, known.with_([one]))
        for one, (facts, kept) in reversed(list(zip(made, states, strict=True))):
            recorrect(store, stored_corrections(store).without(one.id))
            assert (read_all(store), correction_nodes(stored_corrections(store))) == (facts, kept)


LEAK = document(
    row(10, "防汛", "疏通沟渠，排查隐患。", lead_units=("社事办",)), name="计划.txt", title="甲镇防汛方案", number=""
)


@pytest.mark.parametrize(
    ("title", "issuer", "issued_on", "belongs"),
    [
        ("甲镇防汛方案", "", "2021-05-01", True),
        (" 甲镇防汛方案。", "", "", True),
        ("乙镇抗旱方案", "", "", False),
        ("甲镇防汛方案", "乙镇人民政府", "", False),
        ("", "", "", False),
    ],
)
def test_another_paper_that_lies_at_the_same_path_bears_none_of_the_corrections(
    title: str, issuer: str, issued_on: str, *, belongs: bool
) -> None:
    bare = replace(LEAK, head=replace(LEAK.head, issuer="", issued_on=""))
    (task,) = bare.tasks
    made = Correction("task", anchor(bare, task), "lead_units", ("农业办",), task.lead_units)
    head = replace(bare.head, title=title, issuer=issuer, issued_on=issued_on)
    other = replace(bare, sha256="cd" * 32, head=head)
    hung = Matcher(in_order([made])).hung(other, ["计划.txt"])
    assert bool(hung) == belongs
    assert not Matcher(in_order([made])).hung(other, ["别处.txt"])


@settings(max_examples=examples(60), deadline=None)
@given(papers(), st.data())
def test_the_order_of_files_and_of_corrections_does_not_matter(files: list[PlanDocument], data: st.DataObject) -> None:
    said = with_words(files, alike=False)
    drawn = [one for one in data.draw(st.lists(corrections(said), max_size=6)) if one]
    unique = {one.id: one for one in drawn}
    others = data.draw(st.permutations(sorted(unique.values(), key=lambda one: one.order)))
    built = build(said, Decisions(), in_order(unique.values()))
    assert build(data.draw(st.permutations(said)), Decisions(), in_order(others)) == built
    with one_store() as store:
        for one in others:
            recorrect(store, stored_corrections(store).with_([one]))
        for file in data.draw(st.permutations(said)):
            refresh(store, Delta(read=(file,)))
        assert read_all(store) == built
        rebuild(store, Decisions())
        assert read_all(store) == built


NUMBER = int(os.environ.get("PLANGRAPH_CORRECTIONS", "600"))
"""Random corrections of the long run: 10,000 take some minutes."""
AT_ONCE = max(100, NUMBER // 20)
"""Corrections that come or go in one transaction, as a file of them that is taken in."""


@pytest.mark.slow
def test_many_random_corrections_applied_and_undone_leave_the_same_bytes() -> None:
    rng = random.Random(1)  # noqa: S311 - no secret
    said = [_paper(number) for number in range(40)]
    made = [one for _ in range(NUMBER) if (one := _random(rng, said))]
    with one_store() as store:
        refresh(store, Delta(read=tuple(said)))
        before = read_all(store)
        for start in range(0, len(made), AT_ONCE):
            recorrect(store, stored_corrections(store).with_(made[start : start + AT_ONCE]))
        corrected = stored_corrections(store)
        assert read_all(store) == build(said, Decisions(), corrected) != before
        assert len(corrected.all) > NUMBER / 2
        left = list(corrected.all)
        rng.shuffle(left)
        while left:
            left = left[AT_ONCE:]
            recorrect(store, in_order(left))
        assert stored_corrections(store) == Corrections()
        assert read_all(store) == before


def _paper(number: int) -> PlanDocument:
    """A paper of sixty tasks and as many passages that were not read, each with words of its own."""
    rows = (
        row(line, f"任务{number}之{line}", lead_units=(f"{line % 7}办",), leaders=("李刚",), due="2021-12-31")
        for line in range(10, 70)
    )
    made = document(*rows, name=f"{number}.txt", number=f"大蓬委发〔2021〕{number}号", title=f"方案{number}")
    unread = (
        UnreadStatement("unread.no_task", replace(source(line), quote=f"未读{number}之{line}"))
        for line in range(80, 140)
    )
    return replace(with_words([made], alike=False)[0], unread=tuple(unread))


def _random(rng: random.Random, documents: list[PlanDocument]) -> Correction | None:  # noqa: PLR0911 - a kind each
    paper = rng.choice(documents)
    task = rng.choice(paper.tasks)
    at = anchor(paper, task)
    units = (*task.lead_units, *task.responsible_units, *task.supporting_units)
    match rng.randrange(7):
        case 0:
            return Correction("task", at, "title", (f"任务{rng.random()}",), (task.title,) if task.title else ())
        case 1:
            return Correction("task", at, "lead_units", ("某办",), task.lead_units)
        case 2:
            return Correction("task", at, "leaders", ("某甲", "某乙"), task.leaders)
        case 3:
            return Correction("not_unit", at, "", (rng.choice(units),)) if units else None
        case 4:
            return Correction("no_task", at)
        case 5:
            where = anchor(paper, rng.choice(paper.unread))
            return Correction("new_task", where, parts=(("title", (f"任务{rng.randrange(9)}",)),))
        case _:
            other = anchor(paper, rng.choice(paper.tasks))
            return None if other.key == at.key else Correction("one_task", at, other=other)
