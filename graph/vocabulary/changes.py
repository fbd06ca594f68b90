"""Words by which the name of a road or a project tells of a change of villages that is stated elsewhere."""

from dataclasses import dataclass
from functools import cache

from graph.vocabulary.rows import Listed, read_table


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """All rows of changes.toml."""

    further_sources: Listed


@cache
def project_words() -> ProjectWords:
    """The words of changes.toml, read once."""
    return read_table(ProjectWords)
