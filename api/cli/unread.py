"""What was not read of a file, for a terminal: headings, below each the reasons with their number and first lines."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from api.ask.unread_groups import UnreadGroup, UnreadPassage, folded, headings_in
from api.settings import Language
from graph.errors import FileRefusedError
from graph.messages.sentences import reason_words, say
from loaders.extract import read_document
from loaders.read import read
from loaders.registers.table import read_register, register_in
from loaders.text import Paragraph
from queries.differences import cited

_FIRST = 3  # passages of a group that are shown
_LONGEST = 60  # characters of a passage that are shown


def unread_of(path: Path) -> list[UnreadGroup]:
    """What was not read of a file, by heading and reason. Raises FileRefusedError for what cannot be read."""
    paragraphs: list[tuple[int, str]] = []
    try:
        document = read_register(path)
        if document is None:
            text = read(path)
            document = register_in(text) or read_document(text)
            paragraphs = [(one.words.start, one.words.text) for one in text.blocks if isinstance(one, Paragraph)]
    except FileRefusedError as error:
        raise error if error.key == "file.named" else FileRefusedError.at(path, error.message) from error
    passages = [
        UnreadPassage(
            one.source.start or 0,
            one.source.line or 0,
            one.source.quote,
            one.reason,
            one.reason_values,
            place=cited(one.source, "").removeprefix(":"),
        )
        for one in document.unread
    ]
    return folded(passages, headings_in(paragraphs))


def folded_words(lang: Language, path: str, groups: Sequence[UnreadGroup]) -> str:
    """The groups as lines, indented below their headings."""
    number = sum(len(group.passages) for group in groups)
    if not number:
        return say(lang, "unread_list.none", path=path) + "\n"
    lines = [say(lang, "unread_list.file", path=path, number=number)]
    for heading, below in groupby(groups, key=lambda group: group.heading):
        own = list(below)
        shown = heading or say(lang, "unread_list.top")
        below_it = sum(len(group.passages) for group in own)
        lines.append("  " + say(lang, "unread_list.heading", heading=shown, number=below_it))
        for group in own:
            why = reason_words(lang, group.code, group.values)
            lines.append("    " + say(lang, "unread_list.group", number=len(group.passages), reason=why))
            lines += ["      " + _line(lang, one) for one in group.passages[:_FIRST]]
            if len(group.passages) > _FIRST:
                lines.append("      " + say(lang, "unread_list.more", number=len(group.passages) - _FIRST))
    return "\n".join(lines) + "\n"


def rows_of(path: str, group: UnreadGroup) -> list[dict[str, object]]:
    """The passages of a group as flat rows."""
    return [
        {
            "path": path,
            "line": one.line or None,
            "place": one.place,
            "heading": group.heading,
            "reason": one.code,
            "quote": one.words,
        }
        for one in group.passages
    ]


def _line(lang: Language, one: UnreadPassage) -> str:
    words = " ".join(one.words.split())
    shown = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
    if one.line:
        return say(lang, "unread_list.line", line=one.line, words=shown)
    return say(lang, "unread_list.at", place=one.place, words=shown) if one.place else shown
