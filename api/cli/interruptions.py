"""How the program ends when it is told to: by Ctrl+C, or by SIGTERM, as service managers and `kill` send it. A command
under way is broken off as by an error, so that its store is closed; who asks a second time ends it at once.

Python drops an exception that is raised where none can be (in a finalizer, or while a process is forked): there it is
raised again a moment later.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import current_thread, main_thread
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_AGAIN = 0.02
"""Seconds after which an interruption that was dropped is raised again."""
_BY_SIGNAL = 128
"""What shells add to the number of a signal by which a program ended."""


class InterruptedCommandError(KeyboardInterrupt):
    """The program was told to end. Of KeyboardInterrupt itself Python remembers that it went through code compiled from
    a string, as classes with generated methods are, and ends by SIGINT however it was handled.
    """


@dataclass(slots=True)
class Interruption:
    """Whether the program was told to end, and by which signal."""

    by: int = 0

    @property
    def code(self) -> int:
        """The exit code: 130 after Ctrl+C, 143 after SIGTERM."""
        return _BY_SIGNAL + (self.by or signal.SIGINT)


@contextmanager
def heeded() -> Iterator[Interruption]:
    """Raise InterruptedCommandError inside when the program is told to end. What is ignored stays so (nohup)."""
    told = Interruption()

    def interrupt(number: int, _frame: FrameType | None) -> None:
        told.by = number
        for one in before:
            signal.signal(one, signal.SIG_DFL)
        raise InterruptedCommandError

    def dropped(what: "sys.UnraisableHookArgs") -> None:
        if what.exc_type is not InterruptedCommandError or sys.platform == "win32":
            told_before(what)
            return
        signal.signal(signal.SIGALRM, _raise)
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)

    before = {}
    if current_thread() is main_thread():
        before = {one: signal.getsignal(one) for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN}
    for one in before:
        signal.signal(one, interrupt)
    told_before, sys.unraisablehook = sys.unraisablehook, dropped
    try:
        yield told
    finally:
        sys.unraisablehook = told_before
        for one, handler in before.items():
            signal.signal(one, handler)


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise InterruptedCommandError


def quiet() -> None:
    """End this process without a word when it is told to: before a command has begun, nothing is to be closed."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
