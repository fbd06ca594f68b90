"""Marks and lines in the words of vis-network, which draws a page's canvas. What holds for all stands in `OPTIONS`."""

from viz.palette import FONT, INK, PAPER
from viz.picture import Line, Mark

BEND = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45}

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {"hover": True, "dragNodes": False, "tooltipDelay": 120, "keyboard": {"bindToWindow": False}},
    "nodes": {
        "borderWidth": 1.5,
        "borderWidthSelected": 4,
        "font": {"face": FONT, "color": INK, "strokeWidth": 4, "strokeColor": PAPER},
    },
    "edges": {"smooth": BEND},
}


def options(*, straight: bool) -> dict[str, object]:
    """The options of a page; lines run straight or bend from column to column."""
    return {**OPTIONS, "edges": {"smooth": False}} if straight else dict(OPTIONS)


def node(mark: Mark) -> dict[str, object]:
    """A mark; `groups` is ours, for the filters."""
    paint = {"background": mark.fill, "border": mark.border}
    font: dict[str, object] = {"size": mark.font}
    if mark.ink != INK:
        font["color"] = mark.ink
    found: dict[str, object] = {"label": mark.label, "shape": mark.shape, "x": mark.x, "y": mark.y, "color": paint}
    found["font"] = font
    if mark.tip:
        found["title"] = mark.tip
    if mark.dashed:
        found["shapeProperties"] = {"borderDashes": [5, 4]}
    if mark.groups:
        found["groups"] = mark.groups
    if mark.shape != "box":
        return {**found, "size": mark.size}
    font["strokeWidth"] = 0
    found["margin"] = {"top": 7, "bottom": 7, "left": 10, "right": 10}
    found["widthConstraint"] = {"minimum": 2 * mark.size - 20}
    if mark.height:
        found["label"] = mark.label or " "  # pyvis writes the id where there are no words
        found["margin"] = dict.fromkeys(("top", "bottom", "left", "right"), 0)  # a bare 0 is no width to vis-network
        found["widthConstraint"] = {"minimum": 2 * mark.size}
        found["heightConstraint"] = {"minimum": 2 * mark.height, "valign": "middle"}
    return found


def edge(line: Line) -> dict[str, object]:
    """A line; `groups` is ours, for the filters."""
    colour = {"color": line.colour, "opacity": line.opacity}
    found: dict[str, object] = {"color": colour, "width": line.width}
    if line.dashed:
        found["dashes"] = True
    if line.tip:
        found["title"] = line.tip
    found["arrows"] = {"to": {"enabled": True, "scaleFactor": 0.6}} if line.arrow else ""
    if line.groups:
        found["groups"] = line.groups
    return found
