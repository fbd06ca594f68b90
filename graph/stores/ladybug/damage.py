"""Which errors of the embedded engine mean that the bytes of a store are damaged, as tried with Ladybug 0.22 on stores
whose pages were zeroed, filled with random bytes, or had one bit flipped.
"""

import re

from graph.errors import StoreError

DAMAGE = (RuntimeError, UnicodeDecodeError)
"""What the engine raises where it meets damaged pages; a RuntimeError may mean other things too."""
_WORDS = re.compile(
    r"The database (?:file )?(?:may be|is) corrupted|(?:file is|has been) corrupted|Storage exception|Assertion failed"
)
"""Words of its errors that say so, of those that it has at all (Ladybug 0.22)."""


def damage(where: str, error: Exception) -> StoreError | None:
    """The error for a damaged store where an error of the engine means that, None where it means something else."""
    if isinstance(error, RuntimeError) and not _WORDS.search(str(error)):
        return None
    return StoreError("store.damaged", store=where, reason=str(error).strip().partition("\n")[0])
