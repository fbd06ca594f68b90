"""The program `plangraph`: runs one command in the reader's language, and turns every error that the project raises on
purpose into one sentence and an exit code.

Exit codes: 0 done (also with no rows), 1 a named thing does not exist or a file was refused, 2 wrong usage, 130 and 143
broken off by Ctrl+C and by SIGTERM.
"""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from api.cli import interruptions, output
from api.cli.command_group import Commands
from api.cli.session import Session
from api.cli.usage import as_typed, told_of
from api.settings import Language, language, settings_of, split_language
from graph.errors import PlangraphError, UsageError, reason_of
from graph.messages.sentences import worded

USAGE = 2
INTERRUPTED = 130
"""The exit code that the library of the command line gives a command that was broken off."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program with these arguments (those of the process where None) and exit with its code."""
    output.use_utf8()
    typed, others = split_language(sys.argv[1:] if arguments is None else arguments)
    settings = settings_of(os.environ)
    session = Session(language(typed or settings.lang, os.environ), settings)
    if typed not in {"", "zh", "en"}:
        session.tell("program.no_language", typed=typed)
        sys.exit(USAGE)
    sys.exit(run(others, session))


def run(arguments: Sequence[str], session: Session) -> int:
    """Run one command and give its exit code."""
    with interruptions.heeded() as told:
        try:
            code = _run(arguments, session)
        except KeyboardInterrupt:
            code = INTERRUPTED
    if code == INTERRUPTED:
        session.tell("program.interrupted")
        return told.code
    return code


def _run(arguments: Sequence[str], session: Session) -> int:
    commands = command_line(session.lang)
    try:
        code = commands.main(arguments, prog_name="plangraph", standalone_mode=False, obj=session)
    except PlangraphError as error:
        named = isinstance(error, UsageError) and "query" not in arguments
        output.tell(worded(session.lang, as_typed(commands, error.message) if named else error.message))
        return USAGE if isinstance(error, UsageError) else 1
    except (OSError, MemoryError, RecursionError) as error:
        session.tell("system.stopped", reason=reason_of(error) if isinstance(error, OSError) else type(error).__name__)
        return 1
    except typer.TyperException as error:
        told = told_of(commands, error)
        output.tell(worded(session.lang, told) if told else " ".join(error.format_message().split()))
        return error.exit_code
    return code if isinstance(code, int) else 0


def command_line(lang: Language) -> Commands:
    """All commands, with their help in this language."""
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(plangraph)
    group = get_command(app)
    if not isinstance(group, Commands):
        raise TypeError("a program of several commands is a group")
    group.list_all(lang)
    return group


def plangraph(
    context: typer.Context,
    _lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help="Language of messages.")] = "",
) -> None:
    """Ask Chinese local-government work plans who does what by when, and where it says so."""
    if context.invoked_subcommand is not None:
        return
    if on_terminal():
        from api.cli.commands import serve  # noqa: PLC0415 - a command is loaded when it is called

        serve.open_desk(context)
    else:
        output.emit(context.get_help() + "\n")


def on_terminal() -> bool:
    """Whether somebody sits before the program, as where it was started by a double click."""
    return sys.stdin.isatty() and sys.stdout.isatty()
