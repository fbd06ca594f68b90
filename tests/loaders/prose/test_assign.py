"""What marks state becomes owners in roles, leaders and deadlines."""

from loaders.prose.assign import Conventions, assign
from loaders.prose.marks import StatedRoles


def test_labels_of_one_role_add_up_and_each_unit_stands_once() -> None:
    found = assign(
        [StatedRoles(("responsible",), "县水利局、各村"), StatedRoles(("responsible",), "各村、各组")], Conventions()
    )
    assert list(found.responsible) == ["县水利局", "各村", "各组"]


def test_a_note_with_xia_tong_is_learned() -> None:
    rules = Conventions()
    first = assign([StatedRoles(("responsible",), "县水利局、各村（第一个为牵头单位，下同）")], rules)
    second = assign([StatedRoles(("responsible",), "县林业局、各村")], rules)
    assert (list(first.lead), list(second.lead), second.basis) == (["县水利局"], ["县林业局"], "stated")


def test_a_label_of_the_lead_leaves_a_convention_aside() -> None:
    rules = Conventions()
    assign([StatedRoles(("responsible",), "县水利局、各村（第一个为牵头单位，下同）")], rules)
    found = assign([StatedRoles(("lead",), "县委办"), StatedRoles(("responsible",), "县林业局、各村")], rules)
    assert (list(found.lead), list(found.responsible), found.basis) == (["县委办"], ["县林业局", "各村"], "label")


def test_parts_behind_a_semicolon_without_names_say_nothing() -> None:
    found = assign([StatedRoles((), "县水利局牵头，各村配合；时间视天气另定")], Conventions())
    assert (list(found.lead), list(found.supporting), found.due_text) == (["县水利局"], ["各村"], "")


def test_a_label_for_both_parts_units_and_people() -> None:
    found = assign([StatedRoles(("responsible", "leaders"), "镇社事办 李晓东")], Conventions())
    assert (list(found.responsible), list(found.leaders)) == (["镇社事办"], ["李晓东"])


def test_words_that_name_nobody_leave_nothing() -> None:
    assert assign([StatedRoles(("responsible",), "无"), StatedRoles(("due",), "/")], Conventions()).empty
