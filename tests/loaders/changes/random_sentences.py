"""Sentences on changes of places made at random, each with what it says: every form at every level, with and without
counts, dates, reasons before and a state after.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.loaders.changes.random_names import Names

Party = tuple[str, str]
Told = tuple[frozenset[Party], frozenset[Party], tuple[str, ...]]
"""Before and after, each name with its role, and the givers."""

LEVELS = ("村", "社区", "乡", "镇", "街道", "县", "区", "市", "省")
ABOVE = {"村": "镇", "社区": "街道", "乡": "县", "镇": "县", "街道": "区", "县": "市", "区": "市", "市": "省", "省": ""}
REASONS = (
    "",
    "",
    "",
    "为优化资源配置，",
    "因城镇发展需要，",
    "根据群众意愿，",
    "经研究，",
    "经省人民政府批准，",
    "同意",
)
DECIDED = ("批准", "同意")
"""Behind a date these make it the day of the decision."""
DATES = (("", ""), ("2019年12月，", "2019-12"), ("2021年3月5日，", "2021-03-05"), ("1984年，", "1984"))
BEHIND = ("，驻{place}中心街12号", "，办公地点设在原办公楼", "，隶属关系不变", "，原有债权债务由新单位承担")

MERGED = (
    "撤销{old}，设立{new}|撤销{old}，合并设立{new}|由{old}合并设立{new}|由{old}组建{new}|将{old}合并为{new}|将{old}撤并为{new}|"
    "合并{old}，设立{new}|合并{old}为{new}|{old}合并成{new}|{old}合并，命名为{new}|将{old}撤销，合并设立{new}|{old}合并组建{new}|"
    "{new}由{old}合并而成|撤销{old}，设立{new}，以原{old}的行政区域为{new}的行政区域|将{old}整合为{new}|由原{old}合并组成{new}|"
    "将{old}合并，成立{new}|撤销{old}建制，设立{new}|将原{old}整合设立{new}|将{old}合并组建为新的{new}|{old}合并后名称为{new}|"
    "{old}合并更名为{new}|撤并{old}，新设{new}|撤{old}，建{new}|将{old}成建制合并设立{new}|撤销{old}，组建新的{new}|{old}合二为一，组建{new}"
)
RENAMED = (
    "{old}更名为{new}|将{old}更名为{new}|{old}改为{new}|{old}改名为{new}|{old}改称{new}|{old}变更为{new}|撤销{old}，设立{new}|"
    "撤{old}建{new}|撤{old}设{new}|{old}调整为{new}|由{old}更名为{new}"
)
ABSORBED = (
    "将{old}并入{new}|撤销{old}，并入{new}|撤销{old}建制，所辖并入{new}|撤销{old}，将其行政区域并入{new}|撤{old}建制，所辖并入{new}|"
    "撤销{old}，其行政区域划归{new}管辖|撤销{old}，整建制并入{new}|{old}合并到{new}|撤并{old}至{new}|将{old}整体并入{new}|"
    "{old}归并到{new}|将{old}撤销，并入{new}|撤销{old}并入{new}|将{old}撤并到{new}|{old}成建制并入{new}"
)
PAIRED = "{old}分别并入{new}|将{old}分别并入{new}|撤销{old}，分别并入{new}|撤{old}，其整建制分别并入{new}"
ABOLISHED = "撤销{old}|撤销{old}建制|将{old}撤销|撤{old}建制|将{old}，撤销"
CREATED = "设立{new}|新设{new}|增设{new}|新设立{new}|恢复{new}建制"
MOVED = (
    "将{giver}的{old}划归{new}|将{giver}{old}划归{new}管辖|{giver}的{old}划入{new}|将原{giver}的{old}划给{new}|{old}由{giver}划归{new}|"
    "将{giver}所辖的{old}划归{new}管辖|将{giver}所属{old}划归{new}管理|从{giver}划出{old}归{new}管辖|将{giver}的{old}移交{new}管辖"
)
SPLIT = (
    "{old}分设为{new}|将{old}拆分为{new}|撤销{old}，设立{new}|撤销{old}，分设{new}|将{old}划分为{new}|{old}析分为{new}|将{old}分为{new}|"
    "{old}拆分，分别设立{new}"
)
PARTS = (
    "撤销{old}，其第1至4村民小组划归{one}，其余划归{other}|撤销{old}，第1-4组并入{one}，其他小组并入{other}|"
    "撤销{old}，其东部划归{one}，西部划归{other}|撤销{old}，将其一组、二组并入{one}，剩余小组并入{other}"
)
PIECE = "将{old}部分区域划归{new}|{old}部分区域划入{new}管辖|将{old}的部分区域划归{new}"
WHOLE_AND_PART = (
    "撤销{one}，设立{new}，以原{one}全部区域和{other}部分区域为{new}的行政区域|"
    "设立{new}，辖原{one}全部区域和{other}部分区域。撤销{one}|撤销{one}，将原{one}和{other}的部分区域合并设立{new}"
)
DISTRICT = "将{giver}{old}划归{new}|{giver}的{old}划归{new}管辖"
GOVERNED = (
    "{new}辖原{giver}的{old}|{new}：辖原{giver}的{old}|{new}辖{own}，原{giver}的{old}|{new}辖{own}和原{giver}的{old}|"
    "{new}辖原{giver}的{old}，共{number}个{level}"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the name of its form, what it says and when that was."""

    words: str
    form: str
    told: frozenset[Told]
    on: str


def _told(before: list[tuple[list[str], str]], after: list[tuple[list[str], str]], *givers: str) -> Told:
    old, new = (frozenset((name, role) for names, role in side for name in names) for side in (before, after))
    return old, new, givers


Made = tuple[str, list[Told]]


def _merged(names: Names) -> Made:
    words, old = names.listed(names.take(names.random.choice((2, 2, 3, 4))))
    new = names.take(1)
    form = names.random.choice(MERGED.split("|"))
    return form.format(old=words, new=new[0]), [_told([(old, "ends")], [(new, "created")])]


def _renamed(names: Names) -> Made:
    old, new = names.take(2)
    form = names.random.choice(RENAMED.split("|"))
    return form.format(old=old, new=new), [_told([([old], "ends")], [([new], "created")])]


def _absorbed(names: Names) -> Made:
    words, old = names.listed(names.take(names.random.choice((1, 1, 2))))
    new = names.take(1)
    form = names.random.choice(ABSORBED.split("|"))
    told = _told([(old, "ends"), (new, "continues")], [(new, "continues")])
    return form.format(old=words, new=new[0]), [told]


def _paired(names: Names) -> Made:
    words, old = names.listed(names.take(names.random.choice((2, 3))))
    new = names.take(len(old))
    form = names.random.choice(PAIRED.split("|"))
    told = [
        _told([([one], "ends"), ([other], "continues")], [([other], "continues")])
        for one, other in zip(old, new, strict=True)
    ]
    return form.format(old=words, new="、".join(new)), told


def _abolished(names: Names) -> Made:
    words, old = names.listed(names.take(names.random.choice((1, 2, 3))))
    form = names.random.choice(ABOLISHED.split("|"))
    return form.format(old=words), [_told([([one], "ends")], []) for one in old]


def _created(names: Names) -> Made:
    new = names.take(names.random.choice((1, 1, 2)))
    form = names.random.choice(CREATED.split("|"))
    return form.format(new="、".join(new)), [_told([], [([one], "created")]) for one in new]


def _moved(names: Names) -> Made:
    words, old = names.listed(names.take(names.random.choice((1, 2, 3))))
    giver, new = names.take(2, ABOVE[names.level])
    form = names.random.choice(MOVED.split("|"))
    return form.format(old=words, giver=giver, new=new), [_told([(old, "moved")], [([new], "receives")], giver)]


def _split(names: Names) -> Made:
    old, new = names.take(1), names.take(names.random.choice((2, 3)))
    form = names.random.choice(SPLIT.split("|"))
    return form.format(old=old[0], new="、".join(new)), [_told([(old, "ends")], [(new, "created")])]


def _parts(names: Names) -> Made:
    old, one, other = names.take(3)
    form = names.random.choice(PARTS.split("|"))
    told = [_told([([old], "ends"), ([new], "continues")], [([new], "continues")]) for new in (one, other)]
    return form.format(old=old, one=one, other=other), told


def _piece(names: Names) -> Made:
    old, new = names.take(2)
    form = names.random.choice(PIECE.split("|"))
    return form.format(old=old, new=new), [_told([([old], "continues")], [([new], "receives")], old)]


def _whole_and_part(names: Names) -> Made:
    one, other, new = names.take(3)
    form = names.random.choice(WHOLE_AND_PART.split("|"))
    told = _told([([one], "ends"), ([other], "continues")], [([new], "created")])
    return form.format(one=one, other=other, new=new), [told]


def _district(names: Names) -> Made:
    giver, new = names.take(2, "县")
    old = names.take(1)
    form = names.random.choice(DISTRICT.split("|"))
    return form.format(old=old[0], giver=giver, new=new), [_told([(old, "moved")], [([new], "receives")], giver)]


def _governed(names: Names) -> Made:
    words, old = names.listed(names.take(names.random.choice((1, 2, 3))))
    (giver, new), own = names.take(2, ABOVE[names.level]), names.take(1)[0]
    form = names.random.choice(GOVERNED.split("|"))
    told = form.format(old=words, giver=giver, new=new, own=own, number=len(old), level=names.level)
    return f"调整行政区划。{told}", [_told([(old, "moved")], [([new], "receives")], giver)]


HIGHER = LEVELS[:-1]
FORMS: dict[str, tuple[Callable[[Names], Made], tuple[str, ...]]] = {
    "merged": (_merged, LEVELS),
    "renamed": (_renamed, LEVELS),
    "absorbed": (_absorbed, LEVELS),
    "paired": (_paired, LEVELS),
    "abolished": (_abolished, LEVELS),
    "created": (_created, LEVELS),
    "moved": (_moved, HIGHER),
    "split": (_split, LEVELS),
    "parts": (_parts, ("村",)),
    "piece": (_piece, LEVELS),
    "whole and part": (_whole_and_part, LEVELS),
    "district": (_district, ("区",)),
    "governed": (_governed, HIGHER),
}
"""What makes a sentence of each form, and at which levels."""

WITHOUT_STATE = ("created", "governed", "district", "whole and part")


def sentences(rounds: int, seed: int) -> Iterator[Sentence]:
    """Every form at every level, so many times over; the same on every run."""
    random = Random(seed)  # noqa: S311 - a sample, the same on every run
    for _ in range(rounds):
        for form, (made, levels) in FORMS.items():
            for level in levels:
                words, told = made(Names(random, level))
                (date, on), reason = random.choice(DATES), random.choice(REASONS)
                behind = ""
                if form not in WITHOUT_STATE and told[0][1] and random.randrange(2):
                    behind = random.choice(BEHIND).format(place=min(told[0][1])[0])
                own_day = "" if form == "governed" or any(word in reason for word in DECIDED) else on
                yield Sentence(f"{date}{reason}{words}{behind}。", form, frozenset(told), own_day)
