"""Each word of a label or a column states what it gives in one table only, so that two tables never contradict."""

from collections import Counter
from collections.abc import Iterator

import pytest

from graph.words.fold import fold
from loaders.owners.label_words import bare_roles, named_roles, whole_roles
from loaders.owners.people import read_leaders
from loaders.owners.reading import read_owners
from loaders.prose.labels import find_labels
from loaders.tables.column_names import read_header
from loaders.vocabulary.columns import column_words
from loaders.vocabulary.labels import label_words
from loaders.vocabulary.leaders import leader_words
from loaders.vocabulary.roles import role_words
from loaders.vocabulary.triggers import trigger_words


def stated() -> Iterator[tuple[str, str]]:
    """Each word of a label or a column, with the table and the section that say what it gives."""
    labels = label_words()
    for name, rows in (("leader", labels.leader), ("due", labels.due), ("bare", labels.bare), ("other", labels.other)):
        yield from ((word, f"labels {name}") for row in rows for word in row.words)
    for row in labels.unit:
        yield from ((prefix + noun, "labels unit") for prefix in row.prefixes for noun in labels.unit_nouns)
        yield from ((word, "labels unit") for word in row.words)
    yield from ((word, "labels weak") for word in (*labels.weak.alone, *labels.weak.words))
    yield from ((word, "roles named") for row in role_words().named for word in row.words)
    yield from ((word, "leaders labels") for row in leader_words().labels for word in row.words)


def columns() -> Iterator[tuple[str, str]]:
    for row in column_words().column:
        yield from ((word, row.meaning) for word in row.words)


def test_a_label_word_states_its_role_once() -> None:
    times = Counter(word for word, _ in stated())
    repeated = {word: sorted(where for one, where in stated() if one == word) for word in times if times[word] > 1}
    assert repeated == {}


def test_a_word_of_a_column_has_one_meaning() -> None:
    times = Counter(word for word, _ in columns())
    assert [word for word in times if times[word] > 1] == []


def test_a_column_of_owners_or_deadlines_is_known_by_its_label_alone() -> None:
    owning = {word for word, role in whole_roles().items() if role != "other"} | set(bare_roles()) | set(named_roles())
    assert [word for word, _ in columns() if word in owning] == ["进度"], (
        "a label only before a date; a column of reports"
    )


def test_the_second_row_of_a_header_lists_no_label_again() -> None:
    known = {*whole_roles(), *bare_roles(), *named_roles()}
    assert [word for word in column_words().sub_header.words if word in known] == []


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("牵头单位", "lead"),
        ("牵头责任单位", "lead"),
        ("牵头", "lead"),
        ("承办单位", "responsible"),
        ("责任", "responsible"),
        ("配合部门", "supporting"),
    ],
)
def test_a_label_gives_one_role_in_prose_in_cells_and_as_a_column(label: str, role: str) -> None:
    assert [one.roles for one in find_labels(fold(f"{label}:县水利局"))] == [(role,)]
    [column] = read_header([label])
    assert column.roles == (role,)
    owners = read_owners(f"{label}：县水利局", "responsible")
    assert {"lead": owners.lead, "responsible": owners.responsible, "supporting": owners.supporting}[role] == (
        "县水利局",
    )


def test_a_label_of_leaders_gives_the_same_in_prose_and_in_cells() -> None:
    assert [one.roles for one in find_labels(fold("牵头负责人:张三"))] == [("lead_leaders",)]
    assert read_leaders("牵头负责人：张三；县领导：李四").lead_leaders == ("张三",)
    assert read_leaders("联系人：王五").leaders == ()


def test_a_trigger_that_looks_like_a_label_is_one() -> None:
    known, ends = {*whole_roles(), *bare_roles()}, tuple(label_words().unit_nouns)
    assert [word for word in trigger_words().trigger.words if word.endswith(ends) and word not in known] == []
