"""How much effort a run of the tests makes: on how many examples a property is tried.

`make test` tries each property on as many as it says; `make quick` (`--hypothesis-profile=quick`) on `FEW`.
"""

from hypothesis import settings

QUICK = "quick"
FEW = 10
"""Examples of a property in a quick run: enough to see that it is broken outright, too few to trust it."""


def register_profiles() -> None:
    """Make the quick profile known, before any test is read."""
    settings.register_profile(QUICK, max_examples=FEW)


def examples(usual: int) -> int:
    """The number of examples of a property that is usually tried on so many, in this run."""
    return min(usual, FEW) if settings.get_current_profile_name() == QUICK else usual
