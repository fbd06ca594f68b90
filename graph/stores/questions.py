"""What a text must look like to be asked at all, on every engine; the engine sees to it that it only reads.

What a text would do is decided on its code alone, without comments, strings and quoted names. These are cut out only
where both engines see their ends at the same place; a text that they might cut differently is refused.
"""

import re

from graph.errors import UsageError

_COMMENT = r"/\*(?:[^*\\]|\*[^*/\\])*\*/|//[^\n\r\\]*\r?(?:\n|\Z)"
"""Neither with a backslash, by which a server writes any sign, nor with ** before the end, which Ladybug reads on."""
_STRING = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_NAME = r"`[^`\\]*`"
_NO_CODE = re.compile(rf"(?P<comment>{_COMMENT})|{_STRING}|{_NAME}", re.DOTALL)
_TORN = re.compile(r"['\"`\\]|/\*|//")
"""What is in no code: the beginning of something that does not end, or a backslash."""
_BEGINNING = re.compile(r"\s*(MATCH|OPTIONAL|UNWIND|WITH|RETURN|CALL)\b", re.IGNORECASE)


def code_of(text: str) -> str:
    """A text without what its comments, strings and quoted names hold: a comment is a blank, a string or name ''.

    Raises UsageError where one of them has no end, or where the engines differ over where it is.
    """
    code = _NO_CODE.sub(lambda found: " " if found["comment"] else "''", text)
    if _TORN.search(code.replace("''", "")):
        raise UsageError("query.torn")
    return code


def begins_as_question(code: str) -> bool:
    """Whether the code of a text begins as a question does."""
    return bool(_BEGINNING.match(code))


def no_question() -> UsageError:
    """The error for a text that would do anything but ask."""
    return UsageError("query.only_questions")
