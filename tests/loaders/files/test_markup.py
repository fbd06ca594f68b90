"""Tags of HTML are no words, what a page does not show is no text; the words keep their places."""

import pytest

from loaders.files.markup import read_markup


def read(text: str) -> list[str]:
    return [line.words.text for line in read_markup(text) if line.words.text.strip()]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<p>修渠。<b>（责任单位：</b>县水利局）</p><p>植树</p>", ["修渠。（责任单位：县水利局）", "植树"]),
        ("修渠。<span\n  class='a'>（责任单位：县水利局）</span>", ["修渠。（责任单位：县水利局）"]),
        ("<o:p></o:p><st1:chsdate Year='2023'>3月</st1:chsdate>底", ["3月底"]),
        ("<ucapcontent id='x'>修渠</ucapcontent>", ["修渠"]),
        ("<![if !supportLists]>1.<![endif]>修渠", ["1.修渠"]),
        ("修渠（责任单位：<br/>县水利局<br>县林业局）<br>植树", ["修渠（责任单位： 县水利局 县林业局）", "植树"]),
        ("1.修渠（县水利局<p>2.植树</p>", ["1.修渠（县水利局", "2.植树"]),
        ("a < b, c > d 《关于印发<方案>的通知》", ["a < b, c > d 《关于印发<方案>的通知》"]),
    ],
    ids=["block", "over lines", "of an office", "own", "conditional", "in bracket", "open bracket", "no tag"],
)
def test_tags_are_dropped_and_those_of_blocks_end_a_line_outside_brackets(text: str, lines: list[str]) -> None:
    assert read(text) == lines


@pytest.mark.parametrize(
    "unseen",
    [
        "<head>\n<meta charset='utf-8'>\n<title>首页_某县政府</title>\n</head>",
        "<style type='text/css'>\np { margin: 0 }\n责任单位：无\n</style>",
        "<SCRIPT>\nvar a = '<p>责任单位：无</p>';\n</SCRIPT>",
        "<!-- 责任单位：无\n<p>责任单位：无</p> -->",
        "<nav><ul><li>首页</li><li>政务公开</li></ul></nav>",
        "<select><option>2023年</option></select>",
    ],
    ids=["head", "style", "script", "comment", "nav", "select"],
)
def test_what_a_page_does_not_show_or_shows_as_a_menu_is_no_text(unseen: str) -> None:
    assert read(f"修渠。\n{unseen}\n植树。") == ["修渠。", "植树。"]


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert read("修渠。\n<!-- 植树。\n<!-- 清淤。") == ["修渠。", "<!-- 植树。", "<!-- 清淤。"]


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("&nbsp;", " "),
        ("&ldquo;", "“"),
        ("&#65288;", "（"),
        ("&#xFF09;", "）"),
        ("&amp;mdash;", "—"),
        ("&lt;", "<"),
        ("&nothing;", "&nothing;"),
        ("&c", "&c"),
    ],
)
def test_entities_are_the_signs_that_they_stand_for(written: str, sign: str) -> None:
    assert read(f"甲{written}乙") == [f"甲{sign}乙"]


def test_an_escaped_tag_is_text() -> None:
    assert read("&lt;p&gt;") == ["<p>"]


def test_words_know_their_places_behind_tags_and_entities() -> None:
    text = "<p>修&ldquo;<b>渠</b></p>"
    words = next(line.words for line in read_markup(text) if line.words.text)
    assert [text[words.at(position)] for position in range(3)] == ["修", "&", "渠"]
