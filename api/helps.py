"""Chinese help: the commands explain themselves in English where they are declared, and in Chinese from words.toml."""

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from api import words


class ChineseContext(typer.Context):
    """The context of a command whose help is Chinese to its headings."""

    def get_help(self) -> str:
        """The help, with the words that the library puts in it translated."""
        text = super().get_help()
        for entry in words.table()["help_phrases"].values():
            text = text.replace(entry["en"], entry["zh"])
        return text


def translate(group: TyperGroup) -> None:
    """Put the Chinese help of words.toml in the place of the English one, where there is one."""
    metavars = words.table()["metavars"]
    for name, command in {"plangraph": group, **group.commands}.items():
        command.help = words.chinese_help(name) or command.help
        command.context_class = ChineseContext
        for parameter in command.params:
            if isinstance(parameter, TyperOption | TyperArgument) and parameter.name:
                parameter.help = words.chinese_help(f"{name}.{parameter.name.strip('_')}") or parameter.help
            if isinstance(parameter, TyperArgument):
                parameter.metavar = metavars.get(parameter.metavar or "", {}).get("zh", parameter.metavar)
