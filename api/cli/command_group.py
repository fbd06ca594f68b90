"""The commands as one group: what each is for is known at once, its module is loaded when it is called."""

from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from api.cli import helps
from api.cli.command_table import COMMANDS
from api.cli.usage import refuse_blanks, refuse_more
from api.settings import Language
from graph.errors import UsageError


class ListedCommand(TyperCommand):
    """A command of which only is known what it is for."""


class Commands(TyperGroup):
    """All commands, with their help in the language `lang`; one that is not among them is refused with those that are
    spelt much like it.
    """

    lang: Language

    def list_all(self, lang: Language) -> None:
        """Have all commands, with what each is for in this language."""
        self.lang = lang
        listed = {name: ListedCommand(name, help=told) for name, (_, told) in COMMANDS.items()}
        helps.fit("plangraph", self, lang)
        for name, command in listed.items():
            helps.fit(name, command, lang)
        self.commands = {**listed}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as the library has it
        """The command that is meant. Raises UsageError where there is none of this name."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            near = get_close_matches(args[0], self.commands)
            if near:
                raise UsageError("option.no_command_near", name=args[0], near=near)
            raise UsageError("option.no_command", name=args[0])
        name, _, others = super().resolve_command(ctx, args)
        return name, self.loaded(str(name)), others

    def loaded(self, name: str) -> TyperCommand:
        """The command of this name with its options and what it does."""
        module = import_module(f"api.cli.commands.{COMMANDS[name][0]}")
        app = typer.Typer(rich_markup_mode=None)
        app.add_typer(module.commands)
        command = get_group(app).commands[name]
        if not isinstance(command, TyperCommand):
            raise TypeError("a command has no commands of its own")
        refuse_blanks(command)
        refuse_more(command)
        helps.fit(name, command, self.lang)
        self.commands[name] = command
        return command
