"""What people corrected in a document or a task, as its properties."""

from collections.abc import Mapping, Sequence

from graph.facts import Value
from graph.papers.tasks import CorrectionMark


def marked(marks: Sequence[CorrectionMark]) -> Mapping[str, Value]:
    """Three lists beside each other: fields, what the files say there, and the corrections (by id)."""
    return {
        "corrected": tuple(mark.field for mark in marks),
        "as_read": tuple(mark.as_read for mark in marks),
        "corrected_by": tuple(mark.correction for mark in marks),
    }
