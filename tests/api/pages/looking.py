"""What tests see of a page: its words, its addresses, its ids."""

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(HTMLParser):
    """A page taken apart; `unclosed` names elements that are not closed where they should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.words: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.styles = 0
        self.handlers: list[str] = []
        self.inline_scripts = 0
        self.unclosed: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.unclosed += self._open

    @property
    def text(self) -> str:
        """All words, white space folded."""
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [str(given[name]) for name in ("href", "src", "action") if given.get(name)]
        self.ids += [str(given["id"])] if given.get("id") else []
        self.styles += "style" in given or tag == "style"
        self.handlers += [name for name in given if name.startswith("on")]
        self.inline_scripts += tag == "script" and not given.get("src")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def elsewhere(page: Page) -> list[str]:
    """Addresses on other hosts."""
    return [address for address in page.addresses if re.match(r"[a-z]+:|//", address)]
