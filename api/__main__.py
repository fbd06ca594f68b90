"""`python -m api` is `plangraph`."""

from api.cli import main

if __name__ == "__main__":
    main()
