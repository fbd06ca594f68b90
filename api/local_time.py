"""Moments as people read them: by the clock of the machine that runs the program, however they were written down."""

from datetime import datetime


def today() -> str:
    """The day by the clock here, ISO."""
    return datetime.now().astimezone().date().isoformat()


def local(moment: str) -> str:
    """An ISO moment with its offset as the clock here had it, with the offset of here; anything else as it is."""
    here = _here(moment)
    return here.isoformat() if here else moment


def minute(moment: str) -> str:
    """An ISO moment with its offset as `YYYY-MM-DD HH:MM` of the clock here; anything else, as a mere day, as it is."""
    here = _here(moment)
    return f"{here:%Y-%m-%d %H:%M}" if here else moment


def day(moment: str) -> str:
    """The day of a moment by the clock here."""
    return minute(moment)[:10]


def _here(moment: str) -> datetime | None:
    """A moment by the clock here, None where the words are no moment with an offset."""
    try:
        told = datetime.fromisoformat(moment)
        return told.astimezone() if told.tzinfo else None
    except (ValueError, OverflowError):
        return None
