"""What lists suggest and do not tell: a spelling, a village that became a community, where a town went. Each is shown
with its rule and its figures; nothing follows from it until a person says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypedDict

from graph.decisions.proposals import one_apart
from graph.words.levels import ending_of
from queries.conversion.all_places import AllPlaces
from queries.gazetteer.comparing import TownPair
from queries.gazetteer.linking import PlaceLink
from queries.gazetteer.listed import COUNTY, VILLAGE, ListedDays
from queries.ways import STEP

ListRule = Literal["spelling", "community", "successor"]
LEAST_SHARE = 0.6
"""Of the villages of a town that is gone, those that stand in one other town, which is proposed as its successor."""


class ListProposalRow(TypedDict):
    """Two names that may be of one place, or a town and the one that may have taken it up: `count` villages of `of`."""

    rule: ListRule
    name: str
    other: str
    code: str
    other_code: str
    place: str
    first: str
    last: str
    count: int
    of: int


def proposals(
    known: AllPlaces, listed: ListedDays, links: Iterable[PlaceLink], pairs: Sequence[TownPair]
) -> Iterator[ListProposalRow]:
    """All that is proposed: spellings of places of papers, communities and successors of towns between two lists."""
    yield from _spellings(known, listed, links)
    for pair in pairs:
        yield from _communities(listed, pair)
    for pair in pairs:
        if pair.old and not pair.new:
            yield from _successors(listed, pair)


def _spellings(known: AllPlaces, listed: ListedDays, links: Iterable[PlaceLink]) -> Iterator[ListProposalRow]:
    """A name that stands in no list, where one name of its town alone is but for one sign the same."""
    told: set[tuple[str, str]] = set()
    for link in links:
        name = link.period["name"]
        if link.how != "none" or link.period["level"] == "town":
            continue
        villages = [one for code in link.towns for one in listed.below(code, VILLAGE) if one.form[-1:] == name[-1:]]
        near = [one for one in villages if one_apart(name, one.form)]
        place = known.way(link.period["place_id"]).rpartition(STEP)[0]
        if len({one.form for one in near}) == 1 and (place, name) not in told:
            told.add((place, name))
            days = listed.days(near)
            code = str(max(near, key=lambda one: max(listed.days([one]))).code)
            yield {
                "rule": "spelling",
                "name": name,
                "other": near[0].form,
                "code": "",
                "other_code": code,
                "place": place,
                "first": days[0],
                "last": days[-1],
                "count": len(days),
                "of": len(listed.lists),
            }


def _communities(listed: ListedDays, pair: TownPair) -> Iterator[ListProposalRow]:
    """A village that is gone and a community of its name that is new in the same town, or the reverse."""
    for old in pair.vanished:
        for new in pair.appeared:
            if stem_of(old.form) == stem_of(new.form):
                yield {
                    "rule": "community",
                    "name": old.form,
                    "other": new.form,
                    "code": str(old.code),
                    "other_code": str(new.code),
                    "place": listed.name(pair.code),
                    "first": pair.first.day,
                    "last": pair.last.day,
                    "count": 1,
                    "of": 1,
                }


def _successors(listed: ListedDays, pair: TownPair) -> Iterator[ListProposalRow]:
    """The one town of the county in which most villages of a town that is gone stand by name in the next list."""
    county = int(str(pair.old)[:COUNTY])
    forms = {one.form for one in pair.vanished}
    new: Counter[int] = Counter()
    for one in listed.below(county, VILLAGE):
        if one.form in forms and one.stands_in(pair.last) and not one.stands_in(pair.first):
            new[one.code // 1000] += 1
    if not new:
        return
    town, count = new.most_common(1)[0]
    if count >= LEAST_SHARE * len(forms):
        yield {
            "rule": "successor",
            "name": listed.name(pair.old, pair.first),
            "other": listed.name(town, pair.last),
            "code": str(pair.old),
            "other_code": str(town),
            "place": listed.name(county),
            "first": pair.first.day,
            "last": pair.last.day,
            "count": count,
            "of": len(forms),
        }


def stem_of(form: str) -> str:
    """A name without what it ends in (天星 of 天星村 and of 天星社区)."""
    ending = ending_of(form)
    return form.removesuffix(ending[0]) if ending else form
