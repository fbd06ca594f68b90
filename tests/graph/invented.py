"""Invented papers, their copies and the ways in which files come and go, for tests of properties."""

from dataclasses import replace

from hypothesis import strategies as st

from graph.refresh import Coming, Copy
from graph.statements import AppointmentStatement, ChangeStatement, PlanDocument, TaskStatement
from tests.graph.saying import document, item, merger, row, seat

UNITS = ("社事办", "镇社事办", "党建办", "大英县财政局", "各村", "福寿村")
LEADERS = ("冉泰休", "张若一", "李刚")
PLACES = ("福寿村", "忠荣村", "福荣村", "柏岭村")


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
        due=draw(st.sampled_from(["", "2021-12-31", "2022-06-30"])),
    )


@st.composite
def changes(draw: st.DrawFn) -> ChangeStatement:
    """A merger of villages, some of which exclude one another."""
    before, after = draw(
        st.sampled_from([("福寿村 忠荣村", "福荣村"), ("忠荣村 福寿村", "福寿村"), ("福荣村 柏岭村", "柏岭村")])
    )
    return merger(draw(st.integers(40, 60)), before, after, on=draw(st.sampled_from(["", "2020", "2021-06-30"])))


seats = st.builds(
    seat, st.integers(70, 80), st.sampled_from(LEADERS), st.sampled_from(["组长", "副组长"]), post=st.just("镇长")
)


@st.composite
def papers(draw: st.DrawFn) -> list[PlanDocument]:
    """A few files: some copies of one paper, some of one place, some that name no place."""
    said: st.SearchStrategy[TaskStatement | ChangeStatement | AppointmentStatement] = st.one_of(
        tasks(), changes(), seats
    )
    return [
        document(
            *draw(st.lists(said, max_size=4, unique_by=lambda one: one.source.start)),
            name=f"{number}.txt",
            jurisdiction=draw(st.sampled_from(["大英县/蓬莱镇", "大英县/金元镇", "大英县", "安岳县/通贤镇", None])),
            issuer=draw(st.sampled_from(["蓬莱镇人民政府", "大英县人民政府", ""])),
            title=draw(st.sampled_from(["关于印发工作方案的通知", "关于村级建制调整的通知"])),
            issued_on=draw(st.sampled_from(["2021-08-19", "2020-03-01", ""])),
            number=draw(st.sampled_from(["", "大蓬委发〔2021〕50号"])),
        )
        for number in range(draw(st.integers(1, 4)))
    ]


def coming(wanted: set[Copy], held: set[Copy], files: dict[str, PlanDocument]) -> Coming:
    """What brings a store that holds some copies to those wanted."""
    known = {sha256 for sha256, _ in held}
    new = wanted - held
    return Coming(
        read=tuple(replace(files[copy[0]], path=copy[1]) for copy in sorted(new) if copy[0] not in known),
        found=frozenset(copy for copy in new if copy[0] in known),
        gone=frozenset(held - wanted),
    )
