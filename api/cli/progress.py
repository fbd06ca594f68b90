"""The progress bar of a load, on stderr, and only where a person watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from api.visible import one_line


@contextmanager
def bar(words: str) -> Iterator[Callable[[str, int, int], None]]:
    """A function to be told of each file (its name, how many are done, how many there are) while the bar shows it."""
    from rich.console import Console  # noqa: PLC0415 - only a load needs it, and every command would wait for it
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}", markup=False),
    )
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(words, total=None, file="")
        yield lambda name, done, total: progress.update(task, file=one_line(name), completed=done, total=total)
