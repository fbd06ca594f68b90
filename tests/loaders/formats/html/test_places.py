"""A place in a saved page tells the heading above it and the path of its element; these lead to it again, in `verify`,
in JSON, in RDF and on the page of the paper.
"""

from contextlib import closing
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from api.ingest.checking.quotes import PlacedQuotes
from api.ingest.loading.load import load
from graph.exports.extract import as_extract
from graph.exports.rdf import to_turtle
from graph.papers.passages import passage_ids, passage_node, statements_of
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from loaders.extract import extract, read_document
from loaders.read import read_bytes
from tests.loaders.formats.html.frames import page

HEAD = "<tr><td>序号<td>工作任务<td>责任单位<td>完成时限</tr>"
FIRST = "<tr><td>1<td>疏浚东干渠<td>县水利局<td>2023年6月底前</tr>"
SECOND = "<tr><td>2<td>补栽护岸柳<td>县林业局<td>2023年11月底前</tr>"


def paper(rows: str, item: str = "更新站牌。（责任单位：县交通局；完成时限：2023年5月底前）") -> str:
    return page(
        f"<h1>2023年水利工作方案</h1><h2>一、渠道</h2><p>按下表办理。</p><table>{HEAD}{rows}</table>"
        f"<div><h2>二、道路</h2><ul><li>{item}</li><li>另行通知。</li></ul></div>"
    )


def places_of(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Heading and element of each task, by the first words of its title."""
    document = read_document(read_bytes(text.encode(), "方案.html"))
    return {one.title[:5]: (one.source.heading, one.source.element) for one in document.tasks}


def test_a_task_tells_its_heading_and_its_element() -> None:
    found = places_of(paper(FIRST + SECOND))
    assert found["疏浚东干渠"] == ("一、渠道", "body/table/tbody/tr[2]")
    assert found["补栽护岸柳"] == ("一、渠道", "body/table/tbody/tr[3]")


@pytest.mark.parametrize(
    ("body", "element"),
    [
        ("<p>{}</p>", "body/p"),
        ("<p>总则。</p><p>{}</p>", "body/p[2]"),
        ("<div><div><p>{}</p></div><div>附则。</div></div>", "body/div/div[1]/p"),
        ("<ul><li>{}</li><li>附则。</li></ul>", "body/ul/li[1]"),
        ("<p><b>{}</b></p>", "body/p"),
        ("<div><span>{}</span></div>", "body/div"),
    ],
)
def test_the_path_is_that_of_the_block_and_counts_those_of_its_tag(body: str, element: str) -> None:
    item = "更新站牌。（责任单位：县交通局；完成时限：2023年5月底前）"
    [(_, found)] = places_of(page("<h1>2023年道路工作方案</h1>" + body.format(item))).values()
    assert found == element


@pytest.mark.parametrize("ending", [FIRST, FIRST + SECOND, "<tr><td colspan=4>水利</tr>" + FIRST])
def test_the_element_of_each_task_holds_its_words(ending: str) -> None:
    text = paper(ending)
    tree = LexborHTMLParser(text)
    elements = [one for _, one in places_of(text).values()]
    assert elements
    for words, (_, element) in places_of(text).items():
        steps = [step.rstrip("]").split("[") for step in (element or "").split("/")]
        chosen = " > ".join(f"{tag}:nth-of-type({at[0] if at else 1})" for tag, *at in steps)
        held = tree.css_first(chosen)
        assert held is not None
        assert words in held.text(deep=True).replace("\n", "")


def test_a_cell_that_changed_is_found_at_its_element() -> None:
    before = read_bytes(paper(FIRST + SECOND).encode(), "方案.html")
    document = read_document(before)
    ids = passage_ids(document)
    nodes = [passage_node(one, ids[one], "") for one in statements_of(document)]
    changed = SECOND.replace("补栽护岸柳", "补栽护岸柳三千株并设标牌")
    quotes = PlacedQuotes(read_bytes(paper(FIRST + changed).encode(), "方案.html"), document.sha256)
    found = [one for one in map(quotes.finding, nodes) if one]
    assert [one.fault for one in found] == ["changed"]
    assert "三千株" in found[0].now


def test_an_extract_and_rdf_tell_the_element(tmp_path: Path) -> None:
    path = tmp_path / "方案.html"
    path.write_text(paper(FIRST + SECOND), encoding="utf-8")
    [source, *_] = as_extract(extract(path))["tasks"][0]["sources"]
    assert (source["heading"], source["element"]) == ("一、渠道", "body/table/tbody/tr[2]")
    with closing(open_store(":memory:")) as store:
        load(store, [path])
        turtle = to_turtle(read_all(store))
    assert "oa:XPathSelector" in turtle
    assert '"/html/body/table/tbody/tr[2]"' in turtle
