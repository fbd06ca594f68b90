"""Corrections: what a person says instead of what was read. Kept in the store, obeyed on every load,
taken back at will.

A correction hangs on the words of a passage (`Anchor`) and, where it sets a field, on what was read of them. Where
either is no longer so it is stale: it is not applied, stays where it is kept, and applies again when they come back.

| what | it says | it hangs on |
|---|---|---|
| paper | a field of a paper is `value`, whatever was `read` | a heading |
| task | a field of a task is `value`, whatever was `read` | a passage that states the task |
| not_unit, not_person | `value` names no unit, no person | a passage that names it |
| no_task | this is no task | a passage that states it |
| new_task | this is a task, with these `parts` | a passage that was not read, or another task's |
| one_task, two_tasks | two passages state one task, or two | both passages |
| plan | the title of a plan is `value` | a passage that names it |
| change | the day of a change of places, or its places before or after, are `value` | a passage that tells it |
| no_change | this is no change of places | a passage that tells it |
| seat | a field of a seat in a group is `value` | a passage that fills it |
| no_seat | nobody is seated here | a passage that fills it |
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as told
from functools import cached_property
from typing import Literal

from graph.errors import NotFoundError
from graph.ids import digest
from graph.statements import Due, PassageKind
from graph.words.names import name_form, tidy, title_form

What = Literal[
    "paper",
    "task",
    "not_unit",
    "not_person",
    "no_task",
    "new_task",
    "one_task",
    "two_tasks",
    "plan",
    "change",
    "no_change",
    "seat",
    "no_seat",
]
PaperField = Literal["title", "number", "issuer", "issued_on"]
TaskField = Literal[
    "title", "due_text", "lead_units", "responsible_units", "supporting_units", "leaders", "lead_leaders"
]
ChangeField = Literal["on", "before", "after"]
SeatField = Literal["person", "role", "post", "unit"]
Field = PaperField | TaskField | ChangeField | SeatField | Literal[""]
PAPER_FIELDS: tuple[PaperField, ...] = ("title", "number", "issuer", "issued_on")
NAMED_FIELDS: tuple[TaskField, ...] = (
    "lead_units",
    "responsible_units",
    "supporting_units",
    "leaders",
    "lead_leaders",
)
"""Fields of a task that list names; the others hold one text."""
TASK_FIELDS: tuple[TaskField, ...] = ("title", "due_text", *NAMED_FIELDS)
PLAN_FIELDS: tuple[Literal["title"]] = ("title",)
CHANGE_FIELDS: tuple[ChangeField, ...] = ("on", "before", "after")
SEAT_FIELDS: tuple[SeatField, ...] = ("person", "role", "post", "unit")
ANCHORED: Mapping[What, tuple[PassageKind, ...]] = {
    "paper": ("document",),
    "task": ("task",),
    "not_unit": ("task", "appointment"),
    "not_person": ("task", "appointment"),
    "no_task": ("task",),
    "new_task": ("unread", "task"),
    "one_task": ("task",),
    "two_tasks": ("task",),
    "plan": ("plan",),
    "change": ("change",),
    "no_change": ("change",),
    "seat": ("appointment",),
    "no_seat": ("appointment",),
}
"""The kinds of passages that each may hang on."""
PAIRED: frozenset[What] = frozenset({"one_task", "two_tasks"})
"""Those that hang on two passages."""


@dataclass(frozen=True, order=True)
class Anchor:
    """The words that a correction hangs on: the `number`th (from 1) of `of` passages of a kind with these words in a
    file. The file is known by its hash, by what names its paper (`graph.papers.identities`), and by a path, where its
    `heading` (issuer and title, "" for none) is the same too.
    """

    path: str
    kind: PassageKind
    quote: str
    number: int
    of: int
    file: str
    paper: tuple[str, ...] = ()
    heading: str = ""

    @property
    def words(self) -> tuple[PassageKind, str]:
        """The kind and the words, white space and width aside."""
        return self.kind, tidy(self.quote)

    @cached_property
    def key(self) -> str:
        """What names the place in the file."""
        return digest(self.file, *self.words, self.number)


@dataclass(frozen=True)
class Correction:
    """What a person says instead of what was read; see the table above. `dues` is what the words of a deadline come to,
    `parts` holds the fields of a new task. `who` said so, when (ISO 8601) and `why` is told where it is known.
    `displaced` are those on the same thing in whose place it came, the last one last; they have none themselves.
    """

    what: What
    at: Anchor
    field: Field = ""
    value: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    dues: tuple[Due, ...] = ()
    parts: tuple[tuple[TaskField, tuple[str, ...]], ...] = ()
    other: Anchor | None = None
    who: str = told(default="", compare=False)
    made_on: str = told(default="", compare=False)
    why: str = told(default="", compare=False)
    displaced: "tuple[Correction, ...]" = told(default=(), compare=False)

    @cached_property
    def id(self) -> str:
        """What names it: what it corrects. A later one on the same takes its place."""
        if self.other is not None:
            return digest("correction", "pair", *sorted((self.at.key, self.other.key)))
        name = name_form("".join(self.value)) if self.what in {"not_unit", "not_person"} else ""
        title = title_form("".join(dict(self.parts).get("title", ()))) if self.what == "new_task" else ""
        return digest("correction", self.what, self.field, name, title, self.at.key)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """All words that it hangs on."""
        return (self.at,) if self.other is None else (self.at, self.other)

    @property
    def order(self) -> tuple[Anchor, str, str]:
        """By what corrections are sorted: where they hang, and what they say."""
        return self.at, self.what, self.id


@dataclass(frozen=True)
class Corrections:
    """Corrections, sorted, at most one on the same thing."""

    all: tuple[Correction, ...] = ()

    def with_(self, new: Iterable[Correction]) -> "Corrections":
        """The corrections with more; older ones on the same things give way, and come back where these are undone. One
        by which somebody says the same again takes the place of what it repeats.
        """
        known = dict(self.by_id)
        for one in new:
            before = known.get(one.id)
            if before is None:
                known[one.id] = one
            else:
                again = before == one and (before.who, before.why) == (one.who, one.why)
                displaced = before.displaced if again else (*before.displaced, _alone(before))
                known[one.id] = replace(one, displaced=displaced)
        return in_order(known.values())

    def without(self, identity: str) -> "Corrections":
        """The corrections without one (by id) that is taken back: the one in whose place it came holds again.

        Raises NotFoundError if there is none.
        """
        undone = self.by_id.get(identity)
        if undone is None:
            raise NotFoundError("correction.none", id=identity)
        others = [one for one in self.all if one.id != identity]
        back = [replace(one, displaced=undone.displaced[:-1]) for one in undone.displaced[-1:]]
        return in_order((*others, *back))

    def other_than(self, others: "Corrections") -> "Corrections":
        """Those of these that the others do not have, or have otherwise: also who said so, when and why may differ."""
        return Corrections(tuple(one for one in self.all if not _same(one, others.by_id.get(one.id))))

    @cached_property
    def by_id(self) -> Mapping[str, Correction]:
        """The corrections by what names them."""
        return {one.id: one for one in self.all}


NONE = Corrections()


def _same(one: Correction, other: Correction | None) -> bool:
    """Whether two are one, with all that is told of it."""
    if one is other:
        return True
    if one != other or other is None or len(one.displaced) != len(other.displaced):
        return False
    told_of = (one.who, one.made_on, one.why) == (other.who, other.made_on, other.why)
    return told_of and all(map(_same, one.displaced, other.displaced))


def _alone(one: Correction) -> Correction:
    return replace(one, displaced=())


def in_order(made: Iterable[Correction]) -> Corrections:
    """Corrections in force: sorted, of several on the same thing the last."""
    return Corrections(tuple(sorted({one.id: one for one in made}.values(), key=lambda one: one.order)))
