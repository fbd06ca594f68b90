"""Forms of questions for what became of villages, and for what is said differently at two places."""

from tests.questions.expected import Count, Names
from tests.questions.form import Forms, Graph, Questions, in_turn

PLACES = Forms()


@PLACES.add
def origins(graph: Graph) -> Questions:
    """Where a village comes from."""
    oracle = graph.oracle
    wordings = (
        "{0}是怎么来的",
        "{0}由哪些村合并而来",
        "{0}是由哪几个村合并的",
        "{0}原来叫什么",
        "{0}的前身是什么",
        "{0}以前是哪些村",
        "{0}是哪些村合并成的",
        "哪些村合并成了{0}",
        "{0}从哪来",
        "{0}合并前是哪几个村",
        "请问{0}是怎么形成的？",
    )
    for question, (place,) in in_turn(wordings, *((one,) for one in graph.made()[:12])):
        yield question, Names(oracle.names(oracle.places, oracle.before(place)))


@PLACES.add
def futures(graph: Graph) -> Questions:
    """What became of a village."""
    oracle = graph.oracle
    wordings = (
        "{0}现在叫什么",
        "{0}并到哪里去了",
        "{0}合并到哪个村了",
        "{0}后来怎么样了",
        "{0}并入了哪个村",
        "{0}现在属于哪个村",
        "{0}被合并到哪里了",
        "{0}去哪了",
        "{0}合并后叫什么名字",
        "{0}现在是什么村",
        "{0}和哪个村合并成了什么村",
    )
    for question, (place,) in in_turn(wordings[:-1], *((one,) for one in graph.gone()[:12])):
        yield question, Names(oracle.names(oracle.places, oracle.after(place)))


@PLACES.add
def when(graph: Graph) -> Questions:
    """When a village was merged: the change is told by the village that came out."""
    oracle = graph.oracle
    for question, (place,) in in_turn(
        ("{0}什么时候合并的", "{0}是何时合并的", "{0}哪年合并的"), *((one,) for one in graph.gone()[:3])
    ):
        yield question, Names(oracle.names(oracle.places, oracle.after(place)))
    for place in graph.made()[:2]:
        if len(oracle.bearing(oracle.places, place)) == 1:
            yield f"{place}什么时候成立的", Names(oracle.names(oracle.places, oracle.before(place)))


@PLACES.add
def merged(graph: Graph) -> Questions:
    """Which villages were merged, and which came out."""
    oracle = graph.oracle
    before = frozenset(one for ends, _ in oracle.changes for one in ends)
    after = frozenset(one for _, ends in oracle.changes for one in ends)
    for question in ("哪些村合并了", "有哪些村被合并", "合并了哪些村", "有哪些村参与合并"):
        yield question, Names(oracle.names(oracle.places, before))
    yield "合并后有哪些村", Names(oracle.names(oracle.places, after))
    yield "有多少个村合并了", Count(len(oracle.names(oracle.places, before)))


@PLACES.add
def ended(graph: Graph) -> Questions:
    """Which villages are no more, and into what two went together."""
    oracle = graph.oracle
    for question in ("哪些村撤销了", "被撤销的村有哪些"):
        yield question, Names(frozenset(graph.gone()))
    for before, after in oracle.changes[:4]:
        names = [oracle.places[one].name for one in sorted(before)]
        if len(set(names)) == 2 and not oracle.names(oracle.places, after) & set(names):
            expected = Names(oracle.names(oracle.places, after))
            yield f"{names[0]}和{names[1]}合并成了什么村", expected
            yield f"哪个村是由{names[0]}和{names[1]}合并的", expected


@PLACES.add
def contradictions(graph: Graph) -> Questions:
    """What is said differently at two places."""
    oracle = graph.oracle
    titles = {passage: task.title for task in oracle.tasks.values() for passage in oracle.passages(task.id)}
    for field, words in (("due_text", "时限"), ("lead_units", "牵头单位"), ("", "任务")):
        names = frozenset(titles[one] for one, column in oracle.conflicts if not field or column == field)
        yield f"哪些{words}前后不一", Names(names)
        yield f"{words}前后不一致的任务" if field else "前后矛盾的任务", Names(names)
        yield f"哪些任务的{words}自相矛盾" if field else "有哪些矛盾", Names(names)
    number = sum(column == "due_text" for _, column in oracle.conflicts)
    yield "有几项任务时限前后不一致", Count(number)
