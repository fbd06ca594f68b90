"""All that each document of the corpus yields, as one file a document under `snapshots/`, reviewed once.

`python -m tests.corpus.snapshot` (`make snapshots`) writes them; `test_snapshots.py` compares. A snapshot is the
extract without the file's path and digest, the quote of a source where it is what stands between the source's
characters, the reasons of unread passages, and what is null or an empty list.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.exports.extract import as_extract
from loaders.extract import read_document
from loaders.formats.readers import ENDINGS
from loaders.read import read

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
DOCUMENTS = sorted(path for ending in ENDINGS for path in HERE.glob(f"*/**/*{ending}"))
"""The documents of the corpus, in every format that is read; the page about it, beside the folders, is none."""
WIDTH = 118
"""Characters of a line, beyond which a list or an object is written over several."""


def name_of(document: Path) -> str:
    """What a document is called: its folder and its name."""
    return document.relative_to(HERE).with_suffix("").as_posix()


def snapshot_of(document: Path) -> Path:
    """Where the snapshot of a document lies."""
    return SNAPSHOTS / f"{name_of(document)}.json"


def snapshot(document: Path) -> str:
    """The snapshot of a document, as text."""
    text = read(document)
    extract = as_extract(read_document(text))
    extract["document"] = {
        key: extract["document"][key] for key in extract["document"] if key not in {"path", "sha256"}
    }
    extract["unread"] = [{"sources": one["sources"]} for one in extract["unread"]]
    return "\n".join(_lines(_bare(extract, text.characters), "")) + "\n"


def _bare(value: Any, characters: str) -> Any:  # noqa: ANN401 - any value of JSON
    if isinstance(value, list):
        return [_bare(one, characters) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _bare(one, characters) for key, one in value.items() if one not in (None, [])}
    if "quote" in kept and kept["quote"] == characters[value["start"] : value["end"]]:
        del kept["quote"]
    return kept


def _lines(value: Any, indent: str, key: str = "", end: str = "") -> Iterator[str]:  # noqa: ANN401 - any value of JSON
    """JSON that a person can compare: on one line what fits, else a line for each part."""
    short = f"{indent}{key}{json.dumps(value, ensure_ascii=False)}{end}"
    if not isinstance(value, dict | list) or (indent and len(short) <= WIDTH and not _deep(value)):
        yield short
        return
    opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
    parts = [(f"{json.dumps(name)}: ", one) for name, one in value.items()] if isinstance(value, dict) else value
    yield f"{indent}{key}{opening}"
    for n, part in enumerate(parts, 1):
        name, one = part if isinstance(value, dict) else ("", part)
        yield from _lines(one, indent + " ", name, "," if n < len(parts) else "")
    yield f"{indent}{closing}{end}"


def _deep(value: Any) -> bool:  # noqa: ANN401 - any value of JSON
    """Whether a value is an object with a list of objects in it: a task, a change, but no date and no source."""
    return isinstance(value, dict) and any(isinstance(one, list) for one in value.values())


def main() -> None:
    """Write the snapshots of all documents, and remove those of documents that are gone."""
    wanted = {snapshot_of(document): document for document in DOCUMENTS}
    for old in set(SNAPSHOTS.glob("**/*.json")) - set(wanted):
        old.unlink()
    for path, document in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(snapshot(document), encoding="utf-8")


if __name__ == "__main__":
    main()
