"""Writes docs/third-party.md, the page of what others wrote: `python -m docs.third_party_page`."""

from pathlib import Path

from requirements.locked import only_through, read_lock
from requirements.third_party import ThirdParty, bundled, data_table, embedded, third_parties

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "third-party.md"
HEAD = """# What others wrote

*This page is generated from `requirements/runtime.lock`, the metadata of the installed packages and
`requirements/third_party.toml`: `make docs`.*

plangraph itself is [MIT](../LICENSE). This is what it is made of besides, in the versions that are locked
([how](supply.md)). The text of each licence lies beside the installed package, in its `.dist-info`.

## Packages that are asked for

| package | version | licence | what for |
|---|---|---|---|
"""
THROUGH = """
## Packages that come through others

| package | version | licence | through |
|---|---|---|---|
"""
PYVIS = """
## What comes through pyvis alone

Nothing of ours imports these {number}: pyvis asks for ipython and jsonpickle, and they for the rest. It loads them when
it is imported, for notebooks; we use its network of nodes and edges
([why it stays](decisions/2026-11-29-what-is-installed-is-locked.md)).

{names}.

## JavaScript in the wheel

Each page with a picture holds {name} {version} ({licence}), so that it opens offline. Its files lie in
`{folder}`, byte for byte as the npm registry has them:

| file | in the package | sha256 |
|---|---|---|
"""
EMBEDDED = """
Its script holds others within it, as its source map tells. Their licences, and its own, lie in
`{folder}/licences` and in the `.dist-info` of the wheel:

| package | licence | text |
|---|---|---|
"""
FOOT = """
## What is not taken

What is asked for is under licences that let anybody take the parts along in closed products and images: none under the
LGPL or GPL, so that no one who hands plangraph on has to offer the means to exchange a part. Therefore lists in Word
are written with python-docx (MIT) and templates whose marks we fill, not with docxtpl (LGPL-2.1-only), whose templates
are programs besides.

## Fonts and data

No font is shipped. Pictures name Noto Sans CJK SC and others of the machine; the image installs Noto Sans CJK from
Debian (`fonts-noto-cjk`, SIL Open Font License 1.1). A Neo4j server, where one is used, is a program of its own under
GPL-3.0 (Community Edition), and no part of plangraph.

Two tables of data are taken from elsewhere. The traditional characters and their simplified forms in
`graph/words/characters.toml` are a part of `TSCharacters.txt` of [OpenCC](https://github.com/BYVoid/OpenCC)
(Apache-2.0, whose text lies beside it; the table says what was left out). The names of provinces, cities and counties
in `{file}` are those of `{origin}` in the npm package {name} {version} (MIT by its metadata, WTFPL by its licence
file), which has them from the National Bureau of Statistics (统计用区划代码, as of 2023-06-30). The words in
`graph/vocabulary` and `loaders/vocabulary` were written for plangraph, with examples from public documents. Readings of
characters come from pypinyin.
"""


def page() -> str:
    """The page."""
    parties = third_parties()
    asked = [one for one in parties if "" in one.locked.via]
    others = [one for one in parties if "" not in one.locked.via]
    alone = sorted(only_through("pyvis", read_lock("runtime")))
    vis, data = bundled(), data_table()
    words = {"name": vis.name, "version": vis.version, "licence": vis.licence, "folder": vis.folder}
    parts = [
        HEAD,
        *(_row(one, one.used) for one in asked),
        THROUGH,
        *(_row(one, ", ".join(one.locked.via)) for one in others),
        PYVIS.format(number=len(alone), names=", ".join(alone), **words),
        *(f"| `{file.name}` | `{file.origin}` | `{file.sha256}` |\n" for file in vis.files),
        EMBEDDED.format(**words),
        *(f"| {one.name} | {one.licence} | `{one.text}` |\n" for one in embedded()),
        FOOT.format(file=data.file, origin=data.origin, name=data.name, version=data.version),
    ]
    return "".join(parts)


def _row(one: ThirdParty, words: str) -> str:
    where = f" ({one.locked.marker})" if one.locked.marker else ""
    return f"| {one.locked.name}{where} | {one.locked.version} | {one.licence} | {words} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
