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
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionaries take as long to load as a paper to read

    syllables = lazy_pinyin(name, errors="ignore")
    return "".join(syllables).lower(), "".join(syllable[0] for syllable in syllables).lower()
