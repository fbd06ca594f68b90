"""One self-contained HTML file from a picture: it opens offline, from a disk or a mail, and asks no other host.

pyvis keeps the nodes, edges and options that are shown at first and fills the template. Its own template is not used:
in every mode it links Bootstrap and vis-network from the net, it turns tips that hold "href" into HTML, and it escapes
no heading. Ours (`templates/picture.html`) escapes everything and holds the vis-network that lies beside it, of the
version that pyvis writes for. What a folded picture hides stands beside as plain data, and becomes nodes when its tile
opens. Code and data are apart: the scripts are the same in every page (`scripts`), so a server can allow them by their
hashes. Without a script, and in print, the page shows the picture as SVG, and its table.
"""

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from viz.drawing import network as vis
from viz.drawing.svg import figure, markup, sample_of
from viz.drawing.table import listing
from viz.layout.folding import Fold, fold
from viz.palette import FONT, PAPER
from viz.picture import Group, Line, Mark, Picture

VIS = "vis-network"
"""The folder of vis-network among the templates, with the licences of what it holds."""

SCRIPTS = ("picture", "look", "table", "controls")
"""The parts of our script, each after those that it needs."""


def render(picture: Picture, *, links: Mapping[str, str] | None = None, home: tuple[str, str] | None = None) -> str:
    """The page of a picture, the same text on every run. `links` leads from places in files (`path:line`, as in the
    table's sources) to addresses; a place without one is told in words. `home` is the address that the page leads back
    to and the words for it; a file, which stands alone, has none.
    """
    folded = fold(picture)
    shown = folded.closed if folded else picture
    network = Network(directed=True, bgcolor=PAPER, heading=picture.title, cdn_resources="in_line")
    for mark in shown.marks:
        network.add_node(mark.id, **vis.node(mark))
    for line in shown.lines:
        network.add_edge(line.start, line.end, **vis.edge(line))
    network.set_options(json.dumps(vis.options(straight=shown.straight)))
    network.templateEnv = _environment().overlay()
    still = figure(shown)
    network.templateEnv.globals.update(
        picture=shown,
        home=home,
        folded=_folded(folded),
        table=listing(picture, folded, links or {}),
        facets=_facets(picture),
        alone=_alone(picture),
        names=_names(picture, folded),
        assets=_assets(),
        still="" if still is None else Markup(markup(still, picture.title)),  # noqa: S704 - escaped by ElementTree
        samples=[Markup(markup(sample_of(key))) for key in picture.legend],  # noqa: S704 - likewise
        font=Markup(FONT),  # noqa: S704
    )
    network.path = "picture.html"
    return str(network.generate_html())


def styles() -> tuple[str, ...]:
    """The style sheets that every page holds, to the letter."""
    return str(_assets()["vis_style"]), str(_assets()["style"])


def scripts() -> tuple[str, ...]:
    """The scripts that every page holds, to the letter."""
    return tuple(str(_assets()[name]) for name in ("live", "vis_script", "script"))


@cache
def _environment() -> Environment:
    found = Environment(autoescape=True, loader=PackageLoader("viz"), undefined=StrictUndefined, trim_blocks=True)
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return found


@cache
def _assets() -> dict[str, Markup]:
    """What the page holds within itself: vis-network (MIT or Apache-2.0) and our style and script.

    All are files of this package, so they are marked as safe to stand in a page.
    """
    ours = resources.files("viz") / "templates"
    files = {
        "vis_style": (ours / VIS / "vis-network.min.css",),
        "vis_script": (ours / VIS / "vis-network.min.js",),
        "live": (ours / "live.js",),
        "style": (ours / "picture.css",),
        "script": tuple(ours / f"{part}.js" for part in SCRIPTS),
    }
    texts = {name: "".join(part.read_text(encoding="utf-8") for part in parts) for name, parts in files.items()}
    return {name: Markup(text) for name, text in texts.items()}  # noqa: S704


def _folded(folded: Fold | None) -> dict[str, object]:
    """What the script needs of a folded picture: its tiles with the nodes that they hide, and all lines."""
    if folded is None:
        return {"tiles": [], "lines": []}
    tiles = [
        {"id": tile.id, "words": tile.words, "opened": vis.node(tile.opened), "marks": [_held(m) for m in tile.marks]}
        for tile in folded.tiles
    ]
    return {"tiles": tiles, "lines": [_joining(line) for line in folded.whole.lines]}


def _held(mark: Mark) -> dict[str, object]:
    return {"id": mark.id, **vis.node(mark)}


def _joining(line: Line) -> dict[str, object]:
    return {"from": line.start, "to": line.end, **vis.edge(line)}


def _names(picture: Picture, folded: Fold | None) -> list[str]:
    """What the search proposes: the names of the tiles, or of all marks; any other name is found as well."""
    if folded:
        return sorted({tile.words for tile in folded.tiles})
    return sorted({mark.label.replace("\n", "") for mark in picture.marks if mark.shape != "text" and mark.label})


def _facets(picture: Picture) -> dict[str, str]:
    """The facet of each group, by id."""
    return {group.id: group.facet for group in picture.groups}


def _alone(picture: Picture) -> dict[str, list[Group]]:
    """The groups that the legend does not switch, by facet; a facet of one value has nothing to choose."""
    keyed = {key.group for key in picture.legend}
    values = Counter(group.facet for group in picture.groups)
    found: dict[str, list[Group]] = {}
    for group in picture.groups:
        if group.id not in keyed and values[group.facet] > 1:
            found.setdefault(group.facet, []).append(group)
    return found
