"""Sentences of this package in Chinese and English, kept as data in words.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Lang = Literal["en", "zh"]


@cache
def _table() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files("queries").joinpath("words.toml").read_text(encoding="utf-8"))


def say(lang: Lang, topic: str, key: str, **values: object) -> str:
    """The sentence of a topic and key with the values in it; floats as they are read best (7.125, 16)."""
    shown = {name: number(value) if isinstance(value, float) else value for name, value in values.items()}
    return _table()[topic][key][lang].format(**shown)


def number(value: float) -> str:
    """A number with at most three decimals, without needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
