"""Who types: the name of the login, for what people decide and correct."""

import getpass


def login() -> str:
    """The name of the login, "" where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
