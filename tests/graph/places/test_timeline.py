"""Events in time and the periods of places between them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions
from graph.identity.scope import scope_of
from graph.places.changes import ChangeSaid, told
from graph.places.place_periods import PlacePeriods
from graph.places.timeline import Event, tell
from graph.statements import ChangeStatement
from tests.graph.saying import TOWN, change, merger


def tale(
    *statements: ChangeStatement, jurisdiction: str = TOWN, issued_on: str = "2021-08-19"
) -> tuple[list[Event], PlacePeriods]:
    place_periods = PlacePeriods()
    scope = scope_of(jurisdiction, "d")
    said = [ChangeSaid(one, str(one.source.line), "f", scope, issued_on) for one in statements]
    changes = [told(one, Decisions()) for one in said]
    return tell(changes, place_periods), place_periods


def test_a_merger_ends_two_periods_and_begins_one() -> None:
    (event,), place_periods = tale(merger(1, "福寿村 忠荣村", "福荣村"))
    periods = {period.name: period for period in place_periods if period.level == "village"}
    assert {period for period, _, _ in event.before} == {periods["福寿村"].id, periods["忠荣村"].id}
    assert event.after == ((periods["福荣村"].id, "created"),)
    assert periods["福寿村"].until is not None
    assert periods["福荣村"].since is not None


def test_a_village_that_keeps_its_name_has_two_periods_of_one_lasting_village() -> None:
    _, place_periods = tale(merger(1, "梓潼村 吊脚楼村", "吊脚楼村"))
    first, second = (period for period in place_periods if period.name == "吊脚楼村")
    assert first.id != second.id
    assert first.lasting_id == second.lasting_id == first.id


def test_a_renamed_village_is_one_lasting_village() -> None:
    _, place_periods = tale(merger(1, "红星村", "福荣村"))
    first, second = (period for period in place_periods if period.level == "village")
    assert first.lasting_id == second.lasting_id


def test_an_undated_event_lies_before_the_paper_that_tells_of_it() -> None:
    (event,), _ = tale(merger(1, "福寿村 忠荣村", "福荣村"))
    assert (event.happening.dates.stated_on, event.happening.dates.latest) == ("", "2021-08-19")


def test_a_dated_and_an_undated_paper_meet_in_one_event() -> None:
    (undated,), one = tale(merger(1, "福寿村 忠荣村", "福荣村"))
    (dated,), other = tale(merger(1, "福寿村 忠荣村", "福荣村", on="2020-05-01"))
    assert undated.id == dated.id
    assert [period.id for period in one] == [period.id for period in other]


def test_what_was_created_is_consumed_later_whatever_the_order_of_rows() -> None:
    later, earlier = merger(1, "福荣村 双桥村", "大荣村"), merger(2, "福寿村 忠荣村", "福荣村")
    (first, second), _ = tale(later, earlier)
    assert first.after[0][0] in {period for period, _, _ in second.before}


def test_one_predecessor_with_two_results_is_flagged() -> None:
    events, _ = tale(merger(1, "柏岭村 凤桥村", "甲新村"), merger(2, "柏岭村 五谋村", "乙新村"))
    shares = {party.path.rpartition("/")[2]: share for event in events for _, party, share in event.before}
    assert shares == {"柏岭村": "unknown", "凤桥村": "whole", "五谋村": "whole"}


def test_a_village_named_in_a_plan_is_the_period_alive_on_its_day() -> None:
    _, place_periods = tale(merger(1, "梓潼村 吊脚楼村", "吊脚楼村", on="2020-05-01"))
    first, second = (period for period in place_periods if period.name == "吊脚楼村")
    path = f"{TOWN}/吊脚楼村"
    assert place_periods.at(path, "2019-01-01") == first
    assert place_periods.at(path, "2020-05-01") == second
    assert place_periods.at(path, "") == second
    assert place_periods.at(f"{TOWN}/梓潼村", "2022-01-01").until is not None, (
        "a name that ended stays in its last period"
    )


def test_where_an_event_is_only_known_to_lie_before_a_paper_its_plans_mean_the_later_period() -> None:
    _, place_periods = tale(merger(1, "梓潼村 吊脚楼村", "吊脚楼村"))
    first, second = (period for period in place_periods if period.name == "吊脚楼村")
    assert place_periods.at(f"{TOWN}/吊脚楼村", "2021-08-19") == second
    assert place_periods.at(f"{TOWN}/吊脚楼村", "2019-01-01") == first


def test_a_moved_place_goes_on_below_its_receiver() -> None:
    (event,), place_periods = tale(change(1, "甲乡:moved", "西河县:receives", givers="东河县"), jurisdiction="青石市")
    old, new = place_periods.at("青石市/东河县/甲乡", ""), place_periods.at("青石市/西河县/甲乡", "")
    assert old.lasting_id == new.lasting_id
    assert {(place_periods.at("青石市/西河县", "").id, "receives"), (new.id, "continues")} == set(event.after)


def test_a_place_that_gives_a_part_begins_a_new_period() -> None:
    (event,), place_periods = tale(change(1, "甲乡:moved:部分", "乙镇:receives"), jurisdiction="大英县")
    first, second = (period for period in place_periods if period.name == "甲乡")
    assert first.lasting_id == second.lasting_id
    assert (second.id, "continues") in event.after


def test_a_part_leaves_a_place_before_the_rest_of_it_ends() -> None:
    part = change(1, "福寿村:continues:part", "永乐村:receives", givers="福寿村", level="village")
    rest = change(2, "永安村:continues 福寿村:ends:part", "永安村:continues", level="village")
    events, place_periods = tale(rest, part)
    assert [event.happening.roles.kind for event in events] == ["transfer", "absorb"]
    assert all(period.until is not None for period in place_periods if period.name == "福寿村")


def test_a_village_is_part_of_the_town_in_which_it_ended() -> None:
    _, place_periods = tale(merger(1, "福寿村 忠荣村", "福荣村"))
    parent = place_periods.parent(place_periods.at(f"{TOWN}/福寿村", ""))
    assert parent is not None
    assert parent == place_periods.at(TOWN, "")


NAMES = [f"{stem}村" for stem in "甲乙丙丁戊"]
MERGERS = st.tuples(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
    st.sampled_from(NAMES),
    st.sampled_from(["", "2001-01-01", "2002-01-01", "2003-01-01"]),
)


@given(st.lists(MERGERS, max_size=8))
def test_lineage_has_no_circles_whatever_the_papers_say(told_of: list[tuple[list[str], str, str]]) -> None:
    statements = [
        merger(line, " ".join(before), after, on=on) for line, (before, after, on) in enumerate(told_of, start=1)
    ]
    events, _ = tale(*statements)
    later: dict[str, set[str]] = {}
    for event in events:
        for period, _, _ in event.before:
            later.setdefault(period, set()).update(after for after, _ in event.after)
    done: set[str] = set()
    for start in later:
        _walk(start, later, done, ())
    assert len({event.id for event in events}) == len(events)


def _walk(period: str, later: dict[str, set[str]], done: set[str], way: tuple[str, ...]) -> None:
    assert period not in way, "a period comes out of itself"
    if period not in done:
        for after in sorted(later.get(period, ())):
            _walk(after, later, done, (*way, period))
        done.add(period)


def test_a_change_that_is_only_proposed_stands_beside_the_facts() -> None:
    done = merger(1, "梓潼村 吊脚楼村", "吊脚楼村", on="2010-05-01")
    proposed = replace(merger(2, "永安村 吊脚楼村", "大楼村", on="2020-05-01"), status="proposed")
    taking = replace(merger(3, "永安村 吊脚楼村", "吊脚楼村", on="2021-05-01"), status="proposed")
    events, place_periods = tale(done, proposed, taking)
    (_, new), (other,) = ([one for one in place_periods if one.name == name] for name in ("吊脚楼村", "永安村"))
    (never,) = (one for one in place_periods if one.name == "大楼村")
    assert (new.until, other.until) == (None, None)
    assert place_periods.at(f"{TOWN}/吊脚楼村", "2022-01-01") == new
    assert events[1].after == ((never.id, "created"),)
    assert {share for _, _, share in events[1].before} == {"whole"}
    assert events[2].after == ((new.id, "receives"),)
    assert place_periods.at(f"{TOWN}/大楼村", "") == never
    assert place_periods.parent(never) == place_periods.at(TOWN, "")


def test_what_a_paper_says_of_a_change_that_was_done_stands_over_a_proposal() -> None:
    done = replace(merger(1, "福寿村 忠荣村", "福荣村", on="2020-05-01"), status="done")
    proposed = replace(merger(2, "福寿村 忠荣村", "福荣村", on="2019-01-01"), status="proposed")
    (event,), _ = tale(proposed, done)
    assert (event.happening.dates.stated_on, event.happening.dates.status) == ("2020-05-01", "done")
