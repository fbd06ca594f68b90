"""The changelog tells of the version that the project is."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

RELEASE = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def test_the_newest_release_in_the_changelog_is_the_version(root: Path) -> None:
    told = RELEASE.findall((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told[0][0] == project["version"] == version("plangraph")


def test_releases_stand_in_order_the_newest_first(root: Path) -> None:
    told = RELEASE.findall((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    numbers = [tuple(map(int, number.split("."))) for number, _ in told]
    assert numbers == sorted(set(numbers), reverse=True)
    assert [day for _, day in told] == sorted((day for _, day in told), reverse=True)
