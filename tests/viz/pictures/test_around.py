"""The picture of everything around one thing."""

from collections import Counter

from tests.graph.examples import edge, facts, node
from tests.queries.town import town
from viz.layout.folding import fold
from viz.picture import Picture
from viz.pictures.around import picture

CITED = {"s1": "a/通知.txt:3", "s2": "a/通知.txt:9"}
RAN = ("Person", "ran")


def drawn(steps: int = 2) -> Picture:
    return picture(town(), RAN, steps, CITED)


def test_it_shows_what_lies_around_by_name_the_thing_itself_largest() -> None:
    marks = {mark.id: mark for mark in drawn().marks}
    assert marks["Person/ran"].label == "冉泰休"
    assert marks["Unit/sheshiban"].label == "社事办"
    assert max(marks.values(), key=lambda mark: mark.size).id == "Person/ran"
    assert "Unit/sheshiban" not in {mark.id for mark in drawn(1).marks}


def test_files_and_passages_are_not_drawn() -> None:
    assert {"File", "Passage"}.isdisjoint(mark.part for mark in drawn().marks)


def test_the_subtitle_counts_each_kind_without_the_thing_itself() -> None:
    counts = Counter(mark.part for mark in drawn().marks if mark.id != "Person/ran")
    assert f"任务 {counts['Task']}" in drawn().subtitle
    assert ("领导" in drawn().subtitle) == bool(counts["Person"])


def test_every_key_of_the_legend_is_a_kind_or_relationship_that_is_drawn_and_can_be_switched() -> None:
    found = drawn()
    kinds = {group for mark in found.marks for group in mark.groups} | {"Person"}
    held = kinds | {group for line in found.lines for group in line.groups}
    assert {key.group for key in found.legend} == held == {group.id for group in found.groups}


def test_the_thing_itself_cannot_be_switched_off() -> None:
    assert [mark.id for mark in drawn().marks if not mark.groups] == ["Person/ran"]


def test_two_that_are_joined_twice_have_one_line_in_the_colour_of_the_weightier() -> None:
    office, task = node("Unit", "u", name="社事办"), node("Task", "t", title="清查")
    both = (edge("RESPONSIBLE_FOR", office, task), edge("LEADS", office, task))
    (line,) = picture(facts(office, task, *both), ("Unit", "u"), 1, {}).lines
    assert line.groups == ("LEADS", "RESPONSIBLE_FOR")
    assert line.tip == "社事办 — 牵头、责任 — 清查"


def test_a_row_of_the_table_is_a_relationship_with_the_places_that_state_it() -> None:
    office, task, passages = (
        node("Unit", "u", name="社事办"),
        node("Task", "t", title="清查"),
        (node("Passage", "s1"), node("Passage", "s2")),
    )
    plan = node("Plan", "p", title="方案")
    stated = (edge("STATED_IN", task, passages[1]), edge("SETS", plan, task))
    leads = edge("LEADS", office, task, sources=("s1",))
    table = picture(facts(office, task, plan, *passages, *stated, leads), ("Task", "t"), 1, CITED).table
    assert table is not None
    assert {row.cells: row.sources for row in table.rows} == {
        ("社事办", "牵头", "清查"): ("a/通知.txt:3",),
        ("方案", "部署", "清查"): ("a/通知.txt:9",),
    }


def test_it_is_the_same_on_every_run() -> None:
    assert drawn() == drawn()


def test_a_large_one_is_folded_by_kinds() -> None:
    office = node("Unit", "u", name="社事办")
    tasks = [node("Task", f"t{number}", title=f"任务{number}") for number in range(500)]
    leads = [edge("LEADS", office, task) for task in tasks]
    folded = fold(picture(facts(office, *tasks, *leads), ("Unit", "u"), 1, {}))
    assert folded is not None
    assert {tile.words.partition("（")[0] for tile in folded.tiles} == {"单位", "任务"}


def test_a_thing_with_nothing_around_it_is_drawn_alone() -> None:
    found = picture(facts(node("Unit", "u", name="社事办")), ("Unit", "u"), 2, {})
    assert [mark.label for mark in found.marks] == ["社事办"]
    assert "没有别的" in found.subtitle
