"""Write the lock files anew: each package that an installation takes, in one version, with the hashes of its wheels.

`runtime.lock` is what the service needs (the image installs it), `dev.lock` that and the tools of `make`, `build.lock`
pip and what builds the wheel. uv resolves them for Linux, macOS and Windows and all versions of Python from the least
that we ask for; versions that stand in a lock file stay while they fit `pyproject.toml`, unless `--upgrade` is given.
Only wheels are taken: a source package would run code of its own, with tools that nobody locked, when it is installed.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
OLDEST = "3.11"
"""The oldest Python that is meant, as `requires-python` says."""

COMPILE = (
    "pip",
    "compile",
    "--quiet",
    "--universal",
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--only-binary=:all:",
    "--no-emit-index-url",
    "--custom-compile-command=make lock",
    f"--python-version={OLDEST}",
)
"""What uv is asked for: one version of each package for all systems and Pythons."""


def build_requirements(project: dict[str, list[str]]) -> list[str]:
    """What an installation needs before ours can be built: the backend, what it needs to install a checkout in place,
    and pip, which checks the hashes. `project` is the table `build-system` of `pyproject.toml`.
    """
    return [*project["requires"], "editables", "pip"]


def main(arguments: list[str]) -> None:
    """Write the three files; with `--upgrade` in the newest versions."""
    newest = [argument for argument in arguments if argument == "--upgrade"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    _compile(["pyproject.toml", "--output-file=requirements/runtime.lock", *newest])
    both = ["pyproject.toml", "--extra=dev", "--constraints=requirements/runtime.lock"]
    _compile([*both, "--output-file=requirements/dev.lock", *newest])
    least = "\n".join(build_requirements(project["build-system"]))
    same = ["--constraints=requirements/dev.lock", "--output-file=requirements/build.lock"]
    _compile(["-", *same, *newest], least)


def _compile(arguments: list[str], given: str = "") -> None:
    command = [sys.executable, "-m", "uv", *COMPILE, *arguments]
    subprocess.run(command, cwd=ROOT, input=given, text=True, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1:])
