"""Threads of the service share their memory, where the system can do so."""

import os

import pytest

from api.arenas import share_arenas


def test_glibc_takes_the_number_of_arenas() -> None:
    try:
        library = os.confstr("CS_GNU_LIBC_VERSION")
    except (AttributeError, ValueError):
        pytest.skip("this system has no glibc")
    assert library
    assert share_arenas()
