"""Which files are read, in words for people: each format of READERS with the endings of its files."""

from graph.messages.tables import Lang, row
from loaders.formats.readers import READERS, Reader


def name_of(reader: Reader, lang: Lang) -> str:
    """What people call a format; one without words is called as its reader is."""
    return row(f"reader.{reader.format}").get(lang, reader.name)


def formats_read(lang: Lang) -> str:
    """All formats, each with its endings."""
    named = [(name_of(one, lang), " ".join(one.endings)) for one in READERS]
    if lang == "zh":
        return "；".join(f"{name}（{endings}）" for name, endings in named)
    return "; ".join(f"{name} ({endings})" for name, endings in named)
