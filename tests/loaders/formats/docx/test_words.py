"""What a Word document shows is read, once; what is deleted, hidden or beside the text is not."""

import pytest

from graph.statements import UnreadStatement
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.text import Paragraph, Text
from tests.loaders.formats.docx.word_files import docx, p, raw, run, sdt, tbl, tr

HIDDEN = (
    '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ph"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="low"><w:basedOn w:val="ph"/></w:style>'
)
BOX = "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>"
OLD_BOX = "<w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
TWO_FORMS = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{new}</w:drawing></mc:Choice>"
    "<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
)

TWO_WORDS = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:t>新</w:t></mc:Choice>"
    "<mc:Fallback><w:t>修渠</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)


def field(instruction: str, result: str) -> str:
    """A field of runs, its instruction in two of them."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction[:3]}</w:instrText></w:r><w:r><w:instrText>{instruction[3:]}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def read(body: str, **parts: str) -> Text:
    return read_bytes(docx(body, parts), "方案.docx")


def lines(body: str, **parts: str) -> list[str]:
    """The paragraphs of a document."""
    return [block.words.text for block in read(body, **parts).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (run("修") + f'<w:ins w:id="1">{run("水")}</w:ins>' + run("渠"), "修水渠"),
        (run("修") + '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>' + run("渠"), "修渠"),
        (f'<w:ins w:id="1"><w:del w:id="2">{run("旧")}</w:del></w:ins>' + run("修渠"), "修渠"),
        (f'<w:moveFrom w:id="1">{run("旧")}</w:moveFrom><w:moveTo w:id="2">{run("修渠")}</w:moveTo>', "修渠"),
        (run("修") + run("密", "<w:vanish/>") + run("渠"), "修渠"),
        (run("修") + run("水", '<w:vanish w:val="0"/>') + run("渠"), "修水渠"),
        (run("修") + run("密", '<w:rStyle w:val="h"/>') + run("渠"), "修渠"),
        (run("修") + run("水", '<w:rStyle w:val="h"/><w:vanish w:val="false"/>') + run("渠"), "修水渠"),
        (f"<w:hyperlink>{run('修')}</w:hyperlink><w:smartTag>{run('渠')}</w:smartTag>", "修渠"),
        (sdt(run("修渠")), "修渠"),
        (sdt(run("单击此处输入文字"), "<w:showingPlcHdr/>") + run("修渠"), "修渠"),
        (run("于") + field('DATE \\@ "yyyy"', run("2024年")) + run("修渠"), "于2024年修渠"),
        (field('IF a = "b" "密"', field("REF x", run("修")) + run("渠")), "修渠"),
        (run("修渠") + "<w:r><w:tab/></w:r>" + field("PAGEREF _Toc1 \\h", run("12")), "修渠"),
        (f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>' + run("修渠"), "修渠"),
        (f'<w:fldSimple w:instr=" REF a ">{run("修渠")}</w:fldSimple>', "修渠"),
        ("<w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t><w:tab/><w:t>月</w:t></w:r>", "2-3 月"),
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="4FEE"/></w:r>' + run("渠"),
            "修渠",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>xiū</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>修</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "修",
        ),
        (run("不少于") + "<m:oMath><m:r><m:t>3</m:t></m:r></m:oMath>", "不少于3"),
        (TWO_WORDS, "修渠"),
        (run("修\u200b渠\u00ad"), "修渠"),
    ],
)
def test_the_words_of_a_paragraph_are_what_it_shows(inner: str, words: str) -> None:
    assert lines(raw(inner), styles=HIDDEN) == [words]


def test_a_style_hides_its_paragraphs_and_two_that_hide_show() -> None:
    hidden = '<w:pStyle w:val="low"/>'
    body = raw(run("密"), hidden) + raw(run("显", '<w:rStyle w:val="h"/>'), hidden) + p("修渠")
    assert lines(body, styles=HIDDEN) == ["显", "修渠"]


def test_a_break_parts_lines_and_a_page_number_alone_is_none() -> None:
    body = raw('<w:r><w:t>修渠</w:t><w:br/><w:t>植树</w:t><w:br w:type="page"/><w:t>— 3 —</w:t></w:r>')
    assert lines(body) == ["修渠", "植树"]


def test_a_list_of_contents_over_paragraphs_has_no_numbers_of_pages() -> None:
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entry = "<w:r><w:t>{0}</w:t><w:tab/><w:t>{1}</w:t></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = raw(start + entry.format("1.修渠方案", 2)) + raw(entry.format("2.植树方案", 11)) + raw(end) + p("2024年\t3")
    assert lines(body) == ["1.修渠方案", "2.植树方案", "2024年\t3".replace("\t", " ")]


def test_paragraphs_whose_marks_are_hidden_or_deleted_join_the_next() -> None:
    body = (
        raw(run("修"), mark="<w:vanish/>")
        + raw(run("渠"), mark='<w:moveFrom w:id="1"/>')
        + p("道")
        + raw(run("植树"), mark="<w:vanish/>")
    )
    assert lines(body) == ["修渠道", "植树"]


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    inner = p("框里")
    both = TWO_FORMS.format(new=BOX.format(inner), old=OLD_BOX.format(inner))
    assert lines(raw(both + run("修渠")) + p("植树")) == ["修渠", "框里", "植树"]
    assert lines(raw(f"<w:r>{OLD_BOX.format(inner)}</w:r>")) == ["框里"]
    nested = BOX.format(raw(TWO_FORMS.format(new=BOX.format(p("内")), old=OLD_BOX.format(p("内")))) + p("外"))
    assert lines(raw(f"<w:r><w:drawing>{nested}</w:drawing></w:r>")) == ["内", "外"]


def test_content_controls_and_wrappers_around_paragraphs_are_gone_through() -> None:
    body = (
        sdt(p("修渠") + sdt(p("植树")))
        + sdt(p("单击此处"), "<w:showingPlcHdr/>")
        + f"<w:customXml>{p('护林')}</w:customXml>"
    )
    assert lines(body) == ["修渠", "植树", "护林"]


def test_footnotes_stand_behind_the_text_and_headers_are_not_read() -> None:
    note = '<w:footnote w:id="{0}"><w:p><w:r><w:footnoteRef/></w:r>{1}</w:p></w:footnote>'
    notes = note.format(0, run("从不")) + note.format(1, run("第一条")) + note.format(2, run("第二条"))
    refer = '<w:r><w:footnoteReference w:id="{0}"/></w:r>'
    body = raw(run("修渠") + refer.format(2)) + raw(run("植树") + refer.format(1) + refer.format(2))
    assert lines(body, footnotes=notes, header=p("柳林镇文件")) == ["修渠", "植树", "第二条", "第一条"]


def test_comments_and_words_struck_out_are_told_as_unread_in_their_place() -> None:
    comments = (
        f'<w:comment w:id="7">{p("责任单位请再核实")}{p("王五")}</w:comment><w:comment w:id="8">{p("无处")}</w:comment>'
    )
    mark = '<w:r><w:commentReference w:id="7"/></w:r>'
    row = tr("修渠", f"<w:tc>{raw(run('水利站') + mark + run('林业站', '<w:strike/>'))}</w:tc>")
    body = p("修渠方案") + raw(run("一、任务") + run("旧任务", "<w:dstrike/>")) + tbl(tr("重点任务", "责任单位"), row)
    text = read(body, comments=comments)
    document = read_document(text)
    assert [one.responsible_units or one.lead_units for one in document.tasks] == [("水利站",)]
    assert [
        (one.reason, one.source.quote, one.source.paragraph, one.source.row, one.source.column)
        for one in document.unread
    ] == [
        ("unread.struck", "旧任务", 2, None, None),
        ("unread.struck", "林业站", None, 2, 2),
        ("unread.margin", "责任单位请再核实 王五", None, 2, 2),
    ]
    assert all(quoted(text, one) for one in document.unread)
    assert "核实" not in "".join(block.words.text for block in text.blocks if isinstance(block, Paragraph))


def quoted(text: Text, one: UnreadStatement) -> bool:
    """Whether the words of a source stand at its place."""
    return text.characters[one.source.start : one.source.end] == one.source.quote


def test_strict_documents_and_those_with_macros_are_read_alike() -> None:
    body = raw(run("修渠"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    for strict in (False, True):
        for name in ("方案.docx", "方案.docm", "方案"):
            text = read_bytes(docx(body, {"numbering": numbering}, strict=strict), name)
            assert (text.format, text.characters) == ("docx", "一、修渠\n")


def test_words_of_which_older_programs_show_nothing_are_read() -> None:
    content = (
        f"<mc:AlternateContent><mc:Choice Requires='w16'>{run('修渠')}</mc:Choice><mc:Fallback/></mc:AlternateContent>"
    )
    assert lines(raw(content)) == ["修渠"]


def test_a_document_that_is_embedded_is_told() -> None:
    text = read_bytes(docx(p("修渠") + '<w:altChunk r:id="a"/>' + p("植树")), "方案.docx")
    assert [(one.reason, one.source.paragraph) for one in text.unread] == [("unread.embedded", 1)]


_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMED = f"<x:docPr xmlns:x='{_DRAWN}/wordprocessingDrawing' id='1' name='图片 1' descr='{{}}'/>"


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (f"<w:drawing>{_NAMED.format('流程图')}<x:blip xmlns:x='{_DRAWN}/main'/></w:drawing>", [("picture", "流程图")]),
        (f"<w:drawing>{_NAMED.format('')}<x:relIds xmlns:x='{_DRAWN}/diagram'/></w:drawing>", [("diagram", "图片 1")]),
        (f"<w:drawing><x:chart xmlns:x='{_DRAWN}/chart'/></w:drawing>", [("chart", "chart")]),
        ("<w:pict><x:imagedata xmlns:x='urn:schemas-microsoft-com:vml'/></w:pict>", [("picture", "picture")]),
        ("<w:pict><x:line xmlns:x='urn:schemas-microsoft-com:vml'/></w:pict>", []),
        (f"<w:drawing>{_NAMED.format('印章')}</w:drawing>", []),
    ],
    ids=["picture", "diagram", "chart", "old picture", "line", "shape"],
)
def test_what_is_drawn_beside_the_words_is_told_at_its_place(drawn: str, told: list[tuple[str, str]]) -> None:
    text = read_bytes(docx(p("修渠") + raw(f"<w:r>{drawn}</w:r>") + p("植树")), "方案.docx")
    assert [one.words.text for one in text.blocks if isinstance(one, Paragraph)] == ["修渠", "植树"]
    assert [(one.reason.removeprefix("unread."), one.source.quote) for one in text.unread] == told
