"""What a person typed: blank values and words too many are refused, parameters are called in errors as they were typed,
and the errors of the library are told in our words, by their types and fields.
"""

from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from api.words.words import renamed
from graph.errors import UsageError
from graph.messages.message import Message, message

UsageFault = typer.TyperException
"""An error of the library."""


def refuse_blanks(command: TyperCommand) -> None:
    """Make every option and argument of a command refuse a blank value: one that has none is left out."""
    for parameter in command.params:
        if isinstance(parameter, TyperOption | TyperArgument) and parameter.callback is None:
            parameter.callback = _refuse_blank


def refuse_more(command: TyperCommand) -> None:
    """Let a command take words that none of its arguments does, so that `check_no_more` can refuse them."""
    command.allow_extra_args = True


def check_no_more(context: typer.Context) -> None:
    """Raise UsageError for words behind a command that none of its arguments takes."""
    if context.args and not isinstance(context.command, TyperGroup):
        raise UsageError("option.unexpected", arguments=context.args)


def as_typed(group: TyperGroup, told: Message) -> Message:
    """A message on a parameter (due_before is no day …) with the option as it is typed."""
    return renamed(told, {opt.lstrip("-").replace("-", "_"): opt for option in _options(group) for opt in option.opts})


def told_of(group: TyperGroup, error: UsageFault) -> Message | None:
    """What an error of the library tells; None where its type does not say it."""
    from pydantic import ValidationError  # noqa: PLC0415 - the library has it loaded where it raises one

    from api.words.inputs import reason_of_input  # noqa: PLC0415 - see above

    if (option := getattr(error, "option_name", None)) is not None:
        return _of_option(group, str(option), error)
    parameter = getattr(error, "param", None)
    if not isinstance(parameter, TyperOption | TyperArgument):
        return None
    name, choices = _called(parameter), list(parameter.type_descriptor.choices or ())
    cause = error.__cause__
    if isinstance(cause, ValidationError):
        fault = cause.errors()[0]
        reason = (
            message("option.not_among", typed=fault["input"], choices=choices) if choices else reason_of_input(fault)
        )
        return message("option.bad_value", parameter=name, reason=reason)
    if isinstance(parameter, TyperOption):
        return message("option.missing", parameter=name)
    if choices:
        return message("option.missing_choice", parameter=name, choices=choices)
    return message("option.missing_argument", parameter=name)


def _of_option(group: TyperGroup, typed: str, error: UsageFault) -> Message:
    """What is wrong with an option: the command has none of this name, or it takes no value, or it has none."""
    if hasattr(error, "possibilities"):
        if error.possibilities:
            return message("option.unknown_near", option=typed, near=sorted(error.possibilities))
        return message("option.unknown", option=typed)
    known = [option for option in _options(group) if typed in (*option.opts, *option.secondary_opts)]
    if all(option.is_flag for option in known):
        return message("option.takes_none", option=typed)
    return message("option.needs_value", option=typed)


def _options(group: TyperGroup) -> list[TyperOption]:
    return [one for command in group.commands.values() for one in command.params if isinstance(one, TyperOption)]


def _called(parameter: TyperOption | TyperArgument) -> str:
    """The parameter as a person types it, or as it is named in the help."""
    return str(parameter.opts[0] if parameter.opts[0][:2] == "--" else parameter.metavar or parameter.name)


def _refuse_blank(context: Any, parameter: Any, value: Any) -> Any:  # noqa: ANN401 - the library gives what it likes
    """The value itself. Raises UsageError where a person typed one that is blank."""
    source = context.get_parameter_source(parameter.name or "")
    typed = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    if source is not None and source.name == "COMMANDLINE" and any(not str(one).strip() for one in typed):
        raise UsageError("parameter.blank", parameter=_called(parameter))
    return value
