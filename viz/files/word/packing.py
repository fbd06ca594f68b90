"""Word files with the same bytes on every run: python-docx writes the moment of its writing beside each part."""

import io
import zipfile

from docx.document import Document

NO_MOMENT = (2000, 1, 1, 0, 0, 0)


def packed(document: Document) -> bytes:
    """The document as a file, its parts in their order."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(out, "w") as archive:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, NO_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, given.read(name))
    return out.getvalue()
