"""Tables of words as typed values: a TOML file, and beside it the named tuple of the same name that says what it holds.

A table is filled and checked when it is first asked for: a key too many, a key too few or a value of another kind is
one error that names the file, the row and the key.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, get_args, get_origin, get_type_hints

WordTable = TypeVar("WordTable", bound=tuple[Any, ...])


class VocabularyError(ValueError):
    """A table of words that does not hold what its named tuple says: a slip of its writer, which no input can cause."""


class HasWords(Protocol):
    """A row that lists words."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the row, in the order of the table."""


WordRow = TypeVar("WordRow", bound=HasWords)


class Listed(NamedTuple):
    """Words that need no more than an example."""

    words: tuple[str, ...]
    example: str


class WordRows(tuple[WordRow, ...]):  # noqa: SLOT001 - the words of all rows are kept beside them
    """The rows of one kind in a table, in its order."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of all rows, each once, longer ones first."""
        return tuple(sorted({word for row in self for word in row.words}, key=lambda word: (-len(word), word)))

    @cached_property
    def by_word(self) -> Mapping[str, WordRow]:
        """The row that lists a word; of several the last one."""
        return {word: row for row in self for word in row.words}


def read_table(kind: type[WordTable]) -> WordTable:
    """The table that lies beside the module of its named tuple and bears its name (labels.toml beside labels.py)."""
    package, _, name = kind.__module__.rpartition(".")
    text = files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{name}.toml: {error}") from error
    return filled(kind, values, f"{name}.toml")


def filled(kind: type[WordTable], values: Mapping[str, object], place: str) -> WordTable:
    """A named tuple filled with the values of a table or of a row; `place` says where they stand."""
    hints = _hints(kind)
    if unknown := values.keys() - hints.keys():
        raise VocabularyError(f"{place}: the key {min(unknown)!r} is not known")
    if missing := hints.keys() - defaults_of(kind).keys() - values.keys():
        raise VocabularyError(f"{place}: the key {min(missing)!r} is missing")
    return kind(**{key: _value(hints[key], value, f"{place}, {key}") for key, value in values.items()})


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """The fields of a named tuple with their types."""
    return get_type_hints(kind)


def defaults_of(kind: type) -> Mapping[str, object]:
    """The fields of a named tuple that a row may leave out, with what they are then."""
    defaults: Mapping[str, object] = getattr(kind, "_field_defaults", {})
    return defaults


def _value(hint: Any, value: object, place: str) -> object:  # noqa: ANN401 - a type as annotations write it
    """The value as its annotation has it: lists as tuples, tables as named tuples."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is WordRows:
        return WordRows(filled(args[0], row, f"{place}, row {number}") for number, row in _numbered(value, place))
    if origin is tuple:
        return _tuple(args, value, place)
    if origin is Literal:
        return _checked(value in args, value, place, " or ".join(map(str, args)))
    if origin is Mapping and isinstance(value, Mapping):
        return {key: _value(args[1], one, f"{place}, {key}") for key, one in value.items()}
    if hasattr(hint, "_fields") and isinstance(value, Mapping):
        return filled(hint, value, place)
    return _checked(type(value) is hint, value, place, getattr(hint, "__name__", str(hint)))


def _tuple(args: Sequence[Any], value: object, place: str) -> tuple[object, ...]:
    """A list of any length (tuple[str, ...]) or of as many values as the annotation names."""
    if not isinstance(value, list):
        raise VocabularyError(f"{place}: {value!r} is no list")
    if args == (str, ...) and all(type(one) is str for one in value):
        return tuple(value)
    kinds = [args[0]] * len(value) if args[-1] is ... else list(args)
    if len(kinds) != len(value):
        raise VocabularyError(f"{place}: {len(value)} values instead of {len(kinds)}")
    rows = any(isinstance(one, Mapping) for one in value)
    places = [f"{place}, row {number}" if rows else place for number in range(1, len(value) + 1)]
    return tuple(_value(*one) for one in zip(kinds, value, places, strict=True))


def _numbered(value: object, place: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise VocabularyError(f"{place}: no rows, which begin with [[ ]]")
    yield from enumerate(value, start=1)


def _checked(fits: bool, value: object, place: str, wanted: str) -> object:  # noqa: FBT001 - what was just asked
    if not fits:
        raise VocabularyError(f"{place}: {value!r} is not {wanted}")
    return value
