"""Questions asked as a person does, with names in the place of ids."""

from graph.stores.protocol import Store
from queries.ask import Row, ask_any
from queries.resolve import ids_of, kinds_of_parameters, typed_names


def answer(store: Store, question: str, **typed: object) -> list[Row]:
    """The rows that answer a question of the catalogue."""
    ids = {
        name: tuple(one for words in typed_names(store, kind, typed[name]) for one in ids_of(store, kind, words))
        for name, kind in kinds_of_parameters(question).items()
        if name in typed
    }
    return ask_any(store, question, {**typed, **ids})
