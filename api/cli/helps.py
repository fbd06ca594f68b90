"""Help in both languages: the commands explain themselves in English where they are declared, and in Chinese from
help.toml. What the library adds for programmers is left out: the braces around an argument, the types of texts.
"""

import re
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from api.cli.usage import check_no_more
from api.settings import Language
from api.words import words
from graph.messages.tables import subject_rows

_BRACES = re.compile(r"\{([^{}]+)\}(?:\.\.\.)?")
_TYPE_OF_TEXT = re.compile(r" <(?:list\[)?(?:str|Path)\]?>")


class PlainContext(typer.Context):
    """The context of a command whose help is for people who do not program, and which takes no words too many."""

    def invoke(self, callback: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the library has it
        """Run the command. Raises UsageError for words that none of its arguments takes."""
        check_no_more(self)
        return super().invoke(callback, *args, **kwargs)

    def get_help(self) -> str:
        """The help, with arguments as they are named: NAME for {NAME} and for NAME <str>; columns stay in line."""
        usage, line, rest = super().get_help().partition("\n")
        usage = _BRACES.sub(r"\1", usage)
        return usage + line + _TYPE_OF_TEXT.sub(lambda found: " " * len(found[0]), rest)


class ChineseContext(PlainContext):
    """The context of a command whose help is Chinese to its headings."""

    def get_help(self) -> str:
        """The help, with the words that the library puts in it translated."""
        text = super().get_help()
        for entry in subject_rows("phrase").values():
            text = text.replace(entry["en"], entry["zh"])
        return text


def fit(name: str, command: TyperCommand | TyperGroup, lang: Language) -> None:
    """Leave out of the help of a command what is for programmers, and put the Chinese of help.toml, where there is any,
    in the place of its English.
    """
    command.context_class = PlainContext
    if lang != "zh":
        return
    command.context_class = ChineseContext
    command.help = words.chinese_help(name) or command.help
    metavars = subject_rows("metavar")
    for parameter in command.params:
        if isinstance(parameter, TyperOption | TyperArgument) and parameter.name:
            parameter.help = words.chinese_help(f"{name}.{parameter.name.strip('_')}") or parameter.help
        if isinstance(parameter, TyperArgument):
            parameter.metavar = metavars.get(parameter.metavar or "", {}).get("zh", parameter.metavar)
