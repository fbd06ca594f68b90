"""Which files are read, in words for people: each format of READERS, and each container, with its endings."""

from graph.messages.tables import Lang, row
from loaders.containers.opening import CONTAINER_KINDS
from loaders.formats.readers import READERS, Reader


def name_of(reader: Reader, lang: Lang) -> str:
    """What people call a format; one without words is called as its reader is."""
    return row(f"reader.{reader.format}")[lang]


def formats(lang: Lang) -> list[tuple[str, tuple[str, ...]]]:
    """All formats, and the containers that are opened, each with its endings."""
    read = [(name_of(one, lang), one.endings) for one in READERS]
    opened = [(row(f"reader.{kind}")[lang], (f".{kind}",)) for kind in CONTAINER_KINDS]
    return read + opened


def formats_read(lang: Lang) -> str:
    """The same as a line of words."""
    named = [(name, " ".join(endings)) for name, endings in formats(lang)]
    if lang == "zh":
        return "；".join(f"{name}（{endings}）" for name, endings in named)
    return "; ".join(f"{name} ({endings})" for name, endings in named)
