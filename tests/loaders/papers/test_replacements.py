"""Words by which a paper takes the place of others: by number, by title, of its own earlier edition."""

import pytest

from graph.statements import ReplacementStatement
from loaders.extract import read_document
from loaders.read import read_bytes

PAPER = """青石县人民政府办公室文件

青政办发〔2023〕12号

青石县人民政府办公室
关于印发《青石县水利建设工作方案》的通知

各乡镇人民政府，县级各部门：
现将方案印发给你们，请认真执行。
{}
青石县人民政府办公室
2023年3月5日
"""


def told(words: str, paper: str = PAPER) -> list[ReplacementStatement]:
    text = read_bytes(paper.format(words).encode(), "paper.txt")
    return list(read_document(text).replacements)


@pytest.mark.parametrize(
    ("words", "numbers", "titles"),
    [
        ("原青政办发〔2021〕26号文件同时废止。", ("青政办发〔2021〕26号",), ()),
        ("原《青石县水利方案》（青政办发〔2021〕26号）同时废止。", ("青政办发〔2021〕26号",), ()),
        (
            "本方案自印发之日起施行，《青石县水利建设工作方案》（青政办发 〔2021〕 26 号）同时失效。",
            ("青政办发〔2021〕26号",),
            (),
        ),
        ("原《青政办发〔2021〕26号》同时废止。", ("青政办发〔2021〕26号",), ()),
        ("青政办发[2021]26号同时作废", ("青政办发[2021]26号",), ()),
        (
            "原青政办发〔2019〕3号、青政办发〔2021〕26号文件同时废止。",
            ("青政办发〔2019〕3号", "青政办发〔2021〕26号"),
            (),
        ),
        (
            "《水利方案》（青政办发〔2019〕3号）和《河道方案》（青政办发〔2021〕26号）同时废止。",
            ("青政办发〔2019〕3号", "青政办发〔2021〕26号"),
            (),
        ),
        ("本方案代替青政办发〔2021〕26号文件。", ("青政办发〔2021〕26号",), ()),
        ("本通知自发布之日起执行，原《青石县水利建设方案》同时停止执行。", (), ("青石县水利建设方案",)),
        ("自本通知印发之日起，青政办发〔2021〕26号文件不再执行。", ("青政办发〔2021〕26号",), ()),
        ("自本通知印发之日起青政办发〔2021〕26号同时废止。", ("青政办发〔2021〕26号",), ()),
        ("前发文件有误，以此份为准。", (), ()),
        ("与前一版不一致的，以本版为准；请各单位将前一版销毁。", (), ()),
        ("原方案同时废止。", (), ()),
        ("此前印发的工作方案同时作废。", (), ()),
    ],
)
def test_papers_whose_place_is_taken_are_named_as_written(
    words: str, numbers: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    (one,) = told(words)
    assert (one.numbers, one.titles) == (numbers, titles)
    assert one.source.quote.rstrip("。") in words


@pytest.mark.parametrize(
    "words",
    [
        "对《青石县河道管理办法》予以废止。",
        "清理规范性文件，及时废止青政办发〔2021〕26号文件规定的收费。",
        "根据青政办发〔2021〕26号文件要求，各单位要抓好落实。",
        "此前规定与本方案不一致的，以本方案为准。",
        "逾期未用的票据作废。",
        "修订完善《青石县河道管理办法》，废止与上位法抵触的条款。",
        "用新水表代替旧水表。",
        "按照《青石县水利方案》要求，原有合同同时废止。",
        "（责任单位：县水利局；青政办发〔2021〕26号）",
    ],
)
def test_a_task_to_repeal_and_a_citation_take_no_place(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    "title", ["工作方案（修订稿）》的通知", "工作方案》（修订版）的通知", "工作方案》的通知\n（修订稿）"]
)
def test_a_mark_in_the_title_or_below_it_makes_a_later_edition(title: str) -> None:
    paper = PAPER.replace("工作方案》的通知", title)
    (one,) = told("", paper)
    assert (one.numbers, one.titles) == ((), ())


def test_a_paper_issued_again_is_a_later_edition() -> None:
    (one,) = told("", PAPER.replace("关于印发《", "关于重新印发《"))
    assert one.source.quote


def test_words_on_a_revision_in_the_body_make_no_edition() -> None:
    assert told("一、起草制度修订稿。\n1.完成《办法》（修订稿）。（责任单位：县水利局）") == []
