"""The search box with suggestions: by keys and by pointing, "/" to get there, and a plain form without script."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

Visit = Callable[..., "Page"]


def suggestions(page: "Page") -> "Locator":
    return page.get_by_role("listbox", name="搜索").get_by_role("option")


def test_a_slash_leads_to_the_box_but_is_typed_within_another(visit: Visit) -> None:
    page = visit("/tasks")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="搜索")
    assert box.evaluate("(input) => input === document.activeElement")
    assert box.input_value() == ""
    page.keyboard.type("a/b")
    assert box.input_value() == "a/b"


def test_a_suggestion_is_chosen_by_keys(visit: Visit) -> None:
    page = visit("/tasks")
    box = page.get_by_role("combobox", name="搜索")
    box.type("冉泰")
    first = suggestions(page).first
    first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    assert first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url("**/leaders/*")
    assert page.get_by_role("heading", level=1).inner_text() == "冉泰休"


def test_escape_closes_and_enter_searches_for_what_was_typed(visit: Visit) -> None:
    page = visit("/")
    box = page.get_by_role("combobox", name="搜索")
    box.type("司法")
    suggestions(page).first.wait_for()
    page.keyboard.press("Escape")
    assert suggestions(page).count() == 0
    assert box.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")


def test_a_suggestion_is_chosen_by_pointing(visit: Visit) -> None:
    page = visit("/tasks", width=390)
    page.get_by_role("combobox", name="搜索").type("福荣")
    suggestions(page).first.click()
    page.wait_for_url("**/places/*")


def test_the_open_list_is_sound_for_everybody(visit: Visit, axe: str) -> None:
    page = visit("/tasks")
    page.get_by_role("combobox", name="搜索").type("办")
    suggestions(page).first.wait_for()
    page.keyboard.press("ArrowDown")
    faults = page.evaluate(
        f"{axe}; axe.run().then(({{ violations }}) => violations.map((one) => [one.id, one.nodes[0].html]))"
    )
    assert faults == []


def test_without_script_the_box_is_a_plain_form(visit: Visit) -> None:
    page = visit("/tasks", script=False)
    page.get_by_role("searchbox", name="搜索").fill("司法所")
    page.keyboard.press("Enter")
    page.wait_for_url("**/units/*")
