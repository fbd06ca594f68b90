"""The roles that the name of a column gives to the owners below it (vocabulary/labels.toml, columns.toml).

A name is prefixes of labels and a noun (配合责任单位), a role alone (牵头), or says leaders: by their word (挂联领导)
or by a post behind what makes one a leader (分管副镇长).
"""

import re
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, compact
from loaders.owners.label_words import named_roles, whole_roles
from loaders.prose.labels import roles_in
from loaders.vocabulary.columns import column_words
from loaders.vocabulary.labels import label_words
from loaders.vocabulary.leaders import leader_words

LEADERS = frozenset({"leaders", "lead_leaders"})


def roles_of(text: Folded) -> tuple[str, ...]:
    """The roles that a plain name gives, those of deadlines and other fields among them; () for a name of nobody."""
    found = _of_prefixes(text) or roles_in(_with_nouns(text)) or _role_alone(text)
    return found or _of_a_body(text) or _leaders_behind(text)


def _role_alone(text: str) -> tuple[str, ...]:
    """The role of a column called by it alone (牵头)."""
    return (named_roles()[text],) if text in named_roles() else ()


@cache
def _shared_noun() -> re.Pattern[str]:
    prefixes = {prefix for row in label_words().unit for prefix in row.prefixes}
    nouns = label_words().unit_nouns
    words = any_of(prefixes)
    return re.compile(rf"({words})(?=(?:及|和|与|、|/|或)(?:{words})({any_of(nouns)}))")


def _with_nouns(text: Folded) -> Folded:
    """A name whose prefixes share one noun (主办/协办单位) with a noun behind each."""
    return Folded(_shared_noun().sub(r"\1\2", text))


def with_bracket(roles: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The roles with what a bracket in the name adds: 责任单位（责任人） holds leaders too, 责任单位（牵头） leads."""
    whole = compact(name)
    if whole in whole_roles():
        return (whole_roles()[whole],)
    for inside in re.findall(r"\(([^()]{1,12})\)", whole):
        if alone := _role_alone(inside):
            return alone
        more = tuple(role for role in roles_in(inside) if role in LEADERS and role not in roles)
        if more and LEADERS.isdisjoint(roles):
            return (*roles, *more)
    return roles


def _of_prefixes(text: Folded) -> tuple[str, ...]:
    """The role of a name with one prefix behind the other (配合责任单位): to lead and to support say more."""
    match = _prefixes().fullmatch(text)
    if match is None:
        return ()
    role_of = {prefix: row.role for row in label_words().unit for prefix in row.prefixes}
    return tuple(role for role in (role_of[match[1]], role_of[match[2]]) if role in ("lead", "supporting"))[:1]


@cache
def _prefixes() -> re.Pattern[str]:
    words = any_of({prefix for row in label_words().unit for prefix in row.prefixes})
    return re.compile(rf"({words})({words})(?:{any_of(label_words().unit_nouns)})")


def _of_a_body(text: Folded) -> tuple[str, ...]:
    """The role of a prefix of labels with a noun that is none of theirs (责任专班, 责任村), or none (承办)."""
    nouns = (*column_words().body_nouns.words, *column_words().places.words)
    noun = next((noun for noun in nouns if text.endswith(noun)), "")
    if text in column_words().dates.done:
        return ()
    rows = label_words().unit
    return tuple(row.role for row in rows if text.removesuffix(noun) in row.prefixes and row.role != "member")


def _leaders_behind(text: Folded) -> tuple[str, ...]:
    """The role of a name that ends in leaders (挂联领导), or in a post behind what makes one a leader (分管副镇长)."""
    if text.endswith(column_words().people.leaders):
        return ("leaders",)
    post = text.startswith(_before_leaders()) and text.endswith(leader_words().posts.words)
    return ("leaders",) if post else ()


@cache
def _before_leaders() -> tuple[str, ...]:
    """What stands before the word for leaders in the labels of leaders (分管, 责任)."""
    words = (word for row in label_words().leader for word in row.words)
    endings = column_words().people.leaders
    return tuple({word.removesuffix(end) for word in words for end in endings if word.endswith(end) and word != end})
