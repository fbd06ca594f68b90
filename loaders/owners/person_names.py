"""Tells a person's name (冉泰休, 欧阳修, 古丽·买买提) from the words of an office, and takes a post off a name."""

import re
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import fold, squeeze
from graph.words.short_cache import short_cache
from graph.words.signs import is_han
from loaders.owners.unit_names import is_body, is_group, level_in_front
from loaders.vocabulary.leaders import leader_words

SHORTEST, LONGEST = 2, 4  # characters of a name with a Chinese surname
LONGEST_KNOWN = 6  # a name that begins as Mongolian or Tibetan ones do (乌云其其格)
LONGEST_FOREIGN = 15  # characters of a name in another language, with its dots
LONGEST_MENTION = 60  # characters of words in which a person is looked for
KEPT = 16_384  # answers kept: papers name the same persons again and again


def is_masked(name: str) -> bool:
    """Whether signs stand for characters of the name (张某, 李**, XXX)."""
    return _masked().search(fold(name)) is not None


@short_cache(KEPT)
def is_person(name: str) -> bool:
    """Whether the words are a person's name: a surname with one or two characters, or a name in another language."""
    if len(name) > LONGEST_FOREIGN or is_masked(name):
        return False
    if _is_joined(name):
        return True
    known = len(name) <= LONGEST_KNOWN and name.startswith(leader_words().names.words)
    if not is_han(name) or not SHORTEST <= len(name) <= (LONGEST_KNOWN if known else LONGEST) or _tells_office(name):
        return False
    if known:
        return True
    return _has_surname(name) and not is_group(name) and not (len(name) > SHORTEST and is_body(name))


def may_be_person(name: str) -> bool:
    """Whether the words may be a person's name, whatever they begin with (尔布): they are short and tell no office, no
    body and no group. What stands beside them must say that persons are named there.
    """
    short = is_han(name) and SHORTEST <= len(name) <= LONGEST_KNOWN and not is_masked(name)
    return short and not _tells_office(name) and not is_body(name) and not is_group(name) and not level_in_front(name)


def is_post(words: str) -> bool:
    """Whether the words are a post (副县长, 党委委员) and no name."""
    return words.endswith(leader_words().posts.words) and not is_person(words)


def parted(words: str) -> str:
    """The person in words with a post before, behind or in brackets (副县长张三, 张三（副镇长）), "" if none."""
    if len(words) > LONGEST_MENTION:
        return ""
    text = squeeze(words)
    outside, inside = _brackets(text)
    for candidate in (outside, inside):
        name = candidate.strip("0123456789-：:。.") if candidate else ""
        if is_person(name):
            return name
        if found := _beside_post(name):
            return found
    return ""


def _beside_post(words: str) -> str:
    for length in range(LONGEST, SHORTEST - 1, -1):
        if len(words) <= length:
            continue
        before, name = words[:-length], words[-length:]
        if is_person(name) and before.endswith(leader_words().posts.words):
            return name
        name, behind = words[:length], words[length:]
        if is_person(name) and is_post(behind) and _begins_post(behind):
            return name
    return ""


def _begins_post(words: str) -> bool:
    """Whether a post can begin here (副镇长, 镇党委书记): a name's last character is no part of it."""
    return words.startswith((*leader_words().posts.words, *leader_words().offices.words, "副")) or bool(
        level_in_front(words)
    )


def _brackets(text: str) -> tuple[str, str]:
    """The words outside and inside the first bracket."""
    folded = fold(text)
    start, end = folded.find("("), folded.find(")")
    if start < 0:
        return text, ""
    end = end if end > start else len(text)
    return text[:start] + text[end + 1 :], text[start + 1 : end]


def _tells_office(name: str) -> bool:
    """Whether the words hold one for an office, or end in a post."""
    words = leader_words()
    return any(word in name for word in words.offices.words) or name.endswith(words.posts.words)


def _has_surname(name: str) -> bool:
    if name[:2] in leader_words().compound.by_word:
        return len(name) > SHORTEST
    if name[0] not in _single():
        return False
    return len(name) < LONGEST or name[1] in _single()


def _is_joined(name: str) -> bool:
    """Whether the parts of a foreign name are joined by a dot (古丽·买买提)."""
    signs = leader_words().joined.signs
    if not any(sign in name for sign in signs):
        return False
    plain = "".join(sign for sign in name if sign not in signs)
    inner = any(sign in signs for sign in name[1:-1])
    return inner and is_han(plain) and len(plain) <= LONGEST_FOREIGN and not plain.endswith(leader_words().posts.words)


@cache
def _masked() -> re.Pattern[str]:
    return re.compile(any_of(leader_words().masked.signs))


@cache
def _single() -> frozenset[str]:
    return frozenset(sign for row in leader_words().single for sign in row.signs)
