"""The tokens of a question while it is read: which are taken, and what was understood by them so far."""

from dataclasses import dataclass, field, replace

from queries.grammar.names import Name, NameKind
from queries.grammar.reading import Lacking, ReadPart
from queries.grammar.tokens import QuestionToken

LAST = ("范围", "问")
"""Parts of a reading that stand behind the conditions."""
IGNORED = frozenset({"filler"})


@dataclass(slots=True)
class Parse:
    """The tokens that mean something, in their order; rules take them, and tell what they took them for."""

    tokens: list[QuestionToken]
    taken: set[int] = field(default_factory=set)
    told: list[tuple[int, ReadPart]] = field(default_factory=list)
    lacking: tuple[Lacking, ...] = ()

    def left(self, *kinds: str, value: str | None = None) -> list[int]:
        """Where tokens of some kinds stand that nobody has taken, those with a value where one is given."""
        return [
            at
            for at, token in enumerate(self.tokens)
            if at not in self.taken and token.kind in kinds and (value is None or self.value(at) == value)
        ]

    def has(self, *kinds: str, value: str | None = None) -> bool:
        """Whether there is such a token left."""
        return bool(self.left(*kinds, value=value))

    def take(self, *kinds: str, value: str | None = None) -> int | None:
        """Take the first such token; None where there is none."""
        found = self.left(*kinds, value=value)
        return self.took(found[0]) if found else None

    def take_all(self, *kinds: str) -> list[int]:
        """Take all such tokens."""
        return [self.took(at) for at in self.left(*kinds)]

    def took(self, at: int) -> int:
        """Take the token at a position."""
        self.taken.add(at)
        return at

    def value(self, at: int) -> str:
        """The value of a word, "" for other tokens."""
        word = self.tokens[at].word
        return word.value if word else ""

    def kind(self, at: int) -> str:
        """The kind of the token at a position, "" beyond the ends."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def name(self, at: int, *kinds: NameKind) -> Name | None:
        """What the token at a position names of the first of these kinds that it may be."""
        found = {name.kind: name for name in (self.tokens[at].names if 0 <= at < len(self.tokens) else ())}
        first = next((found[kind] for kind in kinds if kind in found), None)
        return replace(first, name=self.tokens[at].text.strip('《》“”"')) if first else None

    def tell(self, at: int, name: str, value: str) -> None:
        """Add a part of the reading, which the token at a position says."""
        self.told.append((at, ReadPart(name, value, self.tokens[at].text)))

    @property
    def parts(self) -> tuple[ReadPart, ...]:
        """The parts in the order of the question, those behind that say what is asked for."""
        ordered = sorted(self.told, key=lambda one: (one[1].name in LAST, one[0]))
        return tuple(part for _, part in ordered)

    @property
    def not_understood(self) -> tuple[str, ...]:
        """The words that no rule has taken, in their order, each once: unknown ones alone, where there are any."""
        left = [token for at, token in enumerate(self.tokens) if at not in self.taken]
        unknown = [token for token in left if token.kind == "unknown"]
        return tuple(dict.fromkeys(token.text for token in unknown or left))
