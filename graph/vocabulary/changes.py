"""Words by which the name of a road or a project tells of a change of villages that is stated elsewhere."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, read_table


class ProjectWords(NamedTuple):
    """All rows of changes.toml."""

    further_sources: Listed


@cache
def project_words() -> ProjectWords:
    """The words of changes.toml, read once."""
    return read_table(ProjectWords)
