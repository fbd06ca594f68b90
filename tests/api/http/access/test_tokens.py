"""The file of tokens: what it may hold, that it tells no secret, and that it is read again when it changes."""

from pathlib import Path

import pytest

from api.http.access.tokens import Reading, Tokens, read_token_file
from graph.errors import UsageError
from tests.api.http.access.conftest import SECRETS, tokens

GOOD = '[[token]]\nname = "甲"\nrole = "decide"\ntoken = "0123456789abcdef"\n'


def rewrite(path: Path, text: str) -> None:
    """Other bytes at a path, as an editor leaves them."""
    aside = path.with_name("aside")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x", "no TOML"),
        ("token = 1", r"\[\[token\]\] tables"),
        (GOOD.replace('role = "decide"\n', ""), "Token 1 in .* needs name, role and token"),
        (GOOD + "more = 1\n", "Token 1 in .* needs name, role and token"),
        (GOOD.replace('"0123456789abcdef"', "1"), "Token 1 in .* needs name, role and token"),
        (GOOD.replace("decide", "write"), "role must be one of read, decide, load"),
        (GOOD.replace("0123456789abcdef", "0123456789abcde"), "fewer than 16 characters"),
        (GOOD.replace("甲", " "), "name must be a visible text"),
        (GOOD.replace("甲", "甲" * 41), "name must be a visible text"),
        (GOOD.replace("甲", "\\u200b"), "name must be a visible text"),
        ('reading = "all"\n' + GOOD, "reading = one of open, signed"),
        ("reeding = 1\n" + GOOD, "reading = one of open, signed"),
        (GOOD + GOOD, "Two tokens in .* are the same"),
    ],
)
def test_what_is_no_file_of_tokens_is_refused_in_a_sentence_that_tells_no_token(
    tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "t.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told) as refused:
        Tokens("", path)
    assert "0123456789" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        Tokens("", tmp_path / "t.toml")


def test_each_role_may_do_what_those_before_it_may(tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text(tokens("read", "decide", "load"), encoding="utf-8")
    allowed = [[one.allows(role) for role in ("read", "decide", "load")] for one in read_token_file(path).tokens]
    assert allowed == [[True, False, False], [True, True, False], [True, True, True]]


def test_the_token_of_the_settings_counts_beside_those_of_the_file(file: Path) -> None:
    known = Tokens("the token of the settings", file)
    assert [known.holding(one) is not None for one in ("the token of the settings", SECRETS["load"], "", "x" * 16)] == [
        True,
        True,
        False,
        False,
    ]


def test_a_token_that_is_taken_out_of_the_file_counts_no_more(file: Path) -> None:
    known = Tokens("", file)
    assert known.holding(SECRETS["decide"]) is not None
    rewrite(file, tokens("load"))
    assert known.holding(SECRETS["decide"]) is None
    assert known.holding(SECRETS["load"]) is not None


def test_while_the_file_is_broken_none_of_it_counts_and_reading_stays_as_it_was(file: Path) -> None:
    rewrite(file, tokens("read", "load"))
    known = Tokens("", file)
    assert known.limit_reading
    rewrite(file, "[[token]")
    assert (known.holding(SECRETS["load"]), known.limit_reading) == (None, True)
    assert known.fault is not None
    file.unlink()
    assert (known.holding(SECRETS["load"]), known.limit_reading) == (None, True)
    rewrite(file, tokens("load"))
    assert known.holding(SECRETS["load"]) is not None
    assert known.limit_reading


READ_ONE, SIGNED, OPEN = tokens("read", "load"), 'reading = "signed"\n', 'reading = "open"\n'


@pytest.mark.parametrize(
    ("texts", "setting", "limited"),
    [
        ([tokens("load"), READ_ONE, tokens("load"), ""], "", [False, True, True, True]),
        ([SIGNED + tokens("load"), tokens("load")], "", [True, True]),
        ([SIGNED, OPEN + READ_ONE], "", [True, True]),
        ([OPEN + READ_ONE, SIGNED + READ_ONE, OPEN], "", [False, True, True]),
        ([tokens("load"), OPEN + READ_ONE], "signed", [True, True]),
        ([READ_ONE, SIGNED], "open", [False, True]),
    ],
)
def test_to_take_tokens_away_never_opens_what_was_closed(
    file: Path, texts: list[str], setting: Reading, limited: list[bool]
) -> None:
    rewrite(file, texts[0])
    known = Tokens("", file, setting)
    found = [known.limit_reading]
    for text in texts[1:]:
        rewrite(file, text)
        found.append(known.limit_reading)
    assert found == limited


def test_who_must_sign_in_to_read_needs_something_to_sign_in_with() -> None:
    with pytest.raises(UsageError, match="no token to sign in with"):
        Tokens("", None, "signed")
    assert Tokens("a token of the settings", None, "signed").limit_reading
