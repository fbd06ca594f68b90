"""All that the program says stands in the tables, in both languages, and every row of them is said somewhere."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from api.words import words
from graph.messages.message import message
from graph.messages.sentences import reason_words
from graph.messages.tables import FILES, keys, row, subject_rows
from queries.audit import PROBLEMS
from queries.catalogue import catalogue

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("graph", "loaders", "queries", "viz", "api")
HELP = frozenset({"help", "phrase", "metavar"})
"""Subjects of the help, of which the English words stand beside the commands."""
STORED = frozenset(
    {
        "column",
        "act",
        "bool",
        "due_kind",
        "due_state",
        "state",
        "correct_is",
        "outcome",
        "direction",
        "share",
        "status",
        "existed",
        "explained",
        "grade",
        "rule",
        "problem",
        "fault",
        "action",
        "field",
        "what",
        "ground",
        "verdict",
        "standing",
        "part",
        "how",
    }
    | {"input", "http", "finding", "handed", "filled", "difference"}
)
"""Subjects of which the rows are called by what a store or a library holds: columns, keywords, types of errors."""
SAYERS = frozenset({"message", "say", "tell", "problem_of", "problem", "Message", "ProblemError", "unknown"})
"""What takes a key, beside the errors."""
ERRORS = frozenset({"FileRefusedError", "StoreError", "StoreInUseError", "NoRoomError", "NotFoundError", "UsageError"})
ENDINGS = (".html", ".css", ".js", ".jsonl", ".lbug", ".toml", ".svg", ".xlsx", ".docx", ".ttl", ".jsonld")
"""Of names of files, which keys look like."""
KEY = re.compile(r"[a-z_]+\.[a-z0-9_]*[a-z0-9]")
TEMPLATE = re.compile(r"['\"]([a-z]+\.[a-z_]+)['\"]")


@cache
def trees() -> Mapping[Path, ast.Module]:
    """The modules of all packages."""
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """All calls, each with the name of what is called."""
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node


def texts(node: ast.AST) -> Iterator[str]:
    """All texts within a node."""
    yield from (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))


@cache
def said() -> frozenset[str]:
    """All texts of the code that have the form of a key of a subject of the tables, and all keys of the templates."""
    subjects = {key.partition(".")[0] for key in keys()}
    found = {text for tree in trees().values() for text in texts(tree) if KEY.fullmatch(text)}
    pages = {key for path in (ROOT / "api" / "templates").rglob("*.html") for key in TEMPLATE.findall(path.read_text())}
    named = {key for key in found if key.partition(".")[0] in subjects} | pages
    return frozenset(key for key in named if row(key) or not key.endswith(ENDINGS))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """What keys are made of in the code: f"loaded.{name}", and in templates 'reading.' ~ kind."""
    made = [node for tree in trees().values() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    written = (
        "".join(str(one.value) if isinstance(one, ast.Constant) else "\0" for one in node.values) for node in made
    )
    forms = [re.escape(text).replace("\0", ".+") for text in written if re.match(r"[a-z_]+\.[a-z_]*\0", text)]
    pages = "".join(path.read_text() for path in (ROOT / "api" / "templates").rglob("*.html"))
    return tuple(map(re.compile, forms + [f"{re.escape(begin)}.+" for begin in re.findall(r"'([a-z]+\.)' ~", pages)]))


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_word_is_there_in_both_languages_and_holds_the_same_values() -> None:
    for key in keys():
        if key.partition(".")[0] not in HELP:
            assert row(key).keys() == {"en", "zh"}, key
            assert fields(row(key)["en"]) == fields(row(key)["zh"]), key


def test_a_subject_stands_in_one_file_and_every_file_is_known() -> None:
    subjects = [re.findall(r"^\[(\w+)\]", text, re.MULTILINE) for text in tables().values()]
    assert len(once := [one for found in subjects for one in found]) == len(set(once))
    assert {path.name for path in tables()} == {name for _, name in FILES}


def tables() -> Mapping[Path, str]:
    """The files of the tables with their texts."""
    folders = (ROOT / "graph" / "messages", ROOT / "api" / "words")
    return {path: path.read_text("utf-8") for folder in folders for path in folder.glob("*.toml")}


def keys_given(call: ast.Call) -> list[str]:
    """The keys that a call gives as they are."""
    places = [one for one in call.args if isinstance(one, ast.Constant | ast.IfExp)]
    return [text for one in places for text in texts(one) if KEY.fullmatch(text)]


def test_every_key_that_the_code_gives_is_in_the_tables() -> None:
    given = {key for name, call in calls() if name in SAYERS | ERRORS for key in keys_given(call)}
    assert len(given) > 150
    assert [key for key in sorted(given | said()) if not row(key)] == []


def test_every_error_is_raised_by_a_key() -> None:
    raised = [call for name, call in calls() if name in ERRORS and call.args]
    assert len(raised) > 100
    assert [ast.unparse(call) for call in raised if not (keys_given(call) or makes_a_key(call.args[0]))] == []


def makes_a_key(first: ast.expr) -> bool:
    """Whether what an error is given is a key that the program makes, f"name.no_{kind}", or has been given itself."""
    if isinstance(first, ast.JoinedStr):
        begin = first.values[0]
        return isinstance(begin, ast.Constant) and bool(re.fullmatch(r"[a-z_]+\.[a-z_]*", str(begin.value)))
    return isinstance(first, ast.Subscript)


def test_the_values_that_a_call_gives_are_those_of_its_sentence() -> None:
    told = [
        (key, call)
        for name, call in calls()
        if name in ERRORS | {"message", "say", "tell", "ProblemError"} and all(one.arg for one in call.keywords)
        for key in keys_given(call)
    ]
    assert len(told) > 150
    wrong = [call for key, call in told if fields(row(key)["en"]) != {one.arg for one in call.keywords}]
    assert [ast.unparse(call) for call in wrong] == []


def test_every_row_of_the_tables_is_said() -> None:
    known = [key for key in keys() if key.partition(".")[0] not in HELP | STORED]
    unsaid = [key for key in known if key not in said() and not any(form.fullmatch(key) for form in patterns())]
    assert unsaid == []


def test_every_heading_is_that_of_a_column() -> None:
    known = {text for tree in trees().values() for text in texts(tree)}
    known |= {column.name for query in catalogue().values() for column in query.columns}
    assert subject_rows("column").keys() <= known


def test_every_finding_has_its_sentence() -> None:
    assert {problem.replace(" ", "_") for problem in PROBLEMS} == subject_rows("finding").keys()


def test_no_sentence_is_found_again_by_its_words() -> None:
    rooms = [ROOT / "api" / "words", ROOT / "graph" / "messages", ROOT / "graph" / "errors.py"]
    modules = [path for path in trees() if any(path.is_relative_to(room) for room in rooms)]
    assert len(modules) > 5
    assert [
        path for path in modules if re.search(r"^import re$|^from re ", path.read_text("utf-8"), re.MULTILINE)
    ] == []


def test_templates_say_no_chinese_of_their_own() -> None:
    for path in (ROOT / "api" / "templates").rglob("*.html"):
        assert set(re.findall(r"[\u4e00-\u9fff]+", path.read_text("utf-8"))) <= {"中文"}, path.name


def test_a_column_or_value_without_words_keeps_its_name() -> None:
    assert words.header("zh", "verdict") == "结论"
    assert words.header("zh", "task_id") == "task_id"
    assert words.value("zh", "role", "lead") == "牵头"
    assert words.value("zh", "name", "社事办") == "社事办"


@pytest.mark.parametrize(
    ("code", "values", "told"),
    [
        ("unread.cells", {"cells": 3, "columns": 7}, "该行有 3 格，表头有 7 格"),
        ("unread.caption", {}, "表中的小标题或附注"),
        (
            "file.not_converted",
            {"kind": "kind.odt"},
            "这是 OpenDocument 文档（.odt），LibreOffice 无法打开：文件已损坏，或设有密码",
        ),
        ("unread.something_of_later_years", {}, "unread.something_of_later_years"),
    ],
)
def test_a_reason_is_told_by_its_code(code: str, values: Mapping[str, object], told: str) -> None:
    assert reason_words("zh", code, values) == told


def test_a_parameter_is_called_as_the_reader_calls_it() -> None:
    told = words.renamed(message("parameter.no_day", parameter="due_after", typed="x"), {"due_after": "时限起"})
    assert told.values == {"parameter": "时限起", "typed": "x"}
    assert words.renamed(message("file.empty"), {"due_after": "时限起"}) == message("file.empty")


@pytest.mark.parametrize(
    ("content", "title", "told"),
    [("修好东渠。", "修好东渠", ""), ("修渠，年底验收", "修渠", "修渠，年底验收"), ("修渠", "", "修渠")],
)
def test_words_of_a_task_that_are_its_title_are_not_shown_twice(content: str, title: str, told: str) -> None:
    assert words.further(content, title) == told
