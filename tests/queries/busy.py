"""A town with as many units and tasks as a test of loads needs."""

from graph.facts import Edge, Facts, Node
from tests.graph.examples import edge, facts, node


def busy_town(loads: dict[str, int]) -> Facts:
    """A town whose units lead so many tasks each, none of which is another's."""
    return facts(*busy_elements(loads))


def nowhere(loads: dict[str, int], mark: str) -> list[Node | Edge]:
    """The same in a paper of its own that names no place; `mark` tells its ids from others'."""
    elements = [one for one in busy_elements(loads, mark) if not isinstance(one, Edge) or one.type != "LOCATED_IN"]
    return [one for one in elements if not isinstance(one, Node) or one.label != "Place"]


def busy_elements(loads: dict[str, int], mark: str = "") -> list[Node | Edge]:
    """The nodes and relationships of `busy_town`."""
    town = node("Place", f"town{mark}", name="蓬莱镇", level="town")
    paper = node("Document", f"paper{mark}", title="通知", issued_on="2021-08-19")
    plan = node("Plan", f"plan{mark}", ordinal=1, title="方案", body=True)
    file = node("File", f"file{mark}", paths=("a.txt",))
    elements: list[Node | Edge] = [
        *(town, paper, plan, file),
        edge("COPY_OF", file, paper),
        edge("LOCATED_IN", paper, town),
        edge("CONTAINS", paper, plan),
    ]
    for name, count in loads.items():
        unit = node("Unit", f"{name}{mark}", name=name, aliases=(name,), kind="body", level="town")
        elements += [unit, edge("LOCATED_IN", unit, town)]
        for number in range(count):
            identity = f"{name}{mark}{number}"
            task = node("Task", identity, title="任务", due_dates=("2021-12-31",), due="2021-12-31")
            said = node("Passage", identity, key=identity, line=number + 1, start_char=number)
            elements += [task, said, edge("HAS", file, said), edge("STATED_IN", task, said)]
            elements += [edge("SETS", plan, task), edge("LEADS", unit, task)]
    return elements
