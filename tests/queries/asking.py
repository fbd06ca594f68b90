"""Questions asked as a person does, with names in the place of ids."""

from graph.stores.protocol import Store
from queries.ask import Row, ask_any
from queries.resolve import ids_of, several, typed_kinds


def answer(store: Store, question: str, **typed: object) -> list[Row]:
    """The rows that answer a question of the catalogue."""
    kinds = typed_kinds(question)
    ids = {
        name: tuple(one for words in several(store, kinds[name], value) for one in ids_of(store, kinds[name], words))
        for name, value in typed.items()
        if name in kinds
    }
    return ask_any(store, question, {**typed, **ids})
