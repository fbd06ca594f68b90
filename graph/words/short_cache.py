"""A cache of what was made of short texts: names and cells come again and again, and long texts do not. So however long
the texts of a paper are, what is kept of them stays small.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from inspect import signature
from typing import Concatenate, ParamSpec, TypeVar, cast

LONGEST = 200
"""Characters of a text whose answer is kept: names have 60 at the most, and cells of owners are rarely longer."""

Text = TypeVar("Text", bound=str)
More = ParamSpec("More")
Made = TypeVar("Made")


def short_cache(
    most: int,
) -> Callable[[Callable[Concatenate[Text, More], Made]], Callable[Concatenate[Text, More], Made]]:
    """Keep the last `most` answers of a function of a text, where that is short."""

    def decorate(make: Callable[Concatenate[Text, More], Made]) -> Callable[Concatenate[Text, More], Made]:
        kept = cast("Callable[Concatenate[Text, More], Made]", lru_cache(most)(make))

        @wraps(make)
        def made(text: Text, /, *more: More.args, **named: More.kwargs) -> Made:
            """What is kept, or made anew."""
            return (kept if len(text) <= LONGEST else make)(text, *more, **named)

        @wraps(make)
        def made_of_text(text: Text, /) -> Made:
            """The same for a function of the text alone, which is called without packing other arguments."""
            return of_text(text) if len(text) <= LONGEST else make_of_text(text)

        of_text, make_of_text = cast("Callable[[Text], Made]", kept), cast("Callable[[Text], Made]", make)
        alone = len(signature(make).parameters) == 1
        return cast("Callable[Concatenate[Text, More], Made]", made_of_text) if alone else made

    return decorate
