"""`python -m api` is `plangraph`."""

import os

from api.cli.interruptions import quiet


def main() -> None:
    """Run the program. Ctrl+C ends it without a traceback from the first, as importing the commands takes a while, and
    processes that it starts run no module of the working folder in the place of one of Python's.
    """
    quiet()
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    from api.cli.program import main as run  # noqa: PLC0415 - see above

    run()


if __name__ == "__main__":
    main()
