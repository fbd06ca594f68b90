"""Older documents are read through LibreOffice where it is installed, within limits."""

import os
import shutil
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import monotonic
from zipfile import ZipFile

import pytest

from graph.errors import FileRefusedError
from graph.messages.sentences import worded
from loaders.formats import conversion
from loaders.read import read_bytes
from tests.loaders.formats.docx.word_files import docx, p, raw, run
from tests.missing import missing

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def open_document(mimetype: str) -> bytes:
    """A document of one part, which says what it is."""
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr("mimetype", mimetype)
    return made.getvalue()


KINDS = {
    "a.doc": OLD,
    "a.wps": OLD + b"1",
    "a.rtf": b"{\\rtf1 a}",
    "a": open_document("application/vnd.oasis.opendocument.text"),
}
DATE = '<w:fldSimple w:instr=" DATE ">' + run("2099年1月1日") + "</w:fldSimple>"

Programs = Callable[[str], Path]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Puts a program of shell in the place of LibreOffice; the folder that it may look at is given back."""
    conversion.convert.cache_clear()
    (tmp_path / "made.docx").write_bytes(docx(p("修渠方案") + raw(run("今天") + DATE)))
    bin_ = tmp_path / "bin"
    bin_.mkdir()

    def put(script: str) -> Path:
        file = bin_ / "soffice"
        file.write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return tmp_path

    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return put


MAKES = (
    'for last; do :; done; echo "$@" > seen; cp "$last" given; '
    'out=$(dirname "$last")/out; mkdir "$out"; cp made.docx "$out/plan.docx"'
)


@pytest.mark.parametrize("name", KINDS)
def test_what_it_makes_is_read_but_for_the_present_day(program: Programs, name: str) -> None:
    folder = program(MAKES)
    text = read_bytes(KINDS[name], name)
    assert (text.format, text.characters) == ("doc", "修渠方案\n今天\n")
    assert (folder / "given").read_bytes() == KINDS[name]
    seen = (folder / "seen").read_text(encoding="utf-8")
    assert "-env:UserInstallation=file:///" in seen
    assert not Path(seen.split()[-1]).exists()


def test_a_document_is_converted_once_while_it_is_kept(program: Programs) -> None:
    folder = program(MAKES)
    read_bytes(OLD, "a.doc")
    (folder / "seen").unlink()
    assert read_bytes(OLD, "a.doc").characters
    assert not (folder / "seen").exists()


@pytest.mark.parametrize(
    ("script", "key"),
    [
        ("exit 0", "file.not_converted"),
        ("exit 3", "file.not_converted"),
        (MAKES.replace("cp made.docx", "cp /dev/null"), "file.not_converted"),
        (MAKES.replace("cp made.docx", "cp seen"), "file.damaged"),
        ("sleep 60 & sleep 60", "file.conversion_too_long"),
    ],
)
def test_what_it_does_not_make_is_told(
    program: Programs, monkeypatch: pytest.MonkeyPatch, script: str, key: str
) -> None:
    monkeypatch.setattr(conversion, "SECONDS", 2)
    program(script)
    begin = monotonic()
    with pytest.raises(FileRefusedError) as caught:
        read_bytes(OLD, "a.doc")
    assert caught.value.key == key
    assert monotonic() - begin < 30


def test_without_it_a_sentence_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    conversion.convert.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileRefusedError) as caught:
        read_bytes(b"{\\rtf1 a}", "a.rtf")
    assert worded("zh", caught.value.message) == (
        "这是 RTF 文件（.rtf）：装有 LibreOffice 时可以直接读入；请安装 LibreOffice，或另存为 Word 文档（.docx）"
    )


RTF = rb"""{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fnil SimSun;}}\f0 \u20462?\u28192?\u26041?\u26696?\par
\trowd\cellx2000\cellx4000\intbl \u20219?\u21153?\cell \u36131?\u20219?\u21333?\u20301?\cell\row
\trowd\cellx2000\cellx4000\intbl \u20462?\u28192?\cell \u27700?\u21033?\u31449?\cell\row \pard\par}"""


@pytest.mark.slow
def test_libreoffice_itself_makes_a_table_of_a_table() -> None:
    if shutil.which("soffice") is None:
        missing("LibreOffice is not installed (Debian: apt-get install libreoffice-writer-nogui)")
    conversion.convert.cache_clear()
    text = read_bytes(RTF, "a.rtf")
    assert text.characters == "修渠方案\n任务\t责任单位\n修渠\t水利站\n"
