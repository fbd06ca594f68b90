"""The picture of the rooms in the documents is that of the imports."""

import re

from docs.imports import NAMES, PACKAGES
from docs.rooms import PAGE, SECTION, picture, tables, with_rooms


def test_the_picture_and_the_tables_are_up_to_date() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert SECTION.search(text)
    assert with_rooms(text) == text


def test_every_folder_is_named_in_one_line() -> None:
    folders = {
        f"{name.replace('.', '/')}/"
        for name, path in NAMES.items()
        if path.name == "__init__.py" and name not in PACKAGES
    }
    assert folders
    lines = re.findall(r"^\| `(\S+/)` \| .+ \|$", tables(), re.MULTILINE)
    assert sorted(lines) == sorted(folders)


def test_the_picture_leads_from_who_imports_to_what_is_imported() -> None:
    found = picture()
    assert "room_graph_stores --> room_graph_model" in found
    assert "room_viz ==> room_queries" in found


def test_an_arrow_that_follows_from_others_is_left_out() -> None:
    assert "room_api ==> room_graph" not in picture()
