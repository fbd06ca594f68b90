"""Only differences are written, and in an order that the engine can follow."""

from graph.facts import Facts
from graph.stores.difference import BATCH, writes
from tests.graph.examples import edge, everything, facts, node

UNIT, TASK = node("Unit", "u"), node("Task", "t", title="清产核资")
LEADS = edge("LEADS", UNIT, TASK, position=1)


def test_equal_facts_need_no_statement() -> None:
    assert list(writes(everything(), everything())) == []


def test_relationships_go_before_nodes_and_come_after_them() -> None:
    verbs = [statement.split()[-2] for statement, _ in writes(facts(UNIT, TASK, LEADS), Facts())]
    assert verbs == ["DELETE", "DELETE", "DELETE"]
    gone = [statement for statement, _ in writes(facts(UNIT, TASK, LEADS), Facts())]
    assert ["LEADS" in statement for statement in gone] == [True, False, False]
    come = [statement for statement, _ in writes(Facts(), facts(UNIT, TASK, LEADS))]
    assert ["LEADS" in statement for statement in come] == [False, False, True]


def test_a_changed_node_is_written_and_its_relationships_are_left_alone() -> None:
    other = node("Task", "t", title="盘活资产")
    statements = list(writes(facts(UNIT, TASK, LEADS), facts(UNIT, other, LEADS)))
    assert [rows for _, rows in statements] == [
        [{key: list(one) if isinstance(one, tuple) else one for key, one in other.properties.items()}]
    ]


def test_rows_travel_in_batches() -> None:
    tasks = facts(*(node("Task", f"{n:05}") for n in range(2 * BATCH + 1)))
    assert [len(rows) for _, rows in writes(Facts(), tasks)] == [BATCH, BATCH, 1]
