"""Where a program that a test needs is missing: skip it, but fail it where `CI` is set, so that nothing is untried."""

import os
from typing import NoReturn

import pytest


def missing(sentence: str) -> NoReturn:
    """Skip the test with what is to be installed, or fail it under `CI`."""
    if os.environ.get("CI"):
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)
