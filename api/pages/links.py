"""Addresses of the pages, and of the things that they show."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from urllib.parse import quote, urlencode

from starlette.requests import Request

KINDS = {
    "person": "leaders",
    "leader": "leaders",
    "unit": "units",
    "place": "places",
    "plan": "plans",
    "document": "documents",
    "task": "tasks",
}
"""The list under which each kind of thing stands."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as the reader of one request needs them: below the path of a proxy, in the language asked for."""

    root: str
    lang: str
    path: str
    query: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: Request) -> "Links":
        """The addresses for a request."""
        root = str(request.scope.get("root_path", "")).rstrip("/")
        pairs = tuple((key, value) for key, value in request.query_params.multi_items() if value)
        return cls(root, request.query_params.get("lang", ""), request.url.path.removeprefix(root), pairs)

    def to(self, path: str, anchor: str = "", /, **params: object) -> str:
        """The address of a page; parameters that are "" are left out, `in_` stands for `in`."""
        asked = {key.rstrip("_"): str(value) for key, value in params.items() if value not in {"", None}}
        if self.lang:
            asked.setdefault("lang", self.lang)
        query = f"?{urlencode(asked)}" if asked else ""
        return self.root + quote(path) + query + (f"#{quote(anchor)}" if anchor else "")

    def thing(self, kind: str, identity: object, /, **params: object) -> str:
        """The address of a person, unit, place or plan."""
        return self.to(f"/{KINDS[kind]}/{identity}", **params)

    def here(self, /, **changed: object) -> str:
        """The page asked for, with other parameters; "" takes one away."""
        kept = dict(self.query) | {key.rstrip("_"): str(value) for key, value in changed.items()}
        asked = {key: value for key, value in kept.items() if value}
        return self.root + quote(self.path) + (f"?{urlencode(asked)}" if asked else "")

    def kept(self, *changed: str) -> dict[str, str]:
        """The parameters of this page but for some, for the hidden fields of a form."""
        return {key: value for key, value in self.query if key not in changed}

    def static(self, name: str) -> str:
        """The address of a file of the pages; it changes with the file, so that it may be kept for long."""
        return f"{self.root}/static/{name}?v={_version(name)}"

    def passage(self, document: str, passage: object, path: object) -> str:
        """The address of a passage in the text of the paper that a file of this path holds a copy of."""
        return self.to(f"/documents/{document}", f"p-{passage}", file=path)

    def page(self, document: str, number: int, passage: str, path: str) -> str:
        """The address of a page of a paper as a picture, on which a passage is marked."""
        return self.to(f"/documents/{document}/pages/{number}", f"p-{passage}" if passage else "", file=path)


@cache
def _version(name: str) -> str:
    return sha256(resources.files("api").joinpath("static", name).read_bytes()).hexdigest()[:8]
