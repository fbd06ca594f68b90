"""Styles of a Word document: what paragraphs and runs have of them (numbers, hidden or struck-out words)."""

from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.docx.names import (
    BASED_ON,
    DEFAULT,
    DOUBLE_STRIKE,
    LEVEL,
    NUM_ID,
    NUM_PR,
    R_PR,
    STRIKE,
    STYLE,
    STYLE_ID,
    TYPE,
    VAL,
    VANISH,
)

_DEEPEST = 30
"""Styles in a chain; longer ones run in a circle."""
_NO = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Look:
    """Whether words are hidden, or struck out; None where nothing says so."""

    hidden: bool | None = None
    struck: bool | None = None

    def over(self, below: "Look") -> "Look":
        """What this look says, else what the one below does."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.struck if self.struck is None else self.struck,
        )

    def with_run(self, run: "Look") -> "Look":
        """The look of a paragraph's style with that of a run's: what both switch on is off again."""
        return Look(bool(self.hidden) != bool(run.hidden), bool(self.struck) != bool(run.struck))


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class NumberReference:
    """A paragraph's number: the list, and the level in it, where they are stated."""

    list_id: str | None = None
    level: int | None = None


UNNUMBERED = NumberReference()


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str
    look: Look
    number: NumberReference


@dataclass(slots=True)
class Styles:
    """The styles by their ids; `default` is that of paragraphs without one."""

    styles: dict[str, _Style] = field(default_factory=dict)
    default: str = ""
    looks: dict[str, Look] = field(default_factory=dict)
    numbers: dict[str, tuple[NumberReference, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> "Styles":
        """The styles of a part; none where there is no part."""
        found = cls()
        for style in root.iterchildren(STYLE) if root is not None else ():
            name = style.get(STYLE_ID, "")
            if style.get(TYPE) == "paragraph" and is_on(style.get(DEFAULT, "0")):
                found.default = name
            found.styles[name] = _Style(
                value_of(style.find(BASED_ON)),
                look_of(style.find(R_PR)),
                number_of(next(style.iter(NUM_PR), None)),
            )
        return found

    def look(self, name: str) -> Look:
        """How words of a style look, by it and the styles that it is based on."""
        if name not in self.looks:
            look = PLAIN
            for style in self._chain(name):
                look = look.over(style.look)
            self.looks[name] = look
        return self.looks[name]

    def number(self, name: str) -> tuple[NumberReference, str]:
        """The number that a style gives its paragraphs, and the style in the chain that states the list."""
        if name not in self.numbers:
            self.numbers[name] = self._number(name)
        return self.numbers[name]

    def _number(self, name: str) -> tuple[NumberReference, str]:
        level: int | None = None
        for at, style in self._named(name):
            level = style.number.level if level is None else level
            if style.number.list_id is not None:
                return NumberReference(style.number.list_id, level), at
        return NumberReference(None, level), ""

    def _chain(self, name: str) -> list[_Style]:
        return [style for _, style in self._named(name)]

    def _named(self, name: str) -> list[tuple[str, _Style]]:
        found: list[tuple[str, _Style]] = []
        while name in self.styles and len(found) < _DEEPEST:
            found.append((name, self.styles[name]))
            name = self.styles[name].based_on
        return found


def value_of(element: etree._Element | None, default: str = "") -> str:
    """The value of an element, the default where there is none."""
    return default if element is None else element.get(VAL, default)


def is_on(value: str) -> bool:
    """Whether a value switches on."""
    return value not in _NO


def switch(element: etree._Element | None) -> bool | None:
    """Whether an element switches on; None where there is none."""
    return None if element is None else is_on(element.get(VAL, "1"))


def look_of(properties: etree._Element | None) -> Look:
    """The look that the properties of a run state."""
    if properties is None:
        return PLAIN
    hidden, struck = properties.find(VANISH), properties.find(STRIKE)
    double = properties.find(DOUBLE_STRIKE)
    struck_out = switch(double) if struck is None else (switch(struck) or bool(switch(double)))
    return Look(switch(hidden), struck_out)


def number_of(stated: etree._Element | None) -> NumberReference:
    """The number that a paragraph or a style states."""
    if stated is None:
        return UNNUMBERED
    listed, level = stated.find(NUM_ID), stated.find(LEVEL)
    return NumberReference(
        None if listed is None else listed.get(VAL), None if level is None else to_number(level.get(VAL), 0)
    )


def to_number(value: str | None, default: int) -> int:
    """A whole number of a few digits, the default for anything else."""
    text = (value or "").strip()
    return int(text) if text.removeprefix("-").isdecimal() and text.isascii() and len(text) < 10 else default  # noqa: PLR2004
