"""Writes docs/vocabulary.md, the page of all words that the readers know: `python -m docs.vocabulary_page`.

The words come from the tables themselves; docs/vocabulary.toml holds what the page says about each.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "vocabulary.md"
_TEXTS = ROOT / "docs" / "vocabulary.toml"
_SECTION = re.compile(r"((?:^#.*\n)*)^\[\[?([a-z_]+)\]\]?", re.MULTILINE)
_OPENING = """# 词表 · The vocabulary

本页由各词表自动生成（`make docs`）。程序只认识这里的词：要让它认识新的标签、表头或说法，在相应的 `.toml` 里加一个词、
一个例子，再往 `tests/corpus` 放一份用到它的短文。不用改程序。

Written from the tables by `make docs`; a test holds that it is up to date. The readers know these words and no others:
a new label, column name or phrase is a word more in the table and a document in `tests/corpus` that uses it.
"""

Values = Mapping[str, str]


def page() -> str:
    """The page, in Markdown."""
    texts = tomllib.loads(_TEXTS.read_text(encoding="utf-8"))
    parts = [_OPENING]
    for one in texts["page"]:
        parts.append(f"## {one['title']}\n\n{one['about']} [`{one['file']}`](../{one['file']})\n")
        parts += _sections(ROOT / one["file"], texts["values"])
    return "\n".join(parts)


def _sections(path: Path, values: Values) -> Iterator[str]:
    """One section for each table of a file, with the comment that stands above it."""
    text = path.read_text(encoding="utf-8")
    data = tomllib.loads(text)
    comments: dict[str, str] = {}
    for comment, name in _SECTION.findall(text):
        comments.setdefault(name, " ".join(line.lstrip("# ") for line in comment.splitlines()))
    for name, rows in data.items():
        heading = f"### {name}\n\n" + (f"{comments[name]}\n\n" if comments.get(name) else "")
        yield heading + "\n".join(_table(rows, values)) + "\n"


def _table(rows: Any, values: Values) -> Iterator[str]:  # noqa: ANN401 - what a TOML table may hold
    """The lines of a Markdown table: a row for each list of words, with what it means and its example."""
    yield "| 意思 | 词 | 例 |\n|---|---|---|"
    if isinstance(rows, Mapping):
        yield from _lists_of(rows, values)
    elif rows and isinstance(rows[0], Mapping):
        for row in rows:
            yield from _lists_of(row, values)
    else:
        yield _line("", rows, "")


def _lists_of(row: Mapping[str, Any], values: Values) -> Iterator[str]:
    """One line for each list in a row of a table; single values say what the lists are."""
    lists = {key: value for key, value in row.items() if isinstance(value, list | Mapping)}
    single = {key: value for key, value in row.items() if key not in lists and key != "example"}
    example = str(row.get("example", ""))
    if not lists:
        yield _line("", [f"{key}: {_value(value, values)}" for key, value in single.items()], example)
        return
    meaning = "，".join(_value(value, values) for value in single.values())
    for key, words in lists.items():
        kind = "" if key == "words" else key
        yield _line(" ".join(part for part in (meaning, kind) if part), words, example)


def _value(value: object, values: Values) -> str:
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return values.get(text, text)


def _line(meaning: str, words: Sequence[object] | Mapping[str, object], example: str) -> str:
    listed = [f"{key}: {value}" for key, value in words.items()] if isinstance(words, Mapping) else list(words)
    cells = (meaning, " ".join(f"`{word}`" for word in listed), example)
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
