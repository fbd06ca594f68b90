"""`python -m api` is `plangraph`."""

import atexit
import gc
import os

from api.cli.interruptions import quiet


def main() -> None:
    """Run the program. Ctrl+C ends it without a traceback from the first, as importing the commands takes a while, and
    processes that it starts run no module of the working folder in the place of one of Python's.

    What is imported stays to the end, so that nothing is gained by looking for what has become garbage among it, again
    and again while it is made and once more at the end: a sixth of the time of a short command.
    """
    quiet()
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    gc.disable()
    from api.cli.program import main as run  # noqa: PLC0415 - see above

    gc.freeze()
    gc.enable()
    atexit.register(gc.disable)
    run()


if __name__ == "__main__":
    main()
