"""Where elements stand in a page, as a path of tags that XPath reads from the `html` element on: an element that has
siblings of its tag is told by its number among them (body/div[2]/table/tbody/tr[5]/td[2]).
"""

from collections import Counter

from loaders.formats.html.tree import PageElement

_TOP = "body"
"""What stands for the page as a whole."""


class PagePaths:
    """The paths of elements, found when they are asked for."""

    def __init__(self) -> None:
        self._known: dict[PageElement, str] = {}

    def of(self, element: PageElement) -> str:
        """The path of an element; of one that has no place of its own, that of the element that holds it."""
        known = self._known.get(element)
        if known is not None:
            return known
        above = element.parent
        if above is None or element.tag in ("html", "body"):
            return _TOP
        prefix = self.of(above)
        if not element.own:
            return prefix
        self._name_children(above, prefix)
        return self._known.get(element, prefix)

    def _name_children(self, above: PageElement, prefix: str) -> None:
        """Note the paths of all elements that stand in one."""
        children = [one for one in above.children if not isinstance(one, str) and one.own]
        all_of = Counter([one.tag for one in children])
        met: Counter[str] = Counter()
        for one in children:
            met[one.tag] += 1
            number = f"[{met[one.tag]}]" if all_of[one.tag] > 1 else ""
            self._known[one] = f"{prefix}/{one.tag}{number}"
