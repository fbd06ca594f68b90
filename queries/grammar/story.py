"""The part of the grammar that reads what became of villages.

    story   = village origin | village future | village both | village 什么时候 合并 | 哪些 村 合并 | 合并后 哪些 村
    origin  = 怎么来的 | (原来 | 合并前) (叫 | 是) 什么 | 由 哪些 村 合并 | 合并 了 哪些 村 | 哪些 村 并入 village
    future  = 去哪了 | (现在 | 合并后) (叫 | 是 | 属于) 什么 | 并入 (哪里 | 哪个 村)
    both    = 合并前后 | 沿革

With a word for tasks it is tasks before, after or around the change that are asked for (福荣村合并前后的任务).
"""

from dataclasses import replace
from datetime import date

from graph.words.levels import VILLAGES
from queries.grammar.conditions import conditions
from queries.grammar.names import Name
from queries.grammar.parse import Parse
from queries.grammar.reading import Conditions, QuestionReading, Way

_WAYS: dict[str, Way] = {"before": "before", "after": "after", "both": "both"}
_STORIES: dict[Way, str] = {"before": "怎么来的", "after": "后来怎样", "both": "前后"}
_AROUND: dict[Way, str] = {"before": "合并前", "after": "合并后", "both": "合并前后"}
_ASKING = ("what", "where", "called", "when")


def tells_of_change(parse: Parse) -> bool:
    """Whether a question is about what became of villages."""
    return parse.has("lineage", "merged", "into") or (bool(_villages(parse)) and parse.has("now", "once", "called"))


def story(parse: Parse, today: date) -> QuestionReading | None:
    """Where villages come from and what became of them."""
    villages = _villages(parse)
    if not villages:
        return _merged(parse, today)
    at, way = _way(parse, villages)
    if not way:
        return None
    if len(villages) > 1:
        parse.take_all("and")
    if parse.kind(at) == "lineage" and parse.has("task", "count", "due"):
        parse.took(at)
        counted = parse.take("count") is not None
        parse.take_all("what", "task", "due", "when")
        found = conditions(parse, today, asks_owner=False)
        parse.tell(at, "范围", _AROUND[way])
        return QuestionReading("count" if counted else "tasks", replace(found, around=way))
    counted = parse.take("count") is not None
    village = _together(parse, villages)
    parse.tell(villages[0], "地方", village.name)
    parse.take_all("lineage", "into", "merged", "now", "once", *_ASKING)
    for noun in parse.left("noun"):
        if parse.value(noun) == "villages":
            parse.took(noun)
    parse.tell(at, "问", ("几个村，" if counted else "") + _STORIES[way])
    found = Conditions(place=village, within=papers_of(parse))
    return QuestionReading("count" if counted else "lineage", found, "lineage", way=way)


def papers_of(parse: Parse) -> tuple[str, ...]:
    """The town or larger place that is named, and nothing else."""
    for at in parse.left("name"):
        name = parse.name(at, "places")
        if name and name.level not in VILLAGES:
            parse.took(at)
            parse.tell(at, "地方", name.name)
            return name.ids
    return ()


def _villages(parse: Parse) -> list[int]:
    return [at for at in parse.left("name") if (name := parse.name(at, "places")) and name.level in VILLAGES]


def _together(parse: Parse, villages: list[int]) -> Name:
    """All villages that are named, as one."""
    found = [name for at in villages if (name := parse.name(parse.took(at), "places"))]
    ids = tuple(dict.fromkeys(one for name in found for one in name.ids))
    return replace(found[0], name="、".join(name.name for name in found), ids=ids)


def _way(parse: Parse, villages: list[int]) -> tuple[int, Way | None]:
    """The word that says in which direction the story of villages is asked for, and the direction; several went into
    another together, else None.
    """
    into, merged = parse.left("into"), parse.left("merged")
    lineage = parse.left("lineage")
    if len(villages) > 1:
        marks = [*into, *merged, *parse.left("lineage", value="after")]
        return next(iter(marks), 0), ("after" if marks and parse.has(*_ASKING, "count") else None)
    if lineage:
        return lineage[0], _WAYS[parse.value(lineage[0])]
    if parse.has("when") and (into or merged):
        return (into or merged)[0], "both"
    return _asked_way(parse, villages[0])


def _asked_way(parse: Parse, village: int) -> tuple[int, Way | None]:
    """The direction by the order of the words: what stands before 并入 went into what stands behind it."""
    asked = parse.left(*_ASKING, "count")
    first = {kind: at for kind in ("once", "now", "merged", "into") for at in parse.left(kind)[:1]}
    if not asked or not first:
        return 0, None
    if "into" in first:
        return first["into"], ("after" if village < first["into"] < asked[-1] else "before")
    if "merged" in first:
        return first["merged"], ("before" if village < first["merged"] else None)
    return next(iter(first.items()))[1], ("before" if "once" in first else "after")


def _merged(parse: Parse, today: date) -> QuestionReading | None:
    """哪些村合并了: the villages that went into another, or those that came out."""
    at = parse.take("merged")
    way: Way = "after" if at is not None and parse.value(at) == "made" else "before"
    if at is None:
        at = parse.take("lineage")
        way = _WAYS[parse.value(at)] if at is not None else "both"
    if at is None or way == "both" or parse.take("noun", value="villages") is None:
        return None
    counted = parse.take("count") is not None
    parse.take_all("what", "owns")
    ended = parse.value(at) == "ended"
    told = "合并后的村" if way == "after" else "撤销的村" if ended else "合并了的村"
    parse.tell(at, "问", ("几个" if counted else "") + told)
    found = conditions(parse, today, asks_owner=False)
    return QuestionReading("count" if counted else "merged", found, "merged", way=way, ended=ended)
