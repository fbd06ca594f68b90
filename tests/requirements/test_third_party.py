"""Of everything that others wrote it is told what it is, by which licence, and what for."""

import hashlib
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from docs.third_party_page import PAGE, page
from requirements.locked import only_through, read_lock
from requirements.third_party import TABLE, bundled, data_table, embedded, third_parties, told_licence


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make docs"


def test_of_each_package_that_is_asked_for_it_is_told_what_for_and_of_no_other() -> None:
    asked = {one.name for one in read_lock("runtime") if "" in one.via}
    assert {one.locked.name for one in third_parties() if one.used} == asked
    assert tomllib.loads(TABLE.read_text(encoding="utf-8"))["used"].keys() == asked


def test_a_licence_is_written_down_only_where_the_installed_package_does_not_tell_it() -> None:
    written = tomllib.loads(TABLE.read_text(encoding="utf-8"))["licences"]
    assert written.keys() <= {one.name for one in read_lock("runtime")}
    for name in written:
        with pytest.raises(KeyError):
            told_licence(name)


def test_licences_are_such_as_may_be_used_freely() -> None:
    free = {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "PSF-2.0",
        "Python-2.0",
        "W3C-20150513",
        "WTFPL",
        "Zlib",
    }
    named = (
        [one.licence for one in third_parties()]
        + [bundled().licence, data_table().licence]
        + [one.licence for one in embedded()]
    )
    assert {word for words in named for word in words.split() if word not in {"AND", "OR"}} <= free


def test_the_page_says_what_is_not_taken_for_its_licence(root: Path) -> None:
    names = {one.locked.name for one in third_parties()}
    page = (root / "docs" / "third-party.md").read_text(encoding="utf-8")
    assert "docxtpl (LGPL-2.1-only)" in page
    assert not {"docxtpl"} & names


def test_the_table_of_data_names_its_source_and_stands_where_it_is_told(root: Path) -> None:
    found = data_table()
    text = (root / found.file).read_text(encoding="utf-8")
    assert f"{found.name} {found.version}" in text
    assert all(name in text for name in found.licence.split(" OR "))


def test_what_comes_through_pyvis_alone_is_named() -> None:
    alone = only_through("pyvis", read_lock("runtime"))
    assert {"ipython", "jedi", "jsonpickle", "pexpect", "psutil"} <= alone
    assert not alone & {"jinja2", "networkx", "pygments", "pyvis", "typing-extensions"}


def test_bundled_files_are_byte_for_byte_those_that_are_told(root: Path) -> None:
    found = bundled()
    held = {path.name for path in (root / found.folder).iterdir() if path.is_file()}
    assert held == {file.name for file in found.files}
    for file in found.files:
        assert hashlib.sha256((root / found.folder / file.name).read_bytes()).hexdigest() == file.sha256


def test_each_bundled_licence_has_its_text_and_no_text_is_left_over(root: Path) -> None:
    held = {path.name for path in (root / bundled().folder / "licences").iterdir()}
    own = {f"{bundled().name}.{licence}.txt" for licence in bundled().licence.split(" OR ")}
    assert held == own | {one.text for one in embedded()}


def test_the_vis_network_of_pyvis_is_the_same_but_for_line_ends_and_a_lost_character(root: Path) -> None:
    """Our copy must follow where pyvis ships another: it is for that version that pyvis writes."""
    theirs = files("pyvis") / "templates" / "lib" / f"vis-{bundled().version}"
    ours = root / bundled().folder
    assert (theirs / "vis-network.css").read_bytes() == (ours / "vis-network.min.css").read_bytes()
    shipped = (theirs / "vis-network.min.js").read_bytes().decode().replace("\r\n", "\n")
    taken = (ours / "vis-network.min.js").read_bytes().decode()
    assert shipped.strip() == taken.replace("\N{NO-BREAK SPACE}", " ").strip()
