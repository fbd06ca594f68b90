"""Places by their codes: NBS:510923100263 is the code of a scheme whose registers are loaded."""

from graph.errors import NotFoundError
from graph.stores.protocol import Store
from queries.ask import ask
from queries.header import Ids

_SIGN = ":"


def ids_of_code(store: Store, typed: str) -> Ids | None:
    """All periods (by id) in which a code was borne; None for words that are no code of a scheme.

    Raises NotFoundError for a scheme that is not loaded and for a code that none of its tables holds.
    """
    scheme, sign, code = typed.strip().partition(_SIGN)
    if not (scheme and sign and code) or "/" in scheme:
        return None
    rows = ask(store, "periods/of_code", scheme=scheme, code=code)
    if not rows:
        known = tuple(row["scheme"] for row in ask(store, "periods/schemes"))
        if scheme not in known:
            raise NotFoundError("name.no_scheme", scheme=scheme, known=known)
        raise NotFoundError("name.no_code", scheme=scheme, code=code)
    return tuple(row["place_id"] for row in rows)
