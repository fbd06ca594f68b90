"""Markdown made to choke a parser is read, in time that grows with its length."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.text import Paragraph, Text, Words

pytestmark = pytest.mark.slow

SIGNS = 40_000
MOST_SECONDS = 20.0
"""Ten times what the slowest takes; a reading whose time grows with the square takes minutes."""

HOSTILE = {
    "a table of ten thousand columns": "|" + "列|" * 10_000 + "\n|" + "---|" * 10_000 + "\n|" + "值|" * 10_000 + "\n",
    "short rows under ten thousand columns": "|" + "列|" * 10_000 + "\n|" + "---|" * 10_000 + "\n" + "|值|\n" * 5_000,
    "many rows": "|任务|牵头单位|\n|---|---|\n" + "|修渠|水利局|\n" * (SIGNS // 10),
    "quotes within quotes": "> " * SIGNS + "修渠\n",
    "deep quotes on many lines": (">" * 200 + " 修渠\n\n") * (SIGNS // 200),
    "lists within lists": "".join("  " * level + "- 修渠\n" for level in range(200)),
    "numbers within numbers": "1. " * SIGNS + "修渠\n",
    "stars": "*" * SIGNS + "修",
    "marks that open and never close": ("**修 " * 4_000 + "\n\n") * (SIGNS // 16_000),
    "marks that cross": ("*修_渠" * 3_000 + "\n\n") * (SIGNS // 12_000),
    "brackets": ("[" * 15_000 + "\n\n") * (SIGNS // 15_000),
    "pictures": ("![修" * 4_000 + "\n\n") * (SIGNS // 12_000),
    "links": ("[修](x" * 3_000 + "\n\n") * (SIGNS // 15_000),
    "ticks": "".join("`" * (run % 60 + 1) + "修" for run in range(SIGNS // 30)),
    "comments that never end": "<!-- 修渠\n\n" * (SIGNS // 10),
    "scripts that never end": "<script>\n修渠\n\n" * (SIGNS // 12),
    "fences": "```\n" * (SIGNS // 4) + "修渠\n",
    "backslashes": ("\\" * 15_000 + "\n\n") * (SIGNS // 15_000),
    "one line": "修" * SIGNS,
    "lines without an empty one": "修渠\n" * (SIGNS // 3),
}


@pytest.mark.parametrize("characters", HOSTILE.values(), ids=HOSTILE)
def test_it_is_read_in_time(characters: str) -> None:
    begin = process_time()
    text = read_bytes(characters.encode(), "plan.md")
    document = read_document(text)
    assert process_time() - begin < MOST_SECONDS
    assert text.blocks
    sources = [one.source for one in document.tasks] + [one.source for one in document.unread]
    assert all(source.quote == text.characters[source.start : source.end] for source in sources)


PIECES = [
    *'修渠：。 |-*_`~[]()<>!#>\\&"',
    "责任单位：",
    "1. ",
    "- ",
    "\n",
    "\n\n",
    "\r\n",
    "    ",
    "\t",
    "---\n",
    "|---|---|\n",
]
PIECES += [
    "**",
    "~~",
    "<br>",
    "<!--",
    "-->",
    "&amp;",
    "&#31859;",
    "```",
    "[修](x)",
    "\u200b",
    "　",
    "\f",
    "<div>",
    "年",
    "20",
]
STANDS_FOR = {"&", "\n", "\r"}
"""Signs in the file at which another sign may stand in the words: an entity, the end of a line."""


def words_in(text: Text) -> list[Words]:
    """The words of all paragraphs and cells."""
    found: list[Words] = []
    for block in text.blocks:
        if isinstance(block, Paragraph):
            found.append(block.words)
        else:
            rows = (*block.header_rows, *block.rows)
            found += [words for row in rows for cell in row.cells for words in cell.paragraphs]
    return found


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_whatever_marks_stand_together_words_stand_at_their_places(characters: str) -> None:
    try:
        text = read_bytes(characters.encode(), "plan.md")
    except FileRefusedError:
        return
    for words in words_in(text):
        for at, sign in enumerate(words.text):
            there = characters[words.at(at)]
            assert sign == there or there in STANDS_FOR, (words, at)
    for block in text.blocks:
        if not isinstance(block, Paragraph):
            for row in (*block.header_rows, *block.rows):
                assert 0 <= row.start < row.end <= len(characters)
    read_document(text)
