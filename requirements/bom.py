"""Write the bill of materials of the runtime lock in the form of CycloneDX: `python -m requirements.bom`.

cyclonedx-py makes it of the lock file, with versions, hashes and addresses. What a lock file does not say is added:
licences, what comes through what, on which systems, and the JavaScript in the wheel. The same lock file gives the same
bytes on every run: no time of the day, no number by chance.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from requirements.third_party import Bundled, Embedded, ThirdParty, bundled, embedded, third_parties

ROOT = Path(__file__).resolve().parent.parent
BILL = ROOT / "dist" / "plangraph.cdx.json"
FORM = "1.6"
"""The version of CycloneDX."""

MAKE = (
    "requirements",
    "--output-reproducible",
    "--validate",
    "--mc-type=application",
    f"--spec-version={FORM}",
    "--pyproject=pyproject.toml",
    "requirements/runtime.lock",
)

Json = dict[str, Any]


def bill() -> str:
    """The bill of materials, as JSON."""
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *MAKE]
    made = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return completed(json.loads(made.stdout), third_parties(), bundled(), embedded())


def completed(made: Json, parties: tuple[ThirdParty, ...], script: Bundled, parts: tuple[Embedded, ...]) -> str:
    """What cyclonedx-py made, with licences, dependencies and the JavaScript, as JSON in a steady order."""
    known = {one.locked.name: one for one in parties}
    references = {component["name"]: f"pkg:pypi/{component['name']}" for component in made["components"]}
    for component in made["components"]:
        party = known[component["name"]]
        component["bom-ref"] = references[component["name"]]
        component["licenses"] = _licences(party.licence)
        del component["description"]  # the lines of the lock file
        if party.locked.marker is not None:
            component["properties"] = [{"name": "plangraph:marker", "value": str(party.locked.marker)}]
    made["components"].append(_script(script, parts))
    root = made["metadata"]["component"]["bom-ref"]
    taken: dict[str, list[str]] = {reference: [] for reference in (*references.values(), root)}
    for one in parties:
        for source in one.locked.via:
            taken[references[source] if source else root].append(references[one.locked.name])
    taken[root].append(_script(script, parts)["bom-ref"])
    made["dependencies"] = [{"ref": source, "dependsOn": sorted(names)} for source, names in sorted(taken.items())]
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _script(script: Bundled, parts: tuple[Embedded, ...]) -> Json:
    """The JavaScript in the wheel, with what its file holds within it."""
    address = f"pkg:npm/{script.name}@{script.version}"
    held = [
        {"type": "library", "name": part.name, "bom-ref": f"{address}#{part.name}", "licenses": _licences(part.licence)}
        for part in parts
    ]
    files = [
        {
            "type": "file",
            "name": f"{script.folder}/{file.name}",
            "bom-ref": f"{address}#{file.name}",
            "hashes": [{"alg": "SHA-256", "content": file.sha256}],
        }
        for file in script.files
    ]
    return {
        "type": "library",
        "name": script.name,
        "version": script.version,
        "purl": address,
        "bom-ref": address,
        "licenses": _licences(script.licence),
        "components": held + files,
    }


def _licences(expression: str) -> list[Json]:
    return [{"expression": expression}]


if __name__ == "__main__":
    BILL.parent.mkdir(exist_ok=True)
    BILL.write_text(bill(), encoding="utf-8", newline="\n")
