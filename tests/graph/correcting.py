"""Random corrections of invented papers, for tests of properties."""

from collections.abc import Sequence

from hypothesis import strategies as st

from graph.corrections.corrections import (
    ANCHORED,
    CHANGE_FIELDS,
    NAMED_FIELDS,
    PAPER_FIELDS,
    SEAT_FIELDS,
    TASK_FIELDS,
    Anchor,
    Correction,
    Field,
    What,
)
from graph.corrections.matching import anchor, persons_of, reading, units_of
from graph.papers.passages import in_order, kind_of, statements_of
from graph.statements import PlanDocument, Statement
from tests.graph.invented import LEADERS, PLACES, UNITS
from tests.graph.saying import due

WHATS: tuple[What, ...] = tuple(ANCHORED)
DAYS = ("2021-11-30", "2022-03-01", "")
PAPER_VALUES = {
    "title": ("关于印发工作方案的通知", "关于另一件事的通知"),
    "number": ("大蓬委发〔2021〕26号", "大蓬委发〔2022〕3号", ""),
    "issuer": ("蓬莱镇人民政府", "金元镇人民政府", ""),
    "issued_on": DAYS,
}


@st.composite
def corrections(draw: st.DrawFn, documents: Sequence[PlanDocument]) -> Correction | None:
    """A correction of something that one of the documents says, None where there is nothing of its kind."""
    document = in_order(draw(st.sampled_from(documents)))
    what = draw(st.sampled_from(WHATS))
    fitting = [one for one in statements_of(document) if kind_of(one) in ANCHORED[what]]
    if what in {"not_unit", "not_person"}:
        fitting = [one for one in fitting if (units_of if what == "not_unit" else persons_of)(one)]
    if not fitting:
        return None
    statement = draw(st.sampled_from(fitting))
    made_on = draw(st.sampled_from(["2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00"]))
    return _made(draw, what, document, statement, fitting, made_on)


def _made(  # noqa: PLR0911 - a kind each
    draw: st.DrawFn,
    what: What,
    document: PlanDocument,
    statement: Statement,
    fitting: Sequence[Statement],
    made_on: str,
) -> Correction | None:
    at = anchor(document, statement)
    match what:
        case "paper":
            field = draw(st.sampled_from(PAPER_FIELDS))
            value = draw(st.sampled_from(PAPER_VALUES[field]))
            if field == "title" and not value:
                return None
            return Correction(what, at, field, (value,), reading(statement, field), made_on=made_on)
        case "task":
            named = draw(st.sampled_from(TASK_FIELDS))
            read = reading(statement, named)
            if named in NAMED_FIELDS:
                known = LEADERS if named in {"leaders", "lead_leaders"} else UNITS
                names = tuple(draw(st.lists(st.sampled_from(known), max_size=2, unique=True)))
                return Correction(what, at, named, names, read, made_on=made_on)
            if named == "title":
                return Correction(what, at, named, ("另一项任务",), read, made_on=made_on)
            day = draw(st.sampled_from(DAYS))
            return Correction(what, at, named, (day,), read, (due(day),) if day else (), made_on=made_on)
        case "not_unit" | "not_person":
            names = (units_of if what == "not_unit" else persons_of)(statement)
            return Correction(what, at, "", (draw(st.sampled_from(names)),), made_on=made_on)
        case "new_task":
            lead = (draw(st.sampled_from(UNITS)),)
            return Correction(what, at, parts=(("title", ("漏读的任务",)), ("lead_units", lead)), made_on=made_on)
        case "plan" | "change" | "seat":
            return _on_passage(draw, what, at, statement, made_on)
        case "one_task" | "two_tasks":
            other = anchor(document, draw(st.sampled_from(fitting)))
            return None if other.key == at.key else Correction(what, at, other=other, made_on=made_on)
        case _:
            return Correction(what, at, made_on=made_on)


def _on_passage(draw: st.DrawFn, what: What, at: Anchor, statement: Statement, made_on: str) -> Correction:
    """A correction of a field of a plan, a change of places or a seat."""
    field: Field
    value: tuple[str, ...]
    match what:
        case "plan":
            field, value = "title", ("另一个方案",)
        case "change":
            side = draw(st.sampled_from(CHANGE_FIELDS))
            field = side
            if side == "on":
                value = (draw(st.sampled_from(["2020-06-15", "2020-05", "2019", ""])),)
            else:
                value = tuple(draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True)))
        case _:
            field = draw(st.sampled_from(SEAT_FIELDS))
            value = (draw(st.sampled_from([*UNITS, *([] if field == "person" else [""])])),)
    return Correction(what, at, field, value, reading(statement, field), made_on=made_on)
