"""`python -m api` is `plangraph`."""

from api.cli.program import main

if __name__ == "__main__":
    main()
