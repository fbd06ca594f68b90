"""Styles of an OpenDocument file: which strike words out, and which hide a sheet."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.ods import names as n

_DEEPEST = 30
"""Styles in a chain; longer ones run in a circle."""


@dataclass(slots=True)
class OdsStyles:
    """What styles say by their names: struck out (None where they say nothing), the style above, sheets hidden."""

    struck: dict[str, bool | None] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, roots: Iterable[etree._Element]) -> "OdsStyles":
        """The styles in these parts."""
        found = cls()
        for style in (one for root in roots for one in root.iter(n.STYLE)):
            name = style.get(n.STYLE_ID, "")
            look, table = style.find(n.TEXT_LOOK), style.find(n.TABLE_LOOK)
            lines = [line for key in n.THROUGH if look is not None and (line := look.get(key)) is not None]
            found.struck[name] = any(line != "none" for line in lines) if lines else None
            found.above[name] = style.get(n.PARENT, "")
            if table is not None and table.get(n.DISPLAY) == "false":
                found.hidden.add(name)
        return found

    def strikes(self, name: str | None) -> bool | None:
        """Whether words of this style are struck out; None where neither it nor those above it say so."""
        for _ in range(_DEEPEST):
            if not name or (said := self.struck.get(name)) is not None:
                return said if name else None
            name = self.above.get(name)
        return None
