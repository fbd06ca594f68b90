"""The forms of RDF by their media types, and which of some forms a reader wants most."""

from collections.abc import Mapping, Sequence

from graph.exports.rdf.formats import FORMS

RDF = {form.media_type: form for form in FORMS.values()}
"""Forms of RDF by media type; the first is meant where none is asked for."""


def chosen(accept: str, offered: Sequence[str]) -> str | None:
    """The offered form that an Accept header rates highest, the first of equals; None if it takes none of them.

    Without a header the first is meant.
    """
    if not accept.strip():
        return offered[0]
    rates = dict(_rates(accept))
    rated = [(_rate(form, rates), -number, form) for number, form in enumerate(offered)]
    best, _, form = max(rated)
    return form if best > 0 else None


def _rates(accept: str) -> list[tuple[str, float]]:
    """Each range of an Accept header with its rate; a rate that is no number is none."""
    found = []
    for part in accept.split(","):
        name, *params = (word.strip().lower() for word in part.split(";"))
        rate = next((word.removeprefix("q=") for word in params if word.startswith("q=")), "1")
        try:
            found.append((name, float(rate)))
        except ValueError:
            found.append((name, 0.0))
    return found


def _rate(form: str, rates: Mapping[str, float]) -> float:
    """The rate of a form by the narrowest range that it falls into."""
    ranges = (form, f"{form.partition('/')[0]}/*", "*/*")
    return next((rates[one] for one in ranges if one in rates), 0.0)
