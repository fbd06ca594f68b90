"""Automatic numbers: what Word writes before a paragraph by its list and level, and counts by itself.

Lists that share a definition count on together; a list that states a start of its own counts anew at its first use.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.docx.names import LEVEL, NUM_ID, PARAGRAPH_STYLE, R_PR, w
from loaders.formats.docx.number_formats import NO_NUMBER, format_number
from loaders.formats.docx.styles import NumberReference, Styles, is_on, look_of, to_number, value_of

_LEVELS = 9
_LONGEST = 60
"""Characters of a number with all that stands around it."""
_PART = re.compile(r"%([1-9])")
_CLOSED = tuple("、）〕】》．。：")
"""Full-width signs behind which a number needs no gap."""
_CUSTOM = re.compile(r"0*1(?=,|$)")


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: `template` has %1 … %9 for the numbers of the levels; `gap` stands behind it."""

    start: int = 1
    format: str = "decimal"
    template: str = ""
    gap: str = " "
    restart: int | None = None
    decimals: bool = False
    style: str = ""
    digits: int = 0


_NONE = _Level(format="none")


@dataclass(slots=True)
class _Definition:
    """The levels of a definition, what they count at present, and the styles that it is named by."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)
    style: str = ""
    linked: str = ""


@dataclass(slots=True)
class _List:
    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    used: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document and where each stands in counting."""

    styles: Styles
    definitions: dict[str, _Definition] = field(default_factory=dict)
    lists: dict[str, _List] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None, styles: Styles) -> "Numbering":
        """The lists of a part; none where there is no part."""
        found = cls(styles)
        for one in root.iterchildren(w("abstractNum")) if root is not None else ():
            found.definitions[one.get(w("abstractNumId"), "")] = _Definition(
                {to_number(level.get(LEVEL), 0): _level(level) for level in one.iterchildren(w("lvl"))},
                style=value_of(one.find(w("styleLink"))),
                linked=value_of(one.find(w("numStyleLink"))),
            )
        for one in root.iterchildren(w("num")) if root is not None else ():
            levels, starts = {}, {}
            for override in one.iterchildren(w("lvlOverride")):
                at = to_number(override.get(LEVEL), 0)
                own, start = override.find(w("lvl")), override.find(w("startOverride"))
                if own is not None:
                    levels[at] = _level(own)
                if start is not None:
                    starts[at] = to_number(value_of(start), 1)
            found.lists[one.get(NUM_ID, "")] = _List(value_of(one.find(w("abstractNumId"))), levels, starts)
        return found

    def text(self, own: NumberReference, style: str) -> str:
        """The number of the next paragraph with its gap, "" where it has none. `own` is what the paragraph states."""
        by_style, stating = self.styles.number(style)
        list_id = own.list_id if own.list_id is not None else by_style.list_id
        listed = self.lists.get(list_id or "")
        if listed is None:
            return ""
        definition = self._definition(listed)
        if definition is None:
            return ""
        level = own.level
        if level is None and own.list_id is None:
            named = (at for at, one in definition.levels.items() if one.style == stating)
            level = next(named, None) if by_style.level is None else by_style.level
        return self._next(listed, definition, min(max(level or 0, 0), _LEVELS - 1))

    def _definition(self, listed: _List) -> _Definition | None:
        """The definition of a list, also where it only names the style that has it."""
        definition = self.definitions.get(listed.definition)
        if definition is None or definition.levels or not definition.linked:
            return definition
        named = (one for one in self.definitions.values() if one.style == definition.linked and one.levels)
        return next(named, definition)

    def _next(self, listed: _List, definition: _Definition, level: int) -> str:
        levels, counts = {**definition.levels, **listed.levels}, definition.counts
        if not listed.used:
            listed.used = True
            for at in listed.starts:
                counts.pop(at, None)
        for at in range(level + 1):
            start = listed.starts.get(at, levels.get(at, _NONE).start)
            if at == level:
                counts[at] = counts[at] + 1 if at in counts else start
            else:
                counts.setdefault(at, start)
        for at in range(level + 1, _LEVELS):
            restart = levels.get(at, _NONE).restart
            if restart is None or (restart and level < restart):
                counts.pop(at, None)
        own = levels.get(level, _NONE)
        if own.format == "bullet":
            return ""
        text = _PART.sub(lambda part: _part(levels, counts, int(part[1]) - 1, own), own.template)[:_LONGEST]
        if not text.strip():
            return ""
        return text + ("" if text.endswith(_CLOSED) else own.gap)


def _part(levels: dict[int, _Level], counts: dict[int, int], at: int, own: _Level) -> str:
    level = levels.get(at, _NONE)
    number = counts.get(at, level.start)
    if level.format in NO_NUMBER:
        return ""
    if level.digits and not own.decimals:
        return f"{number:0{level.digits}d}"
    return str(number) if own.decimals else format_number(number, level.format)


def _level(element: etree._Element) -> _Level:
    formats = list(element.iter(w("numFmt")))
    custom = next((found for one in formats if (found := _CUSTOM.match(one.get(w("format"), "")))), None)
    restart, legal = element.find(w("lvlRestart")), element.find(w("isLgl"))
    hidden = look_of(element.find(R_PR)).hidden
    return _Level(
        start=to_number(value_of(element.find(w("start"))), 0),
        format=value_of(formats[-1] if formats else None, "decimal"),
        template="" if hidden else value_of(element.find(w("lvlText"))),
        gap="" if value_of(element.find(w("suff"))) == "nothing" else " ",
        restart=None if restart is None else to_number(value_of(restart), 0),
        decimals=legal is not None and is_on(value_of(legal, "1")),
        style=value_of(element.find(PARAGRAPH_STYLE)),
        digits=len(custom[0]) if custom else 0,
    )
