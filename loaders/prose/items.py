"""Tasks in prose: the items of an outline to which marks give owners or deadlines."""

from collections.abc import Iterator

from graph.statements import TaskStatement
from loaders.places.finding import find_places
from loaders.prose.assign import Conventions, assign
from loaders.prose.closing import close_items
from loaders.prose.outline import Item
from loaders.prose.titles import title_and_content
from loaders.refused import RefusedCandidate
from loaders.text import Text


def read_items(
    text: Text, root: Item, plan: int, rules: Conventions, refused: list[RefusedCandidate]
) -> Iterator[TaskStatement]:
    """The tasks of an outline, in order of reading; stated conventions are learned into `rules`.

    Candidates that are none, with the part for which, go to `refused`.
    """
    for closed in close_items(root, refused):
        assigned = assign(closed.mark.stated, rules)
        if assigned.empty:
            continue
        title, content = title_and_content(closed.words.text, closed.number, closed.first_line)
        stated = TaskStatement(
            form="item",
            plan=plan,
            number=closed.number,
            category="",
            title=title,
            content=content,
            source=text.source(closed.whole.start, closed.whole.end),
            places=find_places(title + "。" + content),
        )
        yield assigned.into(stated)
