"""Search words: a name can be asked for by its characters, its pinyin (ranqiutai) or its initials (rqt)."""

from collections.abc import Iterable

from graph.words.short_cache import short_cache


def search_words(names: Iterable[str]) -> str:
    """The names, their pinyin and their initials, in lower case, each once, with blanks between."""
    found: dict[str, None] = {}
    for name in names:
        found.update(dict.fromkeys((name.lower(), *_sounds(name))))
    return " ".join(word for word in found if word)


@short_cache(65536)
def _sounds(name: str) -> tuple[str, str]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its dictionaries take as long to load as a paper to read

    full = "".join(lazy_pinyin(name, errors="ignore"))
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore"))
    return full.lower(), initials.lower()
