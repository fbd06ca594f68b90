"""What papers and plans are called, everywhere: by their title, else their number, else the name of their file; a plan
without a title by the place where it begins. In a citation a paper goes by its number alone (〔2021〕50号).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from queries.citations import cited_place_for_people, path_of
from queries.rows import DocumentRow, PaperNamesRow, PlanRow, TaskRow

UNTITLED = "未写标题的方案"
_NUMBER = re.compile(r"[〔\[（(【]?(?:19|20)\d\d[〕\]）)】]?第?\d+号")
"""The year and count of a number, without the letters of the office before them."""
_TITLE = 14
"""Characters of a title in a citation, where there is no number."""


def file_name(path: str) -> str:
    """The name of a file, without the folders above it; that of a file in an archive with the archive's."""
    return path.replace("\\", "/").rpartition("/")[2] or path


def paper_name(title: str, number: str, path: str) -> str:
    """What a paper is called: its title, else its number, else the name of its file."""
    return title or number or file_name(path)


def plan_name(title: str, place: str = "") -> str:
    """What a plan is called: its title, else that it has none, with the place where it begins (第1行), if known."""
    return title or (f"{UNTITLED}（{place}）" if place else UNTITLED)


def plan_of_task(row: TaskRow) -> str:
    """What the plan that sets a task is called: its title, else the name of the paper, else that it has none."""
    path = path_of(next(iter(row["sources"]), ""))
    return row["plan_title"] or row["document"] or file_name(path) or UNTITLED


def plan_of(row: PlanRow) -> str:
    """What a plan is called, one without a title by the place where it begins."""
    return plan_name(row["title"], cited_place_for_people(next(iter(row["sources"]), "")))


def paper_of(row: DocumentRow) -> str:
    """What a paper is called."""
    return paper_name(row["title"], row["number"], next(iter(row["files"]), ""))


def full_name(row: PaperNamesRow) -> str:
    """A paper with its number, as one refers to it: 《关于…的通知》（大蓬委发〔2021〕50号）."""
    if not row["title"]:
        return row["number"] or file_name(row["path"])
    title = row["title"] if row["title"].startswith("《") else f"《{row['title']}》"
    return f"{title}（{row['number']}）" if row["number"] else title


def short_names(rows: Iterable[PaperNamesRow]) -> Mapping[str, str]:
    """What papers are called in citations, by id: 〔2021〕50号, with the office's letters where two of them would read
    alike; without a number the beginning of the title, else the name of the file.
    """
    papers = list(rows)
    short = {row["document_id"]: _short(row) for row in papers}
    alike = Counter(short.values())
    return {
        row["document_id"]: row["number"] if row["number"] and alike[one] > 1 else one
        for row, one in ((row, short[row["document_id"]]) for row in papers)
    }


def _short(row: PaperNamesRow) -> str:
    if row["number"]:
        found = _NUMBER.search(row["number"])
        return found[0] if found else row["number"]
    if row["title"]:
        title = row["title"].strip("《》")
        return f"《{title}》" if len(title) <= _TITLE else f"《{title[:_TITLE]}…》"
    return file_name(row["path"])
