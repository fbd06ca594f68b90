"""Settings that say nothing of the words are left out of a part before it is opened, and nothing else is."""

import pytest

from loaders.extract import read_document
from loaders.formats.docx.slim import slim
from loaders.read import read_bytes
from tests.loaders.formats.docx.word_files import docx, p, raw, run

ROOT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'


@pytest.mark.parametrize(
    ("part", "left"),
    [
        (
            '<w:r><w:rPr><w:rFonts w:ascii="宋体"/><w:sz w:val="32"/></w:rPr><w:t>修渠</w:t></w:r>',
            "<w:r><w:t>修渠</w:t></w:r>",
        ),
        ("<w:rPr><w:b/><w:strike/></w:rPr>", "<w:rPr><w:strike/></w:rPr>"),
        ("<w:r><w:tab/><w:br/><w:i/></w:r>", "<w:r><w:tab/><w:br/></w:r>"),
        ("<w:ins/><w:insideH/><w:bdo/>", "<w:ins/><w:insideH/><w:bdo/>"),
        ("<w:t>&lt;w:sz/&gt;</w:t>", "<w:t>&lt;w:sz/&gt;</w:t>"),
        ("<w:t><![CDATA[<w:sz/>]]></w:t>", "<w:t><![CDATA[<w:sz/>]]></w:t>"),
        ("<w:p xmlns:w='x'><w:sz/></w:p>", "<w:p xmlns:w='x'><w:sz/></w:p>"),
    ],
)
def test_settings_are_left_out(part: str, left: str) -> None:
    assert slim(ROOT.format(part).encode()).decode() == ROOT.format(left)


def test_a_paper_full_of_settings_says_the_same() -> None:
    looks = '<w:rFonts w:hint="eastAsia"/><w:b/><w:sz w:val="32"/>'
    bare = docx(p("望川县工作方案") + raw(run("一、修渠。") + run("（县水利局负责）")))
    full = docx(
        p("望川县工作方案") + raw(run("一、修渠。", looks) + run("（县水利局负责）", looks), '<w:jc w:val="left"/>')
    )
    assert read_bytes(full, "a.docx").characters == read_bytes(bare, "a.docx").characters
    assert [task.title for task in read_document(read_bytes(full, "a.docx")).tasks] == ["修渠"]


def test_words_struck_out_and_hidden_among_settings_are_still_known() -> None:
    text = read_bytes(
        docx(raw(run("旧", "<w:b/><w:strike/>") + run("密", "<w:sz w:val='2'/><w:vanish/>") + run("修渠"))), "a.docx"
    )
    assert text.blocks[0].start == text.characters.index("修渠")
