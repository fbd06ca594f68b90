"""Numbers and lines that end no item are seen in their examples."""

import pytest

from loaders.prose.numbered import numbered_pieces
from loaders.text import Words
from loaders.vocabulary.prose import outline_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word
from tests.loaders.outlines import owners_of, tasks_of


def numbers(words: str) -> list[int]:
    return [number.value for number, _ in numbered_pieces([Words.of(words, 0, len(words))]) if number]


CHECKS: Checks = {
    "no_number": lambda row: numbers(f"{row.example}；二、公开") == [],
    "refers": lambda row: numbers(f"（一）立规。（二）执行，{row.example}除外") == [1, 2],
    "lacking": lambda row: len(owners_of(f"一、修渠（县水利局）。\n{row.example}。\n三、植树（县林业局）。")) == 2,
    "seats": lambda row: len(owners_of(f"一、修渠（县水利局）。\n二、植树（县林业局）。\n{row.example}")) == 2,
    "seals": lambda row: tasks_of(f"任务书\n负责人：\n{row.example}\n") == (),
    "bullets": lambda row: [task.content for task in tasks_of(f"1.修渠。五公里。\n{row.example}")] == ["五公里。"],
    "sentence": lambda row: owners_of("1.修渠。" + row.example) == [("", "县水利局", "")],
    "modals": lambda row: owners_of("1.修渠。" + row.example) == [("", "县水利局", "")],
    "no_work": lambda row: owners_of(row.example.replace("⏎", "\n")) == [],
    "goes_on": lambda row: owners_of("1.修渠。" + row.example.replace("⏎", "\n")) == [("", "县水利局 县林业局", "")],
}


@pytest.mark.parametrize(("section", "row"), examples(outline_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
