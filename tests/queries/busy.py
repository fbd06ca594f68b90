"""A town with as many units and tasks as a test of loads needs."""

from graph.facts import Edge, Facts, Node
from tests.graph.examples import edge, facts, node


def busy_town(loads: dict[str, int]) -> Facts:
    """A town whose units lead so many tasks each, none of which is another's."""
    town = node("Place", "town", name="蓬莱镇", level="town")
    paper = node("Document", "paper", title="通知", issued_on="2021-08-19")
    plan = node("Plan", "plan", ordinal=1, title="方案", body=True)
    file = node("File", "file", paths=("a.txt",))
    elements: list[Node | Edge] = [
        *(town, paper, plan, file),
        edge("COPY_OF", file, paper),
        edge("LOCATED_IN", paper, town),
        edge("CONTAINS", paper, plan),
    ]
    for name, count in loads.items():
        unit = node("Unit", name, name=name, aliases=(name,), kind="body", level="town")
        elements += [unit, edge("LOCATED_IN", unit, town)]
        for number in range(count):
            task = node("Task", f"{name}{number}", title="任务", due_dates=("2021-12-31",), due="2021-12-31")
            said = node("Passage", f"{name}{number}", key=f"{name}{number}", line=number + 1, start_char=number)
            elements += [task, said, edge("HAS", file, said), edge("STATED_IN", task, said)]
            elements += [edge("SETS", plan, task), edge("LEADS", unit, task)]
    return facts(*elements)
