"""Corrections of a file are taken as this program would have made them, whatever the file believes."""

import pytest

from api.ask.corrections.imported_corrections import from_elsewhere
from graph.corrections.corrections import Anchor, Correction
from graph.corrections.rows import checked
from graph.errors import UsageError
from graph.statements import Due

AT = Anchor("方案.txt", "task", "清产核资", 1, 1, "ab" * 32)
HEAD = Anchor("方案.txt", "document", "关于印发方案的通知", 1, 1, "ab" * 32)


def due_text(words: str, *days: str) -> Correction:
    """That a deadline is in these words, which come to these days."""
    dues = tuple(Due("point", words, on=day, precision="day") for day in days)
    return Correction("task", AT, "due_text", (words,), ("2021年10月",), dues)


@pytest.mark.parametrize(
    ("words", "told", "days"),
    [
        ("2021年11月底前", ("2031-01-01",), ["2021-11-30"]),
        ("2021年11月底前", (), ["2021-11-30"]),
        ("11月底前", ("2022-05-05",), ["2022-11-30"]),
        ("", ("2022-05-05",), []),
    ],
)
def test_days_are_read_again_from_their_words(words: str, told: tuple[str, ...], days: list[str]) -> None:
    assert [due.on for due in from_elsewhere(due_text(words, *told)).dues] == days
    new = Correction(
        "new_task", AT, parts=(("title", ("办理",)), ("due_text", (words,))), dues=due_text("", *told).dues
    )
    assert [due.on for due in from_elsewhere(new).dues] == days


@pytest.mark.parametrize(
    ("made_on", "key"), [("9999-01-01T00:00:00+00:00", "later"), ("gestern", "moment"), ("2026-13-01", "moment")]
)
def test_a_moment_that_is_none_or_is_still_to_come_is_refused(made_on: str, key: str) -> None:
    with pytest.raises(UsageError) as refused:
        from_elsewhere(Correction("no_task", AT, made_on=made_on))
    assert refused.value.key == f"correction.{key}"


@pytest.mark.parametrize(
    ("made_on", "utc"),
    [
        ("2026-01-01T08:00:00+08:00", "2026-01-01T00:00:00+00:00"),
        ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00+00:00"),
        ("2026-01-01", "2026-01-01T00:00:00+00:00"),
        ("", ""),
    ],
)
def test_moments_are_brought_to_one_zone(made_on: str, utc: str) -> None:
    assert from_elsewhere(Correction("no_task", AT, made_on=made_on)).made_on == utc


def test_words_that_give_no_day_are_refused() -> None:
    with pytest.raises(UsageError, match="No deadline"):
        from_elsewhere(due_text("改日再说", "2021-11-30"))


def test_words_are_plain_and_days_in_their_normal_form() -> None:
    made = checked(Correction("task", AT, "title", ("清产\u202e\n核资\x00",), who="张\x07三", why="见\r\n原件\u200b"))
    assert (made.value, made.who, made.why) == (("清产 核资",), "张三", "见\n原件")
    assert checked(Correction("paper", HEAD, "issued_on", ("2021-W34-1",))).value == ("2021-08-23",)
    assert checked(Correction("new_task", AT, parts=(("title", ("清\n产",)),))).parts == (("title", ("清 产",)),)
    for wrong in ({"who": "王" * 101}, {"why": "为" * 4001}, {"value": ("名" * 1001,)}):
        with pytest.raises(UsageError, match="longer than"):
            checked(Correction("task", AT, **{"field": "title", "value": ("名",), **wrong}))  # type: ignore[arg-type]
