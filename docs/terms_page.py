"""Writes docs/terms.md, the page of the project's own terms in RDF: `python -m docs.terms_page`."""

from pathlib import Path

from graph.exports.rdf.vocabulary import terms

PAGE = Path(__file__).resolve().parent / "terms.md"
_OPENING = """# 词汇 · Terms of the linked data

本页由 `graph/exports/rdf/vocabulary.toml` 生成（`make docs`）。公开词汇没有的，才用这些自有词汇。

Written from `graph/exports/rdf/vocabulary.toml` by `make docs`: what no published vocabulary has a word for. Their
domains and ranges stand in the ontology itself, `/ns` of a service, and in every export. [Linked data](rdf.md)
"""


def page() -> str:
    """The page, in Markdown: classes first."""
    known = sorted(terms().items(), key=lambda one: (not one[0][0].isupper(), one[0].lower()))
    lines = [f"{_OPENING}\n| term | 名称 | name | 含义 | meaning | narrows |\n|---|---|---|---|---|---|"]
    for name, said in known:
        labels, comments = said["label"], said["comment"]
        if not (isinstance(labels, dict) and isinstance(comments, dict)):
            raise TypeError(name)
        narrows = f"`{said['narrows']}`" if "narrows" in said else ""
        words = (labels["zh"], labels["en"], comments["zh"], comments["en"])
        lines.append(f"| `wp:{name}` | {' | '.join(words)} | {narrows} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
