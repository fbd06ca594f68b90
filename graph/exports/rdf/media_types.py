"""Media types of the formats that files are read from, as the IRIs of their register."""

from graph.exports.rdf.names import MEDIA_TYPES as REGISTER

MEDIA_TYPES = {
    form: f"{REGISTER}{name}"
    for form, name in {
        "csv": "text/csv",
        "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "eml": "message/rfc822",
        "htm": "text/html",
        "html": "text/html",
        "md": "text/markdown",
        "mht": "multipart/related",
        "odt": "application/vnd.oasis.opendocument.text",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "pdf": "application/pdf",
        "rtf": "text/rtf",
        "tsv": "text/tab-separated-values",
        "txt": "text/plain",
        "xls": "application/vnd.ms-excel",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip": "application/zip",
    }.items()
}
"""By the words that readers use for a format; others (wps, et, ofd) have no registered type and a name of our own."""
