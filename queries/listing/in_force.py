"""Which editions and papers count: those that stand now, with what was replaced, or those that stood on a day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PapersInForce:
    """Tasks of what was replaced are left out, unless all are wanted (`replaced`) or those of what had been issued by a
    day and not yet replaced then (`as_of`, ISO, "" for none).
    """

    replaced: bool = False
    as_of: str = ""

    def holds(self, issued_on: str, *, replaced: bool, replaced_on: str) -> bool:
        """Whether what was issued on a day counts, and was or was not replaced, on another."""
        if not self.as_of:
            return self.replaced or not replaced
        return issued_on <= self.as_of and (not replaced or replaced_on > self.as_of)


NOW = PapersInForce()
"""What stands now."""
