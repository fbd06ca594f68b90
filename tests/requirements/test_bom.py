"""The bill of materials holds all that is locked for running, fits its schema, and is the same on every run."""

import json
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from requirements.bom import bill
from requirements.locked import read_lock
from requirements.third_party import bundled, third_parties

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def text() -> str:
    return bill()


@pytest.fixture(scope="module")
def components(text: str) -> dict[str, dict[str, Any]]:
    return {component["name"]: component for component in json.loads(text)["components"]}


def test_it_is_of_the_form_of_cyclonedx(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_it_is_the_same_on_every_run(text: str) -> None:
    assert bill() == text
    assert "timestamp" not in text
    assert "serialNumber" not in text


def test_each_locked_package_stands_in_it_with_its_version_hashes_and_licence(
    components: dict[str, dict[str, Any]],
) -> None:
    licences = {one.locked.name: one.licence for one in third_parties()}
    for one in read_lock("runtime"):
        component = components[one.name]
        hashes = {entry["content"] for place in component["externalReferences"] for entry in place.get("hashes", ())}
        assert component["version"] == one.version
        assert component["purl"] == f"pkg:pypi/{one.name}@{one.version}"
        assert component["licenses"] == [{"expression": licences[one.name]}]
        assert hashes == {written.rpartition(":")[2] for written in one.hashes}


def test_the_javascript_of_the_wheel_stands_in_it_and_nothing_else(components: dict[str, dict[str, Any]]) -> None:
    assert components.keys() - {one.name for one in read_lock("runtime")} == {bundled().name}
    inside = {part["name"] for part in components[bundled().name]["components"]}
    assert {"core-js-pure", "viz/templates/vis-network/vis-network.min.js"} <= inside


def test_all_hangs_together(text: str) -> None:
    made = json.loads(text)
    taken = {row["ref"]: row["dependsOn"] for row in made["dependencies"]}
    reached, waiting = set[str](), [made["metadata"]["component"]["bom-ref"]]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += taken.get(one, [])
    assert {component["bom-ref"] for component in made["components"]} <= reached
