"""One self-contained HTML file from a picture: it opens offline, from a disk or a mail, and asks no other host.

pyvis keeps the nodes, edges and options and fills the template. Its own template is not used: in every mode it links
Bootstrap and vis-network from the net, it turns tips that hold "href" into HTML, and it escapes no heading. Ours
(`templates/picture.html`) escapes everything and holds vis-network as pyvis ships it. The page comes back as text, to
be written as UTF-8 whatever the locale.
"""

import json
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from viz.picture import Line, Mark, Picture

FONT = "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
PAPER = "#fbfbf9"

VIS = "templates/lib/vis-9.1.2"
"""Where pyvis 0.3.2 keeps vis-network."""

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {"hover": True, "dragNodes": False, "tooltipDelay": 120, "selectConnectedEdges": True},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "chosen": True},
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45}},
}


def render(picture: Picture, *, straight: bool = False) -> str:
    """The page of a picture, the same text on every run. `straight` draws lines without a bend."""
    network = Network(directed=False, bgcolor=PAPER, heading=picture.title, cdn_resources="in_line")
    for mark in picture.marks:
        network.add_node(mark.id, **_node(mark))
    for line in picture.lines:
        network.add_edge(line.start, line.end, **_edge(line))
    options = {**OPTIONS, "edges": {"smooth": False}} if straight else OPTIONS
    network.set_options(json.dumps(options))
    network.templateEnv = _environment().overlay()
    network.templateEnv.globals.update(picture=picture, assets=_assets(), font=Markup(FONT))  # noqa: S704
    network.path = "picture.html"
    return str(network.generate_html())


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, loader=PackageLoader("viz"), undefined=StrictUndefined, trim_blocks=True)


@cache
def _assets() -> dict[str, Markup]:
    """What the page holds within itself: vis-network (MIT or Apache-2.0, as shipped in pyvis) and our style and script.

    All are files of installed packages, so they are marked as safe to stand in a page.
    """
    vis = resources.files("pyvis") / VIS
    ours = resources.files("viz") / "templates"
    files = {
        "vis_style": vis / "vis-network.css",
        "vis_script": vis / "vis-network.min.js",
        "style": ours / "picture.css",
        "script": ours / "picture.js",
    }
    return {name: Markup(file.read_text(encoding="utf-8")) for name, file in files.items()}  # noqa: S704


def _node(mark: Mark) -> dict[str, object]:
    """The words of vis-network for a mark."""
    paint = {"background": mark.fill, "border": mark.border}
    node: dict[str, object] = {
        "label": mark.label,
        "shape": mark.shape,
        "x": mark.x,
        "y": mark.y,
        "color": {**paint, "highlight": paint, "hover": paint},
        "font": {"size": mark.font, "color": mark.ink, "face": FONT, "strokeWidth": 4, "strokeColor": PAPER},
        "shapeProperties": {"borderDashes": [5, 4] if mark.dashed else False},
    }
    if mark.tip:
        node["title"] = mark.tip
    if mark.shape == "box":
        node["margin"] = {"top": 7, "bottom": 7, "left": 10, "right": 10}
        node["widthConstraint"] = {"minimum": 2 * mark.size - 20}
        node["font"] = {"size": mark.font, "color": mark.ink, "face": FONT}
    else:
        node["size"] = mark.size
    return node


def _edge(line: Line) -> dict[str, object]:
    """The words of vis-network for a line."""
    colour = {"color": line.colour, "highlight": line.colour, "hover": line.colour, "opacity": line.opacity}
    edge: dict[str, object] = {"color": colour, "width": line.width, "dashes": line.dashed}
    if line.tip:
        edge["title"] = line.tip
    if line.arrow:
        edge["arrows"] = {"to": {"enabled": True, "scaleFactor": 0.6}}
    return edge
