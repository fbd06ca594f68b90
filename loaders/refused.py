"""Candidates that were refused: words that a reader took for an owner bracket, a label or a row and then did not read.

A reader hands them up beside what it read, so that `loaders.extract` tells them as unread with the part for which each
was refused.
"""

from dataclasses import dataclass

from graph.messages.message import Message, message, plain
from graph.statements import UnreadStatement
from loaders.text import Text, Words


@dataclass(frozen=True, slots=True)
class RefusedCandidate:
    """Words that were a candidate, and why they are none: a message of the subject `unread`."""

    words: Words
    reason: Message

    @classmethod
    def for_part(cls, words: Words, reason: str, part: str) -> "RefusedCandidate":
        """A candidate refused for a part of its words; `reason` is the row of the table."""
        return cls(words, message(f"unread.{reason}", part="".join(part.split())))

    def told(self, text: Text) -> UnreadStatement:
        """The candidate as an unread passage."""
        source = text.source(self.words.start, self.words.end)
        return UnreadStatement(self.reason.key, source, plain(self.reason))
