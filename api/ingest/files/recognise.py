"""Files as they lie there now: read and recognised, or only known again by their bytes; in one process or several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from api.ingest.files.file_hash import hash_of
from api.ingest.files.find import FoundFile
from api.ingest.files.workers import each
from graph.errors import FileRefusedError, reason_of
from graph.messages.message import Message, message
from graph.refresh.delta import Copy
from graph.statements import PlanDocument
from loaders.extract import extract
from loaders.limits import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Seen:
    """A file with the hash of its bytes and what it says, under its own name; `document` is None where the bytes were
    known, `refusal` the reason where it cannot be read.
    """

    file: FoundFile
    sha256: str = ""
    document: PlanDocument | None = None
    refusal: Message | None = None

    @property
    def copy(self) -> Copy:
        """The file as a copy that a store may hold."""
        return self.sha256, self.file.name

    @property
    def says_nothing(self) -> bool:
        """Whether it was read and sets no task, tells no change and seats nobody."""
        read = self.document
        return read is not None and not (read.tasks or read.changes or read.appointments or read.registers)


def look(
    files: Iterable[FoundFile], known: frozenset[str], workers: int = 1, *, most_text: int = MOST_BYTES
) -> Iterator[Seen]:
    """What each file is, in the order given. Files whose hash is in `known` are not recognised again; a text
    of more than `most_text` bytes is refused. With several processes, one that dies is the refusal of the file that
    it read.
    """
    see = partial(_see, known=known, most_text=most_text)
    if workers <= 1:
        yield from map(see, files)
        return
    given = list(files)
    for file, seen in zip(given, each(see, given, workers), strict=True):
        yield seen or Seen(file, refusal=message("file.reader_died"))


def _see(file: FoundFile, known: frozenset[str], most_text: int) -> Seen:
    try:
        sha256 = hash_of(file.path)
        if sha256 in known:
            return Seen(file, sha256)
        document = extract(file.path, most_text=most_text)
    except OSError as error:
        return Seen(file, refusal=reason_of(error))
    except FileRefusedError as error:
        return Seen(file, refusal=error.reason)
    return Seen(file, document.sha256, replace(document, path=file.name))
