"""A list of tasks as text that is copied into a spreadsheet: its sentence, headings and lines, cells parted by tabs."""

from api.ask.sheets import cell_text
from queries.listing.paper_names import plan_of_task
from viz.files.handed_list import Beside, HandedList, heading_beside, headings, said

_BEHIND: tuple[Beside, ...] = ("plan", "sources")


def tabbed(handed: HandedList) -> str:
    """The text of a list, the plan and where each task stands behind its columns."""
    head = [*headings(handed.lang).values(), *(heading_beside(handed.lang, one) for one in _BEHIND)]
    lines = [[handed.heading], [handed.sentence], head]
    for number, row in enumerate(handed.by_date(), start=1):
        plan = plan_of_task(row)
        lines.append([*said(number, row, handed.lang).values(), plan, "；".join(handed.sources(row))])
    lines.append([handed.last_line])
    return "\r\n".join("\t".join(_cell(cell) for cell in line) for line in lines)


def _cell(words: str) -> str:
    """Words as one cell, never a formula: in quotation marks where they hold what parts cells or lines."""
    words = cell_text(words)
    plain = not set(words) & set('\t\n\r"')
    return words if plain else '"{}"'.format(words.replace('"', '""'))
