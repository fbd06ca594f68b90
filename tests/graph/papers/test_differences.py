"""What changed between two versions: on random edits every change is found, and nothing else is said."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from graph.decisions.decisions import Decisions
from graph.derive.corpus import corpus_of
from graph.derive.history import history_of
from graph.papers.differences import PaperVersion, differences
from graph.statements import Due, TaskStatement
from graph.words.names import title_form
from tests.effort import examples
from tests.graph.saying import document, due, row, source

UNITS = ("社事办", "财政办", "党建办", "村建办", "农业综合服务中心", "综合执法办", "司法所", "派出所")
LEADERS = ("李刚", "余敏", "冉泰休", "何菊华", "张若一")
VERBS = ("清理", "修建", "整治", "盘活", "推进", "完善", "开展", "落实", "建立", "加强", "规范", "优化")
THINGS = ("河道垃圾", "公厕设施", "乱贴广告", "闲置校舍", "土地流转", "养老服务", "消防演练", "便民窗口", "矛盾台账")
WHERE = ("各村", "场镇", "集市", "学校周边", "沿河一带", "老旧小区", "安置点", "主干道")
AIMS = ("确保年内见效", "做到底数清楚", "形成长效机制", "接受群众监督", "每月通报一次", "按图施工并验收")

Told = list[tuple[str, str, str, str, str]]
"""What is said of changes: what, title, field, before, after."""


def version(tasks: Sequence[TaskStatement]) -> PaperVersion:
    """A paper of these rows, in this order."""
    placed = [replace(task, source=source(10 + place), number=str(place)) for place, task in enumerate(tasks, start=1)]
    (one,) = history_of(corpus_of([document(*placed)], Decisions())).papers
    return one.version(one.layers[0])


def told(old: Sequence[TaskStatement], new: Sequence[TaskStatement]) -> Told:
    return [
        (one.what, one.title, one.field, one.before.words, one.after.words)
        for one in differences(version(old), version(new))
    ]


def random_task(random: Random, taken: set[str]) -> TaskStatement:
    """A task of a title that no other bears."""
    while True:
        where, verb, thing = random.choice(WHERE), random.choice(VERBS), random.choice(THINGS)
        title = f"{verb}{where}{thing}"
        if title not in taken:
            break
    taken.add(title)
    content = f"由点到面{verb}{thing}，先在{where}试行，{'，'.join(random.sample(AIMS, 3))}。"
    return row(
        1,
        title,
        content,
        lead_units=(random.choice(UNITS),),
        leaders=(random.choice(LEADERS),),
        due=f"2021-{random.randint(1, 12):02}-28",
    )


def other(random: Random, values: Sequence[str], than: str) -> str:
    return random.choice([value for value in values if value != than])


def in_prose(task: TaskStatement) -> TaskStatement:
    """An item that states the task of a row too, in words of its own."""
    return replace(task, form="item", content=f"要{task.content.replace('，先在', '，首先在')}")


def edited(
    random: Random, task: TaskStatement, fields: Sequence[str] = ("unit", "due", "leader", "title")
) -> tuple[TaskStatement, Told]:
    """The task with one or two fields changed, and what is to be said of it."""
    said: list[tuple[str, str, str]] = []
    for field in random.sample(fields, min(len(fields), random.randint(1, 2))):
        match field:
            case "unit":
                unit = other(random, UNITS, task.lead_units[0])
                said.append(("lead_units", task.lead_units[0], unit))
                task = replace(task, lead_units=(unit,))
            case "leader":
                leader = other(random, LEADERS, task.leaders[0])
                said.append(("leaders", task.leaders[0], leader))
                task = replace(task, leaders=(leader,))
            case "due":
                day = other(random, [f"2022-{month:02}-28" for month in range(1, 13)], task.due_text)
                said.append(("due_text", task.due_text, day))
                task = replace(task, due_text=day, dues=(due(day),))
            case _:
                title = f"抓好{task.title}工作"
                said.append(("title", task.title, title))
                task = replace(task, title=title)
    return task, [("changed", task.title, *one) for one in said]


def script(random: Random) -> tuple[list[TaskStatement], list[TaskStatement], Told]:
    """Two versions of a plan at random, and all that is to be said of them."""
    taken: set[str] = set()
    old = [random_task(random, taken) for _ in range(random.randint(3, 25))]
    new: list[TaskStatement] = []
    said: Told = []
    for task in old:
        match random.choice(("keep", "keep", "keep", "edit", "drop", "spell")):
            case "keep":
                new.append(task)
            case "edit":
                after, what = edited(random, task)
                new.append(after)
                said += what
            case "spell":
                new.append(replace(task, title=f" {task.title}。", content=task.content.replace("，", ",")))
            case _:
                said.append(("dropped", task.title, "", task.content, ""))
    for _ in range(random.randint(0, 3)):
        more = random_task(random, taken)
        new.insert(random.randint(0, len(new)), more)
        said.append(("added", more.title, "", "", more.content))
    if random.random() < 0.3:
        random.shuffle(new)
    items_then, items_now, moved = prose(random, old, new)
    return [*items_then, *old], [*items_now, *new], [*said, *moved]


def prose(
    random: Random, old: Sequence[TaskStatement], new: Sequence[TaskStatement]
) -> tuple[list[TaskStatement], list[TaskStatement], Told]:
    """Items beside some of the rows, as they were and as they are; of some only these have changed."""
    still = {title_form(task.title): task for task in new}
    staying = [task for task in old if title_form(task.title) in still]
    was: list[TaskStatement] = []
    now: list[TaskStatement] = []
    said: Told = []
    for task in random.sample(staying, len(staying) // 3):
        item = in_prose(task)
        was.append(item)
        after = still[title_form(task.title)]
        if after.due_text == task.due_text and random.random() < 0.5:
            item, ((_, _, field, before, later),) = edited(random, item, ("due",))
            said.append(("changed", after.title, field, before, later))
        now.append(item)
    return was, now, said


@pytest.mark.parametrize("part", range(10))
def test_on_random_edits_every_change_is_found_and_nothing_else_is_said(part: int) -> None:
    for seed in range(part * 100, part * 100 + examples(100)):
        old, new, said = script(Random(seed))  # noqa: S311 - the same edits on every run
        assert sorted(told(old, new)) == sorted(said), seed


def test_a_deadline_that_only_the_prose_of_a_task_states_otherwise_is_told_with_both_places() -> None:
    said = row(1, "清理河道", "清理河道垃圾。", due="2021-03-31", lead_units=("社事办",))
    prose = in_prose(said)
    moved = replace(prose, due_text="2021-04-30", dues=(due("2021-04-30"),))
    found = differences(version([prose, said]), version([moved, said]))
    assert [(one.field, one.before.words, one.after.words) for one in found] == [
        ("due_text", "2021-03-31", "2021-04-30")
    ]
    assert [one.said.statement.form for side in found for one in (side.before, side.after) if one.said] == ["item"] * 2
    silent = replace(prose, due_text="", dues=())
    assert told([silent, said], [prose, said]) == [], "the row says the same"
    assert told([silent, said], [moved, said]) == [("changed", "清理河道", "due_text", "2021-03-31", "2021-04-30")]


def test_an_item_that_several_rows_share_changes_once() -> None:
    rows = [row(1, "清理河道", f"{where}清理河道。", due="2021-03-31") for where in ("上游", "下游")]
    prose = in_prose(rows[0])
    moved = replace(prose, due_text="2021-04-30", dues=(due("2021-04-30"),))
    assert told([prose, *rows], [moved, *rows]) == [("changed", "清理河道", "due_text", "2021-03-31", "2021-04-30")]


def test_a_task_split_in_two_is_told_as_dropped_and_added_or_as_shortened() -> None:
    for seed in range(100):
        random = Random(seed)  # noqa: S311 - the same edits on every run
        taken: set[str] = set()
        old = [random_task(random, taken) for _ in range(8)]
        first, second = old[3].content.split("，", 1)
        halves = [replace(old[3], content=first), replace(old[3], title="另行安排", content=second)]
        found = told(old, [*old[:3], *halves, *old[4:]])
        assert sorted(what for what, *_ in found) in (["added", "changed"], ["added", "added", "dropped"]), seed
        assert not [one for one in found if one[2] in {"lead_units", "leaders", "due_text"}]


def test_the_same_version_has_no_changes() -> None:
    random = Random(1)  # noqa: S311 - the same edits on every run
    taken: set[str] = set()
    tasks = [random_task(random, taken) for _ in range(20)]
    assert told(tasks, tasks) == []
    assert told(tasks, list(reversed(tasks))) == []


def test_tasks_of_equal_title_and_content_are_told_apart_by_what_else_they_say() -> None:
    same = [
        row(1, "开展宣传", "开展政策宣传。", lead_units=(unit,), due=f"2021-0{n}-28")
        for n, unit in enumerate(UNITS[:4], start=1)
    ]
    assert told(same, [same[0], *same[2:]]) == [("dropped", "开展宣传", "", "开展政策宣传。", "")]
    moved = replace(same[2], due_text="2021-12-31", dues=(due("2021-12-31"),))
    found = told(same, [same[3], moved, same[1], same[0]])
    assert found == [("changed", "开展宣传", "due_text", "2021-03-28", "2021-12-31")]


def test_words_that_come_to_one_day_are_no_change() -> None:
    one = row(1, "清理河道", due_text="2021年6月底前", dues=(Due("point", "2021年6月底前", "2021-06-30"),))
    two = replace(one, due_text="2021年6月", dues=(Due("point", "2021年6月", "2021-06-30", precision="month"),))
    assert told([one], [two]) == []
    assert told([one], [replace(one, due_text="", dues=())]) == [
        ("changed", "清理河道", "due_text", "2021年6月底前", "")
    ]


def test_tasks_are_never_matched_across_plans() -> None:
    task = row(1, "清理河道", "清理河道垃圾。", lead_units=("社事办",))

    def paper(plan: int) -> PaperVersion:
        said = document(replace(task, plan=plan), row(5, "占位", plan=3 - plan), plans=("甲方案", "乙方案"))
        (one,) = history_of(corpus_of([said], Decisions())).papers
        return one.version(one.layers[0])

    found = [(one.what, one.plan, one.title) for one in differences(paper(1), paper(2))]
    assert ("added", "乙方案", "清理河道") in found
    assert ("dropped", "甲方案", "清理河道") in found
