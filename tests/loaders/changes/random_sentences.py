"""Sentences on changes of places made at random, each with what it says: every form at every level, with and without
counts, dates, reasons before and a state after, with invented names of every kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

Party = tuple[str, str]
Told = tuple[tuple[Party, ...], tuple[Party, ...], tuple[str, ...]]
"""Before and after, each a name with its role, and the givers."""

SEED = 20240917
"""Any number; the sentences are the same on every run."""

LEVELS = ("村", "社区", "乡", "镇", "街道", "县", "区", "市", "省")
ABOVE = {"村": "镇", "社区": "街道", "乡": "县", "镇": "县", "街道": "区", "县": "市", "区": "市", "市": "省", "省": ""}
STEMS = (
    "东山 西岭 柳湾 沙沟 前院 后院 五里店 三里店 史各庄 马家庄 瓦厂 铁厂 高院 王站 柳站 十里铺 七里河 三合 五星 八一 四方 六合 九龙 "
    "百家 千佛 万年 双河 和平 永和 清和 和顺 太和 仁和 区家 西区湾 州头 市桥 镇海 乡约 村头 县前 旗山 向阳 前进 胜利 红旗 团结 建设 "
    "振兴 发展 幸福 文明 新建 建新 平安 民主 分水 归德 设福 并州 合心 先锋 将军 后港 其塔 为民 自强 全胜 "
    "至善 与民 及第 同心 共和 联合 合作 改河 更新 立新 成立 置信 管头 所前 等驾 部前 委岭 学堂 校场 医巷 局前 "
    "站前 队部 店子 会龙 长坪 科里 班竹 段家 点灯 体仁 员庄 人和 制胜 公平 中心桥 老林 林场 农场 城中 城关 城东 城郊 桥头 关庙"
).split()
AREAS = ("院", "厂", "林", "城", "校", "营")
"""Before 区 they make words for areas that are no places (林区, 厂区)."""
SIGNS = "青石白水红岩金沙大小上下龙凤虎马牛羊松柏竹梅兰桂杏桃李杨柳槐榆桑麻黄黑紫丁王张刘陈赵周吴徐孙朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤"
TAILS = [
    "",
    "",
    "",
    "家",
    "湾",
    "沟",
    "坪",
    "庄",
    "店",
    "厂",
    "铺",
    "桥",
    "院",
    "塘",
    "寨",
    "堡",
    "营",
    "岭",
    "坝",
    "河",
    "集",
    "屯",
]
REASONS = [
    "",
    "",
    "",
    "为优化资源配置，",
    "因城镇发展需要，",
    "根据群众意愿，",
    "经研究，",
    "经省人民政府批准，",
    "同意",
    "按照便于管理的原则，",
]
DECIDED = ("批准", "同意")
"""Behind a date these make it the day of the decision."""
DATES = [
    ("", ""),
    ("", ""),
    ("2019年12月，", "2019-12"),
    ("1956年3月，", "1956-03"),
    ("2021年3月5日，", "2021-03-05"),
    ("1984年，", "1984"),
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the name of its form, what it says and when that was."""

    words: str
    form: str
    told: tuple[Told, ...]
    on: str


@dataclass(slots=True)
class _Maker:
    """What a form draws from: names of one level and ways to write a list of them."""

    random: Random
    level: str
    used: set[str]

    def stem(self, level: str) -> str:
        while True:
            if self.random.random() < 0.5:
                stem = self.random.choice(STEMS)
            else:
                signs = "".join(self.random.choice(SIGNS) for _ in range(self.random.choice((1, 2))))
                tail = self.random.choice(TAILS)
                stem = signs + (tail or self.random.choice(SIGNS))
            if stem not in self.used and not ((level or self.level) == "区" and stem.endswith(AREAS)):
                self.used.add(stem)
                return stem

    def names(self, number: int, level: str = "") -> list[str]:
        return [self.stem(level) + (level or self.level) for _ in range(number)]

    def list(self, names: list[str]) -> tuple[str, list[str]]:
        """The words for a list, and the names as they stand in it (without class words where a count has them)."""
        kind = self.random.choice(("plain", "plain", "plain", "and", "count", "bare", "short"))
        number, level = len(names), self.level
        if number < 2:
            return "、".join(names), names
        digits = self.random.choice((str(number), "两" if number == 2 else "一二三四五六"[number - 1]))
        bare = [name.removesuffix(level) for name in names]
        if kind == "count":
            return (
                f"{'、'.join(names)}{self.random.choice(('', '等', '共'))}{digits}个{self.random.choice(_classes(level))}",
                names,
            )
        if kind == "bare":
            joint = self.random.choice("、和")
            return f"{'、'.join(bare[:-1])}{joint}{bare[-1]}{digits}个{self.random.choice(_classes(level))}", bare
        if kind == "short":
            return f"{'、'.join(bare)}{'两' if number == 2 else '三四五六'[number - 3]}{level}", bare
        if kind == "and":
            return f"{'、'.join(names[:-1])}{self.random.choice('和与')}{names[-1]}", names
        return "、".join(names), names


def _classes(level: str) -> tuple[str, ...]:
    return {"村": ("村", "行政村", "建制村"), "街道": ("街道", "街道办事处"), "社区": ("社区",)}.get(level, (level,))


def _ends(names: list[str]) -> tuple[Party, ...]:
    return tuple((name, "ends") for name in names)


def _goes_on(names: list[str]) -> tuple[Party, ...]:
    return tuple((name, "continues") for name in names)


def _new(names: list[str]) -> tuple[Party, ...]:
    return tuple((name, "created") for name in names)


Made = tuple[str, tuple[Told, ...]]


def _merge(make: _Maker) -> Made:
    words, old = make.list(make.names(make.random.choice((2, 2, 3, 4))))
    (new,) = make.names(1)
    form = make.random.choice(
        (
            "撤销{old}，设立{new}",
            "撤销{old}，合并设立{new}",
            "由{old}合并设立{new}",
            "由{old}组建{new}",
            "将{old}合并为{new}",
            "将{old}撤并为{new}",
            "合并{old}，设立{new}",
            "合并{old}为{new}",
            "{old}合并成{new}",
            "{old}合并，命名为{new}",
            "将{old}撤销，合并设立{new}",
            "{old}合并组建{new}",
            "{new}由{old}合并而成",
            "撤销{old}，设立{new}，以原{old}的行政区域为{new}的行政区域",
            "将{old}整合为{new}",
            "由原{old}合并组成{new}",
            "将{old}合并，成立{new}",
            "撤销{old}建制，设立{new}",
            "将原{old}整合设立{new}",
            "将{old}合并组建为新的{new}",
            "{old}合并后名称为{new}",
            "{old}合并更名为{new}",
            "撤并{old}，新设{new}",
            "{old}合并组成{new}",
            "撤{old}，建{new}",
            "将{old}成建制合并设立{new}",
            "撤销{old}，组建新的{new}",
            "由{old}整体合并成立{new}",
            "{old}两地合并为{new}"
            if len(old) == 2 and words.endswith(make.level) and "个" not in words
            else "{old}合并为{new}",
        )
    )
    return form.format(old=words, new=new), ((_ends(old), _new([new]), ()),)


def _rename(make: _Maker) -> Made:
    (old,) = make.names(1)
    (new,) = make.names(1)
    form = make.random.choice(
        (
            "{old}更名为{new}",
            "将{old}更名为{new}",
            "{old}改为{new}",
            "{old}改名为{new}",
            "{old}改称{new}",
            "{old}变更为{new}",
            "撤销{old}，设立{new}",
            "撤{old}建{new}",
            "撤{old}设{new}",
            "{old}调整为{new}",
            "由{old}更名为{new}",
        )
    )
    return form.format(old=old, new=new), ((_goes_on([old]), _goes_on([new]), ()),)


def _into(make: _Maker) -> Made:
    words, old = make.list(make.names(make.random.choice((1, 1, 2))))
    (new,) = make.names(1)
    form = make.random.choice(
        (
            "将{old}并入{new}",
            "撤销{old}，并入{new}",
            "撤销{old}建制，所辖并入{new}",
            "撤{old}建制，所辖并入{new}",
            "撤销{old}，将其行政区域并入{new}",
            "撤销{old}，其行政区域划归{new}管辖",
            "撤销{old}，整建制并入{new}",
            "{old}合并到{new}",
            "撤并{old}至{new}",
            "将{old}整体并入{new}",
            "{old}归并到{new}",
            "将{old}撤销，并入{new}",
            "撤销{old}，合并到{new}",
            "撤销{old}并入{new}",
            "将{old}撤并到{new}",
            "撤销{old}建制，其行政区域并入{new}",
            "{old}成建制并入{new}",
        )
    )
    return form.format(old=words, new=new), ((_ends(old) + _goes_on([new]), _goes_on([new]), ()),)


def _pairs(make: _Maker) -> Made:
    names = make.names(make.random.choice((2, 3)))
    words, old = make.list(names)
    new = make.names(len(old))
    form = make.random.choice(
        ("{old}分别并入{new}", "将{old}分别并入{new}", "撤销{old}，分别并入{new}", "撤{old}，其整建制分别并入{new}")
    )
    return form.format(old=words, new="、".join(new)), tuple(
        (_ends([one]) + _goes_on([other]), _goes_on([other]), ()) for one, other in zip(old, new, strict=True)
    )


def _abolish(make: _Maker) -> Made:
    words, old = make.list(make.names(make.random.choice((1, 2, 3))))
    form = make.random.choice(("撤销{old}", "撤销{old}建制", "将{old}撤销", "撤{old}建制"))
    return form.format(old=words), tuple((_ends([one]), (), ()) for one in old)


def _create(make: _Maker) -> Made:
    new = make.names(make.random.choice((1, 1, 2)))
    form = make.random.choice(("设立{new}", "新设{new}", "增设{new}", "新设立{new}", "恢复{new}建制"))
    return form.format(new="、".join(new)), tuple(((), _new([one]), ()) for one in new)


def _move(make: _Maker) -> Made:
    words, old = make.list(make.names(make.random.choice((1, 2, 3))))
    giver, receiver = make.names(2, ABOVE[make.level])
    form = make.random.choice(
        (
            "将{giver}的{old}划归{new}",
            "将{giver}{old}划归{new}管辖",
            "{giver}的{old}划入{new}",
            "将原{giver}的{old}划给{new}",
            "{old}由{giver}划归{new}",
            "将{giver}所辖的{old}划归{new}管辖",
            "将{giver}所属{old}划归{new}管理",
            "从{giver}划出{old}归{new}管辖",
        )
    )
    moved = tuple((name, "moved") for name in old)
    return form.format(old=words, giver=giver, new=receiver), ((moved, ((receiver, "receives"),), (giver,)),)


def _split(make: _Maker) -> Made:
    (old,) = make.names(1)
    new = make.names(make.random.choice((2, 3)))
    form = make.random.choice(
        (
            "{old}分设为{new}",
            "将{old}拆分为{new}",
            "撤销{old}，设立{new}",
            "撤销{old}，分设{new}",
            "将{old}划分为{new}",
            "{old}析分为{new}",
            "将{old}分为{new}",
        )
    )
    return form.format(old=old, new="、".join(new)), ((_ends([old]), _new(new), ()),)


def _parts(make: _Maker) -> Made:
    old, one, other = make.names(3, "村")
    form = make.random.choice(
        (
            "撤销{old}，其第1至4村民小组划归{one}，其余划归{other}",
            "撤销{old}，第1-4组并入{one}，其他小组并入{other}",
            "撤销{old}，其东部划归{one}，西部划归{other}",
            "撤销{old}，将其一组、二组并入{one}，剩余小组并入{other}",
        )
    )
    told = tuple((_ends([old]) + _goes_on([new]), _goes_on([new]), ()) for new in (one, other))
    return form.format(old=old, one=one, other=other), told


def _piece(make: _Maker) -> Made:
    old, new = make.names(2)
    form = make.random.choice(("将{old}部分区域划归{new}", "{old}部分区域划入{new}管辖", "将{old}的部分区域划归{new}"))
    return form.format(old=old, new=new), ((_goes_on([old]), ((new, "receives"),), (old,)),)


def _whole_and_part(make: _Maker) -> Made:
    one, other, new = make.names(3)
    form = make.random.choice(
        (
            "撤销{one}，设立{new}，以原{one}全部区域和{other}部分区域为{new}的行政区域",
            "设立{new}，辖原{one}全部区域和{other}部分区域。撤销{one}",
            "撤销{one}，将原{one}和{other}的部分区域合并设立{new}",
        )
    )
    return form.format(one=one, other=other, new=new), ((_ends([one]) + _goes_on([other]), _new([new]), ()),)


def _district(make: _Maker) -> Made:
    county, receiver = make.names(2, "县")
    (moved,) = make.names(1, "区")
    form = make.random.choice(("将{county}{moved}划归{receiver}", "{county}的{moved}划归{receiver}管辖"))
    return form.format(county=county, moved=moved, receiver=receiver), (
        (((moved, "moved"),), ((receiver, "receives"),), (county,)),
    )


def _govern(make: _Maker) -> Made:
    words, old = make.list(make.names(make.random.choice((1, 2, 3))))
    giver, receiver, own = (*make.names(2, ABOVE[make.level]), *make.names(1))
    form = make.random.choice(
        (
            "{receiver}辖原{giver}的{old}",
            "{receiver}：辖原{giver}的{old}",
            "{receiver}辖{own}，原{giver}的{old}",
            "{receiver}辖{own}和原{giver}的{old}",
        )
    )
    moved = tuple((name, "moved") for name in old)
    return f"调整行政区划。{form.format(receiver=receiver, giver=giver, old=words, own=own)}", (
        (moved, ((receiver, "receives"),), (giver,)),
    )


FORMS: dict[str, Callable[[_Maker], Made]] = {
    "merge": _merge, "rename": _rename, "into": _into, "pairs": _pairs, "abolish": _abolish, "create": _create, "move": _move, "split": _split,
    "parts": _parts, "piece": _piece, "whole and part": _whole_and_part, "district": _district, "govern": _govern,
}  # fmt: skip
ONE_LEVEL = ("parts", "district")
"""Forms whose levels are given."""


def sentences(rounds: int, seed: int = SEED) -> Iterator[Sentence]:
    """Every form at every level, so many times over."""
    random = Random(seed)
    for _ in range(rounds):
        for form, made in FORMS.items():
            for level in ("村",) if form in ONE_LEVEL else LEVELS:
                if level == "省" and form in ("move", "govern"):
                    continue
                words, told = made(_Maker(random, level, set()))
                date, on = random.choice(DATES)
                reason = random.choice(REASONS)
                place = told[0][1][0][0] if told[0][1] else ""
                behind = [""]
                if place and form not in ("create", "govern", "district", "whole and part"):
                    behind += [
                        f"，驻{place}中心街12号",
                        "，办公地点设在原办公楼",
                        "，隶属关系不变",
                        "，原有债权债务由新单位承担",
                    ]
                decided = any(word in reason for word in DECIDED)
                own_day = "" if decided or form == "govern" else on
                yield Sentence(f"{date}{reason}{words}{random.choice(behind)}。", form, told, own_day)
