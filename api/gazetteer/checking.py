"""What a check of papers against lists of places found, in sentences."""

from collections.abc import Iterator, Sequence

from graph.messages.message import Message, message
from queries.gazetteer.check import Checked, ListedTownRow
from queries.gazetteer.dating import ListedChangeRow

_HOW = {
    "none": "gazetteer.in_no_list",
    "no town": "gazetteer.no_town",
    "several": "gazetteer.several_codes",
    "several towns": "gazetteer.several_towns",
}
"""Why a place has no code in the lists."""
_RULES = {"spelling": "gazetteer.spelling", "community": "gazetteer.community", "successor": "gazetteer.successor"}


def told(found: Checked) -> Iterator[Message]:
    """The sums of each town and two lists where anything changed, and of all; then changes, places and proposals."""
    yield from _sums(found)
    for change in found.changes:
        yield from _change(change)
    yield from _codes(found)
    yield from _places(found)
    for one in found.proposals:
        figures = {"count": one["count"], "of": one["of"], "first": one["first"], "last": one["last"]}
        yield message(_RULES[one["rule"]], name=one["name"], other=one["other"], place=one["place"], **figures)


def _sums(found: Checked) -> Iterator[Message]:
    for town in found.towns:
        if town["vanished"] or town["new"]:
            days = {"first": town["first"], "last": town["last"]}
            yield message("gazetteer.sums", town=town["town"], **days, **_figures([town]))
    for first, last in zip(found.lists, found.lists[1:], strict=False):
        towns = [one for one in found.towns if one["first"] == first]
        if len(towns) > 1:
            yield message("gazetteer.sums_of_all", towns=len(towns), first=first, last=last, **_figures(towns))


def _change(change: ListedChangeRow) -> Iterator[Message]:
    """What lists add to a change, and where they do not agree with it."""
    names = {"before": change["before"], "after": change["after"]}
    days = {"after_day": change["list_after"] or "-", "by": change["list_by"] or "-"}
    if change["unlisted"]:
        yield message("gazetteer.unlisted", names=change["unlisted"], **names)
    if change["basis"] == "list":
        yield message("gazetteer.between", **days, **names)
    if not change["agrees"]:
        yield message("gazetteer.disagrees", stated=change["stated_on"] or change["latest"], **days, **names)
    if change["code_check"] == "changed":
        yield message("gazetteer.code_changed", code=change["result_code"], **names)
    if change["code_check"] == "kept" and change["kind"] == "merge":
        yield message("gazetteer.code_kept", code=change["result_code"], **names)


def _figures(towns: Sequence[ListedTownRow]) -> dict[str, int]:
    return {
        "before": sum(one["before"] for one in towns),
        "vanished": sum(one["vanished"] for one in towns),
        "kept": sum(one["kept"] for one in towns),
        "new": sum(one["new"] for one in towns),
        "after": sum(one["after"] for one in towns),
        "vanished_explained": sum(one["vanished_explained"] for one in towns),
        "new_explained": sum(one["new_explained"] for one in towns),
    }


def _codes(found: Checked) -> Iterator[Message]:
    """How many places kept their codes that should, and how many have a new one."""
    absorbers = [one["code_check"] for one in found.changes if one["kind"] == "absorb" and one["code_check"]]
    mergers = [one["code_check"] for one in found.changes if one["kind"] == "merge" and one["code_check"]]
    if absorbers:
        yield message("gazetteer.absorbers", kept=absorbers.count("kept"), of=len(absorbers))
    if mergers:
        yield message("gazetteer.mergers", new=mergers.count("new"), of=len(mergers))


def _places(found: Checked) -> Iterator[Message]:
    linked = [one for one in found.places if one["how"] in {"one", "recoded"}]
    yield message("gazetteer.linked", number=len(linked), of=len(found.places))
    for one in found.places:
        if one["how"] not in {"one", "recoded"}:
            yield message("gazetteer.not_linked", name=one["name"], place=one["place"], how=message(_HOW[one["how"]]))
