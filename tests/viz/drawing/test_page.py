"""The page of a picture."""

from dataclasses import replace
from html.parser import HTMLParser

from viz.drawing.page import render, scripts
from viz.picture import Group, LegendKey, Line, Mark, Note, Picture

HOSTILE = '</script><script>alert("href")</script><b>&村'

PICTURE = Picture(
    title=f"标题{HOSTILE}",
    subtitle=HOSTILE,
    empty="",
    marks=(
        Mark("a", HOSTILE, "dot", 0, 0, "#fff", "#000", size=10, tip=HOSTILE),
        Mark("b", "福荣村", "box", 90, 0, "#fff", "#000", size=40, dashed=True),
    ),
    lines=(Line("a", "b", "#123456", tip=HOSTILE, arrow=True),),
    legend=(LegendKey("dot", "#fff", HOSTILE), LegendKey("line", "#000", "牵头", dashed=True)),
    notes=(Note(HOSTILE, (HOSTILE,)),),
)


class Links(HTMLParser):
    """Collects what a page would load and the tags it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href", "srcset", "action"}]


def read(html: str) -> Links:
    links = Links()
    links.feed(html)
    return links


def test_a_page_loads_nothing_from_elsewhere() -> None:
    html = render(PICTURE)
    assert read(html).links == ["data:,"]
    assert "@import" not in html
    assert "url(http" not in html
    assert "cdnjs" not in html
    assert "jsdelivr" not in html


def test_names_are_escaped_wherever_they_stand() -> None:
    html = render(PICTURE)
    assert "alert(" in html
    assert HOSTILE not in html
    assert '<script>alert("href")' not in html
    assert read(html).tags.count("script") == 5 + len(scripts())
    assert "b" not in read(html).tags


def test_a_page_is_the_same_on_every_run() -> None:
    assert render(PICTURE) == render(PICTURE)


def test_a_page_says_that_it_is_utf_8_and_chinese() -> None:
    html = render(PICTURE)
    assert html.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert '<meta charset="utf-8">' in html
    assert "福荣村" in html


def test_the_scripts_are_the_same_in_every_page() -> None:
    other = render(Picture("题", "", "", PICTURE.marks[:1]))
    for script in scripts():
        assert f"<script>{script}</script>" in render(PICTURE)
        assert f"<script>{script}</script>" in other


def test_a_group_is_switched_in_the_legend_or_beside_the_others_of_its_facet() -> None:
    groups = (Group("lead", "牵头", "职责"), Group("help", "配合", "职责"), Group("merge", "合并", "方式"))
    html = render(replace(PICTURE, groups=groups, legend=(LegendKey("line", "#000", "牵头", group="lead"),)))
    assert html.count('data-group="lead"') == 1
    assert '<legend>职责</legend>\n<label><input type="checkbox" checked data-group="help">' in html
    assert 'data-group="merge"' not in html


def test_a_page_leads_back_where_it_is_told_to_and_a_file_nowhere() -> None:
    html = render(PICTURE, home=("/leaders/冉泰休?a=1&b=2", "冉泰休<的页>"))
    assert '<a class="home" href="/leaders/冉泰休?a=1&amp;b=2">返回冉泰休&lt;的页&gt;</a>' in html
    assert '<a class="home"' not in render(PICTURE)


def test_physics_is_off() -> None:
    assert '"physics": {"enabled": false}' in render(PICTURE)
