"""Chronicles of a place: every year has its own change, and the subject is named once."""

from graph.statements import ChangeStatement
from loaders.changes.prose import read_changes
from loaders.text import Text, Words, line_starts
from tests.loaders.kinds import kind_of


def changes(words: str) -> list[ChangeStatement]:
    text = Text("a.txt", "0", "txt", words, (), line_starts(words))
    return list(read_changes(text, Words.of(words, 0, len(words)), plan=1))


def told(words: str) -> list[tuple[str, str, set[str], set[str]]]:
    return [(c.on, kind_of(c), {p.name for p in c.before}, {p.name for p in c.after}) for c in changes(words)]


def test_each_year_of_a_chronicle_has_its_own_change_and_its_own_words() -> None:
    words = "龙潭镇位于县境西部。1984年置龙潭乡，1992年撤乡设镇，2020年并入白水镇。"
    assert told(words) == [
        ("1984", "create", set(), {"龙潭乡"}),
        ("1992", "rename", {"龙潭乡"}, {"龙潭镇"}),
        ("2020", "absorb", {"龙潭镇", "白水镇"}, {"白水镇"}),
    ]
    assert [c.source.quote for c in changes(words)] == ["1984年置龙潭乡", "1992年撤乡设镇", "2020年并入白水镇。"]


def test_a_year_told_by_the_one_before_is_counted_from_it() -> None:
    assert told("1958年，甲水县并入乙水县，次年，恢复甲水县。")[1] == ("1959", "create", set(), {"甲水县"})
    assert told("2001年1月，甲水县更名为丙水县；同年5月，乙水县更名为丁水县。")[1][0] == "2001-05"


def test_without_a_place_at_its_beginning_a_paragraph_has_no_subject() -> None:
    assert told("2005年甲水乡并入乙水镇。2010年，并入丙水镇。") == [
        ("2005", "absorb", {"甲水乡", "乙水镇"}, {"乙水镇"}),
    ]


def test_a_change_of_rank_needs_its_new_name_in_the_paper() -> None:
    assert told("2019年，东山乡撤乡设镇。东山镇驻地不变。") == [("2019", "rename", {"东山乡"}, {"东山镇"})]
    assert told("2019年，东山乡撤乡设镇。") == []


def test_what_comes_of_something_unread_is_no_creation() -> None:
    assert told("撤销县社管办，设立滨江街道。") == []
    assert told("设立滨江街道。") == [("", "create", set(), {"滨江街道"})]


def test_the_head_of_a_paper_says_how_far_its_changes_have_come() -> None:
    assert changes("现批复如下：\n撤销东山村，并入西山村。")[0].status == "approved"
    assert changes("现将名单予以公示。\n东山村并入西山村。")[0].status == "proposed"
