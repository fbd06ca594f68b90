"""What a person typed: blank values are refused, and parameters are called in errors as they were typed."""

from typing import Any

from typer.core import TyperArgument, TyperGroup, TyperOption

from api.words.words import renamed
from graph.errors import UsageError


def refuse_blanks(group: TyperGroup) -> None:
    """Make every option and argument of the commands refuse a blank value: one that has none is left out."""
    for command in group.commands.values():
        for parameter in command.params:
            if isinstance(parameter, TyperOption | TyperArgument) and parameter.callback is None:
                parameter.callback = _refuse_blank


def as_typed(group: TyperGroup, sentence: str) -> str:
    """A sentence that begins with the name of an option (due_before is no day …) with the option as it is typed."""
    return renamed(sentence, {opt.lstrip("-").replace("-", "_"): opt for opt in _options(group)})


def _options(group: TyperGroup) -> list[str]:
    return [opt for command in group.commands.values() for one in command.params for opt in one.opts if opt[:2] == "--"]


def _refuse_blank(context: Any, parameter: Any, value: Any) -> Any:  # noqa: ANN401 - the library gives what it likes
    """The value itself. Raises UsageError where a person typed one that is blank."""
    source = context.get_parameter_source(parameter.name or "")
    typed = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    if source is not None and source.name == "COMMANDLINE" and any(not str(one).strip() for one in typed):
        raise UsageError(f"{parameter.opts[0] if parameter.opts[0][:2] == '--' else parameter.metavar} is blank.")
    return value
