"""The facts of a paper follow its text: beside it, and on a phone in a sheet from below."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
PAPER = "/documents/大蓬委发〔2021〕26号"


def test_on_a_phone_the_facts_stay_at_the_edge_of_the_screen_while_the_text_goes_by(visit: Visit) -> None:
    page = visit(PAPER, width=390)
    for at in (".text p:nth-of-type(8)", ".text p:nth-of-type(20)"):
        page.locator(at).evaluate("one => one.scrollIntoView()")
        sheet = page.locator(".facts").bounding_box()
        assert sheet is not None
        assert round(sheet["y"] + sheet["height"]) == 900
        assert sheet["height"] < 0.4 * 900


@pytest.mark.parametrize("width", [1280, 390])
def test_who_comes_from_a_source_sees_its_fact_beside_the_words(visit: Visit, width: int) -> None:
    rows = visit(PAPER, width=width).locator(".facts > ul > li")
    name = str(rows.nth(rows.count() - 1).get_attribute("data-fact"))
    page = visit(f"{PAPER}#p-{name}", width=width)
    row = page.locator(f'.facts li[data-fact="{name}"]')
    expect(row).to_have_class(re.compile("lit"))
    expect(row).to_be_in_viewport()
    expect(page.locator(f'.text [id="p-{name}"]')).to_be_in_viewport()
