"""Invented papers, their copies and the ways in which files come and go, for tests of properties."""

from dataclasses import replace

from hypothesis import strategies as st

from graph.refresh.delta import Copy, Delta
from graph.statements import AppointmentStatement, ChangeStatement, PlanDocument, ReplacementStatement, TaskStatement
from tests.graph.saying import change, document, item, merger, row, seat, source

UNITS = ("社事办", "镇社事办", "党建办", "大英县财政局", "各村", "福寿村")
LEADERS = ("冉泰休", "张若一", "李刚")
PLACES = ("福寿村", "忠荣村", "福荣村", "柏岭村", "金元镇")
SCOPES = ("大英县/蓬莱镇", "大英县/金元镇", "大英县", "大英县/蓬安镇", "大安县/蓬莱镇", "安岳县/通贤镇", None)
MERGERS = (("福寿村 忠荣村", "福荣村"), ("忠荣村 福寿村", "福寿村"), ("福荣村 柏岭村", "柏岭村"))
OTHERS: tuple[tuple[str, str, str, str], ...] = (
    ("village", "福寿村:moved", "金元镇:receives", "蓬莱镇"),
    ("village", "福寿村:moved:part", "忠荣村:receives", ""),
    ("town", "蓬莱镇:continues", "蓬安镇:continues", ""),
    ("town", "蓬莱镇:ends 金元镇:ends", "蓬安镇:created", ""),
    ("county", "大英县:continues", "大安县:continues", ""),
    ("village", "福寿村:continues", "福荣村:continues", ""),
    ("village", "福荣村:ends", "福寿村:created 忠荣村:created", ""),
    ("village", "", "柏岭村:created", ""),
    ("village", "柏岭村:ends", "", ""),
)
"""Level, places before, places after and givers, as `tests.graph.saying.change` takes them."""


NUMBERS = ("大蓬委发〔2021〕50号", "大蓬委发〔2021〕26号")


def lists(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Up to two of the names."""
    return st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)


@st.composite
def tasks(draw: st.DrawFn) -> TaskStatement:
    """A task in prose or in a row, of a few titles, units, leaders and places."""
    make = draw(st.sampled_from([row, item]))
    return make(
        draw(st.integers(10, 30)),
        draw(st.sampled_from(["盘活资产", "清产核资", "整合便民服务"])),
        draw(st.sampled_from(["", "盘活闲置校舍", "清理台账"])),
        lead_units=draw(lists(UNITS)),
        responsible_units=draw(lists(UNITS)),
        leaders=draw(lists(LEADERS)),
        places=draw(lists(PLACES)),
        plan=draw(st.integers(0, 2)),
        due=draw(st.sampled_from(["", "2021-12-31", "2022-06-30"])),
    )


@st.composite
def changes(draw: st.DrawFn) -> ChangeStatement:
    """A merger of villages, some of which exclude one another, or a change of a town or of a county."""
    line, on = draw(st.integers(40, 60)), draw(st.sampled_from(["", "2020", "2021-06-30"]))
    if draw(st.booleans()):
        return merger(line, *draw(st.sampled_from(MERGERS)), plan=draw(st.integers(0, 2)), on=on)
    level, before, after, givers = draw(st.sampled_from(OTHERS))
    told = change(line, before, after, givers=givers, level=level)
    parent = draw(st.sampled_from(["", "大英县", "大英县/蓬莱镇"]))
    return replace(told, on=on, earliest=on, latest=on, parent=parent, plan=draw(st.integers(0, 2)))


seats = st.builds(
    seat, st.integers(70, 80), st.sampled_from(LEADERS), st.sampled_from(["组长", "副组长"]), post=st.just("镇长")
)


replacements = st.sampled_from(
    (
        (),
        (),
        (ReplacementStatement(source(8)),),
        (ReplacementStatement(source(8), NUMBERS[:1]),),
        (ReplacementStatement(source(8), NUMBERS[1:]),),
        (ReplacementStatement(source(8), (), ("盘活资产工作方案",)),),
    )
)


@st.composite
def papers(draw: st.DrawFn) -> list[PlanDocument]:
    """A few files: some copies of one paper, some of one place, some that name no place, some that speak for two."""
    said: st.SearchStrategy[TaskStatement | ChangeStatement | AppointmentStatement] = st.one_of(
        tasks(), changes(), seats
    )
    return [
        spoken_for(
            draw(st.sampled_from([None, *SCOPES])),
            draw(st.integers(0, 2)),
            *draw(st.lists(said, max_size=4, unique_by=lambda one: one.source.start)),
            name=f"{number}.txt",
            jurisdiction=draw(st.sampled_from(SCOPES)),
            issuer=draw(st.sampled_from(["蓬莱镇人民政府", "大英县人民政府", ""])),
            title=draw(st.sampled_from(["关于印发工作方案的通知", "关于村级建制调整的通知"])),
            issued_on=draw(st.sampled_from(["2021-08-19", "2020-03-01", ""])),
            number=draw(st.sampled_from(["", *NUMBERS])),
            replacements=draw(replacements),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


def spoken_for(
    place: str | None,
    article: int,
    *said: TaskStatement | ChangeStatement | AppointmentStatement,
    replacements: tuple[ReplacementStatement, ...] = (),
    **heading: object,
) -> PlanDocument:
    """A paper whose second plan, or article of a collection, speaks for a place of its own."""
    made = document(*said, plans=("盘活资产工作方案", "清产核资工作方案"), **heading)  # type: ignore[arg-type]
    first, second = made.plans
    plans = (first, replace(second, jurisdiction=place, article=article))
    return replace(made, plans=plans, replacements=replacements)


def coming(wanted: set[Copy], held: set[Copy], files: dict[str, PlanDocument]) -> Delta:
    """What brings a store that holds some copies to those wanted."""
    known = {sha256 for sha256, _ in held}
    new = wanted - held
    return Delta(
        read=tuple(replace(files[copy[0]], path=copy[1]) for copy in sorted(new) if copy[0] not in known),
        found=frozenset(copy for copy in new if copy[0] in known),
        gone=frozenset(held - wanted),
    )
