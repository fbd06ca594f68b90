"""`python -m api` is `plangraph`."""

from api.cli.interruptions import quiet


def main() -> None:
    """Run the program. Ctrl+C ends it without a traceback from the first: importing the commands takes a while."""
    quiet()
    from api.cli.program import main as run  # noqa: PLC0415 - see above

    run()


if __name__ == "__main__":
    main()
