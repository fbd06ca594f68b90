"""Changes of places are read from the examples as the table says."""

import pytest

from graph.statements import ChangeStatement, PlanDocument
from loaders.changes.clauses.clauses import read_clauses
from loaders.changes.clauses.words import undated_clause, without_idioms
from loaders.changes.dates.dates import paper_status, read_status, read_when
from loaders.changes.lists.lists import read_list
from loaders.changes.tables.columns import Columns, read_columns
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.vocabulary.changes import change_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word

NAMES = {"ended": "被撤村名称", "new": "新建制村名称"}


def document(words: str) -> PlanDocument:
    return read_document(read_bytes(words.encode(), "a.txt"))


def changes(words: str) -> tuple[ChangeStatement, ...]:
    return document(words).changes


def sides(words: str) -> list[tuple[str, str]]:
    """The names before and after each change, with blanks between."""
    return [
        (" ".join(party.name for party in one.before), " ".join(party.name for party in one.after))
        for one in changes(words)
    ]


def does(row: Row) -> bool:
    """Whether the first clause does what its verb says; a place formed of what is abolished is a merger."""
    found = [clause.does for clause in read_clauses(row.example, {})]
    return found == ["merge" if row.does == "form" else row.does]


def columns(*header: str) -> Columns:
    found = read_columns(header)
    assert found is not None
    return found


def is_its_column(row: Row) -> bool:
    found = columns(row.example, *(name for meaning, name in NAMES.items() if meaning != row.meaning))
    return bool(getattr(found, row.meaning) == 0)


def is_ranked(row: Row) -> bool:
    [clause] = read_clauses(row.example, {})
    return (clause.does, clause.rest, clause.old[0].name[-1]) == ("rank", row.new["镇"], row.old[0])


def with_(row: Row, *cells: str) -> str:
    return "\n".join("\t".join(line) for line in (("被撤村名称", "并入村名称", "新建制村名称"), (*cells, row.example)))


CHECKS: Checks = {
    "verbs": does,
    "empty": lambda row: sides(with_(row, "甲水村", "乙水村")) == [("甲水村 乙水村", "乙水村")],
    "dates": lambda row: undated_clause(f"{row.example}撤销甲村") == "撤销甲村",
    "naming": lambda row: sides(row.example) == [("甲村 乙村", "丙村")],
    "backwards": lambda row: sides(row.example) == [("甲村 乙村", "丙村")],
    "idioms": lambda row: without_idioms(row.example) == "丙乡",
    "made_of": lambda row: sides(row.example) == [("甲村 乙村", "丙村")],
    "adverbs": lambda row: sides(row.example) == [("甲乡 丙镇", "丙镇"), ("乙乡 丁镇", "丁镇")],
    "leads": lambda row: [[p.name for p in one.old] for one in read_clauses(row.example, {})] == [["甲村", "乙村"]],
    "bases": lambda row: sides(row.example) == [("甲村 乙村", "丙村")],
    "targets": lambda row: [[p.name for p in one.new] for one in read_clauses(row.example, {})] == [["西河县"]],
    "givers": lambda row: [(one.before[0].name, one.givers) for one in changes(row.example)] == [("甲村", ("乙镇",))],
    "remainder": lambda row: sides(row.example) == [("乙村", "丙镇"), ("甲乡 丁镇", "丁镇")],
    "ranks": is_ranked,
    "subject": lambda row: sides(row.example) == [("甲镇 乙镇", "乙镇")],
    "again": lambda row: [one.again for one in changes(row.example)] == [True],
    "announced": lambda row: sides(row.example) == [("甲村", ""), ("乙村", "")],
    "territory": lambda row: sides(row.example) == [("甲县", "甲区")],
    "parts": lambda row: [party.part for party in read_list(row.example.removeprefix("以"))] == ["不含乙镇"],
    "pieces": lambda row: sides(row.example) == [("甲村 乙村", "乙村"), ("甲村 丙村", "丙村")],
    "untold": lambda row: bool(document(row.example).unread),
    "lists": lambda row: [(p.name, p.level) for p in read_list(row.example)] == [("甲", "village"), ("乙", "village")],
    "prefix_levels": lambda row: [party.level for party in read_list(row.example)] == ["county"],
    "prefixes": lambda row: (
        {p.former for p in read_list(row.example.removeprefix("设立").removeprefix("以"))} == {row.former}
    ),
    "effect": lambda row: [one.on for one in changes(f"撤销甲村、乙村，设立丙村。\n{row.example}。")] == ["2023-01-15"],
    "status": lambda row: read_status(row.example) == row.status,
    "paper_status": lambda row: paper_status(row.example) == row.status,
    "years": lambda row: [one.on for one in changes(row.example)] == ["1984", "1985"],
    "decided": lambda row: read_when(row.example).decided_on == "2019-12-30",
    "decisions": lambda row: ("甲乡", "丁区") in sides(f"{row.example}\n设立丁区。丁区辖原东河县的甲乡。"),
    "on_places": lambda row: sides(f"{row.example}\n设立丁区。") == [("", "丁区")] and not sides("设立丁区。"),
    "superiors": lambda row: sides(row.example) == [],
    "columns": is_its_column,
    "columns_by_first": lambda row: columns(row.example, "新名").old == 0,
    "columns_words": lambda row: columns(row.example, "新建制村名称").proposed,
    "columns_without_names": lambda row: columns(row.example, *NAMES.values()) == columns("", *NAMES.values()),
    "columns_above": lambda row: columns(row.example, *NAMES.values()).above == (0,),
}


@pytest.mark.parametrize(("section", "row"), examples(change_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
