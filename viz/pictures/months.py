"""Deadlines by month, of a place, a leader or a unit: a bar a month, cut up by what is useful, time from top to bottom.

A chart is a picture like the others (docs/decisions/2026-11-24-charts-are-pictures.md): its bars lead to the tasks in
the table beside, and it comes as a page, as SVG and as PNG in the same look.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from viz.layout.layout import text_width
from viz.palette import EDGE, INK, PAPER, ROLES, VERDICTS, role_colour, role_words
from viz.picture import Group, LegendKey, Mark, Note, Picture, PicturePart, PictureRow, PictureTable
from viz.pictures.changes import date_words
from viz.pictures.tasks import DrawnTask, leaders_words, name_of, roles_of, units_words

FONT = 14
HALF = 11
"""Half the height of a bar, in pixels."""

PITCH = 34
LONGEST = 640.0
"""Length in pixels of the longest bar."""

WIDEST = 44.0
"""Most pixels that stand for one task."""

MOST = 36
"""Months at most that are shown with those between them; beyond that, only months with deadlines."""

ROWS = 3000
"""Rows at most of the table beside: those of a hundred thousand tasks would make a page of some thirty megabytes."""

FACET = "分类"
DARK, LIGHT = VERDICTS["not overloaded"].border, VERDICTS["not overloaded"].fill
READING = "一个任务在一个月里有几个时限只算一项；没有写明时限的任务不在图中。"
SKIPPED = "时间跨度长，只列有时限的月份。"
CUT = f"表中只列前 {ROWS} 行，其余见任务清单；图中各月项数仍是全部任务的。"


@dataclass(frozen=True, slots=True)
class BarShare:
    """One kind of a bar's pieces: its words and colour."""

    id: str
    words: str
    colour: str


Sort = Callable[[DrawnTask, str], str]
"""Which share (by its id) a task belongs to in a month."""


def of_place(name: str, tasks: Sequence[DrawnTask]) -> Picture:
    """The months of all tasks of a place: where a task is done at last, and where only a stage of it is."""
    shares = (BarShare("last", "最后时限", DARK), BarShare("stage", "阶段时限", LIGHT))
    return _picture(name, tasks, shares, lambda task, month: "last" if task["due"][:7] == month else "stage")


def of_leader(names: Collection[str], tasks: Sequence[DrawnTask]) -> Picture:
    """The months of a leader's tasks: those in which the leader leads, and those that the leader answers for; `names`
    are all that the leader bears in the tasks.
    """
    shares = (BarShare("lead", "牵头领导", DARK), BarShare("answers", "责任领导", LIGHT))

    def sort(task: DrawnTask, _: str) -> str:
        return "answers" if set(names).isdisjoint(task["lead_leaders"]) else "lead"

    return _picture(_together(names), tasks, shares, sort)


def of_unit(names: Collection[str], tasks: Sequence[DrawnTask]) -> Picture:
    """The months of a unit's tasks by its strongest role in each; `names` are all that the unit bears in the tasks:
    several where one spelling means several units.
    """
    shares = tuple(BarShare(role, role_words(role), role_colour(role)) for role in ROLES)

    def sort(task: DrawnTask, _: str) -> str:
        held = {role for name, roles in roles_of(task).items() if name in names for role in roles}
        return next((role for role in ROLES if role in held), "supporting")

    return _picture(_together(names), tasks, shares, sort)


def span(months: Iterable[str], most: int = MOST) -> list[str]:
    """All months (2021-12) from the first to the last; only the given ones where those would be more than `most`."""
    given = sorted(set(months))
    every = given[:1]
    while given and every[-1] < given[-1] and len(every) <= most:
        every.append(_next(every[-1]))
    return every if len(every) <= most else given


def _together(names: Collection[str]) -> str:
    """All names in one, in the same order on every run."""
    return "、".join(sorted(names))


def _next(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"


def _picture(name: str, tasks: Sequence[DrawnTask], shares: Sequence[BarShare], sort: Sort) -> Picture:
    found: defaultdict[str, list[tuple[str, DrawnTask]]] = defaultdict(list)
    for task in tasks:
        for month in sorted({day[:7] for day in task["due_dates"]}):
            found[month].append((sort(task, month), task))
    counts = {month: Counter(share for share, _ in some) for month, some in found.items()}
    months = span(found)
    held = [share for share in shares if any(count[share.id] for count in counts.values())]
    skipped = (SKIPPED,) if any(_next(one) != other for one, other in pairwise(months)) else ()
    cut = (Note("表", (CUT,)),) if sum(map(len, found.values())) > ROWS else ()
    return Picture(
        title=f"{name}各月到期任务",
        subtitle=f"有时限的任务 {len({task['task_id'] for some in found.values() for _, task in some})} 项",
        empty=f"{name}没有写明时限的任务，无可绘制。",
        marks=tuple(_marks(months, counts, held)),
        legend=tuple(LegendKey("box", share.colour, share.words, group=share.id) for share in held),
        notes=(Note("怎样看", (READING, *skipped), drawn=True), *cut) if months else (),
        table=_table(found, held),
        groups=tuple(Group(share.id, share.words, FACET) for share in held),
        parts=tuple(PicturePart(year, f"{year}年") for year in dict.fromkeys(month[:4] for month in months)),
    )


def _marks(months: Sequence[str], counts: dict[str, "Counter[str]"], shares: Sequence[BarShare]) -> Iterable[Mark]:
    """The words, the bar and the sum of each month, the bars from x = 0 to the right."""
    tallest = max((count.total() for count in counts.values()), default=1)
    step = min(WIDEST, LONGEST / tallest)
    for number, month in enumerate(months):
        y, words, count = number * PITCH, date_words(month), counts.get(month, Counter[str]())
        left = 0.0
        yield _words(f"{month} words", words, -14 - text_width(words, FONT) / 2, y, month)
        for share in shares:
            if count[share.id]:
                yield _bar(month, share, count[share.id], left, left + count[share.id] * step, y)
                left += count[share.id] * step
        yield _words(f"{month} sum", str(count.total()), left + 18, y, month, INK if count else EDGE)


def _words(identity: str, words: str, x: float, y: int, month: str, ink: str = EDGE) -> Mark:
    return Mark(identity, words, "text", round(x), y, PAPER, PAPER, ink=ink, font=FONT, part=month[:4])


def _bar(month: str, share: BarShare, tasks: int, left: float, right: float, y: int) -> Mark:
    """A piece of a month's bar, a pixel short on either side so that pieces stand apart."""
    first, last = round(left), round(right)
    return Mark(
        id=f"{month} {share.id}",
        label="",
        shape="box",
        x=(first + last) // 2,
        y=y,
        fill=share.colour,
        border=share.colour,
        size=max((last - first) // 2 - 1, 1),
        font=2,
        tip=f"{date_words(month)}{share.words} {tasks} 项",
        groups=(share.id,),
        part=month[:4],
        height=HALF,
    )


def _table(found: dict[str, list[tuple[str, DrawnTask]]], shares: Sequence[BarShare]) -> PictureTable:
    """The tasks of each month, the first `ROWS` of them in the order of the months."""
    words = {share.id: share.words for share in shares}
    rows = (
        PictureRow(_cells(month, words[share], task), (f"{month} {share}",), task["sources"])
        for month in sorted(found)
        for share, task in found[month]
    )
    return PictureTable(("月份", "任务", "分类", "单位", "领导"), tuple(islice(rows, ROWS)))


def _cells(month: str, share: str, task: DrawnTask) -> tuple[str, ...]:
    return month, name_of(task), share, units_words(task), leaders_words(task)
