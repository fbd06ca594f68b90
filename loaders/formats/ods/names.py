"""Names of elements and attributes of OpenDocument, as lxml writes them."""

_NAMESPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "style")
}


def of(name: str) -> str:
    """The full name of `table:name`."""
    prefix, _, own = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{own}"


TABLE, ROW, COLUMN, CELL, COVERED = map(
    of, ("table:table", "table:table-row", "table:table-column", "table:table-cell", "table:covered-table-cell")
)
HOLD_ROWS = frozenset(map(of, ("table:table-header-rows", "table:table-rows", "table:table-row-group")))
HOLD_COLUMNS = frozenset(map(of, ("table:table-header-columns", "table:table-columns", "table:table-column-group")))
NAME, STYLE_NAME, VISIBILITY, FORMULA = map(of, ("table:name", "table:style-name", "table:visibility", "table:formula"))
ROWS_REPEATED, COLUMNS_REPEATED, ACROSS, DOWN = map(
    of,
    (
        "table:number-rows-repeated",
        "table:number-columns-repeated",
        "table:number-columns-spanned",
        "table:number-rows-spanned",
    ),
)
VALUE_TYPE, VALUE, DATE_VALUE, STRING_VALUE, BOOLEAN_VALUE = map(
    of, ("office:value-type", "office:value", "office:date-value", "office:string-value", "office:boolean-value")
)
ANNOTATION = of("office:annotation")
PARAGRAPH, SPAN, LINK, SPACES, TAB, BREAK, COUNT, TEXT_STYLE = map(
    of,
    ("text:p", "text:span", "text:a", "text:s", "text:tab", "text:line-break", "text:c", "text:style-name"),
)
STYLE, STYLE_ID, PARENT, DISPLAY, TABLE_LOOK, TEXT_LOOK = map(
    of,
    (
        "style:style",
        "style:name",
        "style:parent-style-name",
        "table:display",
        "style:table-properties",
        "style:text-properties",
    ),
)
THROUGH = tuple(map(of, ("style:text-line-through-style", "style:text-line-through-type")))
