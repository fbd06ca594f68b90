"""A picture as it stands within a page: its SVG, in which marks lead to pages of what they show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from api.pages.links import Links
from viz.drawing.svg import figure, markup, sample_of, shown
from viz.palette import FATES
from viz.picture import Picture

SMALL = 720
"""Width in pixels below which a picture shrinks with its page instead of scrolling."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that has marks."""

    picture: Picture

    def svg(
        self, link: Links, title: str, own: str = "", kinds: Mapping[str, Literal["unit", "leader"]] | None = None
    ) -> Markup:
        """The figure, named for screen readers; the place `own` has a strong border. Places lead to their pages, and so
        do marks whose kinds are given, by id.
        """
        drawn = shown(self.picture)
        places = [mark.id for mark in drawn.marks if not FATES.keys().isdisjoint(mark.groups)]
        goals = {place: link.thing("place", place) for place in places}
        goals |= {one: link.thing(kind, one) for one, kind in (kinds or {}).items()}
        svg = figure(drawn, goals, own)
        if svg is None:
            return Markup()
        svg.set("class", "drawing small" if float(svg.get("width", "0")) < SMALL else "drawing")
        return Markup(markup(svg, title))  # noqa: S704 - escaped by ElementTree

    @property
    def legend(self) -> list[tuple[Markup, str]]:
        """Samples and what they mean."""
        return [(Markup(markup(sample_of(key))), key.words) for key in self.picture.legend]  # noqa: S704 - likewise


def draw(picture: Picture) -> Drawing | None:
    """A picture for a page; None for one without marks."""
    return Drawing(picture) if picture.marks else None
