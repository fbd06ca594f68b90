"""What a text must look like to be asked at all, on every engine; the engine sees to it that it only reads."""

import re

from graph.errors import UsageError

_BLANK = r"(?:\s|//[^\n]*\n|/\*.*?\*/)*"
_SETTING = rf"(?!{_BLANK}\w+{_BLANK}=)"
"""What must not follow CALL, by which the embedded engine also changes its settings (CALL threads=1)."""
_QUESTION = re.compile(rf"{_BLANK}(MATCH|OPTIONAL|UNWIND|WITH|RETURN|CALL{_SETTING})\b", re.IGNORECASE | re.DOTALL)


def begins_as_question(text: str) -> bool:
    """Whether a text begins as a question does, blanks and comments aside."""
    return bool(_QUESTION.match(text))


def no_question() -> UsageError:
    """The error for a text that would do anything but ask."""
    return UsageError("Only questions can be asked: a query begins with MATCH, UNWIND, WITH, CALL or RETURN.")
