"""The collector of cycles rests while files are read, and works again behind the last of them."""

import gc

import pytest

from loaders.collector import collector_at_rest


def test_it_rests_until_the_last_is_done_and_after_an_error_too() -> None:
    assert gc.isenabled()
    with collector_at_rest():
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="bad"), collector_at_rest():
        raise ValueError("bad")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
