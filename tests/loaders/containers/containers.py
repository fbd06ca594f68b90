"""Archives and mails made by hand, with names as other systems write them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from email.message import EmailMessage

PLAN = "一、修渠清淤。（责任单位：县水利局；完成时限：2023年6月底前）\n".encode()
OTHER = "一、植树护岸。（责任单位：县林业局；完成时限：2023年11月）\n".encode()


def archive(files: Mapping[str, bytes]) -> bytes:
    """An archive as Python writes it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return made.getvalue()


def archive_of_windows(name: str, data: bytes, *, encoding: str = "gbk") -> bytes:
    """An archive of one file whose name stands in the encoding of the system, and does not say so."""
    written = name.encode(encoding)
    sizes = (zlib.crc32(data), len(data), len(data))
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 0, *sizes, len(written), 0) + written + data
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, *sizes, len(written), 0, 0, 0, 0, 0, 0)
    listed = entry + written
    return local + listed + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(listed), len(local), 0)


def mail(text: str, attached: Mapping[str, bytes], *, html: str = "") -> bytes:
    """A mail with what is attached to it; with `html` its words stand in both forms."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.cn", "b@example.cn", "工作方案"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)
