"""The names that each package gives to other programs: all there, with their types, and nothing else."""

import subprocess
import sys
from importlib import import_module, resources
from inspect import ismodule
from pathlib import Path

import pytest

PACKAGES = ("graph", "loaders", "queries", "viz")
FIRST = """import sys
import {package}
{package}.{name}
print(*sorted(set({slow}) & sys.modules.keys()))
"""


@pytest.mark.parametrize("package", PACKAGES)
def test_the_names_are_sorted_and_each_is_there_and_says_what_it_is_for(package: str) -> None:
    found = import_module(package)
    assert found.__all__ == sorted(found.__all__)
    assert [name for name in found.__all__ if not getattr(found, name).__doc__] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_name_stands_beside_them(package: str) -> None:
    found = import_module(package)
    helpers = {"TYPE_CHECKING", "import_module"}
    names = {name for name, value in vars(found).items() if not name.startswith("_") and not ismodule(value)}
    assert names - helpers <= set(found.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(found, "nothing")  # noqa: B009 - mypy knows that it is not there


@pytest.mark.parametrize("package", PACKAGES)
def test_the_docstring_names_them(package: str) -> None:
    found = import_module(package)
    assert [name for name in found.__all__ if name.islower() and f"`{name}`" not in (found.__doc__ or "")] == []


@pytest.mark.parametrize("package", [*PACKAGES, "api"])
def test_a_package_ships_its_types(package: str) -> None:
    assert resources.files(package).joinpath("py.typed").is_file()


@pytest.mark.parametrize(
    ("package", "name", "slow"),
    [("graph", "open_store", ["rdflib", "networkx", "neo4j"]), ("viz", "__all__", ["pyvis", "networkx", "resvg_py"])],
)
def test_a_library_that_is_slow_to_load_waits_until_it_is_used(package: str, name: str, slow: list[str]) -> None:
    script = FIRST.format(package=package, name=name, slow=slow)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == []


@pytest.mark.slow
def test_a_user_has_the_types_of_them(tmp_path: Path, root: Path) -> None:
    script = tmp_path / "script.py"
    lines = [f"from {package} import {', '.join(import_module(package).__all__)}" for package in PACKAGES]
    lines += ["reveal_type(extract)", "reveal_type(open_store)", "reveal_type(ask)", "reveal_type(draw.draw_plan)"]
    script.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(root / ".mypy_cache"), str(script)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root, check=False)
    assert done.returncode == 0, done.stdout
    assert "-> graph.statements.PlanDocument" in done.stdout
    assert "-> graph.stores.protocol.Store" in done.stdout
    assert "-> viz.draw.Drawn" in done.stdout
