"""A question in Chinese, answered: the grammar reads it, and the catalogue of queries is asked what was read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypedDict

from api.answers.answer_rows import AnswerRow, answer_rows, bare, tasks_of
from api.answers.known import known
from api.ask.questions import Asker
from queries.ask import ask
from queries.chosen import Choice, chosen
from queries.grammar.grammar import read
from queries.grammar.reading import AskedConditions, QuestionReading
from queries.rows import TaskRow
from queries.values import day


class ToldPart(TypedDict):
    """A part of a reading, with the words of the question that say it."""

    name: str
    value: str
    words: str


class ToldAnswer(TypedDict):
    """The answer to a question in words."""

    reading: str
    parts: list[ToldPart]
    not_understood: list[str]
    rows: list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question as it was read, and the rows that answer it; none where a part was not understood."""

    reading: QuestionReading
    rows: Sequence[AnswerRow] = ()
    tasks: Sequence[TaskRow] = ()
    """The rows where they are tasks."""

    @property
    def refused(self) -> bool:
        """Whether a part of the question was not understood."""
        return bool(self.reading.not_understood)

    @property
    def layout(self) -> str:
        """The list whose columns the rows have, "answer" where they have a name, "count" where a number."""
        asked = self.reading.asked
        if asked in {"count", "difference"}:
            return "count"
        return "tasks" if asked == "tasks" else "conflicts" if asked == "conflicts" else "answer"

    @property
    def told(self) -> ToldAnswer:
        """The answer as JSON has it."""
        parts: list[ToldPart] = [
            {"name": part.name, "value": part.value, "words": part.words} for part in self.reading.parts
        ]
        return {
            "reading": self.reading.sentence,
            "parts": parts,
            "not_understood": list(self.reading.not_understood),
            "rows": [dict(row) for row in self.rows],
        }


def day_seen_from(typed: str) -> date:
    """The day from which times count: the one typed, else today. Raises UsageError for what is no day."""
    return date.fromisoformat(day("today", typed)) if typed.strip() else datetime.now().astimezone().date()


def answer(asker: Asker, question: str, today: date) -> QuestionAnswer:
    """The answer to a question, seen from a day. Raises StoreError where the store fails."""
    reading = read(question, known(asker.graph), today)
    if reading.not_understood or reading.conditions.holding:
        titles = [row["title"] for row in ask(asker.graph, "names/titles_in", text=bare(question))]
        reading = read(question, known(asker.graph), today, titles) if titles else reading
    if reading.not_understood:
        return QuestionAnswer(reading)
    unheld = _unheld(asker, reading.conditions)
    if unheld:
        return QuestionAnswer(replace(reading, not_understood=(unheld,)))
    if reading.asked == "tasks":
        tasks = tasks_of(asker, reading.conditions)
        return QuestionAnswer(reading, tasks, tasks)
    rows = answer_rows(asker, reading, reading.of if reading.asked == "count" else reading.asked, today)
    return QuestionAnswer(reading, [{"count": len(rows)}] if reading.asked == "count" else rows)


def _unheld(asker: Asker, meant: AskedConditions) -> str:
    """Words that no task holds, which say nothing here; "" where there are none."""
    return meant.holding if meant.holding and not chosen(asker.graph, Choice(holding=bare(meant.holding))) else ""
