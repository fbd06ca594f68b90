"""Which readers these are: a digest of all that decides what is read from a file, by which a store knows whether what
it holds of a file was read by others.
"""

from functools import cache
from importlib.resources import files

from graph.digests import digest_of, texts_of

FROM_GRAPH = ("statements.py", "vocabulary", "words")
"""What the readers use of `graph`: the statements that they make, how words are written, and words of names."""


@cache
def readers_digest() -> str:
    """The digest of the readers of this program: of all code and tables of `loaders`, and what they use of `graph`."""
    loaders = files("loaders")
    own = texts_of(loaders, (entry.name for entry in loaders.iterdir()))
    return digest_of((*own, *((f"graph/{name}", text) for name, text in texts_of(files("graph"), FROM_GRAPH))))
