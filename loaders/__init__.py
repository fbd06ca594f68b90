"""Readers of files: from bytes to text with places, from text to statements. They know no store.

Public names: `read` gives the text of a file with its places, `extract` all that the file says.
"""

from loaders.extract import extract
from loaders.read import read

__all__ = ["extract", "read"]
