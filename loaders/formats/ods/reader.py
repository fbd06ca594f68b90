"""OpenDocument sheets (.ods): their words as they are shown, with merges, by lxml and a walk of our own.

python-calamine was tried: it gives neither merged cells nor hidden rows nor words struck out, and of dates the day
where the sheet shows a month.
"""

from graph.errors import FileRefusedError
from loaders.files.archives import MOST_OF_SETTINGS, ZipParts
from loaders.files.xml import parse_xml
from loaders.formats.content import Content
from loaders.formats.grids.grid import Grid
from loaders.formats.ods import names as n
from loaders.formats.ods.styles import OdsStyles
from loaders.formats.ods.walk import OdsWalk
from loaders.formats.sheets.content import content_of

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_SHEETS = f"{n.of('office:body')}/{n.of('office:spreadsheet')}/{n.TABLE}"


def read_ods(data: bytes) -> Content:
    """The words and blocks of a file. Raises FileRefusedError for one that is damaged, encrypted, large or empty."""
    try:
        return content_of(_grids(ZipParts.of(data)))
    except (ValueError, OverflowError) as error:  # a value that is no number or no day
        raise FileRefusedError("file.workbook_damaged") from error
    except FileRefusedError as error:
        raise (FileRefusedError("file.workbook_damaged") if error.key == "file.damaged" else error) from error


def _grids(archive: ZipParts) -> list[Grid]:
    if archive.has(_MANIFEST) and b"encryption-data" in archive.read(_MANIFEST, MOST_OF_SETTINGS):
        raise FileRefusedError("file.encrypted")
    root = parse_xml(archive.read(_CONTENT))
    named = [parse_xml(archive.read(_STYLES, MOST_OF_SETTINGS))] if archive.has(_STYLES) else []
    walk = OdsWalk(OdsStyles.of([*named, root]))
    return [walk.grid(table) for table in root.iterfind(_SHEETS)]
