"""Names of units and wordings of duty as offices use them, and random owner brackets made of both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

EVERYDAY = tuple(Path(__file__).with_name("everyday_units.txt").read_text(encoding="utf-8").split())
"""Units of counties, towns, hospitals, schools and companies, written as their own plans write them."""

_STEMS = ("青禾", "柳湾", "云岭", "东溪", "白石", "长滩", "望江", "三河", "南坪", "石桥")
_KINDS = (
    "海关",
    "总社",
    "支行",
    "一中",
    "机关",
    "安监部",
    "管网部",
    "水厂",
    "苗圃",
    "书店",
    "车间",
    "班组",
    "码头",
    "口岸",
)
INVENTED = tuple(stem + kind for stem in _STEMS for kind in _KINDS)[::2]
"""Units that no list holds, of kinds that end like bodies and of kinds that do not."""

SURE = (
    "县财政局",
    "县水利局",
    "县委组织部",
    "各乡镇",
    "县林业局",
    "县住建局",
    "各街道",
    "县应急局",
    "镇社事办",
    "县直有关部门",
)
"""Units that any reader knows."""

MANNERS = (
    *(
        "",
        "",
        "",
        "按职责",
        "按照职责分工",
        "依职责",
        "依据各自职责",
        "根据职责分工",
        "按管理权限",
        "按照权限",
        "结合各自职责",
        "按职能职责",
    ),
    *(
        "按属地管理原则",
        "按照属地原则",
        "按分工",
        "共同",
        "分别",
        "全力",
        "具体",
        "积极",
        "密切",
        "联合",
        "分级",
        "分头",
        "各自",
        "主动",
        "认真",
    ),
    *(
        "按照各自职责分工",
        "按职责权限",
        "依法",
        "依法依规",
        "按行业管理职责",
        "按工作职责分别",
        "统一",
        "切实",
        "按任务分工",
    ),
)
"""What may stand before a verb of duty and says how."""
VERBS = {
    "lead": (
        "牵头",
        "牵头负责",
        "牵头抓总",
        "牵头组织",
        "牵头落实",
        "总牵头",
        "牵头组织实施",
        "牵头推进",
        "牵头办理",
        "负责牵头",
        "牵头并组织实施",
    ),
    "supporting": (
        "配合",
        "协助",
        "协办",
        "参与",
        "做好配合",
        "配合落实",
        "参与配合",
        "协同配合",
        "给予配合",
        "予以协助",
        "配合做好相关工作",
    ),
    "responsible": (
        *(
            "负责",
            "落实",
            "负责落实",
            "负责组织实施",
            "负责并落实",
            "抓好落实",
            "组织实施",
            "具体实施",
            "协同负责",
            "负责实施",
            "推进落实",
        ),
        *("负责推进", "负责抓好落实", "组织落实", "贯彻落实", "做好落实", "负责办理", "承办"),
    ),
}
"""Verbs of duty, alone and one behind the other, by the role that they give."""
SHAPES = ("（）", "()", "〔〕", "[]", "【】")


@dataclass(frozen=True)
class Bracket:
    """A bracket as printed with its item, and the units by role that it names."""

    words: str
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    supporting: tuple[str, ...]


def with_name(name: str) -> Iterator[Bracket]:
    """Brackets in which a unit stands with others and alone, before a verb."""
    yield Bracket(f"（{name}牵头，县财政局配合）", (name,), (), ("县财政局",))
    yield Bracket(f"（县财政局、{name}、各乡镇按职责分工负责）", (), ("县财政局", name, "各乡镇"), ())
    yield Bracket(f"（{name}负责）", (), (name,), ())
    yield Bracket(f"（县水利局牵头，{name}等部门配合）", ("县水利局",), (), (name,))


def worded(chance: Random, names: Sequence[str] = SURE) -> Bracket:
    """A bracket of one to three duties in random words."""
    free = list(names)
    chance.shuffle(free)
    roles = chance.sample(("lead", "responsible", "supporting"), chance.randint(1, 3))
    units: dict[str, tuple[str, ...]] = dict.fromkeys(VERBS, ())
    clauses = []
    for role in roles:
        units[role] = tuple(free.pop() for _ in range(chance.randint(1, 3)))
        clauses.append(chance.choice("、、，").join(units[role]) + chance.choice(MANNERS) + chance.choice(VERBS[role]))
    clauses[0] = chance.choice(("", "", "由")) + clauses[0]
    shape = chance.choice(SHAPES)
    return Bracket(shape[0] + chance.choice("，，；、").join(clauses) + shape[1], **units)


def printed(bracket: Bracket, stop: str = "before") -> str:
    """A plan whose first item has the bracket, the stop before or behind it, and whose second has a plain one."""
    work = "一、修整沟渠。清除淤积三公里"
    first = {"before": f"{work}。{bracket.words}", "behind": f"{work}{bracket.words}。", "none": work + bracket.words}
    return f"青禾县沟渠整治工作方案\n{first[stop]}\n二、植树。补植五百株。（县园林局负责）\n"
