"""Tags of HTML are no words; the words keep their places."""

from loaders.files.markup import has_tags, without_tags
from loaders.text import Words


def read(text: str) -> list[str]:
    return [words.text for words in without_tags(Words.of(text, 0, len(text)))]


def test_tags_inside_a_line_are_dropped_and_blocks_end_it() -> None:
    assert read("<p>修渠。<b>（责任单位：</b>县水利局）</p><p>植树</p>") == ["修渠。（责任单位：县水利局）", "植树"]


def test_blanks_of_html_are_blanks() -> None:
    assert read("责任单位：&nbsp;县水利局<br/>") == ["责任单位： 县水利局"]


def test_words_know_their_places_behind_tags() -> None:
    text = "<p>修<b>渠</b></p>"
    (words,) = without_tags(Words.of(text, 0, len(text)))
    assert [text[words.at(position)] for position in range(2)] == ["修", "渠"]


def test_other_angle_brackets_are_words() -> None:
    assert not has_tags("《关于印发<方案>的通知》 a < b, c > d, &c")
