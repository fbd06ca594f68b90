"""Versions of a paper to be laid beside each other: what some files of it say together, edition by edition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.decisions.decisions import Decisions
from graph.derive.corpus import corpus_of
from graph.derive.history import history_of
from graph.papers.differences import PaperVersion
from graph.papers.editions import Edition
from graph.statements import PlanDocument
from queries.differences import DifferenceRow, difference_rows


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A version with what it is called, the paths under which its passages are cited, by their ids, and the editions
    and files that it is made of.
    """

    name: str
    version: PaperVersion
    paths: Mapping[str, str]
    editions: tuple[Edition, ...]
    files: tuple[str, ...]
    issued_on: str


def changes(old: NamedVersion, new: NamedVersion) -> list[DifferenceRow]:
    """The changes from one version to another."""
    return difference_rows(old.version, new.version, {**old.paths, **new.paths})


def what_stands(documents: Sequence[PlanDocument], decisions: Decisions, name: str = "") -> NamedVersion:
    """What stands of the one paper of some files, or of one file alone."""
    return versions_of(documents, decisions, name)[0]


def versions_of(documents: Sequence[PlanDocument], decisions: Decisions, name: str = "") -> list[NamedVersion]:
    """What stands of the one paper of some files, then each edition that was replaced, the latest first; each is called
    by `name`, else by its first file.
    """
    corpus = corpus_of(documents, decisions)
    (one,) = history_of(corpus).papers
    copies = one.paper.copies
    paths = {passage: copy.paths[0] for copy in copies for passage in corpus.passages[copy.document.sha256].values()}
    found = []
    for layer in one.layers:
        editions = tuple(one.editions[number] for number in layer.editions)
        files = tuple(path for edition in editions for copy in edition.copies for path in copies[copy].paths)
        days = [copies[copy].document.head.issued_on for copy in editions[0].copies]
        found.append(
            NamedVersion(name or files[0], one.version(layer), paths, editions, files, next(filter(None, days), ""))
        )
    return found
