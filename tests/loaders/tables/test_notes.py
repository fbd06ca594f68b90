"""A note below a table states a rule for that table; one with 下同 speaks for all that follows."""

from loaders.extract import read_document
from loaders.read import read_bytes

TABLE = "\t任务\n\t责任单位\n\n\t修渠\n\t水利站、各村\n\n\n"


def leads(characters: str) -> list[tuple[str, ...]]:
    document = read_document(read_bytes(("修渠工作方案\n\n" + characters).encode(), "plan.txt"))
    return [task.lead_units for task in document.tasks]


def test_a_note_holds_for_the_table_above_it_alone() -> None:
    assert leads(f"{TABLE}注：排在第一的为牵头单位。\n附件2\n{TABLE}") == [("水利站",), ()]


def test_a_note_may_follow_other_notes() -> None:
    assert leads(f"{TABLE}注：1.本表自印发之日起执行。\n2.责任单位列首位的为牵头单位。\n") == [("水利站",)]


def test_a_note_with_the_word_for_all_that_follows_holds_on() -> None:
    assert leads(f"{TABLE}注：排在第一的为牵头单位，下同。\n附件2\n{TABLE}") == [("水利站",), ("水利站",)]


def test_a_sentence_below_a_table_that_is_no_note_states_no_rule_for_it_alone() -> None:
    assert leads(f"{TABLE}各单位要抓好落实。\n") == [()]


def test_a_note_on_every_table_holds_in_those_before_it_too() -> None:
    assert leads(f"{TABLE}（二）管护\n{TABLE}注：各表中责任单位排在第一的为牵头单位。\n") == [("水利站",)] * 2
    assert leads(f"{TABLE}（二）管护\n{TABLE}注：表中责任单位排在第一的为牵头单位。\n") == [(), ("水利站",)]
