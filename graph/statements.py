"""What one file says, in its own words: the statements that loaders read and `graph.derive.build` works on.

A statement is never edited and never interpreted here: names stand as written (white space removed), dates as read
from the words, and each carries the `Source` that says it. Statements travel to and from a store as JSON
(`to_says`, `from_says`), so a graph can be built again from what is stored without opening a file.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any, Literal, TypeVar

from graph.errors import StoreError
from graph.messages.message import Plain

PassageKind = Literal[
    "document", "plan", "task", "change", "appointment", "replacement", "unread", "register", "leg", "unit"
]
Role = Literal["lead", "responsible", "supporting"]
Basis = Literal["label", "column", "verb", "stated", "default"]
DueKind = Literal["point", "interval", "recurring", "ongoing", "relative", "masked", "unreadable"]
Precision = Literal["day", "month", "year", ""]
ChangeKind = Literal[
    "merge", "absorb", "rename", "split", "transfer", "create", "abolish", "restore", "recode", "reparent"
]
ChangeRole = Literal["ends", "continues", "moved", "created", "receives"]
Share = Literal["whole", "part", "unknown"]
HeadField = Literal["title", "number", "issuer", "issued_on", "jurisdiction"]
Confidence = Literal["stated", "inferred", "none"]


@dataclass(frozen=True, slots=True)
class Source:
    """The place in a file that says something; what does not apply to the file's format is None.

    `line`/`end_line` count from 1, `start`/`end` count characters of the decoded text (without BOM, newlines as in the
    file), and `quote` is exactly `text[start:end]`. `table`, `row` and `column` count from 1 inside the document.
    `heading` has the words of the heading above the place, `element` the path of the element of markup that holds it,
    as XPath reads it from the element `html` on (body/div[2]/table/tbody/tr[5]/td[2]).
    """

    line: int | None
    end_line: int | None
    start: int | None
    end: int | None
    quote: str
    page: int | None = None
    sheet: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    heading: str | None = None
    element: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline or milestone read from the words of a deadline (完成时限).

    `start` and `on` are ISO days or "" where the words give none; `precision` is that of the words, so that 2021年12月
    is on 2021-12-31 with precision month; `label` names whom or what a milestone is for (省级试点村).
    """

    kind: DueKind
    text: str
    on: str = ""
    start: str = ""
    precision: Precision = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class HeadStatement:
    """The heading of a paper: title, issue number (文号), issuers and day of issue, "" where it does not say.

    `inferred` names the fields that no form states: they follow from the text or from the page around the paper.
    """

    title: str
    number: str
    issuer: str
    issued_on: str
    jurisdiction: str | None
    source: Source
    inferred: tuple[HeadField, ...] = ()

    def confidence(self, name: HeadField) -> Confidence:
        """How a field is known."""
        if not getattr(self, name):
            return "none"
        return "inferred" if name in self.inferred else "stated"


@dataclass(frozen=True, slots=True)
class PlanStatement:
    """A plan (工作方案) inside a paper. `body` is False where it is only listed.

    `jurisdiction` is the place it speaks for, largest first (大英县/蓬莱镇), None if unknown; plans of one `article` of
    a collection share a scope (0 = the paper is no collection).
    """

    ordinal: int
    title: str
    jurisdiction: str | None
    body: bool
    source: Source
    article: int = 0


@dataclass(frozen=True, slots=True)
class TaskStatement:
    """A task as one row of a table or one item of prose states it. `plan` is the plan's ordinal in the paper.

    `named` tells whether `title` stands in a column of names (empty: from the row above) or is an item's heading, so
    that rows and items may be joined by it. The three unit lists hold a unit once for each role that the words give
    it; `basis` is what gave the lead, else "default". `leaders` holds all leaders, `lead_leaders` those who lead.
    `places` are the villages, towns … that its words name.
    """

    form: Literal["row", "item"]
    plan: int
    number: str
    category: str
    title: str
    content: str
    source: Source
    named: bool = True
    lead_units: tuple[str, ...] = ()
    responsible_units: tuple[str, ...] = ()
    supporting_units: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    lead_leaders: tuple[str, ...] = ()
    leader_roles: tuple[str, ...] = ()
    due_text: str = ""
    dues: tuple[Due, ...] = ()
    basis: Basis = "default"
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeParty:
    """A place on one side of a change; `part` holds the words that describe a piece (部分), "" for the whole.

    `parent` is the way to the place above and `level` its level where a row of an event table states them of this place
    (`graph.identity.scope.scope_named`), else "".
    """

    name: str
    role: ChangeRole
    share: Share = "whole"
    part: str = ""
    parent: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class ChangeStatement:
    """One row or sentence that says how places changed (福寿村 + 忠荣村 → 福荣村); `graph.places.roles` tells the kind.

    `before` lists all that go in, a continuing one included; `givers` names who gives up what is moved. `on` is the
    date in EDTF as the words have it ("" if none), `earliest`/`latest` bound it, `decided_on` is the day of decision.
    `parent` is the place above that the words name (大英县/蓬莱镇), "" if none; `case` numbers rows of one case;
    `again` tells that the words set up what stood before (恢复甲村). Rows of an event table that name one `event` are
    one change; `number`, `cited` and `note` are the paper's number, the place in it and the remark that a row gives.
    """

    level: str
    before: tuple[ChangeParty, ...]
    after: tuple[ChangeParty, ...]
    source: Source
    plan: int = 0
    givers: tuple[str, ...] = ()
    on: str = ""
    earliest: str = ""
    latest: str = ""
    decided_on: str = ""
    status: Literal["proposed", "approved", "done", "stated"] = "stated"
    parent: str = ""
    case: str = ""
    again: bool = False
    event: str = ""
    number: str = ""
    cited: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentStatement:
    """A seat in a group: `unit` is the group, `role` the seat (副组长), `post` the words after the name."""

    person: str
    post: str
    unit: str
    role: str
    source: Source
    plan: int = 0


@dataclass(frozen=True, slots=True)
class ReplacementStatement:
    """Words by which a paper takes the place of others (原…同时废止): `numbers` are their issue numbers, `titles` the
    titles of those that are named without one; without both it is an earlier edition of the paper itself (以此份为准).
    """

    source: Source
    numbers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterStatement:
    """The header of a table of a register: whether its rows are changes or units, and the `scheme` of its codes."""

    table: Literal["events", "units"]
    scheme: str
    source: Source


@dataclass(frozen=True, slots=True)
class RegisterParty:
    """A unit on one side of a row of a register, as it stands there; "" for what the row does not say."""

    code: str = ""
    name: str = ""
    level: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class LegStatement:
    """A row of an event table: what a unit with a code became, on a day that lies between `earliest` and `latest`.

    `kind` is the register's own word; `on` is the date in EDTF. One side may be empty: a unit that came into being, or
    ended without a successor. Rows with one `event` are one change; `cited` is the place in a paper that a row names.
    """

    scheme: str
    old: RegisterParty
    new: RegisterParty
    kind: str
    on: str
    earliest: str
    latest: str
    source: Source
    event: str = ""
    decided_on: str = ""
    number: str = ""
    status: Literal["proposed", "approved", "done", "stated"] = "done"
    share: Literal["", "whole", "part", "unknown"] = ""
    part: str = ""
    cited: str = ""
    note: str = ""
    old_role: Literal["", ChangeRole] = ""
    new_role: Literal["", ChangeRole] = ""


@dataclass(frozen=True, slots=True)
class UnitStatement:
    """A row of a unit table: a unit with its code and the days from which and before which it existed ("" open).

    A place that is told by name has neither code nor scheme; `parent` is then the way to the place above.
    """

    scheme: str
    code: str
    name: str
    level: str
    parent: str
    valid_from: str
    valid_to: str
    source: Source


@dataclass(frozen=True, slots=True)
class UnreadStatement:
    """A row or a paragraph that became nothing although it holds a trigger word, and why: `reason` is a key of
    `graph.messages` (unread.…), `reason_values` what its sentence holds.
    """

    reason: str
    source: Source
    reason_values: Mapping[str, Plain] = field(default_factory=dict, hash=False)


Statement = (
    HeadStatement
    | PlanStatement
    | TaskStatement
    | ChangeStatement
    | AppointmentStatement
    | ReplacementStatement
    | UnreadStatement
    | RegisterStatement
    | LegStatement
    | UnitStatement
)
StatementPart = TypeVar("StatementPart", bound="Statement | Source | Due | ChangeParty | RegisterParty")


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """All that one file says. `path` is as given to the loader, `sha256` that of the bytes, `read_by` the digest of the
    readers that read it. Where a person corrected the `head`, `head_as_read` is what the file says.
    """

    path: str
    sha256: str
    format: str
    head: HeadStatement
    plans: tuple[PlanStatement, ...] = ()
    tasks: tuple[TaskStatement, ...] = ()
    changes: tuple[ChangeStatement, ...] = ()
    appointments: tuple[AppointmentStatement, ...] = ()
    unread: tuple[UnreadStatement, ...] = ()
    notes: tuple[str, ...] = field(default=())
    read_by: str = ""
    replacements: tuple[ReplacementStatement, ...] = ()
    head_as_read: HeadStatement | None = None
    registers: tuple[RegisterStatement, ...] = ()
    legs: tuple[LegStatement, ...] = ()
    units: tuple[UnitStatement, ...] = ()

    @property
    def head_in_file(self) -> HeadStatement:
        """The heading as the file says it."""
        return self.head_as_read or self.head


KINDS: dict[PassageKind, type[Statement]] = {
    "document": HeadStatement,
    "plan": PlanStatement,
    "task": TaskStatement,
    "change": ChangeStatement,
    "appointment": AppointmentStatement,
    "replacement": ReplacementStatement,
    "unread": UnreadStatement,
    "register": RegisterStatement,
    "leg": LegStatement,
    "unit": UnitStatement,
}


def fields_of_statements() -> tuple[str, ...]:
    """All fields of all statements and of their parts, each as `TaskStatement.title`, in order of declaration."""
    parts = (*KINDS.values(), Source, Due, ChangeParty, RegisterParty)
    return tuple(f"{part.__name__}.{one.name}" for part in parts for one in fields(part))


def to_says(statement: Statement) -> str:
    """The statement as one line of JSON, keys in order of declaration: what a Passage's `says` holds."""
    return _encoder().encode(statement)


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_fields)


def _fields(value: Any) -> dict[str, object]:  # noqa: ANN401 - what json cannot write, which is one of our dataclasses
    """The fields of a statement or of a part of it (`dataclasses.asdict` copies deeply, at several times the cost)."""
    return {name: getattr(value, name) for name in value.__slots__}


def from_says(kind: PassageKind, says: str) -> Statement:
    """The statement that `to_says` wrote for a passage of this kind, also in another version of the program: a field
    that this one does not know is left out, one that was not known then has its default.

    Raises StoreError, in one sentence, where a field is missing that has none.
    """
    values: dict[str, Any] = json.loads(says)
    values["source"] = _made(Source, values.get("source", {}))
    for name, value in values.items():
        if kind == "leg" and isinstance(value, dict):
            values[name] = _made(RegisterParty, value)
        elif isinstance(value, list):
            values[name] = tuple(_element(kind, element) for element in value)
    return _made(KINDS[kind], values)


def _element(kind: PassageKind, element: object) -> object:
    if isinstance(element, Mapping):
        return _made(Due, element) if kind == "task" else _made(ChangeParty, element)
    return element


def _made(part: type[StatementPart], values: Mapping[str, Any]) -> StatementPart:
    """A statement, or a part of one, of the values that it knows."""
    try:
        return part(**values)
    except TypeError:
        known = {one.name: one for one in fields(part)}
        missing = [one.name for one in known.values() if one.default is MISSING and one.name not in values]
        if missing:
            raise StoreError("store.says_lacks", lacking=missing) from None
        return part(**{name: value for name, value in values.items() if name in known})
