"""What a text would do is seen through comments, strings and quoted names."""

from contextlib import closing, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.stores.ladybug.questions import check_question
from graph.stores.open import open_store
from graph.stores.questions import code_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("RETURN 'a // b' AS x", "RETURN '' AS x"),
        ("RETURN \"it's\" AS `a 'b`", "RETURN '' AS ''"),
        ("RETURN 'a\\'b' // c'd\nAS x", "RETURN ''  AS x"),
        ("MATCH/* ' */(n) // end", "MATCH (n)  "),
        ("LOAD/**/FROM 'x'", "LOAD FROM ''"),
        ("RETURN 6 / 2 * 3 AS n", "RETURN 6 / 2 * 3 AS n"),
    ],
)
def test_comments_strings_and_quoted_names_are_cut_out(text: str, code: str) -> None:
    assert code_of(text).rstrip() == code.rstrip()


@pytest.mark.parametrize(
    "text", ["RETURN 'a", "RETURN `a", "RETURN 1 /* a", "RETURN 1 /* a **/", "RETURN 1 // a\rb", "\\"]
)
def test_what_has_no_clear_end_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no clear end"):
        code_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Task) WHERE n.title = 'LOAD FROM' RETURN n.id AS id",
        "MATCH (n:Task) // CALL threads=1\nRETURN count(n) AS call_count;",
        "MATCH (n:Task) WITH count(n) AS load WITH load AS workload RETURN workload",
        "CALL show_tables() RETURN name",
        "call table_info ('Task') RETURN *",
        "MATCH (n:Task) CALL show_functions() RETURN *",
    ],
)
def test_a_question_is_a_question_whatever_words_it_quotes(text: str) -> None:
    check_question(text)
    open_store(":memory:").read(text)


SIGNS = st.lists(st.sampled_from(["'", '"', "`", "\\", "/*", "*", "*/", "/", "//", "\n", "\r", "a", " "]), max_size=8)


@settings(deadline=None)
@given(SIGNS, SIGNS)
def test_no_comment_or_quote_hides_a_load_that_the_engine_would_run(before: list[str], after: list[str]) -> None:
    load = f"LOAD FROM '{__file__}' (file_format='csv', header=false, delim='|', parallel=false) RETURN *"
    text = f"WITH 1 AS a {''.join(before)} {load} {''.join(after)}"
    with closing(open_store(":memory:")) as store, suppress(UsageError):
        assert store.read(text) == [{"a": 1}]
