"""Writes docs/reasons.md, the page of all codes that answers carry as reasons: `python -m docs.reasons_page`."""

import string
from pathlib import Path

from graph.messages.tables import row, subject_rows

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reasons.md"
SUBJECTS = {
    "workload": (
        "`plangraph workload`: why a verdict is what it is. The code is `workload.severe`, `above`, `light`, `below`, "
        "`few` or `group`; the other rows are parts of its sentence, and the values are those of `queries/reasons.py`."
    ),
    "finding": "`plangraph audit`: what is wrong, one code for each problem.",
    "unread": "`unread` of `plangraph extract`, and passages of kind unread: why nothing was read.",
    "lineage": "`note` of `plangraph lineage`: what is not stated.",
    "existence": "`note` of `plangraph lineage --as-of`: why a place existed on the day or not.",
    "file": "`plangraph load`, `verify`, uploads, and `error` of `plangraph extract`: why a file is refused.",
    "system": "The same, where the system could not do it.",
}
"""The subjects of the tables whose codes stand in answers, with where they do."""
HEAD = """# 原因代码 · Codes of reasons

*This page is generated from the tables in `graph/messages`: `make docs`.*

JSON carries a reason as `reason` (a code) and `reason_values` (flat: numbers, texts, lists), never as a sentence, so
the same question has the same answer under every locale; `note` and `note_values` of a lineage, `error` and
`error_values` of an extract, `code` and `values` of a problem over HTTP likewise. Tables and pages make the sentence
of it in the reader's language.
"""


def page() -> str:
    """The page."""
    parts = [HEAD]
    for subject, where in SUBJECTS.items():
        parts.append(f"## {subject}\n\n{where}\n\n| code | values | 中文 | English |\n|---|---|---|---|\n")
        parts[-1] += "".join(_line(f"{subject}.{name}") for name in subject_rows(subject))
    return "\n".join(parts)


def _line(key: str) -> str:
    words = row(key)
    values = sorted({name for _, name, _, _ in string.Formatter().parse(words["en"]) if name})
    cells = (f"`{key}`", " ".join(f"`{value}`" for value in values), words["zh"], words["en"].strip())
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
