"""What the tests of kept stores share with those of the program."""

from tests.api.conftest import home, plangraph

__all__ = ["home", "plangraph"]
