"""OFD documents made of lines with their places."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_SIZE = 5.6
Line = tuple[float, float, str]
"""Where a line begins, from the left and from the top, in millimetres, and its words."""


def line(left: float, top: float, text: str, size: float = _SIZE) -> str:
    """A line of words whose characters stand one size apart."""
    steps = f' DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{left} {top} {size * len(text)} {size}" Font="2" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}"{steps}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def ofd(*pages: Sequence[Line | str]) -> bytes:
    """A document of these pages, each of lines or of XML as it stands."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "OFD.xml",
            f"<ofd:OFD {_SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
        file.writestr("Doc_0/Document.xml", f"<ofd:Document {_SPACE}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>")
        for at, page in enumerate(pages):
            words = "".join(one if isinstance(one, str) else line(*one) for one in page)
            content = f"<ofd:Page {_SPACE}><ofd:Content><ofd:Layer>{words}</ofd:Layer></ofd:Content></ofd:Page>"
            file.writestr(f"Doc_0/Pages/Page_{at}/Content.xml", content)
    return archive.getvalue()
