"""The Word document of tasks: what a leader is handed, by the template of the house or of an office."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from tests.effort import examples
from tests.missing import missing
from tests.viz.task_rows import handed, row
from viz.files.handed_list import headings
from viz.files.word.house_template import house_template
from viz.files.word.task_document import MOST, task_document

LONG = "逐村清点闲置校舍和办公用房，登记造册，报镇党政办备案。" * 4


def opened(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def rows_of(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in opened(data).tables[0].rows]


def template(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = (("{{任务}}",),), head: str = "") -> bytes:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(rows=0, cols=len(rows[0]) if rows else 1)
    for line in rows:
        for cell, words in zip(table.add_row().cells, line, strict=True):
            cell.text = words
    if head:
        document.sections[0].header.paragraphs[0].text = head
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_columns_are_those_of_the_workbook_and_each_task_is_a_row() -> None:
    tasks = row(supporting_units=("妇联",)), row(task_id="t2", due_text="")
    head, first, second = rows_of(task_document(handed(*tasks)))
    assert head == list(headings("zh").values())
    assert first == [
        "1",
        "开展清产核资",
        "逐村清点闲置校舍和办公用房，登记造册。",
        "社事办",
        "党政办、司法所\n配合：妇联",
        "冉泰休",
        "2021年12月底前",
        "",
        "",
    ]
    assert second[0] == "2"
    assert second[6] == ""


def test_title_sentence_day_and_basis_stand_around_the_table() -> None:
    words = [one.text for one in opened(task_document(handed(row()))).paragraphs]
    assert words == [
        "冉泰休同志任务清单（截至2021年6月1日）",
        "冉泰休 · 1 项",
        "依据：《通知》（蓬委发〔2021〕1号）。　截至2021年6月1日。",
    ]


def test_a_document_is_in_one_language_and_its_marks_are_the_same_in_each() -> None:
    listed = replace(handed(row(replaced=True)), title="冉泰休: tasks", until="as of 2021-06-01", lang="en")
    data = task_document(listed)
    head, line = rows_of(data)
    assert all(heading.isascii() for heading in head)
    assert line[-1] == "replaced"
    words = [one.text for one in opened(data).paragraphs]
    assert words[0] == "冉泰休: tasks (as of 2021-06-01)"
    assert words[-1] == "Based on 《通知》（蓬委发〔2021〕1号）. as of 2021-06-01."
    assert rows_of(house_template("en"))[1] == rows_of(house_template("zh"))[1]


def test_tasks_stand_by_date_and_those_without_one_in_the_end() -> None:
    dates = [("2021-12-31",), (), ("2021-05-31",)]
    tasks = [row(task_id=str(number), title=str(number), due_dates=days) for number, days in enumerate(dates)]
    assert [line[1] for line in rows_of(task_document(handed(*tasks)))[1:]] == ["2", "0", "1"]


def test_an_office_has_its_own_columns_words_and_head() -> None:
    columns = (("事项", "谁"), ("{{任务}}（{{方案}}）", "{{牵头}}"))
    own = template("县督查室", "共{{ 项数 }}项", rows=columns, head="{{标题}}")
    document = opened(task_document(handed(row(), row(task_id="t2")), own))
    assert [one.text for one in document.paragraphs] == ["县督查室", "共2项"]
    assert document.sections[0].header.paragraphs[0].text == "冉泰休同志任务清单"
    assert [[cell.text for cell in line.cells] for line in document.tables[0].rows] == [
        ["事项", "谁"],
        *[["开展清产核资（蓬莱镇盘活闲置资产工作方案）", "社事办"]] * 2,
    ]


def test_rows_that_follow_one_another_are_written_together_for_each_task() -> None:
    own = template(rows=(("{{序号}}",), ("{{任务}}",), ("合计{{项数}}项",)))
    tasks = (row(title="甲"), row(task_id="t2", title="乙"))
    assert rows_of(task_document(handed(*tasks), own)) == [["1"], ["甲"], ["2"], ["乙"], ["合计2项"]]


def test_a_mark_that_word_parted_is_filled_in_the_looks_in_which_it_begins() -> None:
    document = Document()
    paragraph = document.add_paragraph("（")
    paragraph.add_run("{").bold = True
    paragraph.add_run("{标")
    paragraph.add_run("题}}、{{项")
    paragraph.add_run("数}}）")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{{任务}}"
    out = io.BytesIO()
    document.save(out)
    [first, *_] = opened(task_document(handed(row()), out.getvalue())).paragraphs
    assert first.text == "（冉泰休同志任务清单、1）"
    assert [run.text for run in first.runs if run.bold] == ["冉泰休同志任务清单"]


def without(part: str, words: bytes) -> bytes:
    """A template that lacks some words of a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(house_template("zh"))) as whole, zipfile.ZipFile(out, "w") as less:
        for name in whole.namelist():
            content = whole.read(name)
            less.writestr(name, re.sub(words, b"", content, flags=re.DOTALL) if name == part else content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("own", "key"),
    [
        (b"", "word.no_template"),
        (without("word/document.xml", b"<w:body>.*</w:body>"), "word.no_template"),
        (without("word/_rels/document.xml.rels", b"<Relationship [^>]*(?:footer|header)[^>]*>"), "word.no_template"),
        (b"PK\x03\x04 no zip", "word.no_template"),
        (b"<html>", "word.no_template"),
        (template("{{标题}}", rows=(("任务",),)), "word.no_row"),
        (template("{{题目}}"), "word.no_mark"),
        (template("{{牵头}}"), "word.no_mark"),
        (template("{{任务 or 1}}"), "word.no_mark"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(own: bytes, key: str) -> None:
    with pytest.raises(UsageError) as told:
        task_document(handed(row()), own)
    assert told.value.message.key == key


def test_more_tasks_than_a_document_takes_are_refused() -> None:
    with pytest.raises(UsageError) as told:
        task_document(handed(*[row()] * (MOST + 1)))
    assert told.value.message.key == "word.too_many"


def test_the_same_list_gives_the_same_bytes() -> None:
    assert len({task_document(handed(row())) for _ in range(2)}) == 1
    assert house_template("zh") == house_template("zh")


def test_no_tasks_are_a_table_without_rows() -> None:
    assert len(rows_of(task_document(handed()))) == 1


@settings(max_examples=examples(30), deadline=None)
@given(st.text(max_size=60))
def test_any_words_make_a_document_that_opens(words: str) -> None:
    assert len(rows_of(task_document(handed(row(title=words))))) == 2


@pytest.mark.parametrize("words", ["{{标题}}", "{%x%}", "<w:p/>", "&amp;", "=1"])
def test_words_of_a_task_stay_words(words: str) -> None:
    assert rows_of(task_document(handed(row(title=words))))[1][1] == words


@pytest.mark.slow
def test_a_printed_document_holds_all_columns_on_each_page(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        missing("LibreOffice is not installed")
    tasks = [row(task_id=str(number), content=LONG, title=f"任务{number}") for number in range(30)]
    (tmp_path / "t.docx").write_bytes(task_document(handed(*tasks)))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/home", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "t.docx"], check=True, capture_output=True, timeout=180)
    pdf = pypdfium2.PdfDocument(tmp_path / "t.pdf")
    try:
        texts = [page.get_textpage().get_text_range().replace("\r\n", "") for page in pdf]
        width, height = pdf[0].get_size()
    finally:
        pdf.close()
    assert width > height
    assert len(texts) > 1
    assert all(heading in text for text in texts for heading in headings("zh").values())
    assert "依据" in texts[-1]
