"""The templates of the pages, where every value is escaped."""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.local_time import day, minute
from api.words.words import further
from graph.messages.sentences import number
from queries.listing.paper_names import file_name, paper_of, plan_of, plan_of_task


@cache
def environment() -> Environment:
    """The templates with the filters that they use."""
    made = Environment(
        autoescape=True,
        loader=PackageLoader("api"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(number=number, percent=percent, listed=listed, day=day, minute=minute, further=further)
    made.filters.update(paper=paper_of, plan=plan_of, plan_of_task=plan_of_task, file_name=file_name)
    return made


def percent(value: float) -> str:
    """A share between 0 and 1 in per cent."""
    return f"{value:.0%}"


def listed(values: Iterable[object]) -> str:
    """The parts of a list, parted by 、."""
    return "、".join(map(str, values))
