"""Bad PDFs are refused in one clear sentence each, within limits of time and memory."""

import random

import pytest

from graph.errors import FileRefusedError
from graph.messages.sentences import worded
from loaders.formats.pdf import walk
from loaders.limited.worker import WorkerRefusal
from loaders.read import read_bytes
from tests.loaders.formats.pdf.pdf_files import MAPLESS, Box, Sheet, assembled, pdf, table

GOOD = pdf(Sheet().words(80, 100, "各村清理渠道，镇水利站按月通报"))
CATALOGUE, NO_PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"
LOCK = b"<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>"
PICTURE = Sheet(drawn=["q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"])
BAD = {
    "locked": (assembled([CATALOGUE, NO_PAGES, LOCK], b"/Encrypt 3 0 R/ID[<41><41>]"), "the file has a password"),
    "cut off": (GOOD[: len(GOOD) // 2], "the PDF is damaged or cut off"),
    "a mere beginning": (b"%PDF-1.7\n", "the PDF is damaged or cut off"),
    "no page": (assembled([CATALOGUE, NO_PAGES]), "the PDF is damaged or cut off"),
    "an empty page": (pdf(Sheet()), "no words"),
    "a scan": (pdf(PICTURE), "pictures and no words"),
    "a font without a map": (pdf(Sheet().words(80, 100, "各村清理渠道"), font=MAPLESS), "do not say which characters"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_its_sentence(name: str) -> None:
    data, sentence = BAD[name]
    with pytest.raises(FileRefusedError, match=sentence) as refused:
        read_bytes(data, "plan.pdf")
    assert worded("zh", refused.value.message)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_PAGES", 2)
    with pytest.raises(WorkerRefusal) as refused:
        walk.walk(pdf(Sheet(), Sheet(), Sheet()))
    assert (refused.value.key, refused.value.values) == ("file.too_many_pages", {"limit": 2})


@pytest.mark.slow
def test_drawings_without_end_are_refused_within_the_limits_of_the_process() -> None:
    with pytest.raises(FileRefusedError) as refused:
        read_bytes(pdf(Sheet(drawn=["0 0 m 1 1 l S"] * 2_000_000)), "plan.pdf")
    assert refused.value.key in {"file.too_long_to_read", "file.too_much_memory"}


@pytest.mark.slow
def test_mutated_files_are_read_or_refused() -> None:
    sheet = Sheet(rotate=90, size=(700.0, 842.0)).words(80, 60, "石桥镇清渠工作方案", 22)
    table(
        sheet,
        100,
        [80, 120, 280, 500],
        [["序号", "任务", "责任单位"], ["1", "清渠", Box("水利站", 2)], ["2", "修渠", None]],
    )
    whole = pdf(sheet, Sheet(), packed=False)
    chance = random.Random(13)  # noqa: S311 - damage that is the same on every run
    outcomes = set()
    for _ in range(30):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 4, 16))):
            at = chance.randrange(8, len(data))
            data[at : at + chance.randrange(3)] = chance.choice((b"", b"0", b"-1", b"99999999999", bytes([at % 256])))
        try:
            outcomes.add(read_bytes(bytes(data), "plan.pdf").format)
        except FileRefusedError as refused:
            outcomes.add(refused.key)
    assert {"pdf"} < outcomes
