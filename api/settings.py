"""Settings from the environment (`PLANGRAPH_STORE`, `PLANGRAPH_LANG`, …); an option of the command line wins over them."""

import os
from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic_settings import BaseSettings, SettingsConfigDict

Language = Literal["zh", "en"]


class Settings(BaseSettings):
    """What a person may set once for all commands.

    `store` is a path, `:memory:` or `neo4j://user@host:7687`; `lang` is zh, en or "" for the locale's language.
    """

    model_config = SettingsConfigDict(env_prefix="PLANGRAPH_", extra="ignore")

    store: str = "plangraph.lbug"
    lang: str = ""


def language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """The language of messages: `--lang` among the arguments, else PLANGRAPH_LANG, else that of the locale."""
    chosen = _lang_option(arguments) or environment.get("PLANGRAPH_LANG", "")
    if not chosen:
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "zh" if chosen.lower().startswith("zh") else "en"


def _lang_option(arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    return ""
