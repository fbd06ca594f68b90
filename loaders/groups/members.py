"""The persons in the value of a seat: names, several on a line, with the posts behind, before or in brackets.

`谭雯旻  镇党委书记`, `姚  山  镇党委委员`, `张三（镇长）、李四`, `蒋哲文市委常委`, `县委书记张三`; a post
without a name and a masked name (XXX) are nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.words.fold import squeeze
from graph.words.signs import LIST_SEPARATORS, is_han
from loaders.owners.person_names import is_masked, is_person, is_post, parted
from loaders.owners.unit_names import is_body, is_group
from loaders.vocabulary.groups import group_words

_ONE_NAME = 3  # characters that surely are one name (张 小 三)
_LONGEST_POST = 400  # characters of a post, behind which words are nobody's
_PART = re.compile(r"[^\s、,;()]+|\([^()]*\)?|[、,;]|\s+")


@dataclass(slots=True)
class Member:
    """A person, the words for the post without blanks, and the stretch of the line that says so; a post `in_bracket` is
    whole, so that words behind a separator are none of it.
    """

    person: str
    post: str
    start: int
    end: int
    in_bracket: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A word of the line; `listed` tells that a separator and not a blank stands before it."""

    words: str
    start: int
    end: int
    listed: bool


def read_members(
    line: str, start: int = 0, end: int | None = None, clauses: list[tuple[int, int]] | None = None
) -> list[Member]:
    """The members named in `line[start:end]` of a folded line, in order, with their places in the line.

    Words that name nobody are the post of the person before them, or of the one behind where the line begins so. A
    clause of running prose (，由办公室负责) is nobody's post and ends the member; its stretch goes to `clauses`.
    """
    found: list[Member] = []
    waiting: list[_Part] = []
    left: list[tuple[int, int]] = []
    posts_first = of_nobody = False
    for part in _parts(line, start, len(line) if end is None else end):
        member = None if of_nobody and _begins_clause(part) else _member(part)
        if member:
            if waiting and not member.post:
                member.post, member.start = _post(waiting), waiting[0].start
                posts_first = posts_first or not found
            found.append(member)
            waiting, of_nobody = [], False
        elif _is_of_nobody(part) or (of_nobody and not (part.listed and is_post(part.words))):
            waiting = []
            if found and (_begins_clause(part) or (of_nobody and left)):
                left.append((part.start, part.end))
            of_nobody = True
        elif found and not posts_first and not (part.listed and found[-1].in_bracket):
            of_nobody = len(found[-1].post) > _LONGEST_POST
            if not of_nobody:
                _add_post(found[-1], part)
        elif found and not posts_first and not is_post(part.words):
            left.append((part.start, part.end))
            waiting, of_nobody = [], True
        else:
            waiting.append(part)
    if clauses is not None:
        clauses += _joined_clauses(line, left)
    return found


def _add_post(member: Member, part: _Part) -> None:
    """Add words behind a name to the post."""
    words = part.words if member.post else part.words.strip("()")
    member.in_bracket = not member.post and part.words.startswith("(") and part.words.endswith(")")
    member.post += f"、{words}" if part.listed and member.post else words
    member.end = part.end


def _joined_clauses(line: str, left: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches between which only signs stand are one clause."""
    run: tuple[int, int] | None = None
    for start, end in left:
        if run and not any(map(str.isalnum, line[run[1] : start])):
            run = run[0], end
            continue
        if run:
            yield run
        run = start, end
    if run:
        yield run


def begins_with_member(line: str) -> bool:
    """Whether a line without a label goes on with members: a person stands first, or a post and then a person."""
    first = next(_parts(line, 0, len(line)), None)
    return first is not None and (_member(first) is not None or is_post(first.words))


def _is_of_nobody(part: _Part) -> bool:
    """Whether a part is no post of a member: a group of units, a masked name, a clause of running prose."""
    return is_group(part.words) or is_masked(part.words) or _begins_clause(part)


def _begins_clause(part: _Part) -> bool:
    """Whether a part behind a separator goes on with what is done (由办公室负责, 统筹全面工作) and is no post."""
    clauses = group_words().clauses
    if any(word in part.words for word in clauses.holds) and not part.words.startswith("("):
        return not is_post(part.words)
    prose = part.words.startswith(clauses.begins) or part.words.endswith(clauses.ends)
    return part.listed and prose and not (is_post(part.words) or is_body(part.words))


def _post(parts: list[_Part]) -> str:
    words = parts[0].words
    for part in parts[1:]:
        words += f"、{part.words}" if part.listed else part.words
    return words


def _member(part: _Part) -> Member | None:
    """The person that a part names, with a post glued to the name."""
    person = part.words if is_person(part.words) else parted(part.words)
    if not person or "(" in part.words[:1] or person.startswith(group_words().no_names.words):
        return None
    post = part.words.replace(person, "", 1).strip("()")
    return Member(person, post if post not in group_words().takes.polite else "", part.start, part.end)


def _parts(line: str, start: int, end: int) -> Iterator[_Part]:
    """The words between blanks and separators; single characters spread by blanks (姚  山) are one word."""
    singles: list[_Part] = []
    listed = False
    for match in _PART.finditer(line, start, end):
        words = squeeze(match[0])
        if not words or words in LIST_SEPARATORS:
            listed = listed or bool(words)
            continue
        part = _Part(words, match.start(), match.end(), listed)
        if listed or len(words) > 1 or not is_han(words):
            yield from _joined(singles)
            singles = []
        if len(words) == 1 and is_han(words):
            singles.append(part)
        else:
            yield part
        listed = False
    yield from _joined(singles)


def _joined(singles: list[_Part]) -> Iterator[_Part]:
    """The words that single characters make: cut where the gap is wider than the narrowest (张 三   李 四)."""
    if not singles:
        return
    gaps = [after.start - before.end for before, after in pairwise(singles)]
    narrowest = min(gaps, default=0)
    words = [singles[0]]
    for gap, part in zip(gaps, singles[1:], strict=True):
        if gap > narrowest and len(singles) > _ONE_NAME:
            yield _one(words)
            words = []
        words.append(part)
    yield _one(words)


def _one(parts: list[_Part]) -> _Part:
    return _Part("".join(part.words for part in parts), parts[0].start, parts[-1].end, parts[0].listed)
