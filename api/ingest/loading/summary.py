"""What a load did, as the names of the files that it met."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from api.ingest.files.find import Refused
from api.ingest.loading.file_changes import FileChanges
from api.ingest.upkeep.up_to_date import NOTHING_DONE, Upkeep


@dataclass(frozen=True, slots=True)
class Summary:
    """What a load did, by the names under which the files are kept.

    `read` are new papers, `merged` further copies of a known paper (or the same bytes at another path), `replaced`
    other bytes at a known path, `unchanged` what was there already, `empty` those of the first three that set no task,
    tell no change and seat nobody; `beside` are those kept beside another file of their name, `unread` has the name of
    its file for each passage that was not understood in those that were just read, `passed_over` are files in folders
    that are no plan files, `changes` tells what files say otherwise than what was there. `upkeep` is what was done
    before, to bring the graph up to date.
    """

    read: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    beside: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    changes: tuple[FileChanges, ...] = ()
    upkeep: Upkeep = NOTHING_DONE

    @property
    def editions(self) -> tuple[str, ...]:
        """Those of the further copies that say something else, so that they are editions of their paper."""
        apart = {one.name for one in self.changes if one.kind not in {"same_path", "other_paper"}}
        return tuple(name for name in self.merged if name in apart)


def together(parts: Iterable[Summary], upkeep: Upkeep) -> Summary:
    """The summary of several parts of a load, and of the upkeep before it."""
    listed = list(parts)
    names = [one.name for one in fields(Summary) if one.name != "upkeep"]
    united = {name: tuple(one for part in listed for one in getattr(part, name)) for name in names}
    return Summary(**united, upkeep=upkeep)
