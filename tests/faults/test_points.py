"""Points are spread over all calls of an action, all kinds of faults among them."""

from tests.faults.actions import NAMES
from tests.faults.points import losses, points
from tests.faults.shim import STAYS, Fault
from tests.faults.test_actions import POINTS

KINDS = "c" + "w" * 500 + "sr" + "w" * 500 + "sfu"


def test_points_are_as_many_as_asked_for_and_reach_from_the_first_call_to_the_last() -> None:
    at = [one.at for one in points(KINDS, 100)]
    assert len(at) == 100
    assert {1, 502, 503, 1004, 1005, 1006} <= set(at)
    assert min(at) == 1
    assert max(at) == len(KINDS)


def test_half_of_the_points_are_no_writes_where_there_are_enough() -> None:
    chosen = points("ws" * 200, 100)
    assert sum(("ws" * 200)[one.at - 1] == "s" for one in chosen) == 50


def test_all_kinds_of_faults_are_tried_and_a_full_disk_has_room_again_in_some() -> None:
    chosen = points(KINDS, 100)
    assert {one.fault for one in chosen} == set(Fault) - {Fault.OFF, Fault.COUNT}
    assert {one.most for one in chosen if one.fault in STAYS} == {0, 1, 3, 20}


def test_few_calls_are_tried_with_several_faults_each() -> None:
    chosen = points("wsr", 9)
    assert len(chosen) == 9
    assert len(set(chosen)) == 9


def test_power_is_lost_also_after_the_action_with_each_share_of_what_was_not_synced() -> None:
    chosen = losses(KINDS, 40)
    assert len(chosen) == 40
    assert {(one.kept, one.names) for one in chosen if one.after == len(KINDS)} == {
        (kept, names) for kept in (0.0, 0.5, 0.7, 0.97, 0.995) for names in (True, False)
    }


def test_few_points_of_many_actions_meet_all_kinds_of_faults() -> None:
    tried = [one.fault for turn in range(len(NAMES)) for one in points(KINDS, POINTS, first=turn * POINTS)]
    assert all(tried.count(fault) >= 4 for fault in set(Fault) - {Fault.OFF, Fault.COUNT})


def test_few_points_stand_in_the_middle_of_their_parts() -> None:
    assert [one.at for one in points("w" * 90, 3)] == [16, 46, 76]
