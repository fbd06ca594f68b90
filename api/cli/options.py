"""Options that several commands share, so that each is spelt and explained once."""

from typing import Annotated, Literal

import typer

StoreOption = Annotated[
    str, typer.Option("--store", metavar="STORE", help="A path, :memory: or neo4j://user@host:7687.")
]
InOption = Annotated[str, typer.Option("--in", metavar="PLACE", help="Only what belongs to this place.")]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Replace a file of another kind too; never a store's, nor one that was loaded.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print an array with one object a row.")]
SecondsOption = Annotated[float, typer.Option(min=0.1, metavar="N", help="Seconds that it may take.")]
MegabytesOption = Annotated[int, typer.Option(min=1, metavar="N", help="Millions of bytes that the answer may have.")]
DayOption = Annotated[
    str, typer.Option(metavar="DATE", help="A day as 2021-12-31; a month or a year counts as a whole.")
]

WhoName = Literal["unit", "leader"]
"""Whose load is asked for: `queries.duties.By`, which commands that only tell of themselves need not load."""
PictureName = Literal["workload", "lineage", "leader", "plan", "months", "around"]
"""What is drawn: `api.ask.drawing.Kind`, for the same reason."""
RoleName = Literal["lead", "responsible", "supporting", "牵头", "责任", "配合"]
DueStateName = Literal["past", "soon", "later", "none", "已到期", "一个月内", "一个月后", "未写明"]
ROLES = {"牵头": "lead", "责任": "responsible", "配合": "supporting"}
DUE_STATES = {"已到期": "past", "一个月内": "soon", "一个月后": "later", "未写明": "none"}

LeaderOption = Annotated[str, typer.Option("--leader", metavar="NAME", help="Tasks that this leader answers for.")]
UnitOption = Annotated[str, typer.Option("--unit", metavar="NAME", help="Tasks of this unit.")]
PlaceOption = Annotated[str, typer.Option("--place", metavar="NAME", help="Tasks that concern this place.")]
PlanOption = Annotated[str, typer.Option("--plan", metavar="PLAN", help="Tasks of this plan (its title or id).")]
DocumentOption = Annotated[
    str, typer.Option("--document", metavar="PAPER", help="Tasks of this paper (its number, title or id).")
]
DueOption = Annotated[
    str, typer.Option("--due", metavar="PERIOD", help="Due in 2021, 2021-06, 2021-06-30 or 2021-01..2021-06.")
]
DueStateOption = Annotated[
    DueStateName | None,
    typer.Option(
        "--due-state",
        metavar="past|soon|later|none",
        help="All deadlines behind, the next within 31 days, or later, or no day stated.",
    ),
]
TodayOption = Annotated[str, typer.Option("--today", metavar="DAY", help="The day that is looked from, else today.")]
RoleOption = Annotated[
    RoleName | None,
    typer.Option("--role", metavar="lead|responsible|supporting", help="Only in this role (with --unit or --leader)."),
]
ReplacedOption = Annotated[
    bool, typer.Option("--replaced", help="Also tasks of papers and editions whose place another has taken.")
]
AsOfOption = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="Tasks of what was issued by this day and not yet replaced then.")
]
