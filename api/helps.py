"""Chinese help: the commands explain themselves in English where they are declared, and in Chinese from words.toml."""

from typer.core import TyperArgument, TyperGroup, TyperOption

from api import words


def translate(group: TyperGroup) -> None:
    """Put the Chinese help of words.toml in the place of the English one, where there is one."""
    for name, command in {"plangraph": group, **group.commands}.items():
        command.help = words.chinese_help(name) or command.help
        for parameter in command.params:
            if isinstance(parameter, TyperOption | TyperArgument) and parameter.name:
                parameter.help = words.chinese_help(f"{name}.{parameter.name.strip('_')}") or parameter.help
