"""Statements made by hand, as a loader would read them from a township's plan, for tests of what follows from them."""

from hashlib import sha256

from graph.statements import (
    AppointmentStatement,
    ChangeParty,
    ChangeRole,
    ChangeStatement,
    Due,
    HeadStatement,
    PlanDocument,
    PlanStatement,
    Source,
    TaskStatement,
)

TOWN = "大英县/蓬莱镇"


def source(line: int, *, table: int | None = None, row: int | None = None) -> Source:
    """A place of ten characters in line `line` of a text in which every line has a hundred."""
    start = line * 100
    return Source(line=line, end_line=line, start=start, end=start + 10, quote="字" * 10, table=table, row=row)


def due(on: str, text: str = "") -> Due:
    """A deadline on an ISO day, which its words give exactly."""
    return Due("point", text or on, on=on, precision="day")


def row(line: int, title: str = "", content: str = "", **fields: object) -> TaskStatement:
    """A row of a task table."""
    return _task("row", line, title, content, fields)


def item(line: int, title: str = "", content: str = "", **fields: object) -> TaskStatement:
    """An item of prose that sets a task."""
    return _task("item", line, title, content, fields)


def _task(form: str, line: int, title: str, content: str, fields: dict[str, object]) -> TaskStatement:
    when = str(fields.pop("due", ""))
    values: dict[str, object] = {"form": form, "plan": 1, "number": "", "category": "", "title": title}
    values |= {"content": content or title, "source": source(line)}
    if when:
        values |= {"due_text": when, "dues": (due(when),)}
    return TaskStatement(**(values | fields))  # type: ignore[arg-type]


def merger(
    line: int, before: str, after: str, *, plan: int = 1, table: int | None = None, on: str = "", latest: str = ""
) -> ChangeStatement:
    """A row of a table of mergers: names with blanks between, the result last."""
    kept = set(before.split()) & set(after.split())

    def party(name: str, gone: ChangeRole, come: ChangeRole) -> ChangeParty:
        return ChangeParty(name, come if name in kept else gone)

    return ChangeStatement(
        level="village",
        before=tuple(party(name, "ends", "continues") for name in before.split()),
        after=tuple(party(name, "created", "continues") for name in after.split()),
        source=source(line, table=table, row=line if table else None),
        plan=plan,
        on=on,
        earliest=on,
        latest=latest or on,
    )


def change(line: int, before: str, after: str, *, givers: str = "", level: str = "town") -> ChangeStatement:
    """A sentence on a change: names with their role behind a colon (甲乡:moved), blanks between."""
    return ChangeStatement(
        level=level,
        before=tuple(_party(words) for words in before.split()),
        after=tuple(_party(words) for words in after.split()),
        source=source(line),
        plan=1,
        givers=tuple(givers.split()),
    )


def _party(words: str) -> ChangeParty:
    name, role, *share = words.split(":")
    return ChangeParty(name, role, "part" if share else "whole")  # type: ignore[arg-type]


def seat(line: int, person: str, role: str, unit: str = "推进小组", post: str = "") -> AppointmentStatement:
    """A seat in a group."""
    return AppointmentStatement(person, post, unit, role, source(line), plan=1)


def document(
    *statements: TaskStatement | ChangeStatement | AppointmentStatement,
    name: str = "方案.txt",
    jurisdiction: str | None = TOWN,
    issued_on: str = "2021-08-19",
    title: str = "关于印发工作方案的通知",
    issuer: str = "蓬莱镇人民政府",
    number: str = "",
    plans: tuple[str, ...] = ("盘活资产工作方案",),
) -> PlanDocument:
    """A paper of one plan (or several) that says these things; `name` stands for its bytes."""
    return PlanDocument(
        path=name,
        sha256=sha256(name.encode("utf-8")).hexdigest(),
        format="txt",
        head=HeadStatement(title, number, issuer, issued_on, jurisdiction, source(1)),
        plans=tuple(
            PlanStatement(ordinal, plan, None, body=True, source=source(2 + ordinal))
            for ordinal, plan in enumerate(plans, start=1)
        ),
        tasks=tuple(one for one in statements if isinstance(one, TaskStatement)),
        changes=tuple(one for one in statements if isinstance(one, ChangeStatement)),
        appointments=tuple(one for one in statements if isinstance(one, AppointmentStatement)),
    )
