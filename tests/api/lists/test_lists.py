"""What is chosen of the tasks: as a sentence and a title, counted beside other choices, and on its way out."""

from collections.abc import Iterator
from dataclasses import fields

import pytest

from api.ask.questions import Asker
from api.lists.conditions import Conditions, conditions_of
from api.lists.counts import Option, all_options
from api.lists.dates import period_name, period_words
from api.lists.sentence import namesakes, parts, sentence, title
from api.lists.taking import form_of, handed_list
from graph.errors import NotFoundError, UsageError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.chosen import chosen
from tests.queries.town import town

DAY = "2021-06-01"
OFFERED = ("unit", "leader", "role", "due", "due_state", "document", "plan", "place")


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    yield opened
    opened.close()


def asker(store: Store, within: str = "") -> Asker:
    return Asker(store, within, "zh")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2021", "2021年"),
        ("2021-06", "2021年6月"),
        ("2021-6-1", "2021年6月1日"),
        ("2021-01..2021-06", "2021年1月至2021年6月"),
        ("2021年6月底前", "2021年6月底前"),
        ("", ""),
    ],
)
def test_periods_are_written_in_one_way(typed: str, words: str) -> None:
    assert period_words("zh", typed) == words


@pytest.mark.parametrize(
    ("within", "given", "said"),
    [
        ("", {}, "全部任务 · 6 项"),
        ("", {"due": "2021-12"}, "2021年12月到期 · 2 项"),
        (
            "蓬莱镇",
            {"due": "2021-12", "unit": "社事办", "role": "lead"},
            "2021年12月到期 · 蓬莱镇 · 牵头 · 社事办 · 1 项",
        ),
        ("", {"leader": "冉泰休"}, "冉泰休 · 2 项"),
        ("", {"document": "doc2"}, "大金委〔2020〕1号 · 1 项"),
        ("", {"plan": "plan1", "due_state": "none"}, "未写明日期 · 盘活公有资产工作方案 · 1 项"),
        ("", {"due_after": "2021-10", "due_before": "2021-12"}, "2021年10月至2021年12月到期 · 2 项"),
        ("", {"due": "2021", "due_before": "2021-03"}, "2021年到期 · 2021年3月止到期 · 1 项"),
        ("", {"role": "supporting"}, "配合 · 3 项"),
    ],
)
def test_a_list_says_what_it_holds(store: Store, within: str, given: dict[str, str], said: str) -> None:
    one, conditions = asker(store, within), Conditions(**given)
    assert sentence(one, conditions, len(one.chosen(**given, today=DAY))) == said


def test_each_part_of_a_sentence_names_the_conditions_that_it_says(store: Store) -> None:
    given = Conditions(due_after="2021-10", due_before="2021-12", unit="社事办", role="lead", place="福荣村")
    told = {part.names: part.words for part in parts(asker(store, "蓬莱镇"), given)}
    assert told == {
        ("due_after", "due_before"): "2021年10月至2021年12月到期",
        ("in",): "蓬莱镇",
        ("role",): "牵头",
        ("unit",): "社事办",
        ("place",): "涉及福荣村",
    }


def test_a_leader_alone_gives_the_list_his_name(store: Store) -> None:
    assert title(asker(store), Conditions(leader="冉泰休")) == "冉泰休同志任务清单"
    assert (
        title(asker(store, "蓬莱镇"), Conditions(unit="社事办", due="2021-12")) == "蓬莱镇·社事办2021年12月到期任务清单"
    )
    assert title(asker(store), Conditions()) == "任务清单"


def test_a_name_of_two_places_is_told(store: Store) -> None:
    [found] = namesakes(asker(store), Conditions(unit="社事办"))
    assert [words for _, words in found.choices] == ["社事办（大英县/蓬莱镇）", "社事办（大英县/金元镇）"]
    assert namesakes(asker(store, "蓬莱镇"), Conditions(unit="社事办")) == []
    assert namesakes(asker(store), Conditions(unit="财政办", leader="李刚")) == []


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"due": "2021-12"},
        {"unit": "sheshiban"},
        {"leader": "ran", "role": "lead"},
        {"role": "lead"},
        {"role": "supporting", "unit": "sheshiban"},
        {"leader": "li", "unit": "caizhengban", "role": "lead"},
        {"due_state": "soon"},
        {"plan": "plan1"},
    ],
)
def test_as_many_tasks_are_listed_as_are_counted_beside_a_choice(store: Store, given: dict[str, str]) -> None:
    one = asker(store)
    for options in all_options(one, Conditions(**given), DAY, OFFERED):
        for option in options.options:
            conditions = Conditions(**{**given, options.name: option.value})
            assert len(chosen(store, conditions.choice(one, DAY))) == option.tasks, (options.name, option)


def test_what_is_chosen_is_marked_and_offered_though_nothing_meets_it(store: Store) -> None:
    options = {
        one.name: one.options
        for one in all_options(asker(store), Conditions(unit="caizhengban", due="2030-01"), DAY, OFFERED)
    }
    assert [one.value for one in options["unit"] if one.chosen] == ["caizhengban"]
    assert options["due"][0] == Option("2030-01", "2030-01", 0, chosen=True)


def test_units_of_one_name_are_offered_with_their_places(store: Store) -> None:
    [units] = all_options(asker(store), Conditions(), DAY, ["unit"])
    assert {one.words for one in units.options if one.value.startswith("sheshiban")} == {
        "社事办（大英县/蓬莱镇）",
        "社事办（大英县/金元镇）",
    }


@pytest.mark.parametrize(
    ("since", "until", "name"),
    [
        ("", "../2021-08-19", "吊脚楼村（2021年8月19日前）"),
        ("../2021-08-19", "", "吊脚楼村（2021年8月19日后）"),
        ("", "2021-08", "吊脚楼村（2021年8月前）"),
        ("", "XXXX", "吊脚楼村（已撤并）"),
        ("", "", "吊脚楼村"),
    ],
)
def test_a_period_of_a_place_is_told_from_others(since: str, until: str, name: str) -> None:
    assert period_name("zh", "吊脚楼村", since, until) == name


def test_a_list_is_handed_on_with_what_it_rests_on_and_its_places_in_words(store: Store) -> None:
    handed = handed_list(asker(store), Conditions(leader="冉泰休"), DAY, "http://desk/tasks/")
    assert (handed.heading, handed.sentence) == ("冉泰休同志任务清单（截至2021年6月1日）", "冉泰休 · 2 项")
    assert handed.last_line == "依据：《通知》（大蓬委发〔2021〕50号）。　截至2021年6月1日。"
    assert handed.cited["t1"] == ("〔2021〕50号 第139行、第73行",)


def test_a_copied_list_has_its_sentence_headings_and_lines(store: Store) -> None:
    text = form_of("txt", "zh").write(handed_list(asker(store), Conditions(plan="plan1"), DAY)).decode()
    lines = [line.split("\t") for line in text.split("\r\n")]
    assert lines[1] == ["盘活公有资产工作方案 · 3 项"]
    assert lines[2][:3] == ["序号", "任务", "工作内容"]
    assert [line[1] for line in lines[3:6]] == ["组织开展资产清查", "盘活资产", "健全制度"]
    assert lines[-1][0].endswith("截至2021年6月1日。")


@pytest.mark.parametrize("ending", ["xlsx", "docx", "ics", "csv", "txt"])
def test_every_form_gives_the_same_bytes_again(store: Store, ending: str) -> None:
    one, other = (form_of(ending, "zh").write(handed_list(asker(store), Conditions(), DAY)) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"unit": "某办"}, NotFoundError),
        ({"document": "某号"}, NotFoundError),
        ({"due": "abc"}, UsageError),
        ({"due_state": "x"}, UsageError),
    ],
)
def test_what_means_nothing_is_refused(store: Store, given: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        handed_list(asker(store), Conditions(**given), DAY)


def test_conditions_are_taken_from_among_other_things() -> None:
    assert conditions_of({"unit": " 社事办 ", "lang": "zh"}) == Conditions(unit="社事办")
    assert Conditions(unit="社事办", due="2021").without("due") == Conditions(unit="社事办")
    assert set(Conditions(unit="x").given) < {one.name for one in fields(Conditions)}
