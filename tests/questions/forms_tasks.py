"""Forms of questions for tasks: whose, in which role, until when, where, of which plan, without what."""

import itertools
from datetime import timedelta

from tests.questions.expected import Count, Refused, Tasks
from tests.questions.form import TODAY, Forms, Graph, Questions, in_turn
from tests.questions.oracle import Task, due, titled

TASKS = Forms()
_ALWAYS = "0001-01-01"


@TASKS.add
def leader(graph: Graph) -> Questions:
    """Tasks of a leader."""
    wordings = (
        "{0}有哪些任务",
        "{0}的任务",
        "请问{0}负责哪些工作？",
        "帮我查一下{0}分管的事项",
        "{0}同志手上有什么任务",
    )
    for question, (who,) in in_turn(wordings, *((one,) for one in graph.leaders()[:6])):
        yield question, Tasks(graph.oracle.ids(graph.oracle.leader(who)))


@TASKS.add
def of_leader(graph: Graph) -> Questions:
    """Tasks whose responsible leader is said behind."""
    wordings = (
        "责任领导是{0}的任务",
        "哪些任务的责任领导是{0}",
        "哪些任务由{0}负责",
        "归{0}管的任务有哪些",
        "责任人为{0}的工作",
    )
    for question, (who,) in in_turn(wordings, *((one,) for one in graph.leaders()[:5])):
        yield question, Tasks(graph.oracle.ids(graph.oracle.leader(who)))


@TASKS.add
def leading(graph: Graph) -> Questions:
    """Tasks that a leader leads."""
    for question, (who,) in in_turn(
        ("{0}牵头的任务", "{0}牵头哪些任务", "由{0}牵头的工作有哪些"), *((one,) for one in graph.leaders()[:3])
    ):
        yield question, Tasks(graph.oracle.ids(graph.oracle.leader(who, lead=True)))


@TASKS.add
def leaders_month(graph: Graph) -> Questions:
    """Tasks of a leader in a month."""
    wordings = (
        "{0}{2}月有哪些任务",
        "{0}{1}年{2}月到期的任务",
        "{2}月份{0}有什么任务到期",
        "{1}年{2}月{0}要完成什么",
        "{1}-{2:0>2}到期的{0}的任务",
    )
    months = [one for one in graph.months() if one[0] == TODAY.year][:3]
    pairs = [(who, str(year), str(month)) for who in graph.leaders()[:2] for year, month in months]
    for question, (who, year, month) in in_turn(wordings, *pairs):
        first = f"{year}-{int(month):02}"
        yield question, Tasks(graph.oracle.ids(graph.oracle.leader(who), due(first + "-01", first + "-31")))


@TASKS.add
def unit(graph: Graph) -> Questions:
    """Tasks of a unit in any role."""
    wordings = (
        "{0}有哪些任务",
        "{0}的任务",
        "{0}负责哪些工作",
        "{0}参与的任务",
        "查询{0}承担的任务清单",
        "{0}要做哪些工作",
        "和{0}有关的任务",
        "涉及{0}的任务",
    )
    for question, (who,) in in_turn(wordings, *((one,) for one in graph.units()[:8])):
        yield question, Tasks(graph.oracle.ids(graph.oracle.unit(who)))


@TASKS.add
def unit_leads(graph: Graph) -> Questions:
    """Tasks that a unit leads."""
    wordings = (
        "{0}牵头的任务",
        "由{0}牵头的任务有哪些",
        "牵头单位是{0}的任务",
        "{0}主办的事项",
        "哪些任务是{0}牵头的",
        "{0}作为牵头部门的任务",
        "哪些任务的牵头单位是{0}",
    )
    for question, (who,) in in_turn(wordings, *((one,) for one in graph.units("lead")[:4])):
        yield question, Tasks(graph.oracle.ids(graph.oracle.unit(who, "lead")))


@TASKS.add
def unit_is_responsible(graph: Graph) -> Questions:
    """Tasks for which a unit is responsible."""
    wordings = ("{0}是责任单位的任务", "责任单位为{0}的工作", "{0}作为责任单位的任务", "哪些任务的责任单位是{0}")
    for question, (who,) in in_turn(wordings, *((one,) for one in graph.units("responsible")[:4])):
        yield question, Tasks(graph.oracle.ids(graph.oracle.unit(who, "responsible")))


@TASKS.add
def unit_supports(graph: Graph) -> Questions:
    """Tasks that a unit supports."""
    wordings = ("{0}配合的任务", "{0}协办哪些事项", "{0}配合做哪些工作", "配合单位是{0}的任务", "{0}协助的任务")
    for question, (who,) in in_turn(wordings, *((one,) for one in graph.units("supporting")[:4])):
        yield question, Tasks(graph.oracle.ids(graph.oracle.unit(who, "supporting")))


@TASKS.add
def typed(graph: Graph) -> Questions:
    """The same question with blanks, other signs and polite words around."""
    who = graph.units("lead")[0]
    expected = Tasks(graph.oracle.ids(graph.oracle.unit(who, "lead"), due("2021-12-01", "2021-12-31")))
    for question in (
        f" {who}  牵头 2021年12月 ",
        f"请问，{who}牵头的、2021年12月到期的任务有哪些？谢谢！",
        f"麻烦帮我查一下「{who}」牵头、２０２１年１２月到期的工作。",
        f"{who}牵頭的2021年12月到期的任務",
        f"我想知道{who}2021年12月要牵头完成什么工作呢",
    ):
        yield question, expected


@TASKS.add
def unit_time(graph: Graph) -> Questions:
    """Tasks of a unit in a role and a time."""
    year = TODAY.year
    times = (
        ("12月", f"{year}-12-01", f"{year}-12-31"),
        ("第四季度", f"{year}-10-01", f"{year}-12-31"),
        ("下半年", f"{year}-07-01", f"{year}-12-31"),
        ("年底前", _ALWAYS, f"{year}-12-31"),
        ("今年", f"{year}-01-01", f"{year}-12-31"),
    )
    wordings = ("{0}{1}要牵头完成的任务", "{1}到期的{0}牵头的任务", "{0}牵头、{1}到期的任务", "{1}{0}牵头哪些任务")
    pairs = [(who, name) for who in graph.units("lead")[:2] for name, _, _ in times]
    ends = {name: (first, last) for name, first, last in times}
    for question, (who, name) in in_turn(wordings, *pairs):
        yield question, Tasks(graph.oracle.ids(graph.oracle.unit(who, "lead"), due(*ends[name])))


@TASKS.add
def in_month(graph: Graph) -> Questions:
    """Tasks that are due in a month of a year."""
    wordings = (
        "{0}年{1}月到期的任务",
        "{0}年{1}月有哪些任务到期",
        "时限在{0}年{1}月的任务",
        "{0}年{1}月份要完成的工作",
        "{0}年{1}月截止的事项",
    )
    for question, (year, month) in in_turn(wordings, *((str(y), str(m)) for y, m in graph.months()[:6])):
        first = f"{year}-{int(month):02}"
        yield question, Tasks(graph.oracle.ids(due(first + "-01", first + "-31")))


@TASKS.add
def relative(graph: Graph) -> Questions:
    """Tasks that are due in a time counted from today."""
    year = TODAY.year
    monday = TODAY - timedelta(days=TODAY.weekday())
    times = {
        "本月": (f"{year}-05-01", f"{year}-05-31"),
        "这个月": (f"{year}-05-01", f"{year}-05-31"),
        "下个月": (f"{year}-06-01", f"{year}-06-30"),
        "下月": (f"{year}-06-01", f"{year}-06-30"),
        "上个月": (f"{year}-04-01", f"{year}-04-30"),
        "本季度": (f"{year}-04-01", f"{year}-06-30"),
        "下季度": (f"{year}-07-01", f"{year}-09-30"),
        "二季度": (f"{year}-04-01", f"{year}-06-30"),
        "上半年": (f"{year}-01-01", f"{year}-06-30"),
        "下半年": (f"{year}-07-01", f"{year}-12-31"),
        "今年": (f"{year}-01-01", f"{year}-12-31"),
        "明年": (f"{year + 1}-01-01", f"{year + 1}-12-31"),
        "年底": (f"{year}-12-31", f"{year}-12-31"),
        "今天": (TODAY.isoformat(), TODAY.isoformat()),
        "本周": (monday.isoformat(), (monday + timedelta(days=6)).isoformat()),
        "下周": ((monday + timedelta(days=7)).isoformat(), (monday + timedelta(days=13)).isoformat()),
        "未来30天": (TODAY.isoformat(), (TODAY + timedelta(days=30)).isoformat()),
        "三个月内": (TODAY.isoformat(), f"{year}-08-20"),
    }
    for question, (name,) in in_turn(
        ("{0}到期的", "{0}有哪些任务到期", "{0}到期的任务有哪些？"), *((one,) for one in times)
    ):
        yield question, Tasks(graph.oracle.ids(due(*times[name])))


@TASKS.add
def ranges(graph: Graph) -> Questions:
    """Tasks that are due from one time to another."""
    year = TODAY.year
    times = {
        "6月到9月": (f"{year}-06-01", f"{year}-09-30"),
        "从6月到9月": (f"{year}-06-01", f"{year}-09-30"),
        "6月至12月": (f"{year}-06-01", f"{year}-12-31"),
        "2021年8月至2022年12月": ("2021-08-01", "2022-12-31"),
        "从6月1日到9月30日": (f"{year}-06-01", f"{year}-09-30"),
        "2021年6月—9月": ("2021-06-01", "2021-09-30"),
        "6-9月": (f"{year}-06-01", f"{year}-09-30"),
        "6月和9月之间": (f"{year}-06-01", f"{year}-09-30"),
        "2021年6月30日到2021年9月30日": ("2021-06-30", "2021-09-30"),
    }
    for name, ends in times.items():
        yield f"{name}到期的任务", Tasks(graph.oracle.ids(due(*ends)))


@TASKS.add
def edges(graph: Graph) -> Questions:
    """Tasks that are due before or after a time."""
    year = TODAY.year
    times = {
        "6月底前": (_ALWAYS, f"{year}-06-30"),
        "12月31日前": (_ALWAYS, f"{year}-12-31"),
        "年底前": (_ALWAYS, f"{year}-12-31"),
        "2021年9月底之前": (_ALWAYS, "2021-09-30"),
        "截至6月底": (_ALWAYS, f"{year}-06-30"),
        "2022年以后": ("2023-01-01", "9999-12-31"),
        "2021年12月31日之后": ("2022-01-01", "9999-12-31"),
        "6月底以前": (_ALWAYS, f"{year}-06-30"),
    }
    for question, (name,) in in_turn(("{0}要完成的任务", "{0}到期的有哪些"), *((one,) for one in times)):
        yield question, Tasks(graph.oracle.ids(due(*times[name])))


@TASKS.add
def late(graph: Graph) -> Questions:
    """Tasks that are past their deadline, or are not yet."""
    yesterday, today = (TODAY - timedelta(days=1)).isoformat(), TODAY.isoformat()
    past, coming = due(_ALWAYS, yesterday), due(today, "9999-12-31")
    for words in ("逾期的任务", "哪些任务已到期", "已经过期的任务有哪些", "超期的任务", "有哪些工作逾期了"):
        yield words, Tasks(graph.oracle.ids(past))
    for words in ("长期坚持的任务", "哪些任务持续推进"):
        yield words, Tasks(graph.oracle.ids(lambda task: task.ongoing))
    yield "哪些任务还没到期", Tasks(graph.oracle.ids(coming))
    for who in graph.units("lead")[:2]:
        yield f"{who}牵头的逾期任务", Tasks(graph.oracle.ids(past, graph.oracle.unit(who, "lead")))


@TASKS.add
def town(graph: Graph) -> Questions:
    """Tasks of a town, also with a time or a unit."""
    oracle = graph.oracle
    for question, (place,) in in_turn(
        ("{0}有哪些任务", "{0}的任务", "列出{0}所有任务"), *((one,) for one in graph.towns()[:3])
    ):
        yield question, Tasks(oracle.ids(oracle.within(place)))


@TASKS.add
def town_time(graph: Graph) -> Questions:
    """Tasks of a town and a time, or of a unit of a town."""
    oracle = graph.oracle
    for place in graph.towns()[:3]:
        yield f"12月底前{place}要完成什么", Tasks(oracle.ids(oracle.within(place), due(_ALWAYS, "2021-12-31")))
        yield f"{place}12月到期的任务", Tasks(oracle.ids(oracle.within(place), due("2021-12-01", "2021-12-31")))
        for who in [one for one in graph.units("lead") if oracle.ids(oracle.within(place), oracle.unit(one, "lead"))][
            :2
        ]:
            yield f"{place}{who}牵头的任务", Tasks(oracle.ids(oracle.within(place), oracle.unit(who, "lead")))
            yield f"{who}在{place}牵头哪些任务", Tasks(oracle.ids(oracle.within(place), oracle.unit(who, "lead")))


@TASKS.add
def plan(graph: Graph) -> Questions:
    """Tasks of a plan, also of one unit in it."""
    oracle = graph.oracle
    wordings = ("{0}有哪些任务", "《{0}》的任务", "《{0}》里有哪些任务", "{0}中的任务有哪些")
    for question, (title,) in in_turn(wordings, *((one,) for one in graph.plans()[:8])):
        yield question, Tasks(oracle.ids(oracle.of_plan(title)))


@TASKS.add
def plan_unit(graph: Graph) -> Questions:
    """Tasks of a unit in a plan."""
    oracle = graph.oracle
    for title in graph.plans()[:3]:
        for who in [one for one in graph.units() if oracle.ids(oracle.of_plan(title), oracle.unit(one))][:1]:
            yield f"《{title}》中{who}的任务", Tasks(oracle.ids(oracle.of_plan(title), oracle.unit(who)))
            yield f"{who}在《{title}》里有哪些任务", Tasks(oracle.ids(oracle.of_plan(title), oracle.unit(who)))


@TASKS.add
def lacking(graph: Graph) -> Questions:
    """Tasks that lack something."""

    def none(task: Task, role: str) -> bool:
        return not task.units[role]

    forms = {
        "哪些任务没有牵头单位": lambda task: none(task, "lead"),
        "没有牵头部门的任务": lambda task: none(task, "lead"),
        "缺牵头单位的任务": lambda task: none(task, "lead"),
        "牵头单位不明确的任务": lambda task: none(task, "lead"),
        "没有责任单位的任务": lambda task: none(task, "responsible"),
        "哪些任务没有配合单位": lambda task: none(task, "supporting"),
        "哪些任务没有责任领导": lambda task: not task.leaders and not task.leader_roles,
        "没写明责任领导的任务": lambda task: not task.leaders and not task.leader_roles,
        "哪些任务没有时限": lambda task: not task.due_text,
        "没有完成时限的任务": lambda task: not task.due_text,
        "没有明确完成时间的任务有哪些": lambda task: not task.due_text,
        "无时限的任务": lambda task: not task.due_text,
    }
    for question, meets in forms.items():
        yield question, Tasks(graph.oracle.ids(meets))
    for place in graph.towns()[:2]:
        inside = graph.oracle.within(place)
        yield f"{place}哪些任务没有牵头单位", Tasks(graph.oracle.ids(inside, lambda task: none(task, "lead")))
        yield f"{place}没有时限的任务有几项", Count(len(graph.oracle.ids(inside, lambda task: not task.due_text)))
    for who in graph.units("lead")[:2]:
        yield (
            f"{who}牵头的任务中哪些没有时限",
            Tasks(graph.oracle.ids(graph.oracle.unit(who, "lead"), lambda task: not task.due_text)),
        )


@TASKS.add
def together(graph: Graph) -> Questions:
    """Tasks of two leaders or two units."""
    oracle = graph.oracle
    pairs = [(one, other) for at, one in enumerate(graph.leaders()[:4]) for other in graph.leaders()[at + 1 : 4]]
    wordings = (
        "{0}和{1}共同的任务",
        "{0}与{1}共同负责的任务",
        "{0}、{1}都参与的任务",
        "{0}和{1}都有的任务",
        "{0}和{1}一起负责的任务有哪些",
    )
    for question, (one, other) in in_turn(wordings, *pairs[:5]):
        yield question, Tasks(oracle.ids(oracle.leader(one), oracle.leader(other)))


@TASKS.add
def units_together(graph: Graph) -> Questions:
    """Tasks of two units, in the same role or in two."""
    oracle = graph.oracle
    units = graph.units()[:5]
    pairs = [(one, other) for at, one in enumerate(units) for other in units[at + 1 :]]
    for question, (one, other) in in_turn(("{0}和{1}共同的任务", "{0}跟{1}共同承担的任务"), *pairs[:3]):
        yield question, Tasks(oracle.ids(oracle.unit(one), oracle.unit(other)))
    for one, other in pairs[:3]:
        both = oracle.ids(oracle.unit(one, "lead"), oracle.unit(other, "responsible"))
        yield f"{one}牵头、{other}责任的任务", Tasks(both)
        yield (
            f"{one}牵头{other}配合的任务",
            Tasks(oracle.ids(oracle.unit(one, "lead"), oracle.unit(other, "supporting"))),
        )


@TASKS.add
def leader_and_unit(graph: Graph) -> Questions:
    """Tasks of a leader and a unit."""
    oracle = graph.oracle
    for who in graph.leaders()[:3]:
        for body in [one for one in graph.units("lead") if oracle.ids(oracle.leader(who), oracle.unit(one, "lead"))][
            :1
        ]:
            found = Tasks(oracle.ids(oracle.leader(who), oracle.unit(body, "lead")))
            yield f"{who}分管、{body}牵头的任务", found
            yield f"{body}牵头、责任领导是{who}的任务", found


@TASKS.add
def counted(graph: Graph) -> Questions:
    """How many tasks meet a condition."""
    oracle = graph.oracle
    for question, (who,) in in_turn(
        ("{0}有几项任务", "{0}有多少任务", "{0}一共有多少项任务", "{0}负责几件事"),
        *((one,) for one in graph.leaders()[:4]),
    ):
        yield question, Count(len(oracle.ids(oracle.leader(who))))


@TASKS.add
def units_counted(graph: Graph) -> Questions:
    """How many tasks a unit leads, a month or a town has."""
    oracle = graph.oracle
    for question, (who,) in in_turn(
        ("{0}牵头几项", "{0}牵头多少项任务", "{0}牵头的任务有几项", "{0}牵头的任务有多少个"),
        *((one,) for one in graph.units("lead")[:4]),
    ):
        yield question, Count(len(oracle.ids(oracle.unit(who, "lead"))))
    yield "12月有多少任务到期", Count(len(oracle.ids(due("2021-12-01", "2021-12-31"))))
    yield "今年到期的有几项", Count(len(oracle.ids(due("2021-01-01", "2021-12-31"))))
    yield "一共有多少项任务", Count(len(oracle.tasks))
    for place in graph.towns()[:2]:
        yield f"{place}有多少项任务", Count(len(oracle.ids(oracle.within(place))))
        yield f"{place}共有几项任务", Count(len(oracle.ids(oracle.within(place))))


@TASKS.add
def compared(graph: Graph) -> Questions:
    """How many more tasks one has than the other."""
    oracle = graph.oracle
    units = graph.units()[:4]
    pairs = list(itertools.pairwise(units))
    for question, (one, other) in in_turn(("{0}比{1}多几项", "{0}比{1}多几项任务", "{0}的任务比{1}多多少项"), *pairs):
        yield question, Count(len(oracle.ids(oracle.unit(one))) - len(oracle.ids(oracle.unit(other))))
    for question, (other, one) in in_turn(("{1}比{0}少几项", "{1}的任务比{0}少几项"), *pairs[:2]):
        yield question, Count(len(oracle.ids(oracle.unit(other))) - len(oracle.ids(oracle.unit(one))))
    towns = graph.towns()[:3]
    for one, other in itertools.pairwise(towns):
        number = len(oracle.ids(oracle.within(one))) - len(oracle.ids(oracle.within(other)))
        yield f"{one}比{other}多几项任务", Count(number)
    leaders = graph.leaders()[:3]
    for one, other in itertools.pairwise(leaders):
        number = len(oracle.ids(oracle.leader(one))) - len(oracle.ids(oracle.leader(other)))
        yield f"{one}比{other}多几项任务", Count(number)
        yield f"{one}和{other}相差几项", Count(abs(number))
    for one, other in pairs[:2]:
        number = len(oracle.ids(oracle.unit(one, "lead"))) - len(oracle.ids(oracle.unit(other, "lead")))
        yield f"{one}牵头的任务比{other}多几项", Count(number)


@TASKS.add
def village(graph: Graph) -> Questions:
    """Tasks that concern a village, also before and after its merger."""
    oracle = graph.oracle
    for question, (place,) in in_turn(
        ("涉及{0}的任务", "{0}有哪些任务", "与{0}有关的任务"), *((one,) for one in graph.villages()[:4])
    ):
        yield question, Tasks(oracle.ids(oracle.concerning(oracle.bearing(oracle.places, place))))


@TASKS.add
def village_around(graph: Graph) -> Questions:
    """Tasks of a village before and after its merger."""
    oracle = graph.oracle
    for question, (place,) in in_turn(
        ("{0}合并前后的任务", "{0}合并前后有哪些任务", "{0}合并前后的任务有哪些"), *((one,) for one in graph.made()[:6])
    ):
        own = oracle.bearing(oracle.places, place)
        around = {*own, *oracle.before(place), *oracle.after(place)}
        yield question, Tasks(oracle.ids(oracle.concerning(around)))


@TASKS.add
def words(graph: Graph) -> Questions:
    """Tasks that hold words."""
    oracle = graph.oracle
    for found in ("调解", "消防", "培训"):
        if oracle.ids(titled(found)):
            yield f"关于“{found}”的任务", Tasks(oracle.ids(titled(found)))
            yield f"关于{found}的任务有哪些", Tasks(oracle.ids(titled(found)))


@TASKS.add
def unknown(graph: Graph) -> Questions:
    """Questions that the graph cannot answer: unknown names and words."""
    assert graph.oracle.tasks
    for question, word in (
        ("赵钱孙有哪些任务", "赵钱孙"),
        ("火星办牵头的任务", "火星办"),
        ("白沙洲村是怎么来的", "白沙洲"),
        ("青石板村现在叫什么", "青石板"),
        ("赵钱孙和李周吴共同的任务", "赵钱孙"),
        ("火星办比月球办多几项", "火星办"),
        ("今天天气怎么样", "天气"),
        ("写一首诗", ""),
        ("你好", ""),
        ("13月到期的任务", "13月"),
        ("2021年2月30日到期的任务", "30日"),
    ):
        yield question, Refused(frozenset({word}) - {""})
    for who in graph.units("lead")[:1]:
        yield f"{who}花了多少钱", Refused()
        yield f"{who}牵头的任务完成得怎么样", Refused()
        yield f"{who}不牵头的任务", Refused()
