"""The program as a person runs it: in this process for speed, or in one of its own."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.cli.program import main
from api.ingest.loading.load import load
from graph.stores.open import DEFAULT_STORE, open_store


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Program = Callable[..., Run]
Prepare = Callable[[str, Callable[[], None]], None]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with no setting of this machine in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("PLANGRAPH_STORE", "PLANGRAPH_LANG", "PLANGRAPH_WORD_TEMPLATE", "COLUMNS", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return tmp_path


@pytest.fixture
def plangraph(home: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """Run the program in this process, in an empty working folder."""
    assert home.is_dir()

    def run(*arguments: str | Path) -> Run:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        streams = capsys.readouterr()
        code = ended.value.code
        return Run(code if isinstance(code, int) else 0, streams.out, streams.err)

    return run


@pytest.fixture(scope="session")
def prepared_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where prepared folders are kept, by their names."""
    return tmp_path_factory.mktemp("prepared")


@pytest.fixture
def prepare(home: Path, prepared_folders: Path) -> Prepare:
    """Prepares the working folder: what a function does in it, under a name, is done for the first test alone, and the
    others get a copy. The register of a copied store leads to the documents of the first: tests that change these
    prepare their folders themselves.
    """

    def prepare(name: str, make: Callable[[], None]) -> None:
        kept = prepared_folders / name
        if kept.exists():
            shutil.copytree(kept, home, dirs_exist_ok=True)
        else:
            make()
            shutil.copytree(home, kept)

    return prepare


@pytest.fixture
def shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of an office in China."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def process(home: Path, root: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program in a process of its own, with these settings of the environment."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "api", *map(str, arguments)]
        variables = {**os.environ, "PYTHONPATH": str(root), **environment}
        return subprocess.run(command, cwd=home, env=variables, capture_output=True, check=False, timeout=120)

    return run


@pytest.fixture(scope="session")
def examples(root: Path) -> Path:
    """The folder of example documents."""
    return root / "examples"


@pytest.fixture(scope="session")
def example_store(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds the example documents, to be copied."""
    folder = tmp_path_factory.mktemp("examples")
    store = open_store(str(folder / DEFAULT_STORE))
    load(store, sorted(examples.glob("*.txt")))
    store.close()
    return folder


@pytest.fixture
def loaded(plangraph: Program, home: Path, example_store: Path) -> Program:
    """The program, in a working folder where the examples are loaded."""
    shutil.copytree(example_store, home, dirs_exist_ok=True)
    return plangraph
