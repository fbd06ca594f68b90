"""Media types of files by the endings of their names, for browsers and for RDF."""

_OFFICE = "application/vnd.openxmlformats-officedocument."
_MACRO = "application/vnd.ms-"
MEDIA_TYPES = {
    "txt": "text/plain",
    "md": "text/markdown",
    "markdown": "text/markdown",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "htm": "text/html",
    "html": "text/html",
    "shtml": "text/html",
    "xhtml": "application/xhtml+xml",
    "mht": "multipart/related",
    "mhtml": "multipart/related",
    "eml": "message/rfc822",
    "rtf": "application/rtf",
    "pdf": "application/pdf",
    "ofd": "application/ofd",
    "zip": "application/zip",
    "doc": "application/msword",
    "wps": "application/vnd.ms-works",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "docm": f"{_MACRO}word.document.macroEnabled.12",
    "odt": "application/vnd.oasis.opendocument.text",
    "xls": "application/vnd.ms-excel",
    "xml": "application/vnd.ms-excel",
    "et": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "xlsm": f"{_MACRO}excel.sheet.macroEnabled.12",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
"""By the ending of a name, without its dot; any other ending only tells that there are bytes."""
UNREGISTERED = frozenset({"application/ofd"})
"""Those of them that no register knows."""
