"""What the audit finds in the small graph."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.messages.sentences import reason_words
from graph.messages.tables import Lang
from graph.refresh.delta import Delta
from graph.refresh.refresh import refresh
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.words.numerals import Numeral, read_numeral
from loaders.extract import extract
from queries.ask import ask
from queries.audit import FindingRow, SpellingRow, audit
from tests.graph.examples import edge, facts, node
from tests.queries.busy import busy_town


def sentence(lang: Lang, row: FindingRow) -> str:
    """The sentence of a finding's reason."""
    values = row["reason_values"]
    assert isinstance(values, Mapping)
    return reason_words(lang, str(row["reason"]), values)


def test_every_kind_of_problem_is_found_with_its_place(store: Store) -> None:
    rows = audit(store, within=("penglai",))
    assert [(row["problem"], row["task_id"], sentence("en", row)) for row in rows] == [
        ("conflict", "t1", "The passages differ on deadline: 2021年3月31日前 and 2021年4月."),
        ("conflict", "t1", "The passages differ on lead units: 财政办 and 财政办、社事办."),
        ("deadline passed", "t1", "The deadline 2021-03-31 had passed when the paper was issued on 2021-08-19."),
        ("no leader", "t3", "The row names no leader."),
        ("no lead unit", "t3", "The row names no lead unit."),
        ("two roles", "t2", "Both lead unit and responsible unit: 社事办."),
        ("gap in numbers", "t3", "The numbers go from 2 to 4."),
        ("gap in numbers", "t5", "The numbers go from （一） to （三）."),
        ("no task", "", "No task was read in the plan."),
    ]
    assert (rows[-2]["sources"], rows[-1]["title"]) == (("a/通知.txt:95",), "优化编制工作方案")


@pytest.mark.parametrize(
    ("title", "issued", "told"),
    [
        ("清理石桥村沟渠", "2021-03-01", ["印发之日（2021-03-01）“石桥村”已撤并（不晚于2021-01-31）。"]),
        ("清理原石桥村账务", "2021-03-01", []),
        ("清理石桥村沟渠", "2021-01-31", []),
        ("清理石桥村沟渠", "", []),
    ],
)
@pytest.mark.parametrize("owned", [True, False])
def test_a_task_for_a_village_that_had_ended_before_the_paper_is_told(
    title: str, issued: str, told: list[str], *, owned: bool
) -> None:
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), ended_village(title, issued, owned=owned))
        rows = [row for row in audit(store) if row["problem"] == "place ended"]
    assert [sentence("zh", row) for row in rows] == told
    assert [row["sources"] for row in rows] == [("a.txt:3",)] * len(told)


@pytest.mark.parametrize("changed", [{"status": "proposed"}, {"latest": ""}])
def test_a_village_whose_end_is_not_certain_is_not_told(changed: dict[str, str]) -> None:
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), ended_village("清理石桥村沟渠", "2021-03-01", owned=False, **changed))
        assert "place ended" not in {row["problem"] for row in audit(store)}


def test_a_paper_that_itself_tells_of_the_end_of_a_village_knows_it() -> None:
    told = ended_village("清理石桥村沟渠", "2021-03-01", owned=False)
    stated = edge("STATED_IN", node("ChangeEvent", "e"), node("Passage", "s"))
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), facts(*told.nodes, *told.edges, stated))
        assert "place ended" not in {row["problem"] for row in audit(store)}


def ended_village(title: str, issued: str, *, owned: bool, **changed: str) -> Facts:
    """A paper with one task for 石桥村, or for its unit, which had ended by the last of January 2021."""
    place = node("Place", "shiqiao", name="石桥村", level="village", lasting_id="shiqiao")
    end = node("ChangeEvent", "e", **{"kind": "absorb", "latest": "2021-01-31", "status": "done", **changed})
    paper, file = node("Document", "d", title="通知", issued_on=issued), node("File", "f", paths=("a.txt",))
    task, said = node("Task", "t", title=title), node("Passage", "s", key="t", line=3, kind="task")
    own = node("Unit", "u", name="石桥村", aliases=("石桥村",), kind="body")
    given = (edge("LEADS", own, task, position=1), edge("LOCATED_IN", own, place))
    return facts(
        *(place, end, paper, file, task, said, own),
        *(given if owned else (edge("CONCERNS", task, place),)),
        edge("CHANGED_BY", place, end, role="ends"),
        *(edge("HAS", file, said), edge("COPY_OF", file, paper), edge("STATED_IN", task, said)),
    )


DATED = """大英县人民政府办公室
关于开展水利工作的通知

一、重点任务
1.修建水渠。2025年底前建成水渠30公里。（牵头单位：县水利局）
2.植树造林。力争6月底前全部完成。（牵头单位：县林业局）
3.清理河道。2025年底前清理完毕。（牵头单位：县水利局；完成时限：2025年10月）
4.培训人员。截至2024年底已培训百人，建立长效机制。（牵头单位：县人社局）
"""


def test_dates_in_the_words_of_tasks_without_a_deadline_are_told_once_a_paper(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DATED, encoding="utf-8")
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), build([extract(tmp_path / "a.txt")]))
        deadlines = [row["due_text"] for row in ask(store, "tasks/list")]
        [found] = [row for row in audit(store) if row["problem"] == "date in text"]
    assert deadlines == ["", "", "2025年10月", ""]
    assert found["reason_values"] == {"tasks": 2, "dates": ["2025年底前", "6月底前"]}
    assert [source.rpartition(":")[2] for source in found["sources"]] == ["5", "6"]
    assert sentence("zh", found).startswith("文中写有日期，未作时限（2 项")


def test_two_tasks_of_a_plan_in_the_same_words_are_one_listed_twice() -> None:
    store = open_store(":memory:")
    store.replace(Facts(), busy_town({"甲办": 2}))
    rows = [row for row in audit(store) if row["problem"] == "listed twice"]
    assert [row["sources"] for row in rows] == [("a.txt:1", "a.txt:2")]
    store.close()


def test_spellings_that_may_be_one_are_told(store: Store) -> None:
    pair: SpellingRow = {"name": "三溪口村", "other": "山溪口村", "place": "蓬莱镇"}
    rows = [row for row in audit(store, spellings=[pair]) if row["problem"] == "two spellings"]
    assert [sentence("zh", row) for row in rows] == ["“三溪口村”与“山溪口村”可能是同一名称的两种写法。"]


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        ("（八）", Numeral(8, "(零)")),
        ("(十)", Numeral(10, "(零)")),
        ("十二、", Numeral(12, "零、")),
        ("二十", Numeral(20, "零")),
        ("三十五", Numeral(35, "零")),
        ("9.", Numeral(9, "0.")),
        ("14", Numeral(14, "0")),
        ("24-1", None),
        ("", None),
        ("①", Numeral(1, "0")),
    ],
)
def test_numbers_of_items_are_read_with_their_form(number: str, numeral: Numeral | None) -> None:
    assert read_numeral(number) == numeral


@pytest.mark.parametrize("leaders", [("冉泰休", ""), ("", "")])
def test_a_row_is_blamed_for_no_leader_only_where_another_row_of_its_table_names_one(
    leaders: tuple[str, str], tmp_path: Path
) -> None:
    rows = "".join(f"| {n} | 修{n}号渠 | 水利站 | {name} |\n" for n, name in enumerate(leaders, start=1))
    with closing(open_store(":memory:")) as store:
        paper = tmp_path / "方案.md"
        paper.write_text(
            f"# 蓬莱镇修渠工作方案\n\n| 序号 | 任务 | 牵头单位 | 责任领导 |\n|-|-|-|-|\n{rows}", encoding="utf-8"
        )
        refresh(store, Delta(read=(extract(paper),)))
        assert len(ask(store, "tasks/list")) == 2
        assert [row["title"] for row in audit(store) if row["problem"] == "no leader"] == ["修2号渠"] * any(leaders)


SHEETS = [
    # months, titles beside 清点 and 盘活, expected
    ({"1月": "", "2月": ""}, [("2月", "1月", 2, 2)]),
    ({"1月": "修渠", "2月": "植树"}, [("2月", "1月", 2, 3)]),
    ({"1月": "", "2月": "", "3月": ""}, [("2月", "1月", 2, 2), ("3月", "2月", 2, 2)]),
    ({"1月": "修渠 植树 巡河", "2月": "防汛 抗旱 扫雪"}, []),
    ({"1月": "修渠"}, []),
]


@pytest.mark.parametrize(("months", "expected"), SHEETS)
def test_sheets_of_a_ledger_that_repeat_each_others_tasks_are_told_as_possible_issues_of_one(
    tmp_path: Path, months: dict[str, str], expected: list[tuple[str, str, int, int]]
) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for month, others in months.items():
        sheet = book.create_sheet(month)
        sheet.append([f"蓬莱镇重点工作台账（{month}）"])
        sheet.append(["序号", "工作任务", "工作内容", "牵头单位", "完成时限", "进展情况"])
        for number, title in enumerate(["清点校舍", "盘活校舍", *others.split()], start=1):
            sheet.append([number, title, f"{title}，登记造册。", "社事办", "2021年12月底前", f"{month}已开展"])
    book.save(tmp_path / "台账.xlsx")
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=(extract(tmp_path / "台账.xlsx"),)))
        rows = [row for row in audit(store) if row["problem"] == "plan repeated"]
    told = [(row["plan_title"], *(row["reason_values"][key] for key in ("other", "same", "of"))) for row in rows]
    assert told == [
        (f"蓬莱镇重点工作台账（{a}）", f"蓬莱镇重点工作台账（{b}）", same, of) for a, b, same, of in expected
    ]
    if rows:
        assert "可能是同一台账的前后两期" in sentence("zh", rows[0])
        assert len(rows[0]["sources"]) == 2


def test_a_paper_on_changes_of_places_need_set_no_task(tmp_path: Path) -> None:
    told = (
        "青山县人民政府\n关于同意松林镇行政村调整方案的批复\n\n"
        "松林镇人民政府：\n\n同意撤销甲河村、乙河村，合并设立双河村。\n"
    )
    slack = "青山县人民政府\n松林镇环境整治工作方案\n\n一、总体要求\n\n各村要高度重视，落实到位。\n"
    for words, problems in ((told, []), (slack, ["no task"])):
        path = tmp_path / "a.txt"
        path.write_text(words, encoding="utf-8")
        with closing(open_store(":memory:")) as store:
            store.replace(Facts(), build([extract(path)]))
            assert [row["body"] for row in ask(store, "plans/list")] == [True]
            assert [row["problem"] for row in audit(store) if row["problem"] == "no task"] == problems
