"""Invented papers of offices of every level in the layouts in which papers are headed, saved and glued, each with what
its heading says.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Office:
    """An office that issues: its place, name, the code of its numbers, its own bodies, and to whom it writes."""

    place: str
    name: str
    code: str
    bodies: tuple[str, str]
    readers: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a heading says; "" where it does not."""

    title: str
    number: str
    issuer: str
    issued_on: str
    jurisdiction: str


OFFICES = (
    Office("青岭县", "青岭县人民政府办公室", "青政办发", ("县水利局", "县财政局"), "各乡镇人民政府，县级各部门"),
    Office("云湖市", "云湖市人民政府", "云政发", ("市教育局", "市人社局"), "各县（区）人民政府，市直有关单位"),
    Office("栖霞区", "栖霞区农业农村局", "栖农函", ("区林业局", "区民政局"), "各街道办事处、区直各部门"),
    Office("柳荫镇", "中共柳荫镇委员会", "柳委", ("镇农业站", "镇财政所"), "各村（社区）党组织，镇属各站所"),
    Office("江南省", "江南省生态环境厅", "江环便函", ("省水利厅", "省财政厅"), "各设区市生态环境局"),
    Office("阿勒旗", "阿勒旗人民政府办公室", "阿政办字", ("旗水务局", "旗民政局"), "各苏木镇人民政府，旗直各部门"),
)
"""One of each level; two of the names are of today's divisions, the others are of none."""

SUBJECTS = ("农村饮水安全巩固提升工作", "老旧小区改造", "秋冬季森林防灭火工作")
DAY, ISO, CHINESE = "2023年4月6日", "2023-04-06", "二〇二三年四月六日"


def body_of(office: Office) -> list[str]:
    first, second = office.bodies
    return [f"一、查清底数。逐点核查。（责任单位：{first}）", f"二、限期整改。逐项销号。（责任单位：{second}）"]


def letter(office: Office, subject: str) -> tuple[str, str, str]:
    return f"关于印发{office.place}{subject}方案的通知", f"{office.readers}：", "现将方案印发给你们，请认真贯彻执行。"


def head_of(office: Office, title: str, *, number: bool = True, day: bool = True, issuer: bool = True) -> Head:
    return Head(
        title,
        f"{office.code}〔2023〕12号" if number else "",
        office.name if issuer else "",
        ISO if day else "",
        office.place,
    )


Paper = tuple[str, Head]
Layout = Callable[[Office, str], Paper]


def red_head(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    lines = [f"{office.name}文件", f"{office.code}〔2023〕12号", office.name, title, readers, words, office.name, DAY]
    return "\n\n".join([*lines, f"{office.place}{subject}方案", *body_of(office)]), head_of(office, title)


def title_with_issuer(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    lines = [f"{office.name}{title}", f"（{office.code}〔2023〕12号）", readers, words, office.name, CHINESE]
    return "\n".join([*lines, f"{office.place}{subject}方案", *body_of(office)]), head_of(office, title)


def broken_title(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    lines = [f"{office.code}〔2023〕12号", office.name, title[:9], title[9:-3], title[-3:], readers, words]
    return "\n".join([*lines, *body_of(office), office.name, DAY, "（此件公开发布）"]), head_of(office, title)


def number_behind_title(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    lines = [
        f"{office.name}{title}（{office.code}〔2023〕12号）",
        readers,
        words,
        *body_of(office),
        f"{office.name} {DAY}",
    ]
    return "\n".join([*lines, "附件：1.任务清单", "2.联系表"]), head_of(office, title)


def attached_under_other_words(office: Office, subject: str) -> Paper:
    title = f"关于做好{subject}的通知"
    lines = [
        f"{office.name}{title}",
        f"{office.readers}：",
        "现将有关事项通知如下。",
        *body_of(office),
        office.name,
        DAY,
    ]
    return "\n".join([*lines, "", "附件", f"{office.place}{subject}问题整改一览表", "略"]), head_of(
        office, title, number=False
    )


def plan_alone(office: Office, subject: str) -> Paper:
    title = f"{office.place}2023年{subject}实施方案"
    words = f"为做好{subject}，制定本方案。"
    return "\n".join([title, words, *body_of(office), office.name, DAY]), head_of(office, title, number=False)


def plan_without_signature(office: Office, subject: str) -> Paper:
    title = f"{office.place}{subject}任务清单"
    return "\n".join([title, *body_of(office)]), head_of(office, title, number=False, day=False, issuer=False)


def plan_with_day_below(office: Office, subject: str) -> Paper:
    title = f"{office.place}{subject}工作方案（征求意见稿）"
    return "\n".join([title, f"（{DAY}）", *body_of(office)]), head_of(office, title, number=False, issuer=False)


def cited_bodies(office: Office, subject: str) -> Paper:
    title = f"{office.place}{subject}工作方案"
    cited = f"《国务院办公厅关于加强{subject}的意见》（国办发〔2022〕7号）"
    words = f"为贯彻落实{cited}和省政府关于{subject}的要求，制定本方案。"
    return "\n".join([title, words, *body_of(office)]), head_of(office, title, number=False, day=False, issuer=False)


def passed_on(office: Office, subject: str) -> Paper:
    title = f"转发省水利厅关于做好{subject}的通知"
    lines = [f"{office.name}{title}", f"{office.code}〔2023〕12号", f"{office.readers}：", "请认真贯彻执行。"]
    return "\n".join([*lines, *body_of(office), office.name, DAY]), head_of(office, title)


def printed_below(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    lines = [
        f"{office.code}〔2023〕12号 签发人：周正",
        office.name,
        title,
        readers,
        words,
        *body_of(office),
        office.name,
        DAY,
    ]
    return "\n".join([*lines, "抄送：市委办公室。", f"{office.name} 2023年4月8日印发"]), head_of(office, title)


def page_data_in_bars(office: Office, subject: str) -> Paper:
    title = f"关于印发{subject}任务分工的通知"
    lines = [
        "索引号: | 011234567/202304-00012 | 信息分类: | 通知 |",
        f"发布机构: | {office.place}信息中心 | 主题分类: | 农业 / 通知 |",
        "成文日期: | 2023-04-06 | 发布日期: | 2023-04-10 09:12 |",
        f"发文字号: | {office.code}〔2023〕12号 | 有 效 性: | 有效 |",
        f"标 题: | {office.name}{title} | | |",
        f"{office.readers}：",
        "现将任务分工印发给你们。",
    ]
    return "\n".join([*lines, *body_of(office)]), head_of(office, title)


def page_data_glued(office: Office, subject: str) -> Paper:
    title = f"关于印发{subject}任务分工的通知"
    data = (
        f"索引号：011234567/202304-00012主题分类：农业发文机关：{office.name}成文日期：2023年04月06日"
        f"标题：{office.name}{title}发文字号：{office.code}〔2023〕12号发布日期：2023年04月10日"
    )
    return "\n".join([data, f"{office.readers}：", "现将任务分工印发给你们。", *body_of(office)]), head_of(
        office, title
    )


def page_data_in_cells(office: Office, subject: str) -> Paper:
    title = f"关于加强{subject}的意见"
    lines = [
        f"索引号\t0112/2023-00012\t发文机关\t{office.name}",
        f"成文日期\t2023-04-06\t发文字号\t{office.code}〔2023〕12号",
        f"标题\t{office.name}{title}\t有效性\t有效",
    ]
    return "\n".join([*lines, "", f"{office.readers}：", "现提出如下意见。", *body_of(office)]), head_of(office, title)


def menu_above(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    menu = [
        "网站首页",
        "政务公开",
        "办事服务",
        "互动交流",
        "无障碍阅读",
        f"您当前的位置：首页 > 政务公开 > {office.name}文件",
    ]
    lines = [*menu, "字号：大 中 小 打印 关闭", f"{office.name}{title}", f"{office.code}〔2023〕12号", readers, words]
    foot = f"主办：{office.name} 承办：{office.place}大数据中心 网站标识码：0000000000"
    return "\n".join([*lines, *body_of(office), office.name, DAY, foot]), head_of(office, title)


def advertisement_above(office: Office, subject: str) -> Paper:
    title = f"{office.place}2023年{subject}工作要点"
    lines = ["热烈庆祝建县七十周年", "点击下载手机客户端", "发布时间：2023-04-06 来源：信息中心 浏览次数：12", title]
    return "\n".join([*lines, *body_of(office)]), head_of(office, title, number=False, issuer=False)


def draft_letter(office: Office, subject: str) -> Paper:
    title = f"关于征求《{office.place}{subject}方案（征求意见稿）》意见的函"
    lines = [
        f"{office.name}{title}",
        f"{office.readers}：",
        "请于4月20日前反馈意见。",
        office.name,
        DAY,
        "发文稿纸",
        "拟稿人：",
    ]
    return "\n".join(lines), head_of(office, title, number=False)


def one_line_plan(office: Office, subject: str) -> Paper:
    title = f"{office.place}{subject}工作方案"
    body = "".join([*body_of(office), "三、严明纪律。有关人员要各司其职。"])
    return f"{title}为做好{subject}，制定本方案。{body}{office.name}{DAY}", head_of(office, title, number=False)


def one_line_letter(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    head = f"{office.name}文件{office.code}〔2023〕12号{office.name}{title}{readers}{words}{office.name}{DAY}"
    return f"{head}{office.place}{subject}方案{''.join(body_of(office))}", head_of(office, title)


def one_line_with_blanks(office: Office, subject: str) -> Paper:
    title, readers, words = letter(office, subject)
    head = f"{office.name}  {title}  {office.code}〔2023〕12号  {readers}  {words}  "
    return f"{head}{' '.join(body_of(office))}  {office.name}  {DAY}  （此件公开发布）", head_of(office, title)


def one_line_then_attachment(office: Office, subject: str) -> Paper:
    title = f"{office.place}{subject}实施方案"
    signed = f"联系人：王敏附件：设备清单{office.name}{DAY}附件：设备清单"
    return f"{title}一、总则按照统一部署推进。{''.join(body_of(office))}{signed}", head_of(office, title, number=False)


def one_line_opinion(office: Office, subject: str) -> Paper:
    title = f"关于进一步加强{subject}的意见"
    opening = f"{office.name}{title}{office.readers}：为做好{subject}，提出如下意见。"
    return f"{opening}{''.join(body_of(office))}{office.name}{DAY}印发", head_of(office, title, number=False)


LAYOUTS: tuple[Layout, ...] = (
    red_head,
    title_with_issuer,
    broken_title,
    number_behind_title,
    attached_under_other_words,
    plan_alone,
    plan_without_signature,
    plan_with_day_below,
    cited_bodies,
    passed_on,
    printed_below,
    page_data_in_bars,
    page_data_glued,
    page_data_in_cells,
    menu_above,
    advertisement_above,
    draft_letter,
    one_line_plan,
    one_line_letter,
    one_line_with_blanks,
    one_line_then_attachment,
    one_line_opinion,
)


def invented() -> Iterator[tuple[str, str, Head]]:
    """Every layout for every office: what to call it, the paper, and what its heading says."""
    for (at, layout), (number, office) in product(enumerate(LAYOUTS), enumerate(OFFICES)):
        words, head = layout(office, SUBJECTS[(at + number) % len(SUBJECTS)])
        yield f"{layout.__name__} {office.place}", words, head
