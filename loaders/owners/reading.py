"""Reads the words of one owner label, cell or bracket: which units lead, which are responsible, which support.

A verb of duty gives the role before all else; then, for the responsible, a convention that the document states; then
the label or column.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from graph.statements import Basis, Role
from graph.words.any_of import any_of
from graph.words.fold import fold
from graph.words.pieces import COMMA, cut
from loaders.owners.conventions import Convention, take_note
from loaders.owners.duties import VerbDuty, duties
from loaders.owners.label_words import named_roles
from loaders.owners.name_evidence import evidence
from loaders.owners.owner_words import has_duty_verb, is_all_names
from loaders.owners.person_names import parted
from loaders.owners.unit_lists import ListedName, split_list
from loaders.owners.unit_names import is_unit

__all__ = ["Owners", "has_duty_verb", "is_all_names", "read_owners"]

RoleNames = tuple[Role, list[str]]


@dataclass(frozen=True, slots=True)
class Owners:
    """Units by role, in order, each once a role; `basis` is what gave the roles, `stated` the note among the words.

    Beside units the words may name posts (分管副县长牵头) and persons; `leading` are the persons who lead.
    """

    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    supporting: tuple[str, ...]
    basis: Basis
    stated: Convention | None
    posts: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()


def read_owners(
    words: str, role: Role, *, basis: Basis = "label", convention: Convention | None = None, labelled: bool = True
) -> Owners:
    """The owners in words whose label or column gives `role` by `basis`; a note among them wins over `convention`.

    In words that are not `labelled`, and beside a verb of duty, posts and persons are told from units.
    """
    words, stated = take_note(words)
    rule = stated if stated is not None and stated.party == "units" else convention
    found: list[RoleNames] = []
    bases: list[Basis] = []
    for own_role, text in _stretches(words):
        read, by = _read_stretch(text, own_role or role, basis, None if own_role else rule)
        found += read
        bases.append(by)
    by = next((by for by in bases if by != basis), basis)
    return _owners(found, by, stated) if labelled and by != "verb" else _with_leaders(found, by, stated)


def _stretches(words: str) -> list[tuple[Role | None, str]]:
    """The words before the first label inside them (牵头：县水利局；配合：…), and those behind each with its role."""
    folded = fold(words)
    labels = list(_label().finditer(folded)) if ":" in folded else []
    if not labels:
        return [(None, words)]
    ends = [match.start() for match in labels[1:]] + [len(words)]
    stretches: list[tuple[Role | None, str]] = [(None, words[: labels[0].start()])]
    stretches += [
        (named_roles()[match.group(1)], words[match.end() : end]) for match, end in zip(labels, ends, strict=True)
    ]
    return stretches


def _read_stretch(words: str, role: Role, basis: Basis, rule: Convention | None) -> tuple[list[RoleNames], Basis]:
    """The names by role, and what gave the role."""
    clauses = [piece.text for piece in cut(words, frozenset(";")) if piece.text.strip()]
    read = [duties(clause) for clause in clauses]
    if any(duty.role is not None for clause in read for duty in clause):
        return [(duty.role or role, _names(duty)) for clause in read for duty in clause if not duty.aside], "verb"
    parts = [part for index, clause in enumerate(clauses) for part in _listed(clause, first=index == 0)]
    if any(_role_behind(part.name) for part in parts):
        return [(_role_behind(part.name) or role, [without_role(part.name)]) for part in parts], "verb"
    if rule is not None and rule.party == "units" and role == "responsible":
        leading = _leading(parts, rule)
        rest = [part.name for part in parts[leading:]]
        return [("lead", [part.name for part in parts[:leading]]), (rule.others, rest)], "stated"
    return [(role, [part.name for part in parts])], basis


def _role_behind(name: str) -> Role | None:
    """The role in the bracket behind a name (县水利局（牵头）), None where it holds something else."""
    bare = without_role(name)
    return named_roles()[fold(name)[len(bare) + 1 : -1]] if len(bare) < len(name) else None


def without_role(name: str) -> str:
    """The name without a bracket behind it that holds a role and nothing else."""
    folded = fold(name)
    opening = folded.rfind("(") if folded.endswith(")") else 0
    holds_role = opening > 0 and folded[opening + 1 : -1] in named_roles()
    return name[:opening] if holds_role else name


@cache
def _label() -> re.Pattern[str]:
    words = any_of(named_roles())
    return re.compile(rf"({words})\s{{0,3}}:")


def _names(duty: VerbDuty) -> list[str]:
    """The names of a stretch; without a verb behind it only what surely is one (时间视天气另定 is none)."""
    names = [part.name for part in split_list(duty.names)]
    sure_only = duty.sure_only or duty.role is None
    return [name for name in names if is_unit(name)] if sure_only else names


def _listed(clause: str, *, first: bool) -> list[ListedName]:
    """The parts of a clause; behind a semicolon words count only where all of them are names."""
    parts = list(split_list(clause))
    if first or all(is_unit(part.name) for part in parts):
        return parts
    return []


def _leading(parts: list[ListedName], rule: Convention) -> int:
    """How many parts lead: those before the first comma, or the first; a unit that stands alone leads."""
    if len(parts) == 1 or (parts and rule.rule == "first"):
        return 1
    return next((index for index, part in enumerate(parts) if part.separator == COMMA), 0)


def _owners(found: Iterable[RoleNames], basis: Basis, stated: Convention | None) -> Owners:
    units: dict[Role, dict[str, None]] = {"lead": {}, "responsible": {}, "supporting": {}}
    for role, names in found:
        units[role].update(dict.fromkeys(names))
    return Owners(tuple(units["lead"]), tuple(units["responsible"]), tuple(units["supporting"]), basis, stated)


def _with_leaders(found: Iterable[RoleNames], basis: Basis, stated: Convention | None) -> Owners:
    """The owners with posts and persons told from units."""
    units: list[RoleNames] = []
    posts: dict[str, None] = {}
    persons: dict[str, Role] = {}
    for role, names in found:
        kinds = {name: evidence(name) for name in names}
        posts |= dict.fromkeys(name for name in names if kinds[name] == "post")
        persons = {parted(name): role for name in names if kinds[name] == "person"} | persons
        units.append((role, [name for name in names if kinds[name] not in ("post", "person", "date", "clause")]))
    leading = tuple(name for name, role in persons.items() if role == "lead")
    return replace(_owners(units, basis, stated), posts=tuple(posts), persons=tuple(persons), leading=leading)
