"""The jars of a Neo4j server, fetched by Maven once into a folder of the user's cache."""

import os
import shutil
import subprocess
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "plangraph-neo4j"
INSTALL = "install a Java runtime (17 or newer) and Maven, as by: apt-get install openjdk-17-jre-headless maven"


class CannotStartError(Exception):
    """Why there is no server, in a sentence that says what to do."""


def require(*programs: str) -> None:
    """Raise CannotStartError, with what to install, where one of the programs is missing."""
    lacking = [name for name in programs if not shutil.which(name)]
    if lacking:
        raise CannotStartError(f"There is no {' and no '.join(lacking)}: {INSTALL}.")


def assembled() -> Path:
    """The folder of the jars, fetched where it is not there yet. Raises CannotStartError where it cannot be."""
    version = POM.read_text(encoding="utf-8").partition("<neo4j.version>")[2].partition("<")[0]
    folder = CACHE / version
    if folder.is_dir():
        require("java")
        return folder
    require("java", "mvn")
    aside = CACHE / f"{version}.{os.getpid()}"
    maven = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    done = subprocess.run([*maven, f"-DoutputDirectory={aside}"], capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(aside, ignore_errors=True)
        raise CannotStartError(f"Maven could not fetch Neo4j {version}: {(done.stdout + done.stderr)[-500:]}")
    try:
        aside.rename(folder)
    except OSError:  # another run was first
        shutil.rmtree(aside)
    return folder
