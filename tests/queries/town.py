"""A small graph for the tests of questions: two towns of one county, two papers, three plans, six tasks, two changes.

蓬莱镇's paper has two copies; its first task stands in prose and in a row whose deadlines differ. 福寿村 and 忠荣村
became 福荣村; 梓潼村 went into 吊脚楼村, which kept its name.
"""

from graph.facts import Edge, Facts, Node, Value
from tests.graph.examples import edge, facts, node

COUNTY = node("Place", "county", name="大英县", level="county", lasting_id="county", search="大英县 dayingxian")
TOWN = node("Place", "penglai", name="蓬莱镇", level="town", lasting_id="penglai", search="蓬莱镇 penglaizhen")
OTHER = node("Place", "jinyuan", name="金元镇", level="town", lasting_id="jinyuan", search="金元镇 jinyuanzhen")


def village(identity: str, name: str, lasting: str = "") -> Node:
    return node("Place", identity, name=name, level="village", lasting_id=lasting or identity, search=name)


FUSHOU, ZHONGRONG, FURONG = village("fushou", "福寿村"), village("zhongrong", "忠荣村"), village("furong", "福荣村")
ZITONG = village("zitong", "梓潼村")
OLD_DIAOJIAO, DIAOJIAO = village("diao1", "吊脚楼村", "diao"), village("diao2", "吊脚楼村", "diao")
VILLAGES = (FUSHOU, ZHONGRONG, FURONG, ZITONG, OLD_DIAOJIAO, DIAOJIAO)

LONG = node("File", "file1", paths=("a/通知.txt", "b/通知.txt"), format="txt")
COPY = node("File", "file2", paths=("copy.txt",), format="txt")
LIST = node("File", "file3", paths=("金元.txt",), format="txt")
NOTICE = node("Document", "doc1", title="通知", number="大蓬委发〔2021〕50号", issuer="镇党委", issued_on="2021-08-19")
SHEET = node("Document", "doc2", number="大金委〔2020〕1号", issuer="金元镇", issued_on="2020-03-01")
ASSETS = node("Plan", "plan1", ordinal=1, title="盘活公有资产工作方案", body=True)
ROADS = node("Plan", "plan2", ordinal=2, title="道路建设工作方案", body=True)
EMPTY = node("Plan", "plan3", ordinal=3, title="优化编制工作方案", body=True)
OTHERS = node("Plan", "plan4", ordinal=1, title="任务清单", body=True)


def unit(identity: str, name: str, *aliases: str, kind: str = "body") -> Node:
    search = f"{name} {' '.join(aliases)} {identity}"
    return node("Unit", identity, name=name, aliases=(name, *aliases), kind=kind, level="town", search=search)


SOCIAL = unit("sheshiban", "社事办", "镇社事办")
FINANCE = unit("caizhengban", "财政办")
WATER = unit("shuiwuban", "水务办（河长和移民办）")
GENERAL = unit("zongzhi", "各总支", kind="group")
SOCIAL_THERE = unit("sheshiban2", "社事办", "镇社事办")
RAN = node("Person", "ran", name="冉泰休", aliases=("冉泰休",), search="冉泰休 rantaixiu")
LI = node("Person", "li", name="李刚", aliases=("李刚",), search="李刚 ligang")
SEAT = node("Post", "post1", title="副组长")
OFFICE = node("Post", "post2", title="镇党委委员")


def task(identity: str, number: str, title: str, due: tuple[str, ...], standing: str, **values: Value) -> Node:
    text = "、".join(due)
    kind = "point" if due else ""
    last = max(due, default="")
    dues: dict[str, Value] = {"due_text": text, "due_kind": kind, "due_dates": due, "due": last}
    return node("Task", identity, number=number, title=title, standing=standing, **dues, **values)


CHECK = task("t1", "1", "组织开展资产清查", ("2021-03-31",), "s2", content="做实资产清查", category="公有资产")
LEASE = task("t2", "2", "盘活资产", ("2021-09-30", "2021-12-31"), "s3")
AUDIT = task("t3", "4", "健全制度", (), "s4", ongoing=True)
ROAD = task("t4", "（一）", "畅通工程", ("2025-12-31",), "s5", start="2022-01-01", leader_roles=("镇行业分管领导",))
LATE = task("t5", "（三）", "后期管护", ("2021-12-31",), "s6")
THERE = task("t6", "1", "组织宣传", ("2020-06-30",), "s8")


def passage(identity: str, key: str, line: int, table: int = 0, **values: Value) -> Node:
    return node("Passage", identity, key=key, line=line, end_line=line, start_char=line * 10, table_no=table, **values)


PROSE = passage("s1", "prose", 73, kind="task", quote="（一）组织开展资产清查。")
PASSAGES = (
    passage("s2", "t1", 139, 1, kind="task", row_no=2, quote="组织开展资产清查"),
    passage("s3", "t2", 148, 1, kind="task", row_no=3, quote="盘活资产"),
    passage("s4", "t3", 150, 1, kind="task", row_no=4, quote="健全制度"),
    passage("s5", "t4", 90, kind="task", quote="畅通工程"),
    passage("s6", "t5", 95, kind="task", quote="后期管护"),
)
COPIED = passage("s7", "t1", 12, kind="task", quote="组织开展资产清查")
ELSEWHERE = passage("s8", "t6", 3, kind="task", quote="组织宣传")
MERGED = passage("s9", "m1", 457, 2, kind="change", quote="福寿村\t忠荣村\t福荣村")
KEPT = passage("s10", "m2", 477, 2, kind="change", quote="梓潼村\t吊脚楼村\t吊脚楼村")

MERGER = node("ChangeEvent", "e1", kind="merge", latest="2021-08-19", status="done")
ABSORPTION = node("ChangeEvent", "e2", kind="absorb", stated_on="2020-05", earliest="2020-05-01", latest="2020-05-31")


def town() -> Facts:
    """The whole graph."""
    nodes = [value for value in globals().values() if isinstance(value, Node)]
    return facts(*nodes, *VILLAGES, *PASSAGES, *_papers(), *_owners(), *_places(), *_changes())


def _papers() -> list[Edge]:
    tasks = ((CHECK, ASSETS), (LEASE, ASSETS), (AUDIT, ASSETS), (ROAD, ROADS), (LATE, ROADS), (THERE, OTHERS))
    stated = [
        edge("STATED_IN", one, said) for one, said in zip((CHECK, LEASE, AUDIT, ROAD, LATE), PASSAGES, strict=True)
    ]
    return [
        *(edge("HAS", LONG, said) for said in (PROSE, *PASSAGES, MERGED, KEPT)),
        edge("HAS", COPY, COPIED),
        edge("HAS", LIST, ELSEWHERE),
        edge("COPY_OF", LONG, NOTICE),
        edge("COPY_OF", COPY, NOTICE),
        edge("COPY_OF", LIST, SHEET),
        *(edge("CONTAINS", NOTICE, plan) for plan in (ASSETS, ROADS, EMPTY)),
        edge("CONTAINS", SHEET, OTHERS),
        *(edge("SETS", plan, one) for one, plan in tasks),
        *stated,
        *(edge("STATED_IN", CHECK, said) for said in (PROSE, COPIED)),
        edge("STATED_IN", THERE, ELSEWHERE),
        edge(
            "CONFLICTS",
            PASSAGES[0],
            PROSE,
            field="lead_units due_text",
            values=("财政办", "财政办、社事办", "2021年3月31日前", "2021年4月"),
        ),
    ]


def _owners() -> list[Edge]:
    return [
        edge("LEADS", FINANCE, CHECK, position=1, basis="column", sources=("s2", "s1")),
        edge("RESPONSIBLE_FOR", GENERAL, CHECK, position=1, sources=("s2",)),
        edge("RESPONSIBLE_FOR", SOCIAL, CHECK, position=2, sources=("s2",)),
        edge("SUPPORTS", FINANCE, CHECK, position=1, sources=("s2",)),
        edge("LEADS", SOCIAL, LEASE, position=1, sources=("s3",)),
        edge("RESPONSIBLE_FOR", SOCIAL, LEASE, position=1, sources=("s3",)),
        edge("RESPONSIBLE_FOR", FINANCE, AUDIT, position=1, sources=("s4",)),
        edge("RESPONSIBLE_FOR", GENERAL, ROAD, position=1, sources=("s5",)),
        edge("SUPPORTS", SOCIAL, LATE, position=1, sources=("s6",)),
        edge("SUPPORTS", WATER, THERE, position=1, sources=("s8",)),
        edge("LEADS", SOCIAL_THERE, THERE, position=1, sources=("s8",)),
        edge("OVERSEES", RAN, CHECK, position=2, sources=("s2",)),
        edge("OVERSEES", LI, CHECK, position=1, lead=True, sources=("s2",)),
        edge("OVERSEES", RAN, LEASE, position=1, sources=("s3",)),
        edge("HOLDS", RAN, SEAT),
        edge("HOLDS", RAN, OFFICE),
    ]


def _places() -> list[Edge]:
    return [
        *(edge("PART_OF", place, TOWN) for place in VILLAGES),
        edge("PART_OF", TOWN, COUNTY),
        edge("PART_OF", OTHER, COUNTY),
        *(edge("LOCATED_IN", one, TOWN) for one in (NOTICE, SOCIAL, FINANCE, WATER, GENERAL, RAN, LI)),
        *(edge("LOCATED_IN", one, OTHER) for one in (SHEET, SOCIAL_THERE)),
        edge("CONCERNS", ROAD, FURONG, sources=("s5",)),
    ]


def _changes() -> list[Edge]:
    return [
        edge("CHANGED_BY", FUSHOU, MERGER, role="ends", share="whole", sources=("s9",)),
        edge("CHANGED_BY", ZHONGRONG, MERGER, role="ends", share="whole", sources=("s9",)),
        edge("RESULTED_IN", MERGER, FURONG, role="created", sources=("s9",)),
        edge("CHANGED_BY", ZITONG, ABSORPTION, role="ends", share="whole", sources=("s10",)),
        edge("CHANGED_BY", OLD_DIAOJIAO, ABSORPTION, role="continues", share="whole", sources=("s10",)),
        edge("RESULTED_IN", ABSORPTION, DIAOJIAO, role="continues", sources=("s10",)),
        edge("STATED_IN", MERGER, MERGED),
        edge("STATED_IN", ABSORPTION, KEPT),
    ]
