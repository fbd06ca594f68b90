from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.statements import AppointmentStatement
from loaders.groups.reading import is_group_table, read_group, read_group_table
from loaders.read import read as read_file
from loaders.text import Cell, Paragraph, Table, TableRow, Text, Words, line_starts


def appointments(*lines: str) -> list[AppointmentStatement]:
    characters = "\n".join(lines)
    paragraphs, offset = [], 0
    for number, line in enumerate(lines, start=1):
        paragraphs.append(Paragraph(Words.of(characters, offset, offset + len(line)), number))
        offset += len(line) + 1
    text = Text("a.txt", "0", "txt", characters, tuple(paragraphs), line_starts(characters))
    return list(read_group(text, paragraphs, plan=1))


def seats(*lines: str) -> list[tuple[str, str, str]]:
    return [(one.person, one.role, one.post) for one in appointments(*lines)]


def test_a_list_goes_on_over_lines_without_a_label() -> None:
    assert seats(
        "组      长：张小平  镇党委书记",
        "副  组  长：李  强  镇党委委员、人大主席",
        "王小明  镇党委委员、组织委员",
        "成      员：赵  军  财政所所长",
        "陈  敏  社事办主任",
        "三、工作要求",
        "周立  镇长负责。",
    ) == [
        ("张小平", "组长", "镇党委书记"),
        ("李强", "副组长", "镇党委委员、人大主席"),
        ("王小明", "副组长", "镇党委委员、组织委员"),
        ("赵军", "成员", "财政所所长"),
        ("陈敏", "成员", "社事办主任"),
    ]


def test_a_whole_group_may_stand_on_one_line() -> None:
    assert seats("成立试点工作领导小组: 组 长:张三 副组长:李四 王五 成 员:各部门负责人") == [
        ("张三", "组长", ""),
        ("李四", "副组长", ""),
        ("王五", "副组长", ""),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("组长：张三（县委书记）", [("张三", "组长", "县委书记")]),
        ("组长:张小文市委常委、县委书记", [("张小文", "组长", "市委常委、县委书记")]),
        ("组长：县委书记张三", [("张三", "组长", "县委书记")]),
        ("组长：县委书记 张三", [("张三", "组长", "县委书记")]),
        ("副组长：李四（县长）、王五（副县长）", [("李四", "副组长", "县长"), ("王五", "副组长", "副县长")]),
        ("成员：赵宇  纪委副书记", [("赵宇", "成员", "纪委副书记")]),
        ("指挥长：张  三  镇长", [("张三", "指挥长", "镇长")]),
    ],
)
def test_a_post_stands_behind_before_or_glued_to_a_name(line: str, found: list[tuple[str, str, str]]) -> None:
    assert seats(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "组长：XXX",
        "组长：张某",
        "副组长：",
        "成员：各村支部书记",
        "成立以党政主要领导任双组长、各分管领导任副组长的领导小组。",
        "由市政府主要领导任组长，分管市长任副组长。",
        "所辖村以各小组组长为代办员。",
    ],
)
def test_posts_without_a_name_and_masked_names_are_no_appointments(line: str) -> None:
    assert seats("成立领导小组", line) == []


def test_prose_puts_persons_into_seats() -> None:
    assert seats("成立领导小组，由县委书记张三任组长，李四、王五任副组长。") == [
        ("张三", "组长", "县委书记"),
        ("李四", "副组长", ""),
        ("王五", "副组长", ""),
    ]
    assert seats("领导小组组长由县委书记张三同志担任。", "组长由县委书记张三同志担任。") == [
        ("张三", "组长", "县委书记")
    ]
    assert seats("小组下设办公室，由陈敏兼任办公室主任，负责日常工作。") == [("陈敏", "办公室主任", "")]


def test_a_group_is_called_by_the_heading_above_also_one_over_two_lines() -> None:
    found = appointments("附件1", "东河镇学校布局调整工作", "推  进 小  组", "组  长：张三  镇长")
    assert found[0].unit == "东河镇学校布局调整工作推进小组"
    assert appointments("东河镇防汛抗旱指挥部成员名单", "指挥长：张三")[0].unit == "东河镇防汛抗旱指挥部"


def test_a_group_is_called_by_the_sentence_that_sets_it_up() -> None:
    found = appointments("成立东河县数字乡村试点工作领导小组，组成人员如下：", "组长：张三", "副组长：李四")
    assert {one.unit for one in found} == {"东河县数字乡村试点工作领导小组"}


def test_each_appointment_quotes_its_own_words() -> None:
    found = appointments("领导小组", "组长：张三 书记", "成员：李四 镇长", "王五 主任")
    assert [(one.source.line, one.source.quote) for one in found] == [
        (2, "组长：张三 书记"),
        (3, "成员：李四 镇长"),
        (4, "王五 主任"),
    ]


def test_a_table_of_a_group_has_a_column_of_names_and_one_of_seats() -> None:
    rows = [
        ["组长", "张三", "镇党委书记"],
        ["副组长", "李四", "镇长"],
        ["", "王  五", "副镇长"],
        ["成员", "XXX", "所长"],
    ]
    characters = "\n".join(cell for row in rows for cell in row)
    offset, made = 0, []
    for number, row in enumerate(rows, start=1):
        cells = []
        for words in row:
            end = offset + len(words)
            cells.append(Cell((Words.of(characters, offset, end),) if words else (), offset, end))
            offset = end + 1
        made.append(TableRow(tuple(cells), number))
    table = Table("东河镇领导小组成员名单", ("组内职务", "姓名", "单位及职务"), tuple(made), 1, 0, len(characters))
    text = Text("a.txt", "0", "txt", characters, (table,), line_starts(characters))
    assert is_group_table(table)
    found = read_group_table(text, table, plan=1)
    assert [(one.person, one.role, one.post, one.unit) for one in found] == [
        ("张三", "组长", "镇党委书记", "东河镇领导小组"),
        ("李四", "副组长", "镇长", "东河镇领导小组"),
        ("王五", "副组长", "副镇长", "东河镇领导小组"),
    ]


PERSONS = st.sampled_from(["张三", "李小四", "王五", "赵军", "欧阳明", "陈敏", "周立新"])
POSTS = st.sampled_from(["镇党委书记", "镇党委副书记、镇长", "副镇长", "社事办主任", "财政所所长"])
SEATS = st.sampled_from(["组长", "常务副组长", "副组长", "成员", "指挥长"])


@given(st.lists(st.tuples(SEATS, PERSONS, POSTS), min_size=1, max_size=6), st.sampled_from(["：", ":", " ："]))
def test_a_printed_list_reads_back(rows: list[tuple[str, str, str]], colon: str) -> None:
    lines = [f"{'  '.join(seat)}{colon}{person}  {post}" for seat, person, post in rows]
    assert seats("东河镇工作领导小组", *lines) == [(person, seat, post) for seat, person, post in rows]


@given(st.lists(st.text(alphabet="组长副成员：:张三李四 、（）任由兼领导小组主任书记，。X", max_size=40), max_size=6))
def test_any_lines_are_read_without_an_error(lines: list[str]) -> None:
    for one in appointments(*lines):
        assert one.person
        assert one.source.quote


def test_the_real_group_has_its_fourteen_seats_and_its_office(seeds: Path) -> None:
    text = read_file(next(seeds.glob("000*")))
    paragraphs = [block for block in text.blocks if isinstance(block, Paragraph)]
    found = read_group(text, paragraphs, plan=1)
    assert len(found) == 15
    assert {one.role for one in found} == {"组长", "常务副组长", "副组长", "成员", "办公室主任"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("组长：张三，副组长李四，由办公室负责", [("张三", "组长", ""), ("李四", "副组长", "")]),
        ("副组长：李四（副县长），负责日常工作", [("李四", "副组长", "副县长")]),
        ("副组长：李四，县乡村振兴局负责人", [("李四", "副组长", "县乡村振兴局负责人")]),
        ("副组长：李四，统筹城乡发展局", [("李四", "副组长", "统筹城乡发展局")]),
        ("成员：王五（县水利局），统筹协调水利项目、赵六", [("王五", "成员", "县水利局"), ("赵六", "成员", "")]),
    ],
)
def test_a_clause_behind_a_member_is_no_post(line: str, found: list[tuple[str, str, str]]) -> None:
    assert seats(line) == found
