"""Editions on the command line: what stands, what changed, what was replaced and is listed only where asked for."""

import json
from itertools import permutations
from pathlib import Path

import openpyxl
import pytest

from graph.stores.open import DEFAULT_STORE
from tests.api.conftest import Program
from tests.api.papers import NOTICE, write

MOVED = NOTICE.replace("2021年12月底前", "2022年3月底前").replace("牵头单位：党建办", "牵头单位：财政办")
LATER = MOVED.replace("2021年4月12日", "2021年6月1日")
STANDS = MOVED.replace("请认真落实。", "请认真落实。前发文件有误，以此份为准。")
OTHER = (
    LATER.replace("〔2021〕26号", "〔2021〕50号")
    .replace("盘活闲置资产工作方案》的通知", "盘活闲置资产实施方案》的通知")
    .replace("请认真落实。", "请认真落实。原大蓬委发〔2021〕26号文件同时废止。")
)


def tasks(plangraph: Program, *options: str) -> list[tuple[str, str, str, bool]]:
    """The tasks of the store: title, deadline, the file of the first source, whether replaced."""
    rows = json.loads(plangraph("tasks", "--json", *options).out)
    return [(row["title"], row["due_text"], row["sources"][0].split(":")[0], row["replaced"]) for row in rows]


@pytest.mark.parametrize("later", [LATER, STANDS])
def test_what_stands_does_not_hang_on_the_order_of_loading(plangraph: Program, home: Path, later: str) -> None:
    for place, order in enumerate(permutations(["老.txt", "新.txt"])):
        folder = home / str(place)
        for name in order:
            write(folder, name, {"老.txt": NOTICE, "新.txt": later}[name])
            assert plangraph("load", folder / name, "--store", f"{place}.lbug").code == 0
        found = tasks(plangraph, "--store", f"{place}.lbug")
        assert found == [
            ("开展清产核资", "2022年3月底前", "新.txt", False),
            ("盘活闲置校舍", "2021年9月30日前", "新.txt", False),
        ]
        assert len(tasks(plangraph, "--store", f"{place}.lbug", "--replaced")) == 4
        assert json.loads(plangraph("conflicts", "--json", "--store", f"{place}.lbug").out) == []


def test_a_paper_that_was_replaced_counts_nowhere_unless_asked_for(plangraph: Program, home: Path) -> None:
    assert plangraph("load", write(home, "老.txt", NOTICE), write(home, "新.txt", OTHER)).code == 0
    assert [source for _, _, source, _ in tasks(plangraph)] == ["新.txt", "新.txt"]
    assert [(source, replaced) for _, _, source, replaced in tasks(plangraph, "--as-of", "2021-05-01")] == [
        ("老.txt", True),
        ("老.txt", True),
    ]
    assert sum(row["tasks"] for row in json.loads(plangraph("units", "--json").out)) == 4
    papers = {row["number"]: row for row in json.loads(plangraph("documents", "--json").out)}
    assert papers["大蓬委发〔2021〕26号"]["replaced"] is True
    assert papers["大蓬委发〔2021〕26号"]["replaced_on"] == "2021-06-01"
    calendar = plangraph("export", "ics").out
    assert "20220331" in calendar
    assert "20211231" not in calendar
    assert "dcterms:replaces" in plangraph("export", "rdf").out
    assert "（已被代替）" in plangraph("tasks", "--replaced", "--lang", "zh").out


def test_two_files_are_compared_without_a_store(plangraph: Program, home: Path) -> None:
    run = plangraph("diff", write(home, "老.txt", NOTICE), write(home, "新.txt", LATER), "--json")
    assert run.code == 0
    assert [
        (row["what"], row["title"], row["field"], row["before"], row["after"], len(row["sources"]))
        for row in json.loads(run.out)
    ] == [
        ("changed", "开展清产核资", "due_text", "2021年12月底前", "2022年3月底前", 2),
        ("changed", "盘活闲置校舍", "lead_units", "党建办", "财政办", 2),
    ]
    assert not (home / DEFAULT_STORE).exists()
    assert "变更" in plangraph("diff", home / "老.txt", home / "新.txt", "--lang", "zh").out


def test_papers_files_and_two_states_of_one_path_are_compared(plangraph: Program, home: Path) -> None:
    old = write(home, "老.txt", NOTICE)
    assert plangraph("load", old).code == 0
    assert json.loads(plangraph("diff", old, "--json").out) == []
    write(home, "老.txt", LATER)
    assert len(json.loads(plangraph("diff", old, "--json").out)) == 2
    assert plangraph("load", write(home, "下/新.txt", OTHER)).code == 0
    for one, other in (("大蓬委发〔2021〕26号", "大蓬委发[2021]50号"), ("大蓬委发〔2021〕26号", old)):
        assert len(json.loads(plangraph("diff", one, other, "--json").out)) == 2


def test_the_two_editions_of_a_number_are_compared_from_what_was_to_what_is(plangraph: Program, home: Path) -> None:
    number = "大蓬委发[2021]26号"
    assert plangraph("load", write(home, "新.txt", LATER)).code == 0
    run = plangraph("diff", number)
    assert run.code == 2
    assert "has one edition" in run.err
    assert plangraph("load", write(home, "老.txt", NOTICE)).code == 0
    rows = json.loads(plangraph("diff", number, "--json").out)
    assert [(row["field"], row["before"], row["after"]) for row in rows] == [
        ("due_text", "2021年12月底前", "2022年3月底前"),
        ("lead_units", "党建办", "财政办"),
    ]
    third = NOTICE.replace("4月12日", "5月1日").replace("2021年9月30日前", "2021年10月底前")
    assert plangraph("load", write(home, "中.txt", third)).code == 0
    run = plangraph("diff", number)
    assert run.code == 2
    assert "several editions: give two of their files (新.txt, 中.txt, 老.txt)" in run.err
    assert plangraph("diff", "大蓬委发〔2021〕99号").code == 1


def test_a_sheet_is_written_to_hand_on(plangraph: Program, home: Path) -> None:
    papers = write(home, "老.txt", NOTICE), write(home, "新.txt", LATER)
    assert plangraph("diff", *papers, "--out", home / "变更.xlsx").out == ""
    assert (home / "变更.xlsx").read_bytes()[:2] == b"PK"


def test_what_is_not_there_is_told_in_a_sentence(plangraph: Program, home: Path) -> None:
    paper = write(home, "老.txt", NOTICE)
    assert plangraph("load", paper).code == 0
    for words in (("diff", paper, "大蓬委发〔2021〕99号"), ("diff", write(home, "别.txt", NOTICE + "\n"))):
        run = plangraph(*words)
        assert run.code == 1
        assert len(run.err.splitlines()) == 1


def told(plangraph: Program, *words: str | Path) -> str:
    """What a load says aside, in Chinese."""
    return plangraph("load", *words, "--lang", "zh").err


def test_a_load_tells_what_a_file_says_otherwise(plangraph: Program, home: Path) -> None:
    assert told(plangraph, write(home, "老.txt", NOTICE)) == ""
    assert "新.txt 代替 老.txt" in told(plangraph, write(home, "新.txt", LATER))
    assert "中.txt 是旧版本，以 新.txt 为准" in told(
        plangraph,
        write(home, "中.txt", NOTICE.replace("4月12日", "5月1日").replace("2021年9月30日前", "2021年10月底前")),
    )
    assert told(plangraph, write(home, "抄.txt", LATER + "\n")) == ""
    changed = LATER.replace("2022年3月底前", "2022年5月底前")
    assert "新.txt，与原先读入的相比：新增任务 0 项，取消 0 项，变更 1 处" in told(
        plangraph, write(home, "新.txt", changed)
    )


def test_what_changed_stands_in_the_answer_of_a_load(plangraph: Program, home: Path) -> None:
    assert plangraph("load", write(home, "老.txt", NOTICE)).code == 0
    run = plangraph("load", write(home, "新.txt", LATER))
    assert run.out.startswith("1 further editions of known papers.\n")
    assert "2022年3月底前" in run.out
    rows = json.loads(plangraph("load", write(home, "新.txt", MOVED), "--json").out)
    assert [(row["path"], row["outcome"], row["changes"]) for row in rows] == [("新.txt", "replaced", [])]


def test_a_person_decides_which_edition_stands_and_takes_it_back(plangraph: Program, home: Path) -> None:
    for name, words in (("老.txt", NOTICE), ("新.txt", MOVED)):
        run = plangraph("load", write(home, name, words), "--lang", "zh")
    assert '请认定：plangraph decide edition "新.txt"' in run.err
    assert [row["open"] for row in json.loads(plangraph("documents", "--json").out)] == [1]
    assert "1 papers have editions" in plangraph("documents").err
    for name, due in (("新.txt", "2022年3月底前"), ("老.txt", "2021年12月底前")):
        assert plangraph("decide", "edition", name).code == 0
        assert tasks(plangraph)[0][:3] == ("开展清产核资", due, name)
        assert [row["open"] for row in json.loads(plangraph("documents", "--json").out)] == [0]
    [row] = json.loads(plangraph("decide", "--json").out)
    assert (row["verdict"], row["kind"]) == ("stands", "edition")
    assert plangraph("decide", "--undo", row["name"], row["other"]).code == 0
    assert [row["open"] for row in json.loads(plangraph("documents", "--json").out)] == [1]
    assert plangraph("decide", "edition", "没有.txt").code == 1


def test_a_paper_that_repeats_the_tasks_of_another_is_proposed_with_figures(plangraph: Program, home: Path) -> None:
    other = OTHER.replace("原大蓬委发〔2021〕26号文件同时废止。", "")
    assert plangraph("load", write(home, "老.txt", NOTICE)).code == 0
    told = plangraph("load", write(home, "新.txt", other), "--lang", "zh").err
    assert "大蓬委发〔2021〕26号 有 2 项任务同名（后者共 2 项），1 项时限不同" in told
    assert "修订" not in plangraph("load", home / "新.txt", "--lang", "zh").err
    [row] = json.loads(plangraph("documents", "--proposals", "--json").out)
    assert (row["number"], row["other_number"]) == ("大蓬委发〔2021〕50号", "大蓬委发〔2021〕26号")
    assert (row["same"], row["of"], row["due_changes"]) == (2, 2, 1)
    assert len(tasks(plangraph)) == 4
    for verdict, left in (("apart", 4), ("replaces", 2)):
        assert plangraph("decide", verdict, row["number"], row["other_number"]).code == 0
        assert json.loads(plangraph("documents", "--proposals", "--json").out) == []
        assert len(tasks(plangraph)) == left


def test_a_paper_without_a_number_is_decided_on_by_its_file(plangraph: Program, home: Path) -> None:
    week = NOTICE.replace("大蓬委发〔2021〕26号", "")
    assert plangraph("load", write(home, "一.txt", week), write(home, "二.txt", OTHER)).code == 0
    assert plangraph("decide", "replaces", "二.txt", "一.txt").code == 0
    assert {source for _, _, source, _ in tasks(plangraph)} == {"二.txt"}
    assert plangraph("decide", "replaces", "三.txt", "一.txt").code == 1


def test_decisions_on_editions_and_papers_go_through_a_file(plangraph: Program, home: Path) -> None:
    other = OTHER.replace("原大蓬委发〔2021〕26号文件同时废止。", "")
    papers = [write(home, name, words) for name, words in (("老.txt", NOTICE), ("二.txt", MOVED), ("新.txt", other))]
    assert plangraph("load", *papers).code == 0
    assert plangraph("decide", "edition", "老.txt").code == 0
    assert plangraph("decide", "replaces", "大蓬委发〔2021〕50号", "大蓬委发〔2021〕26号").code == 0
    assert [source for _, _, source, _ in tasks(plangraph)] == ["新.txt", "新.txt"]
    kept = plangraph("decide", "--json").out
    assert plangraph("decide", "--export", home / "认定.toml").code == 0
    assert plangraph("load", *papers, "--store", "b.lbug").code == 0
    assert plangraph("decide", "--import", home / "认定.toml", "--store", "b.lbug").code == 0
    assert plangraph("decide", "--json", "--store", "b.lbug").out == kept
    assert tasks(plangraph, "--replaced") == tasks(plangraph, "--replaced", "--store", "b.lbug")
    assert plangraph("decide", "apart", "大蓬委发〔2021〕50号", "大蓬委发〔2021〕26号").code == 0
    assert len(tasks(plangraph)) == 4


LED = {"党建办": 0, "财政办": 1, "社事办": 1}
COUNTED = [
    ((), LED),
    (("--replaced",), {"党建办": 1, "财政办": 1, "社事办": 2}),
    (("--as-of", "2021-05"), {"党建办": 1, "财政办": 0, "社事办": 1}),
    (("--as-of", "2021-06-01"), LED),
    (("--as-of", "2021-01-01", "--replaced"), dict.fromkeys(LED, 0)),
]


@pytest.mark.parametrize(("options", "led"), COUNTED)
def test_units_loads_and_findings_count_what_stood_on_a_day_or_was_replaced_where_asked_for(
    plangraph: Program, home: Path, options: tuple[str, ...], led: dict[str, int]
) -> None:
    passed = NOTICE.replace("2021年12月底前", "2020年12月底前")
    assert plangraph("load", write(home, "老.txt", passed), write(home, "新.txt", OTHER)).code == 0
    units = {row["name"]: row["leads"] for row in json.loads(plangraph("units", "--json", *options).out)}
    assert {name: units[name] for name in led} == led
    wide = plangraph("workload", "--json", "--period", "2020..2023", *options)
    loads = {row["name"]: row["leads"] for row in json.loads(wide.out)}
    assert {name: loads.get(name, 0) for name in led} == led
    found = [row["problem"] for row in json.loads(plangraph("audit", "--json", *options).out)]
    assert found.count("deadline passed") == led["党建办"]
    assert plangraph("leaders", "--json", *options).code == 0


def test_the_year_of_a_load_is_that_of_the_latest_paper_of_the_day(plangraph: Program, home: Path) -> None:
    later = OTHER.replace("2021年6月1日", "2022年6月1日")
    assert plangraph("load", write(home, "老.txt", NOTICE), write(home, "新.txt", later)).code == 0
    for options, year in [((), "2022"), (("--as-of", "2021"), "2021")]:
        rows = json.loads(plangraph("workload", "--json", *options).out)
        assert {row["period"] for row in rows} == {year}


def test_spellings_count_no_tasks(plangraph: Program, home: Path) -> None:
    assert plangraph("load", write(home, "老.txt", NOTICE)).code == 0
    run = plangraph("units", "--proposals", "--replaced")
    assert run.code == 2
    assert "--proposals lists spellings" in run.err
    for command in ("workload", "units", "leaders", "audit"):
        assert plangraph(command, "--as-of", "昨天").code == 2


def ledger_of(path: Path, month: str, due: str) -> Path:
    """The ledger of a month, which names neither who issued it nor a number."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([f"蓬莱镇重点工作台账（{month}）"])
    sheet.append(["序号", "工作任务", "工作内容", "牵头单位", "完成时限"])
    for number, title in enumerate(("清点校舍", "盘活校舍"), start=1):
        sheet.append([number, title, f"{title}，登记造册。", "社事办", due])
    book.save(path)
    return path


@pytest.mark.parametrize(("months", "newer"), [(("2月", "10月"), "10月"), (("三月份", "二月份"), "三月份")])
def test_ledgers_of_two_months_are_proposed_as_revisions_and_one_may_replace_the_other(
    plangraph: Program, home: Path, months: tuple[str, str], newer: str
) -> None:
    paths = [ledger_of(home / f"{month}.xlsx", month, f"2021年1{place}月底前") for place, month in enumerate(months)]
    assert plangraph("load", *paths).code == 0
    [row] = json.loads(plangraph("documents", "--proposals", "--json").out)
    assert (row["title"], row["same"], row["of"], row["due_changes"]) == (f"蓬莱镇重点工作台账（{newer}）", 2, 2, 2)
    assert plangraph("decide", "replaces", row["document_id"], row["other_id"]).code == 0
    assert {source for _, _, source, _ in tasks(plangraph)} == {f"{newer}.xlsx"}
    assert json.loads(plangraph("documents", "--proposals", "--json").out) == []
