"""The words that the program itself says, in Chinese or English, from the table words.toml. Data is not translated."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from api.settings import Language
from queries.words import say as say_of_queries

Section = dict[str, dict[str, str]]


@cache
def table() -> dict[str, Section]:
    """All sections of words.toml: section → key → language → words."""
    with resources.files("api.words").joinpath("words.toml").open("rb") as file:
        return tomllib.load(file)


def say(lang: Language, key: str, **values: object) -> str:
    """The sentence of this key with its values filled in."""
    return table()["sentences"][key][lang].format(**values)


def error(lang: Language, sentence: str) -> str:
    """The sentence of an error, which layers below raise in English, in the reader's language where it is known.

    What it names last may be a reason in words, and is looked up too; so is a reason behind the name of a file.
    """
    if lang == "en":
        return sentence
    if known := _in_chinese(sentence):
        return known
    for colon in re.finditer(": ", sentence):
        if reason := _in_chinese(sentence[colon.end() :]):
            return table()["errors"]["named"]["zh"].format(sentence[: colon.start()], reason)
    return sentence


def renamed(sentence: str, names: Mapping[str, str]) -> str:
    """A sentence that begins with the name of a parameter (due_before is no day …) with what the reader calls it."""
    first, blank, rest = sentence.partition(" ")
    name = first.removesuffix(":")
    return f"{names[name]}{first.removeprefix(name)}{blank}{rest}" if name in names else sentence


def _in_chinese(sentence: str) -> str:
    """The Chinese of a sentence of [errors], "" where it is none."""
    for pattern, chinese in _errors():
        if found := pattern.fullmatch(sentence):
            *named, last = found.groups() or ("",)
            return chinese.format(*named, error("zh", last))
    return ""


@cache
def _errors() -> list[tuple[re.Pattern[str], str]]:
    """For each English sentence of [errors] a pattern that has a group for each {}, and the Chinese sentence."""
    return [
        (re.compile("(.*)".join(map(re.escape, entry["en"].split("{}"))), re.DOTALL), entry["zh"])
        for key, entry in table()["errors"].items()
        if key != "named"
    ]


def header(lang: Language, column: str) -> str:
    """The heading of a column of an answer; a column without words keeps its name."""
    return table()["columns"].get(column, {}).get(lang, column)


def value(lang: Language, column: str, stored: str) -> str:
    """A stored keyword (a verdict, a kind of change) in the reader's language, anything else as it stands."""
    known = table()["values"].get(f"{column}.{stored}")
    if known is None and column == "verdict":
        return say_of_queries(lang, "verdicts", stored)
    return known[lang] if known else stored


def chinese_help(path: str) -> str:
    """Chinese help of a command ("tasks") or of one of its options ("tasks.leader", else "leader"), "" if none."""
    helps = table()["help"]
    entry = helps.get(path) or helps.get(path.rpartition(".")[2]) or {}
    return entry.get("zh", "")
