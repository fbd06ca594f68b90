"""What would steer a terminal is shown and not obeyed."""

import json

import pytest

from api.visible import escaped, one_line, visible

TITLE = "\x1b]0;owned\x07"
"""Sets the title of a window."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (TITLE, "␛]0;owned␇"),
        ("a\rb", "a␍b"),
        ("\x9b31m", "�31m"),
        ("\x7f", "␡"),
        ("县\u202e林\u2066业", "县�林�业"),
        ("\x00", "␀"),
        ("县\t林\n业局", "县\t林\n业局"),
        ("２０２１年𠮷😀", "２０２１年𠮷😀"),
    ],
)
def test_only_what_steers_is_shown_otherwise(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_sentence_stays_one_line() -> None:
    assert one_line("县\t林\n业\r局") == "县␉林␊业␍局"


def test_json_says_the_same_by_escapes() -> None:
    text = TITLE + "\x9b\u202e\x7f县"
    told = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(told) == text
    assert visible(told) == told
