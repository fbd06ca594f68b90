"""What archives and mails hold comes out under its own name, each file once, nothing beyond the limits."""

import tracemalloc
from email import message_from_bytes
from email.mime.application import MIMEApplication
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from random import Random

import pytest

from graph.errors import FileRefusedError
from loaders.containers.member import plain_name
from loaders.containers.opening import is_container, open_container
from loaders.containers.places import bytes_at, container_at, exists, length_at
from loaders.files.archives import MOST_ENTRIES
from loaders.read import read
from tests.loaders.containers.containers import OTHER, PLAN, archive, archive_of_windows, mail
from tests.loaders.formats.damaged_archives import encrypted, overlapping


def held(data: bytes) -> dict[str, bytes]:
    return {name: one.read() for name, one in open_container(data).items()}


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8"])
def test_names_of_an_archive_are_read_as_they_were_given(encoding: str) -> None:
    assert held(archive_of_windows("材料/工作方案.txt", PLAN, encoding=encoding)) == {"材料/工作方案.txt": PLAN}


def test_an_archive_within_an_archive_is_opened_and_one_within_that_is_not() -> None:
    inner = archive({"一.txt": PLAN, "更多.zip": archive({"二.txt": OTHER})})
    found = open_container(archive({"附件.zip": inner, "三.txt": OTHER}))
    assert sorted(found) == ["三.txt", "附件.zip!一.txt", "附件.zip!更多.zip"]


def test_what_systems_write_beside_the_files_is_none_of_them() -> None:
    files = {"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "~$方案.docx": b"x", "夹/": b"", "a.txt": PLAN}
    assert list(held(archive(files))) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/root/a.txt", "root/a.txt"),
        ("C:\\文件\\a.txt", "文件/a.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("..", ""),
        ("长" * 200 + ".docx", "长" * 75 + ".docx"),
    ],
)
def test_a_name_leads_nowhere_out_of_the_container(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_mail_gives_its_words_and_what_is_attached() -> None:
    found = held(mail("请查收。\n一、值守。（责任单位：县应急局）\n", {"工作方案.txt": PLAN, "图.png": b"\x89PNG"}))
    assert sorted(found) == ["图.png", "工作方案.txt", "正文.txt"]
    assert found["工作方案.txt"] == PLAN
    assert "县应急局" in found["正文.txt"].decode()


def test_of_a_mail_in_two_forms_the_one_with_tables_is_taken() -> None:
    assert list(held(mail("请查收", {}, html="<table><tr><td>请查收</table>"))) == ["正文.html"]


def test_words_that_pictures_part_are_one_file_in_order() -> None:
    message = MIMEMultipart()
    message["To"], message["Subject"] = "b@example.cn", "方案"
    picture = MIMEApplication(b"x", "png", name="图.png")
    for part in (MIMEText("一、修渠。"), picture, MIMEText("二、植树。"), picture):
        message.attach(part)
    found = held(bytes(message))
    assert list(found) == ["正文.txt", "图.png", "图 (2).png"]
    assert found["正文.txt"].decode().splitlines() == ["一、修渠。", "二、植树。"]


def test_words_in_two_forms_are_one_though_the_better_form_has_pictures() -> None:
    related = MIMEMultipart("related")
    related.attach(MIMEText("<p>一、修渠。</p>", "html"))
    related.attach(MIMEApplication(b"x", "png", name="图.png"))
    both = MIMEMultipart("alternative")
    both.attach(MIMEText("一、修渠。"))
    both.attach(related)
    both["To"], both["Subject"] = "b@example.cn", "方案"
    assert list(held(bytes(both))) == ["正文.html", "图.png"]


def test_a_forwarded_mail_gives_its_words_and_its_files() -> None:
    inner = message_from_bytes(mail("一、值守。（责任单位：县应急局）", {"清单.txt": OTHER}))
    message = MIMEMultipart()
    message["To"], message["Subject"] = "b@example.cn", "转发"
    for part in (MIMEText("请按附件办理。"), MIMEApplication(PLAN, name="清单.txt"), MIMEMessage(inner)):
        message.attach(part)
    found = held(bytes(message))
    assert list(found) == ["正文.txt", "清单.txt", "正文 (2).txt", "清单 (2).txt"]
    assert "县应急局" in found["正文 (2).txt"].decode()
    assert (found["清单.txt"], found["清单 (2).txt"]) == (PLAN, OTHER)


def test_names_and_words_of_a_mail_in_old_encodings_are_read() -> None:
    words = (
        b"From: a@example.cn\r\nTo: b@example.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain; charset=gb2312\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + "一、修渠。".encode("gbk") + b"\r\n--q\r\n"
        b'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="=?gb231'
        b'2?B?t72wuC50eHQ=?="\r\n'
        b"\r\nx\r\n--q--\r\n"
    )
    assert {name: data.decode().strip() for name, data in held(words).items()} == {
        "正文.txt": "一、修渠。",
        "方案.txt": "x",
    }


def test_what_is_no_container_is_none() -> None:
    assert not is_container("发件人：县政府办\n收件人：县水利局\n".encode())
    assert not is_container(archive({"[Content_Types].xml": b"x", "word/document.xml": b"x"}))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (encrypted(archive({"a.txt": PLAN, "b.txt": OTHER})), "has a password"),
        (overlapping(archive({"a.txt": PLAN, "b.txt": OTHER})), "damaged"),
        (archive({f"{at}.txt": b"" for at in range(MOST_ENTRIES + 1)}), "more than 5000 parts"),
        (archive({"外.zip": archive({"a.txt": b"0" * 1_000_000})})[:200], "damaged"),
    ],
    ids=["password", "one on another", "too many", "cut off"],
)
def test_a_bad_archive_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(FileRefusedError, match=sentence):
        open_container(data)


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (encrypted(archive({"一.txt": PLAN})), "has a password"),
        (b"PK\x03\x04" + bytes(200), "damaged"),
        (archive({"一.txt": PLAN})[:-30], "damaged"),
        (archive({"一.txt": b"0" * 20_000_000}), ""),
        ("没有压缩的说明".encode(), "damaged"),
    ],
)
def test_a_bad_container_within_one_is_refused_by_its_own_name(tmp_path: Path, bad: bytes, sentence: str) -> None:
    box = tmp_path / "材料.zip"
    box.write_bytes(archive({"方案.txt": PLAN, "附件.zip": bad}))
    found = container_at(box) or {}
    assert found["方案.txt"].read() == PLAN
    name = "附件.zip" if sentence else "附件.zip!一.txt"
    assert sorted(found) == ["方案.txt", name]
    with pytest.raises(FileRefusedError, match=f"材料.zip!{name}: .*{sentence or 'larger than'}"):
        read(f"{box}!{name}")


def test_a_file_with_a_password_or_with_damage_is_refused_alone() -> None:
    data = bytearray(archive({"一.txt": PLAN, "二.txt": OTHER}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    data[30 + len("一.txt".encode()) + 3] ^= 0x55
    found = open_container(bytes(data))
    for name, sentence in (("一.txt", "damaged"), ("二.txt", "has a password")):
        with pytest.raises(FileRefusedError, match=sentence):
            found[name].read()


def test_the_second_file_of_a_name_is_numbered() -> None:
    box = archive(
        {"a/../清单.txt": PLAN, "a/清单.txt": OTHER, "./a/清单.txt": b"3", "清单.TXT": b"4", "清单.txt": b"5"}
    )
    assert held(box) == {
        "a/清单.txt": PLAN,
        "a/清单 (2).txt": OTHER,
        "a/清单 (3).txt": b"3",
        "清单.TXT": b"4",
        "清单.txt": b"5",
    }


def test_of_archives_within_one_a_single_one_is_held() -> None:
    size = 2_000_000
    inner = {f"{at}.zip": archive({"一.txt": Random(at).randbytes(size)}) for at in range(8)}  # noqa: S311 - a text
    box = archive(inner)
    tracemalloc.start()
    found = open_container(box)
    lengths = [len(one.read()) for one in found.values()]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lengths == [size] * 8
    assert most < 5 * size
    assert found["0.zip!一.txt"].read() == found["0.zip!一.txt"].read()


def test_a_file_that_unpacks_without_end_is_refused_where_it_is_read() -> None:
    bomb = open_container(archive({"a.txt": b"0" * 20_000_000}))
    with pytest.raises(FileRefusedError, match="larger than the limit"):
        bomb["a.txt"].read()


def test_a_mail_of_endless_parts_is_refused() -> None:
    start = b"MIME-Version: 1.0\nSubject: x\nTo: a\nContent-Type: multipart/mixed; boundary=b0\n\n"
    nested = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (at, at + 1) for at in range(500))
    many = b"--b0\nContent-Type: text/plain\n\na\n" * 20_000
    for more, sentence in ((nested, "more than 40 mails or parts within one another"), (many, "more than 2000 parts")):
        with pytest.raises(FileRefusedError, match=sentence):
            open_container(start + more)


def test_a_file_within_a_container_is_read_by_its_path(tmp_path: Path) -> None:
    box = tmp_path / "材料.zip"
    box.write_bytes(archive({"夹/一.txt": PLAN, "附件.zip": archive({"二.txt": OTHER})}))
    assert sorted(container_at(box) or ()) == ["夹/一.txt", "附件.zip!二.txt"]
    inside = tmp_path / "材料.zip!夹" / "一.txt"
    assert exists(inside)
    assert bytes_at(inside) == PLAN
    assert length_at(inside) == len(PLAN)
    assert read(f"{box}!附件.zip!二.txt").characters.encode() == OTHER
    assert not exists(tmp_path / "材料.zip!无.txt")
    with pytest.raises(FileRefusedError, match="whose files are read one by one"):
        read(box)


def test_a_file_whose_own_name_has_the_sign_is_itself(tmp_path: Path) -> None:
    (tmp_path / "注意!.txt").write_bytes(PLAN)
    assert bytes_at(tmp_path / "注意!.txt") == PLAN
