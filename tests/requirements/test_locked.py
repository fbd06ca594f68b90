"""The lock files hold what the project asks for, whole and with hashes, and everything is installed from them."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from requirements.lock import FOLDER, OLDEST, build_requirements
from requirements.locked import Locked, read_lock

LOCKS = ("build", "dev", "runtime")


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def asked(project: dict[str, Any]) -> dict[str, list[Requirement]]:
    """By lock file: what the project asks for."""
    runtime = project["project"]["dependencies"]
    dev = runtime + project["project"]["optional-dependencies"]["dev"]
    found = {"runtime": runtime, "dev": dev, "build": build_requirements(project["build-system"])}
    return {name: [Requirement(line) for line in lines] for name, lines in found.items()}


def by_name(name: str) -> dict[str, Locked]:
    return {one.name: one for one in read_lock(name)}


def needed(requirements: list[Requirement]) -> set[str]:
    """The packages that an installation of these takes on this machine, by what the installed ones ask for."""
    found: set[str] = set()
    waiting = list(requirements)
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        key = (canonicalize_name(one.name), frozenset(one.extras))
        if key in seen or (one.marker is not None and not one.marker.evaluate({"extra": ""})):
            continue
        seen.add(key)
        found.add(key[0])
        for line in distribution(one.name).requires or ():
            wish = Requirement(line)
            extras = ("", *one.extras)
            if wish.marker is None or any(wish.marker.evaluate({"extra": extra}) for extra in extras):
                wish.marker = None
                waiting.append(wish)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_the_project_asks_for_in_a_version_that_fits(
    asked: dict[str, list[Requirement]], name: str
) -> None:
    held = by_name(name)
    for one in asked[name]:
        assert one.specifier.contains(held[canonicalize_name(one.name)].version), one


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_all_that_comes_along_and_nothing_else(asked: dict[str, list[Requirement]], name: str) -> None:
    here = {one.name for one in read_lock(name) if one.marker is None or one.marker.evaluate()}
    assert here == needed(asked[name])


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_stands_in_it_once_with_hashes(name: str) -> None:
    rows = read_lock(name)
    assert len({one.name for one in rows}) == len(rows)
    assert [one.name for one in rows if not one.hashes] == []


def test_all_locks_agree_on_versions() -> None:
    held = by_name("dev")
    for one in read_lock("runtime"):
        assert held[one.name].version == one.version
    assert all(held[one.name].version == one.version for one in read_lock("build") if one.name in held)


def test_what_is_installed_here_is_what_is_locked() -> None:
    for one in (*read_lock("dev"), *read_lock("build")):
        if one.marker is None or one.marker.evaluate():
            assert version(one.name) == one.version


def test_a_package_of_another_system_is_locked_too_and_not_installed_here() -> None:
    elsewhere = [one for one in read_lock("dev") if one.marker is not None and not one.marker.evaluate()]
    assert elsewhere
    for one in elsewhere:
        with pytest.raises(PackageNotFoundError):
            distribution(one.name)


@pytest.mark.parametrize("line", ["rich>=13", "rich", "rich==15.*", "rich==15.0.0,!=14"])
def test_a_line_that_pins_no_version_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "x.lock").write_text(f"{line} \\\n    --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="pins no version"):
        read_lock("x", tmp_path)


def installs(path: Path) -> list[str]:
    """The commands by which a file lets pip install or build, each on one line."""
    text = re.sub(r"\\\n\s*", " ", path.read_text(encoding="utf-8"))
    text = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    text = text.replace("$(INSTALL)", " ".join(re.findall(r"^INSTALL := (.*)$", text, re.MULTILINE)))
    commands = [
        part.strip() for line in text.splitlines() if not line.startswith("INSTALL :=") for part in line.split("&&")
    ]
    return [command for command in commands if re.search(r"\bpip (?:install|wheel|download)\b", command)]


@pytest.mark.parametrize("name", ["Makefile", "Dockerfile"])
def test_pip_takes_nothing_that_is_not_locked(root: Path, name: str) -> None:
    commands = installs(root / name)
    assert commands
    for command in commands:
        ours = "--no-deps" in command and ("--no-build-isolation" in command or "--no-index" in command)
        hashed = "--require-hashes" in command and "--only-binary :all:" in command
        assert ours or (hashed and re.search(r"--requirement \S+\.lock\b", command)), command


def test_the_image_holds_what_is_locked_for_running(root: Path) -> None:
    last = (root / "Dockerfile").read_text(encoding="utf-8").split("\nFROM ")[-1]
    assert "COPY requirements/runtime.lock" in last
    assert "dev.lock" not in last


def test_continuous_integration_installs_by_the_verbs_and_by_locks_alone(root: Path) -> None:
    text = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert "\nmake test\n" in text
    assert not re.search(r"\bpip\b", text)
    assert "npm ci" in text
    assert "npm install" not in text
    assert (root / "tests" / "browser" / "package-lock.json").is_file()


def test_the_verbs_install_anew_when_a_lock_has_changed(root: Path) -> None:
    text = (root / "Makefile").read_text(encoding="utf-8")
    target = re.search(r"^\$\(STAMP\): (.*)$", text, re.MULTILINE)
    assert target
    assert {"pyproject.toml", "requirements/build.lock", "requirements/dev.lock"} <= set(target[1].split())


def test_locks_begin_with_the_oldest_python_that_is_meant(project: dict[str, Any]) -> None:
    assert project["project"]["requires-python"] == f">={OLDEST}"


def test_there_are_these_locks_and_no_others() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.lock")) == sorted(LOCKS)
