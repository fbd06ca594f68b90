"""Word documents: paragraphs with their automatic numbers, tables with their merges, by lxml and a walk of our own.

Numbers that Word writes by itself are words of the paragraph, as they are for whoever reads it; headers and footers are
not read, footnotes behind the text. Insertions stand; deletions, hidden words and macros do not. Comments and words
struck out are told as unread.
"""

from graph.errors import FileRefusedError
from loaders.formats.content import Content
from loaders.formats.docx import names as n
from loaders.formats.docx.numbering import Numbering
from loaders.formats.docx.package import WordPackage
from loaders.formats.docx.styles import Styles
from loaders.formats.docx.walk import Walk
from loaders.formats.grids.layout import Layout
from loaders.formats.grids.model import RawParagraph


def read_docx(data: bytes, *, present_days: bool = True) -> Content:
    """The characters and blocks of a Word document; without `present_days` dates are no text that a field has set to
    the day on which the file was opened. Raises FileRefusedError with the reason for what cannot be read.
    """
    package = WordPackage.of(data)
    root = package.root()
    if root.tag != n.w("document"):
        raise FileRefusedError("file.damaged")
    styles = Styles.of(package.part("styles"))
    walk = Walk(styles, Numbering.of(package.part("numbering"), styles), _comments(package, styles))
    if not present_days:
        walk.runs.fields.skip_present_days()
    layout = Layout()
    for one in walk.body(root):
        layout.add([one])
    for kind in ("footnotes", "endnotes"):
        for one in walk.notes(kind, package.part(kind)):
            layout.add([one])
    content = layout.content()
    if not content.blocks:
        pictures = any(next(root.iter(tag), None) is not None for tag in n.DRAWINGS)
        raise FileRefusedError("file.only_pictures" if pictures else "file.no_words")
    return content


def _comments(package: WordPackage, styles: Styles) -> dict[str, str]:
    """The words of each comment by its id, its paragraphs in one line."""
    root = package.part("comments")
    walk = Walk(styles, Numbering(styles))
    if root is None:
        return {}
    walk.runs.look_over(root)
    found: dict[str, str] = {}
    for comment in root:
        blocks = walk.blocks(comment)
        found[comment.get(n.ID, "")] = " ".join(
            line.strip() for one in blocks if isinstance(one, RawParagraph) for line in one.lines if line.strip()
        )
    return found
