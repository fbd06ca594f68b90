"""Settings from the environment (`PLANGRAPH_STORE`, `PLANGRAPH_LANG`, `PLANGRAPH_BASE_IRI` and
`PLANGRAPH_WORD_TEMPLATE`); an option of the command line wins over them.

They are a few words. The service has more, and reads them by a library that takes longer to import than a question to
answer (`api.serving`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.stores.open import DEFAULT_STORE

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may set once for all commands.

    `store` is a path, `:memory:` or `neo4j://user@host:7687`; `lang` is zh, en or "" for the locale's language;
    `base_iri` is what names of things begin with in RDF ("" for the one that stands in for it).
    `word_template` is the path of the office's own template for Word, "" for none.
    """

    store: str = DEFAULT_STORE
    lang: str = ""
    base_iri: str = ""
    word_template: str = ""

    @property
    def own_template(self) -> Path | None:
        """The template's path, if there is one."""
        return Path(self.word_template) if self.word_template else None


def settings_of(environment: Mapping[str, str]) -> Settings:
    """What the environment sets; what it sets to nothing counts as not set."""
    return Settings(
        environment.get("PLANGRAPH_STORE") or DEFAULT_STORE,
        environment.get("PLANGRAPH_LANG", ""),
        environment.get("PLANGRAPH_BASE_IRI", ""),
        environment.get("PLANGRAPH_WORD_TEMPLATE", ""),
    )


def split_language(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The value of `--lang`, which may stand before or behind the command ("" if it is not given), and the others."""
    typed = ""
    others: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            others += [argument, *waiting]
        elif argument == "--lang":
            typed = next(waiting, "")
        elif argument.startswith("--lang="):
            typed = argument.removeprefix("--lang=")
        else:
            others.append(argument)
    return typed, others


def language(typed: str, environment: Mapping[str, str]) -> Language:
    """The language of messages: the one typed or set, else that of the locale; English where that is neither."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = typed or next((environment[name] for name in names if environment.get(name)), "")
    return "zh" if chosen.lower().startswith("zh") else "en"
