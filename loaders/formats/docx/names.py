"""Names of elements and attributes in WordprocessingML, as lxml writes them.

The strict form of the standard has other namespaces; `transitional` gives each the name that stands here.
"""

_STRICT = "http://purl.oclc.org/ooxml/"
_NAMESPACES = {
    "wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "officeDocument/relationships": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_WORD = _NAMESPACES["wordprocessingml/main"]
_MATH = _NAMESPACES["officeDocument/math"]
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

RELATIONSHIPS = _NAMESPACES["officeDocument/relationships"]


def transitional(part: bytes) -> bytes:
    """A part with the transitional namespaces for the strict ones."""
    if _STRICT.encode() not in part:
        return part
    for strict, namespace in _NAMESPACES.items():
        part = part.replace((_STRICT + strict).encode(), namespace.encode())
    return part


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_WORD}}}{name}"


VAL = w("val")
RELATIONSHIP = f"{{{_PACKAGE}}}Relationship"

ALTERNATE, CHOICE, FALLBACK = (f"{{{_COMPATIBLE}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
MATH_TEXT = f"{{{_MATH}}}t"
MATH = frozenset({f"{{{_MATH}}}oMath", f"{{{_MATH}}}oMathPara"})

PARAGRAPH, RUN, TABLE, ROW, CELL = map(w, ("p", "r", "tbl", "tr", "tc"))
P_PR, R_PR, TBL_GRID, TR_PR, TC_PR = map(w, ("pPr", "rPr", "tblGrid", "trPr", "tcPr"))
SDT, SDT_PR, SDT_CONTENT, PLACEHOLDER = map(w, ("sdt", "sdtPr", "sdtContent", "showingPlcHdr"))
WRAPPERS = frozenset(map(w, ("ins", "moveTo", "smartTag", "hyperlink", "customXml", "fldSimple", "bdo", "dir")))
"""Elements that are gone through: what stands in them is text."""
TEXT, TAB, BREAK, RETURN, SYMBOL, HYPHEN, POSITION_TAB = map(
    w, ("t", "tab", "br", "cr", "sym", "noBreakHyphen", "ptab")
)
FIELD, INSTRUCTION, FIELD_TYPE = map(w, ("fldChar", "instrText", "fldCharType"))
SIMPLE_FIELD, SIMPLE_INSTRUCTION = map(w, ("fldSimple", "instr"))
DRAWINGS = frozenset(map(w, ("drawing", "pict", "object")))
TEXT_BOX = w("txbxContent")
RUBY, RUBY_BASE = map(w, ("ruby", "rubyBase"))
FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE, COMMENT_REFERENCE = map(
    w, ("footnoteReference", "endnoteReference", "commentReference")
)
ID, TYPE = w("id"), w("type")
STYLE, PARAGRAPH_STYLE, RUN_STYLE, BASED_ON, DEFAULT = map(w, ("style", "pStyle", "rStyle", "basedOn", "default"))
STYLE_ID = w("styleId")
VANISH, STRIKE, DOUBLE_STRIKE, DELETED = map(w, ("vanish", "strike", "dstrike", "del"))
NUM_PR, NUM_ID, LEVEL = map(w, ("numPr", "numId", "ilvl"))
