"""The files for containers, as far as they can be held without Docker: schema, names, commands, health checks."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from graph.facts import Facts
from graph.stores.neo4j.address import read_address
from graph.stores.open import open_store
from tests.neo4j.jars import POM
from tests.neo4j.server import free_port
from tests.queries.town import town

ROOT = Path(__file__).resolve().parent.parent
COMPOSE: dict[str, Any] = YAML(typ="safe").load(ROOT / "docker-compose.yml")
NEO4J, SERVICE = COMPOSE["services"]["neo4j"], COMPOSE["services"]["service"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_compose_file_fits_the_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, str(ROOT / "docker-compose.yml")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_its_server_is_the_one_of_the_tests() -> None:
    version = NEO4J["image"].removeprefix("neo4j:")
    assert f"<neo4j.version>{version}</neo4j.version>" in POM.read_text(encoding="utf-8")


def test_every_variable_is_in_the_example_of_settings() -> None:
    used = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))
    named = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert used == named


def test_data_stands_in_volumes_and_ports_are_open_to_this_machine_alone() -> None:
    for service in (NEO4J, SERVICE):
        assert {volume.split(":")[0] for volume in service["volumes"]} <= set(COMPOSE["volumes"])
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_each_container_has_a_limit_of_memory_and_gains_no_rights() -> None:
    for service in (NEO4J, SERVICE):
        assert re.fullmatch(r"\$\{\w+:-\d+[mg]\}", service["mem_limit"])
        assert "no-new-privileges:true" in service["security_opt"]


def test_the_service_writes_to_its_volume_alone_and_has_no_rights_of_the_system() -> None:
    assert SERVICE["read_only"] is True
    assert SERVICE["cap_drop"] == ["ALL"]
    assert SERVICE["tmpfs"] == ["/tmp"]  # noqa: S108 - a folder of the container, where uploads wait
    assert [volume.partition(":")[2] for volume in SERVICE["volumes"]] == ["/data"]


def test_no_secret_stands_in_a_command() -> None:
    for service in (NEO4J, SERVICE):
        words = json.dumps([service.get("command"), service["healthcheck"]["test"]])
        assert "PASSWORD" not in words
        assert "TOKEN" not in words


def test_the_image_installs_the_wheel_and_runs_as_a_user_who_is_not_root() -> None:
    assert re.findall(r"^USER (\w+)$", DOCKERFILE, re.MULTILINE)[-1] != "root"
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    for name in re.findall(r"^!(\S+)$", "\n".join(kept), re.MULTILINE):
        assert (ROOT / name).exists(), name
    assert 'ENTRYPOINT ["plangraph"]' in DOCKERFILE
    assert f"CMD {json.dumps(SERVICE['command'])}" in DOCKERFILE


def check(service: dict[str, Any], port: int) -> int:
    """Run a health check against another port; its exit code."""
    usual = service["ports"][-1].rpartition(":")[2]
    kind, *words = service["healthcheck"]["test"]
    assert kind == "CMD"
    command = [word.replace(usual, str(port)).replace("python", sys.executable, 1) for word in words]
    return subprocess.run(command, capture_output=True, check=False, timeout=30).returncode


def test_the_health_check_of_neo4j_knows_a_server_that_listens(neo4j: str) -> None:
    assert check(NEO4J, int(read_address(neo4j).uri.rpartition(":")[2])) == 0
    assert check(NEO4J, free_port()) != 0


@pytest.fixture
def service(neo4j: str, tmp_path: Path) -> Iterator[int]:
    """The service as its container runs it, on another port, beside a server with the small graph of the tests."""
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), town())
    port = free_port()
    words = [str(port) if word == "8000" else word for word in SERVICE["command"]]
    settings = {"PLANGRAPH_STORE": neo4j, "PLANGRAPH_TOKEN": "x" * 20, "PLANGRAPH_LANG": "zh"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    command = [sys.executable, "-m", "api", *words]
    with (tmp_path / "log").open("wb") as log:
        program = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=log, stderr=log)
        begun = time.monotonic()
        while check(SERVICE, port) and program.poll() is None and time.monotonic() - begun < 60:
            time.sleep(0.2)
        yield port
        program.terminate()
        program.wait(timeout=30)


def test_the_service_is_healthy_and_answers_from_neo4j(service: int) -> None:
    assert check(SERVICE, service) == 0
    with urllib.request.urlopen(f"http://127.0.0.1:{service}/api/tasks?limit=50", timeout=10) as answer:
        assert json.load(answer)["total"] == 6
