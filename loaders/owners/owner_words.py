"""Weighs whether bracketed words are an owner bracket: by verbs of duty, by names, by what else the plan does.

    bracket = duties note? (; more)? (。 prose)?        县水利局牵头，各水厂落实。经费另行安排
    bracket = names note?                               县水利局、县林业局（at the end of an item）

With a phrase of duty it is one where one part surely is a unit, a group or a post: then every part is an owner
(各水厂, 海关), unless it tells a clause or a slogan. Where no part is sure, it is one where the parts look like names
and have two roles (县应急牵头，县水务配合), or where other items of the plan end in owner brackets and the verb means
nothing else (牵头, 负责) or a part looks like a name; so are names without a phrase, those of which none is sure where
another owner bracket names one of them (高一年级组). What is refused keeps the part.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from graph.words.fold import fold
from graph.words.levels import level_of
from graph.words.pieces import cut
from loaders.owners.circles import has_circle
from loaders.owners.conventions import take_note
from loaders.owners.duties import VerbDuty, duties, duty_names
from loaders.owners.duty_phrases import without_leading
from loaders.owners.name_evidence import Evidence, begins_as_explanation, evidence, is_owner, looks_like_unit
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import is_unit
from loaders.vocabulary.unit_lists import unit_list_words

Proof = Literal["duty", "duty beside others", "names beside others", "names of others", "none"]

LONGEST_LIST = 600
"""Characters of names by one phrase of duty; all owners of one task have 77 at most in seeds and corpus."""


class OwnerProof(NamedTuple):
    """What proves an owner bracket; "beside others" holds only where other items of the plan end in owner brackets.

    `refused` is the part for which words with a phrase of duty (`with_duty`) or with names are none, "" where nothing
    speaks for them.
    """

    by: Proof
    refused: str = ""
    with_duty: bool = False


def proof_of(words: str, *, names_count: bool = True) -> OwnerProof:
    """What proves that bracketed words without a label name owners; nothing for names without a phrase of duty where
    those do not count.
    """
    names, _ = take_note(words)
    clauses = [piece.text for piece in cut(names, frozenset(";"))]
    first = clauses[1] if len(clauses) > 1 and is_all_names(clauses[0]) else clauses[0]
    if len(first) > LONGEST_LIST:
        return OwnerProof("none")
    parts = duties(first)
    if any(part.role for part in parts):
        return _of_duties(parts)
    return _of_names(names) if names_count else OwnerProof("none")


def has_duty_verb(words: str) -> bool:
    """Whether words without a label surely are names and verbs of duty (县水利局牵头，县林业局配合)."""
    return proof_of(words).by == "duty"


def is_all_names(words: str) -> bool:
    """Whether words hold nothing but names of bodies or groups; bare levels (街道) only explain."""
    if begins_as_explanation(words) or any(sign in words for sign in "：:。"):
        return False
    names = [part.name for part in split_list(words)]
    if any(word in name for name in names for word in unit_list_words().sentence.words):
        return False
    return bool(names) and all(is_unit(name) for name in names) and any(map(is_owner, names))


def may_be_names(words: str) -> bool:
    """Whether words may be names where their place says so (责任单位海关): every part ends as names of bodies do."""
    found = [(part.name, evidence(part.name)) for part in split_list(words)]
    return bool(found) and all(kind == "unit" or (kind == "unknown" and looks_like_unit(name)) for name, kind in found)


def _of_duties(parts: list[VerbDuty]) -> OwnerProof:
    """Names with phrases of duty: refused for the first part that tells a clause or a slogan."""
    words = parts[0].names
    slogan = next((piece for duty in parts if duty.role for piece in _slogans(duty.names)), "")
    if slogan or begins_as_explanation(words):
        return OwnerProof("none", slogan or words, with_duty=True)
    led = [duty for duty in parts if duty.role is not None and not duty.sure_only]
    kinds: dict[str, Evidence] = {
        name: evidence(name, circled=has_circle(duty.names)) for duty in led for name in duty_names([duty])
    }
    refused = next((name for name, kind in kinds.items() if kind == "none"), "")
    behind = [part.name for duty in parts if duty.role is None and not duty.aside for part in split_list(duty.names)]
    clause = next((name for name in (*kinds, *behind) if kinds.get(name, evidence(name)) == "clause"), "")
    sure = any(kind in ("unit", "post") for kind in kinds.values())
    if refused or (clause and not sure):
        return OwnerProof("none", refused or clause, with_duty=True)
    return OwnerProof("duty") if sure else _of_unknown(parts, kinds)


def _of_unknown(parts: list[VerbDuty], kinds: Mapping[str, Evidence]) -> OwnerProof:
    """Names none of which is sure: told by two roles, by a verb that means nothing else, or by how they end."""
    unknown = [name for name, kind in kinds.items() if kind in ("unknown", "person")]
    if len({duty.role for duty in parts} - {None}) > 1 and all(map(looks_like_unit, unknown)):
        return OwnerProof("duty")
    if unknown and (any(duty.sure_verb for duty in parts) or any(map(looks_like_unit, unknown))):
        return OwnerProof("duty beside others", unknown[0])
    return OwnerProof("none", unknown[0] if unknown else "", with_duty=True)


def _of_names(words: str) -> OwnerProof:
    """Names alone: one at least surely an owner, the others as far as they end as names do."""
    folded = fold(words)
    if any(sign in folded for sign in ":。;") or begins_as_explanation(words):
        return OwnerProof("none")
    parts = split_list(words)
    kinds = [(part.name, evidence(part.name)) for part in parts]
    if not any(is_owner(part.name) for part in parts):
        unknown = bool(parts) and all(kind == "unknown" and looks_like_unit(name) for name, kind in kinds)
        bodies = all(kind in ("unit", "post", "clause") for _, kind in kinds)
        clause = next((name for name, kind in kinds if kind == "clause" and bodies), "")
        towns = len(parts) > 1 and all(level_of(part.name) == "town" for part in parts)
        return OwnerProof("names of others", words) if unknown else OwnerProof("none", words if towns else clause)
    refused = next(
        (
            name
            for name, kind in kinds
            if kind in ("none", "clause") or (kind == "unknown" and not looks_like_unit(name))
        ),
        "",
    )
    return OwnerProof("none", refused) if refused else OwnerProof("names beside others")


def _slogans(names: str) -> list[str]:
    pieces = (without_leading(piece.text).strip() for piece in cut(names))
    return [piece for piece in pieces if fold(piece) in unit_list_words().slogans.by_word]
