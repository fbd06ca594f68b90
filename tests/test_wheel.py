"""The built wheel holds everything that the program reads at run time."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PACKAGES = ("graph", "loaders", "queries", "api", "viz")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of all files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return frozenset(archive.namelist())


def files_of(root: Path, package: str) -> set[str]:
    found = (path for path in (root / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(root).as_posix() for path in found}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_a_package_is_in_the_wheel(root: Path, wheel: frozenset[str], package: str) -> None:
    assert files_of(root, package) <= wheel


@pytest.mark.parametrize("suffix", [".cypher", ".toml"])
def test_data_beside_the_code_is_in_the_wheel(wheel: frozenset[str], suffix: str) -> None:
    assert [name for name in wheel if name.endswith(suffix)]


def test_licences_of_what_others_wrote_travel_with_the_wheel(root: Path, wheel: frozenset[str]) -> None:
    folder = root / "viz" / "templates" / "vis-network" / "licences"
    others = (root / "graph" / "words" / "OpenCC.Apache-2.0.txt", *folder.iterdir())
    expected = {"LICENSE", *(path.relative_to(root).as_posix() for path in others)}
    told = {name.partition(".dist-info/licenses/")[2] for name in wheel}
    assert told - {""} == expected


def test_nothing_but_the_packages_is_in_the_wheel(wheel: frozenset[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
