"""Each change quotes the sentence that tells it, exactly, and of a long one its clauses."""

from graph.statements import ChangeStatement
from loaders.changes.prose import read_changes
from loaders.changes.quotes import LONGEST_SENTENCE
from loaders.text import Text, Words, line_starts

SIGNS = "天地玄黄洪荒日月盈昃辰宿张暑秋冬云雨露霜金玉"


def read(words: str) -> list[ChangeStatement]:
    text = Text("a.txt", "0", "txt", words, (), line_starts(words))
    found = read_changes(text, Words.of(words, 0, len(words)), plan=1, unread=[])
    assert all(one.source.quote == words[one.source.start : one.source.end] for one in found)
    return list(found)


def quotes(words: str) -> list[str]:
    return [one.source.quote for one in read(words)]


def mergers(count: int) -> str:
    pairs = [(a, b) for a in SIGNS for b in SIGNS if a != b][:count]
    return "".join(f"将{a}{b}村和{b}{a}村合并为{a}{b}{a}村，" for a, b in pairs)


def test_a_sentence_is_quoted_whole_and_no_other_one() -> None:
    assert quotes("经批准调整如下。2019年，将福寿村、忠荣村合并为福荣村，驻地不变。其他不变。") == [
        "2019年，将福寿村、忠荣村合并为福荣村，驻地不变。"
    ]


def test_a_change_of_two_sentences_quotes_both() -> None:
    assert quotes("撤销双河村；其第1至4村民小组划归柳林村。") == ["撤销双河村；其第1至4村民小组划归柳林村。"]


def test_of_a_long_sentence_each_change_quotes_its_clause() -> None:
    words = mergers(100)
    assert len(words) > LONGEST_SENTENCE
    assert quotes(words) == words.removesuffix("，").split("，")


def test_of_a_long_sentence_a_change_in_two_clauses_quotes_both() -> None:
    told = "撤销“东山乡”、西山乡，设立南山镇"
    assert told in quotes(mergers(60) + told + "，" + "各村要做好工作，" * 60)


def test_a_list_before_the_verb_is_quoted_with_it() -> None:
    told = "东山村，西山村，北山村合并为南山村"
    assert told in quotes("各村要做好工作，" * 60 + told + "。")


def test_places_that_a_long_list_abolishes_quote_their_own_clauses() -> None:
    names = [f"{a}{b}村" for a in SIGNS[:12] for b in SIGNS[12:]]
    found = quotes("撤销" + "，".join(names) + "。")
    assert sorted(found) == sorted(["撤销" + names[0], *names[1:]])


def test_quotes_grow_with_the_line_that_tells_many_mergers() -> None:
    once, twice = (sum(map(len, quotes(mergers(count)))) for count in (120, 240))
    assert once < twice < 2.1 * once


def test_the_answers_of_a_long_line_are_those_of_its_sentences_apart() -> None:
    long, apart = mergers(100), mergers(100).replace("，", "。")
    assert [(one.before, one.after) for one in read(long)] == [(one.before, one.after) for one in read(apart)]


def test_dates_of_a_long_sentence_are_kept() -> None:
    words = "2019年12月，" + mergers(100)
    assert {one.on for one in read(words)} == {"2019-12"}


def test_a_clause_in_brackets_is_quoted_with_its_sentence_unless_that_is_long() -> None:
    told = "丙山村（由甲山村、乙山村合并）"
    assert quotes(f"新设{told}。")[0] == f"新设{told}。"
    assert all(len(one) < LONGEST_SENTENCE for one in quotes("各村要做好工作，" * 60 + told + "。"))
