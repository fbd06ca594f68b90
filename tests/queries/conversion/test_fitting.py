"""Which days a list fits best."""

from queries.conversion.finding import PlaceCell, PlaceFinder
from queries.conversion.fitting import fits
from tests.queries.conversion.stated import known_of, register_facts
from tests.queries.periods.told import rows

EVENTS = """
2005-01-01 rename 1:甲 1:新甲
2008-01-01 merge 2:乙 4:丁
2008-01-01 merge 3:丙 4:丁
2012-01-01 rename 5:甲 5:庚
"""


def test_the_days_on_which_most_names_stand_come_first() -> None:
    known = known_of(register_facts(rows(EVENTS)))
    cells = [PlaceCell(name) for name in ("甲", "乙", "丙", "丙", "新甲", "?", "")]
    best, second, third, *_ = fits(known, PlaceFinder(known), cells)
    assert best == {"first_day": "2005-01-01", "last_day": "2007-12-31", "found": 4, "clear": 4, "asked": 5}
    # Two are called 甲 before 2005: three names stand, one of them of two places.
    assert second == {"first_day": "", "last_day": "2004-12-31", "found": 3, "clear": 2, "asked": 5}
    assert third == {"first_day": "2008-01-01", "last_day": "2011-12-31", "found": 2, "clear": 2, "asked": 5}


def test_codes_and_places_narrow_what_is_meant() -> None:
    known = known_of(register_facts(rows(EVENTS)))
    [best, *_] = fits(known, PlaceFinder(known, scheme="S"), [PlaceCell("4"), PlaceCell("5")])
    assert (best["first_day"], best["last_day"], best["found"]) == ("2012-01-01", "", 2)


def test_names_that_nobody_bears_fit_no_day() -> None:
    known = known_of(register_facts(rows(EVENTS)))
    assert fits(known, PlaceFinder(known), [PlaceCell("己")]) == []


def test_the_first_day_of_the_calendar_has_none_before_it() -> None:
    units = [{"id": "1", "name": "甲", "valid_from": "0001-01-01", "valid_to": ""}]
    known = known_of(register_facts(rows(EVENTS), units))
    assert fits(known, PlaceFinder(known), [PlaceCell("乙")])[0]["found"] == 1
