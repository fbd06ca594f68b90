"""Reads the words of one owner label, cell or bracket: which units lead, which are responsible, which support.

A verb of duty gives the role before all else; then, for the responsible, a convention that the document states; then
the label or column.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.statements import Basis, Role
from loaders.conventions import Convention, take_note
from loaders.duty_verbs import duties, has_duty_verb, is_all_names
from loaders.pieces import COMMA, cut
from loaders.unit_lists import Part, split_list
from loaders.unit_names import is_body, is_group

__all__ = ["Owners", "has_duty_verb", "is_all_names", "read_owners"]


@dataclass(frozen=True, slots=True)
class Owners:
    """Units by role, in order, each once a role; `basis` is what gave the roles, `stated` the note among the words."""

    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    supporting: tuple[str, ...]
    basis: Basis
    stated: Convention | None


def read_owners(words: str, role: Role, *, basis: Basis = "label", convention: Convention | None = None) -> Owners:
    """The owners in words whose label or column gives `role` by `basis`; a note among the words wins over `convention`."""
    words, stated = take_note(words)
    clauses = [piece.text for piece in cut(words, frozenset(";")) if piece.text.strip()]
    read = [duties(clause) for clause in clauses]
    by_verb = any(duty.role is not None for clause in read for duty in clause)
    if by_verb:
        named = [(duty.role or role, duty.names, duty.role) for clause in read for duty in clause]
        found = [(given, _names(names, verb is not None)) for given, names, verb in named]
        return _owners(found, "verb", stated)
    parts = [part for index, clause in enumerate(clauses) for part in _listed(clause, first=index == 0)]
    rule = stated if stated is not None and stated.party == "units" else convention
    if rule is not None and rule.party == "units" and role == "responsible":
        leading = _leading(parts, rule)
        rest = [part.name for part in parts[leading:]]
        return _owners([("lead", [part.name for part in parts[:leading]]), (rule.others, rest)], "stated", stated)
    return _owners([(role, [part.name for part in parts])], basis, stated)


def _names(words: str, by_verb: bool) -> list[str]:
    """The names of a stretch; behind the last verb only what surely is one (时间视天气另定 is none)."""
    names = [part.name for part in split_list(words)]
    return names if by_verb else [name for name in names if is_body(name) or is_group(name)]


def _listed(clause: str, *, first: bool) -> list[Part]:
    """The parts of a clause; behind a semicolon words count only where all of them are names."""
    parts = list(split_list(clause))
    if first or all(is_body(part.name) or is_group(part.name) for part in parts):
        return parts
    return []


def _leading(parts: list[Part], rule: Convention) -> int:
    """How many parts lead: those before the first comma, or the first; a unit that stands alone leads."""
    if len(parts) == 1 or (parts and rule.rule == "first"):
        return 1
    return next((index for index, part in enumerate(parts) if part.separator == COMMA), 0)


def _owners(found: Iterable[tuple[Role, list[str]]], basis: Basis, stated: Convention | None) -> Owners:
    units: dict[Role, dict[str, None]] = {"lead": {}, "responsible": {}, "supporting": {}}
    for role, names in found:
        units[role].update(dict.fromkeys(names))
    return Owners(tuple(units["lead"]), tuple(units["responsible"]), tuple(units["supporting"]), basis, stated)
