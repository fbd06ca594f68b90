"""Where corrections hang: which of them belong to a file, and on which of its passages they do.

That follows from the file alone, so that it is the same in whatever order files come. A correction belongs to a file
with the bytes in which it was made, to one of the same issuer and title that lies where that lay, and to one of the
same paper: a new edition bears the corrections whose words it repeats. Whether what was read of these words is still
the same is told by `still_read`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.corrections.corrections import Anchor, Correction, Corrections
from graph.ids import digest
from graph.papers.identities import identities_in_file, one_paper
from graph.papers.passages import kind_of, statements_of
from graph.statements import (
    AppointmentStatement,
    ChangeStatement,
    PassageKind,
    PlanDocument,
    Statement,
    TaskStatement,
)
from graph.words.names import name_form, tidy, words_form


@dataclass(frozen=True, slots=True)
class Hung:
    """A correction that hangs on a passage by its first words, or (`second`) by its other."""

    correction: Correction
    second: bool = False


@dataclass(frozen=True)
class Matcher:
    """Finds what hangs on the passages of files."""

    corrections: Corrections

    def hung(self, document: PlanDocument, paths: Iterable[str]) -> dict[Statement, tuple[Hung, ...]]:
        """What hangs on each statement of a file that lies at these paths; only statements with any are listed."""
        wanted: defaultdict[tuple[PassageKind, str], list[tuple[Anchor, Hung]]] = defaultdict(list)
        for one in self.belonging(document, paths):
            for number, at in enumerate(one.anchors):
                if _belongs(at, document, frozenset(paths)):
                    wanted[at.words].append((at, Hung(one, bool(number))))
        if not wanted:
            return {}
        equals = _by_words(document, {kind for kind, _ in wanted})
        found: defaultdict[Statement, list[Hung]] = defaultdict(list)
        for words, several in wanted.items():
            alike = equals.get(words, ())
            for at, what in several:
                if len(alike) == at.of:
                    found[alike[at.number - 1]].append(what)
        return {statement: tuple(several) for statement, several in found.items()}

    def belonging(self, document: PlanDocument, paths: Iterable[str]) -> list[Correction]:
        """The corrections of which any words belong to a file that lies at these paths, in order."""
        if not self.corrections.all:
            return []
        keys = {document.sha256, *paths, *identities_in_file(document)}
        found = {number for key in keys for number in self._by_key.get(key, ())}
        own = frozenset(paths)
        listed = (self.corrections.all[number] for number in sorted(found))
        return [one for one in listed if any(_belongs(at, document, own) for at in one.anchors)]

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.corrections.all):
            for at in one.anchors:
                for key in {at.file, at.path, *at.paper}:
                    found[key].append(number)
        return found


def as_in_file(document: PlanDocument) -> PlanDocument:
    """The document with its heading as the file says it."""
    return replace(document, head=document.head_in_file, head_as_read=None)


def with_heads(documents: Iterable[PlanDocument], matcher: Matcher) -> list[PlanDocument]:
    """The documents with their headings as people corrected them."""
    listed = list(documents)
    if all(one.what != "paper" for one in matcher.corrections.all):
        return listed
    paths: defaultdict[str, set[str]] = defaultdict(set)
    for document in listed:
        paths[document.sha256].add(document.path)
    return [_with_head(document, matcher, paths[document.sha256]) for document in listed]


def _with_head(document: PlanDocument, matcher: Matcher, paths: Iterable[str]) -> PlanDocument:
    head = document.head_in_file
    bare = as_in_file(document)
    outline = replace(bare, plans=(), tasks=(), changes=(), appointments=(), replacements=(), unread=())
    standing = in_force(head, matcher.hung(outline, paths).get(head, ()))
    if not standing:
        return bare
    said = {one.field: one.value[0] for one in standing}
    return replace(
        bare,
        head_as_read=head,
        head=replace(
            head,
            title=said.get("title", head.title),
            number=said.get("number", head.number),
            issuer=said.get("issuer", head.issuer),
            issued_on=said.get("issued_on", head.issued_on),
        ),
    )


def in_force(statement: Statement, hung: Iterable[Hung]) -> list[Correction]:
    """The corrections that hold on a statement alone, of several on one field or name the one made last."""
    standing: dict[tuple[str, ...], Correction] = {}
    for one in sorted(hung, key=lambda one: (one.correction.made_on, one.correction.id)):
        correction = one.correction
        if still_read(correction, statement):
            name = correction.id if correction.what in {"new_task", "one_task", "two_tasks"} else ""
            refused = name_form(correction.value[0]) if correction.what in {"not_unit", "not_person"} else ""
            standing[correction.what, correction.field, refused, name] = correction
    return sorted(standing.values(), key=lambda one: one.order)


def still_read(correction: Correction, statement: Statement) -> bool:
    """Whether of a statement is still read what a correction puts right."""
    match correction.what:
        case "paper" | "task" | "plan" | "change" | "seat":
            return reading(statement, correction.field) == correction.read
        case "not_unit":
            return name_form(correction.value[0]) in map(name_form, units_of(statement))
        case "not_person":
            return name_form(correction.value[0]) in map(name_form, persons_of(statement))
        case _:
            return True


def reading(statement: Statement, field: str) -> tuple[str, ...]:
    """What was read in a field of a statement: its names, or its one text; () for none."""
    value = getattr(statement, field, ())
    if isinstance(statement, ChangeStatement) and isinstance(value, tuple):
        return tuple(party.name for party in value)
    return value if isinstance(value, tuple) else tuple(filter(None, [value]))


def units_of(statement: Statement) -> tuple[str, ...]:
    """The units that a passage names with a part in something."""
    if isinstance(statement, TaskStatement):
        return (*statement.lead_units, *statement.responsible_units, *statement.supporting_units)
    return (statement.unit,) if isinstance(statement, AppointmentStatement) and statement.unit else ()


def persons_of(statement: Statement) -> tuple[str, ...]:
    """The persons whom a passage names with a part in something."""
    if isinstance(statement, TaskStatement):
        return (*statement.leaders, *statement.lead_leaders)
    return (statement.person,) if isinstance(statement, AppointmentStatement) else ()


def anchor(document: PlanDocument, statement: Statement) -> Anchor:
    """The words of a statement of a file, for a correction to hang on."""
    kind = kind_of(statement)
    alike = _by_words(document, {kind})[kind, tidy(statement.source.quote)]
    named = tuple(sorted(name for name in identities_in_file(document) if not name.startswith("file:")))
    quote = statement.source.quote
    number = alike.index(statement) + 1
    return Anchor(document.path, kind, quote, number, len(alike), document.sha256, named, _heading(document))


def _heading(document: PlanDocument) -> str:
    """Issuer and title as the file says them, "" where it has no title."""
    head = document.head_in_file
    title = words_form(head.title)
    return digest(words_form(head.issuer), title) if title else ""


def _by_words(document: PlanDocument, kinds: Iterable[PassageKind]) -> dict[tuple[PassageKind, str], list[Statement]]:
    """The statements of some kinds by their words, in the order of the file."""
    wanted = frozenset(kinds)
    found: defaultdict[tuple[PassageKind, str], list[Statement]] = defaultdict(list)
    as_read = (document.head_in_file, *statements_of(document)[1:])
    for statement in as_read:
        if (kind := kind_of(statement)) in wanted:
            found[kind, tidy(statement.source.quote)].append(statement)
    return dict(found)


def _belongs(at: Anchor, document: PlanDocument, paths: frozenset[str]) -> bool:
    if at.file == document.sha256:
        return True
    named = identities_in_file(document)
    if one_paper(at.paper, named):
        return True
    both = [{name for name in names if name.startswith("number:")} for names in (at.paper, named)]
    if at.path not in paths or (all(both) and not both[0] & both[1]):
        return False
    return bool(at.heading) and at.heading == _heading(document)
