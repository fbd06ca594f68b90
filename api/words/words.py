"""Words for what an answer holds: headings of columns, stored keywords, the Chinese help. Data is not translated."""

from collections.abc import Mapping

from graph.keywords import UNIT_ROLES, word
from graph.messages.message import Message
from graph.messages.sentences import say
from graph.messages.tables import Lang, row, subject_rows
from graph.words.signs import EDGES


def header(lang: Lang, column: str) -> str:
    """The heading of a column of an answer; a column without words keeps its name."""
    return row(f"column.{column}").get(lang, column)


def sheet_header(lang: Lang, column: str) -> str:
    """The heading of a column of tasks as a sheet of text has it: the name of the column for programs, or Chinese."""
    return row(f"sheet.{column}").get(lang, column)


def value(lang: Lang, column: str, stored: str) -> str:
    """A stored keyword (a verdict, a kind of change) in the reader's language, anything else as it stands."""
    return word(lang, column, stored) or row(f"{column}.{stored}").get(lang, stored)


def role_mark(lang: Lang, role: str) -> str:
    """What stands before the units of a role (牵头：, resp:)."""
    known = UNIT_ROLES[role]
    return say(lang, "role_mark.of", role=known.zh if lang == "zh" else known.short)


def renamed(told: Message, names: Mapping[str, str]) -> Message:
    """A message on a parameter (due_before is no day …) with what the reader calls it; any other as it is."""
    name = told.values.get("parameter")
    return (
        Message(told.key, {**told.values, "parameter": names[name]})
        if isinstance(name, str) and name in names
        else told
    )


def chinese_help(path: str) -> str:
    """Chinese help of a command ("tasks") or of one of its options ("tasks.leader", else "leader"), "" if none."""
    helps = subject_rows("help")
    entry = helps.get(path) or helps.get(path.rpartition(".")[2]) or {}
    return entry.get("zh", "")


def further(content: str, title: str) -> str:
    """The words of a task where they say more than its title does, else ""."""
    return content if content.strip(EDGES) != title.strip(EDGES) else ""
