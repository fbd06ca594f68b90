"""Kinds, roles and levels have their words once."""

from typing import get_args

from graph.keywords import CHANGE_KINDS, PLACE_ROLES, TASK_ROLES, UNIT_ROLES, word
from graph.model import relationship_types
from graph.statements import ChangeKind, ChangeRole


def test_every_kind_and_role_of_a_change_has_its_words() -> None:
    assert {kind.value for kind in CHANGE_KINDS} == set(get_args(ChangeKind))
    assert {role.value for role in PLACE_ROLES} == set(get_args(ChangeRole))
    assert (word("zh", "kind", "transfer"), word("zh", "role", "moved")) == ("划归", "划归")
    assert (word("zh", "role", "ends"), word("en", "role", "ends")) == ("撤销", "ends")


def test_a_role_in_a_task_is_called_as_its_relationship() -> None:
    assert [word("zh", "role", name) for name in UNIT_ROLES] == ["牵头", "责任", "配合"]
    assert all(role.zh == relationship_types()[role.relationship].zh for role in TASK_ROLES)


def test_what_is_no_keyword_has_no_word() -> None:
    assert word("zh", "role", "党政办") == word("zh", "name", "lead") == ""
