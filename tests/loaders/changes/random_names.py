"""Invented names of places of every kind, and lists of them as papers write them: with and without counts."""

from dataclasses import dataclass, field
from random import Random

_STEMS = """
东山 西岭 柳湾 沙沟 前院 后院 五里店 三里店 史各庄 马家庄 瓦厂 铁厂 高院 王站 柳站 十里铺 七里河 三合
五星 八一 四方 六合 九龙 百家 千佛 万年 双河 和平 永和 清和 和顺 太和 仁和 区家 西区湾 州头
市桥 镇海 乡约 村头 县前 旗山 向阳 前进 胜利 红旗 团结 建设 振兴 发展 幸福 文明 新建 建新
平安 民主 分水 归德 设福 并州 合心 先锋 将军 后港 其塔 为民 自强 全胜 至善 与民 及第 同心
共和 联合 合作 改河 更新 立新 成立 置信 管头 所前 等驾 部前 委岭 学堂 校场 医巷 局前 站前
队部 店子 会龙 长坪 科里 班竹 段家 点灯 体仁 员庄 人和 制胜 公平 中心桥 老林 林场 农场 城中
城关 城东 城郊 桥头 关庙
"""
STEMS = tuple(_STEMS.split())
"""Names that hold verbs, conjunctions, numerals, class words and words of sentences."""

SIGNS = (
    "青石白水红岩金沙大小上下龙凤虎马牛羊松柏竹梅兰桂杏桃李杨柳槐榆桑麻黄黑紫丁王张刘陈赵周吴徐孙朱胡郭何"
    "高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕任沈姚卢姜崔钟谭陆汪范廖贾夏韦付方邹孟熊秦邱"
    "江尹薛闫雷侯史陶黎贺顾毛郝龚邵钱严武戴莫孔汤"
)
TAILS = (
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
)
AREAS = ("院", "厂", "林", "城", "校", "营")
"""Before 区 they make words for areas that are no places (林区, 厂区)."""
CLASSES = {"村": ("村", "行政村", "建制村"), "街道": ("街道", "街道办事处")}
NUMERALS = " 一两三四"


@dataclass(slots=True)
class Names:
    """Names of one level, no stem twice."""

    random: Random
    level: str
    used: set[str] = field(default_factory=set)

    def take(self, number: int, level: str = "") -> list[str]:
        """So many names of the level, or of another one."""
        return [self._stem(level or self.level) + (level or self.level) for _ in range(number)]

    def listed(self, names: list[str]) -> tuple[str, list[str]]:
        """The words for a list, and the names as they stand in it: without class words where a count has them."""
        kind = self.random.choice(("plain", "plain", "plain", "and", "count", "bare", "short"))
        if len(names) < len(("one", "another")) or kind == "plain":
            return "、".join(names), names
        number = self.random.choice((str(len(names)), NUMERALS[len(names)]))
        counted = f"{number}个{self.random.choice(CLASSES.get(self.level, (self.level,)))}"
        bare = [name.removesuffix(self.level) for name in names]
        if kind == "and":
            return f"{'、'.join(names[:-1])}{self.random.choice('和与')}{names[-1]}", names
        if kind == "count":
            return f"{'、'.join(names)}{self.random.choice(('', '等', '共'))}{counted}", names
        if kind == "bare":
            return f"{'、'.join(bare[:-1])}{self.random.choice('、和')}{bare[-1]}{counted}", bare
        return f"{'、'.join(bare)}{NUMERALS[len(names)]}{self.level}", bare

    def _stem(self, level: str) -> str:
        while True:
            stem = self.random.choice(STEMS)
            if self.random.randrange(2):
                signs = self.random.choices(SIGNS, k=self.random.choice((1, 2)))
                stem = "".join((*signs, self.random.choice(TAILS) or self.random.choice(SIGNS)))
            if stem not in self.used and not (level == "区" and stem.endswith(AREAS)):
                self.used.add(stem)
                return stem
