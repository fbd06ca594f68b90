"""Periods of places by the way to them."""

from graph.places.dates import EventDates
from graph.places.place_periods import Bound, PlacePeriods
from tests.graph.saying import TOWN

PATH = f"{TOWN}/福荣村"


def bound(event: str, latest: str = "", earliest: str = "", status: str = "stated") -> Bound:
    return Bound(event, EventDates(earliest, earliest, latest, "", status, ""))


def test_a_place_that_no_change_speaks_of_has_one_period() -> None:
    place_periods = PlacePeriods()
    period = place_periods.at(PATH, "2021-08-19")
    assert (period.name, period.level, period.since, period.until) == ("福荣村", "village", None, None)
    assert place_periods.at(PATH, "") == place_periods.at(PATH, "") == period
    assert period.lasting_id == period.id


def test_one_name_below_two_places_is_two_places() -> None:
    place_periods = PlacePeriods()
    assert place_periods.at(PATH, "").id != place_periods.at("大英县/金元镇/福荣村", "").id
    assert place_periods.at("document:a/福荣村", "").id != place_periods.at("document:b/福荣村", "").id


def test_the_level_of_a_name_that_says_none_is_the_one_given() -> None:
    assert PlacePeriods().at(f"{TOWN}/梨树沟", "", "village").level == "village"


def test_a_place_that_ended_may_begin_again_as_another() -> None:
    place_periods = PlacePeriods()
    first = place_periods.at(PATH, "")
    place = first.place
    place_periods.end(first, bound("e1", "2001-01-01"))
    second = place_periods.begin(place, "village", bound("e2", "2005-01-01"))
    assert second.lasting_id not in {first.lasting_id, first.id}
    assert place_periods.at(PATH, "2003-01-01").id == first.id, "a name that ended stays in its last period"
    assert place_periods.at(PATH, "2006-01-01") == second


def test_a_change_that_may_lie_after_the_day_has_not_happened() -> None:
    place_periods = PlacePeriods()
    first = place_periods.at(PATH, "")
    place = first.place
    place_periods.end(first, bound("e1", "2021-12-31", "2021-01-01"))
    place_periods.begin(place, "village", bound("e1", "2021-12-31", "2021-01-01"), first.lasting_id)
    assert place_periods.at(PATH, "2021-06-01").id == first.id


def test_a_document_that_names_no_place_is_above_nothing() -> None:
    place_periods = PlacePeriods()
    assert place_periods.parent(place_periods.at("document:a/福荣村", "")) is None
    assert place_periods.parent(place_periods.at("大英县", "")) is None
