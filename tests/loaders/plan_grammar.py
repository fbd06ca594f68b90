"""A grammar of plans: what a plan says, as data, and the many ways in which offices print it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from hypothesis import strategies as st

UNITS = (
    "县水利局",
    "县发展改革局",
    "县住房和城乡建设局",
    "市生态环境局青峦分局",
    "县委组织部",
    "各乡镇（街道）",
    "国网青峦县供电公司",
    "县数据局（县大数据中心）",
    "县财政局",
    "团县委",
    "镇社事办",
    "开发区管委会",
    "县级有关部门",
    "东溪村",
    "各县（市、区）人民政府",
)
PEOPLE = ("李建国", "王敏", "赵晓东", "欧阳文斌", "张伟")
DUES = {
    "2024年6月底前": ("2024-06-30",),
    "2024年3月15日": ("2024-03-15",),
    "2024年底": ("2024-12-31",),
    "2024年一季度": ("2024-03-31",),
    "2024年8月、11月": ("2024-08-31", "2024-11-30"),
    "每月25日前": (),
}
WORK = (
    "修复东干渠",
    "实施管网更新改造",
    "建立“一户一档”台账",
    "开展节水宣传",
    "新建公厕12座",
    "完善考核办法",
    "推广“互联网+服务”",
    "整治占道经营",
    "培育家庭农场20家",
    "落实最低生活保障",
)
TEXTS = (
    "",
    "年内完成3.5公里，投资1200万元。",
    "由县政府办督促，各单位要压实责任。",
    "力争2024年10月前见效（含扫尾工程）。",
    "按照“谁主管、谁负责”的原则，逐村逐户登记造册，建立问题台账，做到底数清、情况明。",
)
SECTIONS = ("强化基础设施", "深化专项整治", "健全长效机制")
LABELS = {
    "lead": ("牵头单位", "牵头部门", "主办单位"),
    "responsible": ("责任单位", "责任部门", "落实单位", "承办单位"),
    "supporting": ("配合单位", "协办单位", "参与单位"),
    "lead_leaders": ("牵头领导",),
    "leaders": ("责任领导", "分管领导", "责任人"),
    "due": ("完成时限", "完成时间", "时间节点"),
}
VERBS = {"lead": ("牵头", "牵头负责"), "responsible": ("负责", "落实"), "supporting": ("配合", "参与", "协助")}
PREFACE = (
    "为深入贯彻落实上级决策部署，坚持问题导向、目标导向、结果导向相统一，补短板、强弱项、固底板，推动全县各项重点工作提质增效，"
    "进一步提升人民群众的获得感、幸福感、安全感，结合我县实际和年度目标，在充分调研、广泛征求意见的基础上，制定本方案。"
)
SHAPES = ("（）", "()", "〔〕", "【】", "[]")
STYLES = ("lines", "behind", "bracket", "two brackets", "verbs", "glued")
LAYOUTS = ("lines", "one line", "blank lines", "wrapped")
MARKDOWN = ("paragraphs", "lists", "strong")
ITEM = re.compile(r"(\d+)\.(.*)")
LABEL = re.compile(r"^([^，。]{2,6}[：:])")
WIDTH = 68
_HANGING = "，。、；：）〕】”,;:)]"


@dataclass(frozen=True)
class Task:
    """What an item says of its owners and its deadline."""

    title: str
    text: str
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    supporting: tuple[str, ...]
    lead_leaders: tuple[str, ...]
    leaders: tuple[str, ...]
    due: str

    @property
    def stated(self) -> dict[str, tuple[str, ...]]:
        """The values that are not empty, by the role of their label, in the order in which offices list them."""
        values = {
            "lead_leaders": self.lead_leaders,
            "leaders": self.leaders,
            "lead": self.lead,
            "responsible": self.responsible,
            "supporting": self.supporting,
            "due": (self.due,) if self.due else (),
        }
        return {role: value for role, value in values.items() if value}


@dataclass(frozen=True)
class Wording:
    """How an item is printed: its style, which of the label words, the brackets, the separators."""

    style: str
    word: int
    shape: str
    comma: str
    padded: bool

    def label(self, role: str) -> str:
        """The label word for a role, with its colon."""
        words = LABELS[role]
        return words[self.word % len(words)] + ("：" if self.word % 2 else ":")

    def names(self, values: Sequence[str]) -> str:
        """A list of names; a padded person of two characters has a blank inside (王　敏)."""
        shown = [
            f"{name[0]}　{name[1]}" if self.padded and name in PEOPLE and len(name) == 2 else name for name in values
        ]
        return self.comma.join(shown)

    def bracket(self, words: str) -> str:
        """Words in this wording's brackets."""
        return self.shape[0] + words + self.shape[1]


def printed(task: Task, wording: Wording) -> list[str]:
    """The lines of an item, without its number."""
    head = f"{task.title}。{task.text}"
    parts = [wording.label(role) + wording.names(values) for role, values in task.stated.items()]
    units = {role: values for role, values in task.stated.items() if role in VERBS}
    if wording.style == "lines":
        return [head, *parts]
    if wording.style == "behind":
        return [head + "；".join(parts) + "。"]
    if wording.style == "glued":
        return [head + "".join(parts)]
    if wording.style == "two brackets" and len(parts) > 1:
        return [head + wording.bracket("；".join(parts[:-1])) + wording.bracket(parts[-1])]
    if wording.style == "verbs" and units:
        others = [part for role, part in zip(task.stated, parts, strict=True) if role not in VERBS]
        said = "，".join(
            "、".join(values) + VERBS[role][wording.word % len(VERBS[role])] for role, values in units.items()
        )
        return [head + wording.bracket("；".join([said, *others]))]
    return [head + wording.bracket("；".join(parts))]


def laid_out(sections: Sequence[Sequence[tuple[Task, Wording]]], layout: str, *, restart: bool) -> str:
    """A whole plan with its title, headings and numbers; numbers begin again in each section with `restart`."""
    paragraphs = list(_paragraphs(sections, restart=restart))
    if layout == "one line":
        return "".join(paragraphs)
    if layout == "wrapped":
        lines = [line for paragraph in paragraphs for line in _wrapped(paragraph)]
        lines[len(lines) // 2 : len(lines) // 2] = ["— 2 —"]
        return "\n".join(lines) + "\n"
    return ("\n\n" if layout == "blank lines" else "\n").join(paragraphs) + "\n"


def in_markdown(sections: Sequence[Sequence[tuple[Task, Wording]]], form: str, *, restart: bool) -> str:
    """The same plan in Markdown: items as paragraphs, in lists, or with labels in strong letters; headings as such."""
    title, preface, *others = _paragraphs(sections, restart=restart)
    parts = [f"# {title}", preface]
    for paragraph in others:
        number = ITEM.match(paragraph)
        if paragraph[1] == "、":
            parts.append(f"## {paragraph}")
        elif form == "lists":
            parts.append(f"{number[1]}. {number[2]}" if number else f"    {paragraph}")
        elif form == "strong":
            parts.append(LABEL.sub(r"**\1** ", paragraph) if not number else f"**{number[1]}.** {number[2]}")
        else:
            parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def _paragraphs(sections: Sequence[Sequence[tuple[Task, Wording]]], *, restart: bool) -> Iterator[str]:
    yield "青峦县2024年重点工作实施方案"
    yield PREFACE
    number = 0
    for index, (heading, items) in enumerate(zip(SECTIONS, sections, strict=False)):
        yield f"{'一二三'[index]}、{heading}"
        number = 0 if restart else number
        for number, (task, wording) in enumerate(items, number + 1):  # noqa: B020 - the number goes on over sections
            first, *more = printed(task, wording)
            yield f"{number}.{first}"
            yield from more


def _wrapped(paragraph: str) -> Iterator[str]:
    """Lines as wide as a page; a closing sign that would begin a line hangs at the end of the one before."""
    line, width = "　　", 4
    for sign in paragraph:
        own = 2 if east_asian_width(sign) in "WFA" else 1
        if width + own > WIDTH and sign not in _HANGING:
            yield line
            line, width = "", 0
        line, width = line + sign, width + own
    yield line


def some(values: Sequence[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """Up to `most` of the values, each once."""
    return st.lists(st.sampled_from(values), unique=True, max_size=most).map(tuple)


TASK = st.builds(
    Task, st.sampled_from(WORK), st.sampled_from(TEXTS), some(UNITS), some(UNITS), some(UNITS), some(PEOPLE[:2], 1),
    some(PEOPLE[2:], 2), st.sampled_from(["", *DUES]),
).filter(lambda task: bool(task.stated))  # fmt: skip
WORDING = st.builds(
    Wording,
    st.sampled_from(STYLES),
    st.integers(0, 11),
    st.sampled_from(SHAPES),
    st.sampled_from("、，,"),
    st.booleans(),
)
PLAN = st.lists(st.lists(st.tuples(TASK, WORDING), min_size=2, max_size=3), min_size=2, max_size=3)
