"""Forms of questions for names: who has most, who has a task, which units, villages, papers and plans there are."""

import itertools
from collections import Counter
from collections.abc import Iterable

from tests.questions.expected import Count, Names, Tasks
from tests.questions.form import TODAY, Forms, Graph, Questions, in_turn
from tests.questions.oracle import VILLAGES, Oracle, Task, Thing, due, titled

NAMES = Forms()


def ranked(things: dict[str, Thing], found: Counter[str], *, least: bool = False) -> Names:
    """The names of those that are counted, one of those with most (or least) first."""
    best = (min if least else max)(found.values(), default=0)
    return Names(
        frozenset(things[one].name for one in found),
        frozenset(things[one].name for one, number in found.items() if number == best),
    )


def bodies(oracle: Oracle, tasks: Iterable[Task], role: str = "") -> Counter[str]:
    """How many of these tasks each unit that is no group has."""
    return Counter(
        one
        for task in tasks
        for one in (task.units[role] if role else task.all_units)
        if oracle.units[one].kind != "group"
    )


@NAMES.add
def leaders_ranked(graph: Graph) -> Questions:
    """Which leader has most or least tasks."""
    oracle = graph.oracle
    found = Counter(one for task in oracle.tasks.values() for one in task.leaders)
    most = ranked(oracle.leaders, found)
    for question in (
        "谁的任务最多",
        "哪位领导任务最多",
        "哪个领导的任务最多？",
        "哪个领导负责的任务最多",
        "任务最多的领导是谁",
        "谁负责的任务最多",
    ):
        yield question, most
    yield "谁的任务最少", ranked(oracle.leaders, found, least=True)
    led = Counter(one for task in oracle.tasks.values() for one in task.lead_leaders)
    if led:
        yield "哪位领导牵头最多", ranked(oracle.leaders, led)


@NAMES.add
def units_ranked(graph: Graph) -> Questions:
    """Which unit has most or least tasks, in a role or in any."""
    oracle = graph.oracle
    tasks = oracle.tasks.values()
    for question in ("哪个单位任务最多", "任务最多的单位", "哪个部门的任务最多", "哪个单位的任务最多？"):
        yield question, ranked(oracle.units, bodies(oracle, tasks))
    for question in ("哪个单位牵头最多", "哪个部门牵头的任务最多", "牵头任务最多的单位是哪个", "牵头最多的是哪个单位"):
        yield question, ranked(oracle.units, bodies(oracle, tasks, "lead"))
    yield "哪个单位配合的任务最多", ranked(oracle.units, bodies(oracle, tasks, "supporting"))
    yield "哪个单位牵头最少", ranked(oracle.units, bodies(oracle, tasks, "lead"), least=True)
    for place in graph.towns()[:2]:
        ids = oracle.bearing(oracle.places, place)
        own = Counter({one: number for one, number in bodies(oracle, tasks).items() if ids & oracle.units[one].inside})
        yield f"{place}哪个单位任务最多", ranked(oracle.units, own)


@NAMES.add
def first_of(graph: Graph) -> Questions:
    """The first few of those with most tasks."""
    oracle = graph.oracle
    found = bodies(oracle, oracle.tasks.values(), "lead")
    ordered = found.most_common()
    for number, words in ((3, "前三"), (5, "前5")):
        if len(ordered) > number and ordered[number - 1][1] > ordered[number][1]:
            names = frozenset(oracle.units[one].name for one, _ in ordered[:number])
            yield f"牵头任务最多的{words}个单位", Names(names)
    leaders = Counter(one for task in oracle.tasks.values() for one in task.leaders).most_common()
    for number, words in ((2, "前两名"), (3, "前三名"), (3, "前3位")):
        if len(leaders) > number and leaders[number - 1][1] > leaders[number][1]:
            names = frozenset(oracle.leaders[one].name for one, _ in leaders[:number])
            yield f"任务最多的{words}领导", Names(names)
            yield f"领导任务排名{words}", Names(names)


@NAMES.add
def ranking(graph: Graph) -> Questions:
    """All by their tasks."""
    oracle = graph.oracle
    found = Counter(one for task in oracle.tasks.values() for one in task.leaders)
    for question in ("领导任务排名", "各领导任务数排名", "按任务数排列领导", "领导的任务数量排行"):
        yield question, ranked(oracle.leaders, found)
    for question in ("单位牵头任务排名", "各单位牵头任务数排名"):
        yield question, ranked(oracle.units, bodies(oracle, oracle.tasks.values(), "lead"))


@NAMES.add
def of_each(graph: Graph) -> Questions:
    """How many tasks each has."""
    oracle = graph.oracle
    found = Counter(one for task in oracle.tasks.values() for one in task.leaders)
    for question in ("每个领导有多少任务", "各位领导有几项任务", "每位领导的任务数"):
        yield question, ranked(oracle.leaders, found)
    for question in ("各单位牵头几项", "每个单位牵头多少项任务"):
        yield question, ranked(oracle.units, bodies(oracle, oracle.tasks.values(), "lead"))


@NAMES.add
def between(graph: Graph) -> Questions:
    """Who of those that are named has more."""
    oracle = graph.oracle
    for one, other in itertools.pairwise(graph.leaders()[:3]):
        counted = {who: len(oracle.ids(oracle.leader(who))) for who in (one, other)}
        best = frozenset(who for who in counted if counted[who] == max(counted.values()))
        yield f"{one}和{other}谁的任务多", Names(frozenset(counted), best)
        yield f"{one}跟{other}哪个任务更少", Names(frozenset(counted), frozenset(counted) - best)
    three = graph.units("lead")[:3]
    counted = {who: len(oracle.ids(oracle.unit(who, "lead"))) for who in three}
    best = frozenset(who for who in counted if counted[who] == max(counted.values()))
    yield f"{'、'.join(three)}谁牵头的任务最多", Names(frozenset(counted), best)


@NAMES.add
def in_time(graph: Graph) -> Questions:
    """Who has most that is due in a time."""
    oracle = graph.oracle
    year = TODAY.year
    for words, first, last in (
        ("12月", f"{year}-12-01", f"{year}-12-31"),
        ("下个月", f"{year}-06-01", f"{year}-06-30"),
        ("下半年", f"{year}-07-01", f"{year}-12-31"),
    ):
        tasks = [oracle.tasks[one] for one in oracle.ids(due(first, last))]
        leaders = Counter(one for task in tasks for one in task.leaders)
        if leaders:
            yield f"{words}谁到期的任务最多", ranked(oracle.leaders, leaders)
            yield f"{words}哪位领导有任务到期", Names(ranked(oracle.leaders, leaders).names)
        lead = Counter(one for task in tasks for one in task.units["lead"])
        if lead:
            yield f"{words}哪些单位牵头的任务到期", Names(frozenset(oracle.units[one].name for one in lead))


@NAMES.add
def bearers(graph: Graph) -> Questions:
    """Who has a task that is named or held in words."""
    oracle = graph.oracle
    titles = sorted(
        {
            task.title
            for task in oracle.tasks.values()
            if task.leaders and 6 <= len(task.title) <= 20 and "“" not in task.title
        }
    )
    wordings = ("谁负责{0}", "{0}归谁管", "{0}由谁负责", "“{0}”谁负责", "{0}的责任领导是谁", "哪位领导负责{0}")
    for question, (title,) in in_turn(wordings, *((one,) for one in titles[:6])):
        tasks = [oracle.tasks[one] for one in oracle.ids(titled(title))]
        yield question, Names(frozenset(oracle.leaders[one].name for task in tasks for one in task.leaders))
    titles = sorted(
        {
            task.title
            for task in oracle.tasks.values()
            if task.units["lead"] and 6 <= len(task.title) <= 20 and "“" not in task.title
        }
    )
    leading = (
        "{0}由哪个单位牵头",
        "{0}的牵头单位是谁",
        "哪个单位牵头{0}",
        "{0}的牵头单位是哪个",
        "“{0}”是哪个部门牵头的",
    )
    for question, (title,) in in_turn(leading, *((one,) for one in titles[:5])):
        tasks = [oracle.tasks[one] for one in oracle.ids(titled(title))]
        yield question, Names(frozenset(oracle.units[one].name for task in tasks for one in task.units["lead"]))
    for question, (title,) in in_turn(
        ("{0}什么时候到期", "{0}的完成时限是什么时候", "“{0}”什么时候完成"), *((one,) for one in titles[:3])
    ):
        yield question, Tasks(oracle.ids(titled(title)))
    for question, (title,) in in_turn(("{0}出自哪里", "{0}的出处"), *((one,) for one in titles[:3])):
        yield question, Tasks(oracle.ids(titled(title)))
    papers = [one for one in titles if all(oracle.paper(task) for task in oracle.ids(titled(one)))]
    for question, (title,) in in_turn(("{0}出自哪份文件", "{0}在哪个文件里"), *((one,) for one in papers[:3])):
        yield question, Names(frozenset(oracle.paper(task) for task in oracle.ids(titled(title))))


@NAMES.add
def partners(graph: Graph) -> Questions:
    """Which units or leaders share in the tasks of another."""
    oracle = graph.oracle
    for who in graph.leaders()[:2]:
        tasks = [oracle.tasks[one] for one in oracle.ids(oracle.leader(who))]
        units = frozenset(oracle.units[one].name for task in tasks for one in task.units["lead"])
        yield f"{who}的任务由哪些单位牵头", Names(units)
        plans = frozenset(oracle.plans[task.plan] for task in tasks)
        if all(plans):
            yield f"{who}的任务在哪些方案里", Names(plans)
            yield f"哪些方案有{who}的任务", Names(plans)
        yield f"哪些单位牵头{who}的任务", Names(units)
        villages = frozenset(
            oracle.places[one].name for task in tasks for one in task.concerns if oracle.places[one].kind in VILLAGES
        )
        if villages:
            yield f"{who}的任务涉及哪些村", Names(villages)
    for body in graph.units("lead")[:2]:
        tasks = [oracle.tasks[one] for one in oracle.ids(oracle.unit(body, "lead"))]
        leaders = frozenset(oracle.leaders[one].name for task in tasks for one in task.leaders)
        if leaders:
            yield f"{body}牵头的任务有哪些责任领导", Names(leaders)
            yield f"{body}牵头的任务由谁负责", Names(leaders)
            yield f"谁分管{body}牵头的任务", Names(leaders)


@NAMES.add
def listed(graph: Graph) -> Questions:
    """Which and how many leaders, units, villages, plans and papers there are."""
    oracle = graph.oracle
    for place in graph.towns()[:2]:
        ids = oracle.bearing(oracle.places, place)
        leaders = frozenset(one.name for one in oracle.leaders.values() if ids & one.inside)
        units = [one for one in oracle.units.values() if ids & one.inside and one.kind != "group"]
        if leaders:
            yield f"{place}有哪些领导", Names(leaders)
            yield f"{place}有几位领导", Count(len([one for one in oracle.leaders.values() if ids & one.inside]))
        yield f"{place}有哪些单位", Names(frozenset(one.name for one in units))
        yield f"{place}有多少个单位", Count(len(units))
        yield f"{place}有哪些部门？", Names(frozenset(one.name for one in units))
    yield "一共有多少个方案", Count(len(oracle.plans))
    yield "有多少份文件", Count(len(oracle.documents))
    yield "共有几个文件", Count(len(oracle.documents))


@NAMES.add
def months(graph: Graph) -> Questions:
    """In which months most is due."""
    oracle = graph.oracle
    found = Counter(month for task in oracle.tasks.values() for month in {one[:7] for one in task.due_dates})
    best = max(found.values())
    names = Names(frozenset(found), frozenset(one for one, number in found.items() if number == best))
    for question in ("几月份到期的最多", "哪个月到期的任务最多", "哪个月任务最多"):
        yield question, names
    for who in graph.leaders()[:1]:
        tasks = [oracle.tasks[one] for one in oracle.ids(oracle.leader(who))]
        yield f"{who}哪些月份有任务到期", Names(frozenset(one[:7] for task in tasks for one in task.due_dates))
