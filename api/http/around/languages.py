"""The language of an answer's own words: the one asked for, else English where the reader prefers it, else Chinese."""

from starlette.requests import HTTPConnection

from api.settings import Language


def language_of(request: HTTPConnection) -> Language:
    """The language of `?lang=` or, without one, of the first language that the reader accepts, if it is English."""
    typed = request.query_params.get("lang") or request.headers.get("accept-language", "")
    return "en" if typed.strip().lower().startswith("en") else "zh"
