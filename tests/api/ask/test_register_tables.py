"""Event and unit tables of a store, read again: the same graph, and the same bytes when they are written once more."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.ask.register_tables import table, to_file
from graph.derive.build import build
from graph.errors import UsageError
from graph.exports.registers.tables import EVENT_COLUMNS
from graph.facts import Facts
from graph.statements import ChangeStatement, PlanDocument
from graph.stores.open import open_store
from loaders.extract import extract
from tests.effort import examples
from tests.graph.places.histories import papers, told

TABLES = ("events", "units")
CODED = """date,old_id,old_name,new_id,new_name,kind,event,number,old_parent,scheme
2005-01-01,1,Aville,3,Cville,merge,m1,No. 5,T,S
2005-01-01,2,"B, the ville",3,Cville,merge,m1,No. 5,T,S
2012,3,Cville,1,Aville,restore,,,T,S
2013-01-01,8,-Hville,8,=Iville,rename,,,T,S
2014,9,Kville,7,Gville,transfer,,,,R
"""
UNITS = """id,name,valid_from,valid_to,parent_id,level
1,Aville,1990-01-01,2005-01-01,T,town
2,"B, the ville",1990-01-01,2005-01-01,T,town
3,Cville,2005-01-01,,T,town
9,Kville,1990-01-01,,,
T,Top,1990-01-01,,,district
"""
PAPERS = {
    "沿革.txt": """大英县蓬莱镇村级建制沿革
2006年1月1日，竹溪村并入松坡村。
2012年3月1日，恢复竹溪村建制。
2010年6月1日，上河村更名为下河村，下河村更名为上河村。
2013年，撤销枫荷村，设立枫林村、荷塘村。
2015年5月1日，蓬莱镇更名为蓬莱街道。
""",
    "公告.txt": """关于部分乡镇行政区划调整的公告
经省人民政府批准，现将我县乡镇行政区划调整情况公告如下：
（一）撤销双河乡、太平乡，设立双河镇，以原双河乡、太平乡所属行政区域为双河镇的行政区域。
（二）撤销城关镇，设立东关街道、西关街道，将原城关镇的东门社区、南门社区划归东关街道管辖。
2021年3月1日
""",
    "拟.txt": """关于大英县蓬莱镇村级建制调整的公示
2018年3月1日，拟将枫林村与荷塘村合并，设立枫溪村。
""",
}


def of_places(facts: Facts) -> list[tuple[object, ...]]:
    """All that a graph tells of places and changes, but for the passages that say so."""
    labels, kinds = {"Place", "ChangeEvent"}, {"CHANGED_BY", "RESULTED_IN", "PART_OF"}
    nodes = [(node.id, *sorted(node.properties.items())) for node in facts.nodes if node.label in labels]
    edges = [
        (edge.key, *sorted((name, value) for name, value in edge.properties.items() if name != "sources"))
        for edge in facts.edges
        if edge.type in kinds
    ]
    return sorted([*nodes, *edges], key=repr)


def files_of(facts: Facts, ending: str) -> dict[str, bytes]:
    """The tables of a graph, by name."""
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), facts)
        return {f"{which}{ending}": to_file(table(store, which), ending) for which in TABLES}  # type: ignore[arg-type]


def read_again(files: dict[str, bytes]) -> Facts:
    """The graph of some files."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        return build([extract(Path(folder) / name) for name in files])


def assert_same(documents: Sequence[PlanDocument], ending: str = ".csv") -> None:
    first = build(documents)
    files = files_of(first, ending)
    again = read_again(files)
    assert of_places(again) == of_places(first)
    assert files_of(again, ending) == files


@pytest.fixture
def papers_on_places(tmp_path: Path) -> list[PlanDocument]:
    """Papers and tables of registers as they are read."""
    for name, words in {**PAPERS, "s.csv": CODED, "s_units.csv": UNITS}.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    return [extract(path) for path in sorted(tmp_path.iterdir())]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_tables_are_read_to_the_same_graph_and_written_to_the_same_bytes(
    papers_on_places: list[PlanDocument], ending: str
) -> None:
    assert_same(papers_on_places, ending)


@settings(deadline=None, max_examples=examples(10), suppress_health_check=list(HealthCheck))
@given(st.one_of(told(), told(most=25, villages=24)), st.data())
def test_any_history_comes_back_from_its_tables(said: list[tuple[str, ChangeStatement]], data: st.DataObject) -> None:
    apart = data.draw(st.lists(st.integers(0, 3), min_size=len(said), max_size=len(said)))
    assert_same(papers(said, apart))


def test_every_row_tells_one_leg_in_the_columns_of_the_header(papers_on_places: list[PlanDocument]) -> None:
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), build(papers_on_places))
        header, *rows = table(store, "events")
    assert header == EVENT_COLUMNS
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    [went] = [one for one in cells if one["old_name"] == "竹溪村"]
    assert went["event"]
    assert (went["date"], went["kind"], went["status"], went["old_role"], went["share"], went["new_role"]) == (
        "2006-01-01", "absorb", "stated", "ends", "whole", "continues"
    )  # fmt: skip
    assert went["old_parent"] == "大英县/蓬莱镇"
    assert went["source"].endswith("沿革.txt:2")
    [undated, _] = [one for one in cells if one["new_name"] == "双河镇"]
    assert (undated["date"], undated["status"], undated["old_code"], undated["scheme"]) == ("", "approved", "", "")
    [proposed, _] = [one for one in cells if one["status"] == "proposed"]
    assert proposed["new_name"] == "枫溪村"
    [coded] = [one for one in cells if one["old_name"] == "B, the ville"]
    assert (coded["old_code"], coded["new_code"], coded["scheme"], coded["event"]) == ("2", "3", "S", "m1")


def test_a_cell_is_no_formula_and_comes_back_as_it_was(papers_on_places: list[PlanDocument]) -> None:
    events = files_of(build(papers_on_places), ".csv")["events.csv"].decode()
    assert "'=Iville" in events
    names = {
        node.properties["name"] for node in read_again({"events.csv": events.encode()}).nodes if node.label == "Place"
    }
    assert {"=Iville", "-Hville"} <= names


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(UsageError, match=r"\.pdf"):
        to_file([EVENT_COLUMNS], ".pdf")
