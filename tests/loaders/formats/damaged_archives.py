"""Archives that are damaged on purpose, of any good one with two parts at least."""

_HEADER, _ENTRY = b"PK\x03\x04", b"PK\x01\x02"


def encrypted(good: bytes) -> bytes:
    """The archive with the flag of a password on each of its parts."""
    data = bytearray(good)
    for mark, flag in ((_HEADER, 6), (_ENTRY, 8)):
        at = data.find(mark)
        while at != -1:
            data[at + flag] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


def overlapping(good: bytes) -> bytes:
    """The archive whose second part lies on the bytes of the first."""
    data = bytearray(good)
    first = data.find(_ENTRY)
    second = data.find(_ENTRY, first + 1)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)
