"""The words of labels and the roles that they give. labels.toml states each word's role, and no other table does."""

from collections.abc import Mapping
from functools import cache

from graph.statements import Role
from graph.words.fold import Folded
from loaders.vocabulary.columns import column_words
from loaders.vocabulary.labels import label_words
from loaders.vocabulary.roles import role_words

_OF_UNITS: Mapping[str, Role] = {"lead": "lead", "responsible": "responsible", "supporting": "supporting"}


@cache
def whole_roles() -> Mapping[str, str]:
    """Each label word that is one by itself (牵头单位, 责任领导, 完成时限, 联系人) with its role, `other` for none."""
    words = label_words()
    roles = {word: "other" for row in (*words.other, words.work) for word in row.words}
    roles |= {prefix + noun: "due" for row in words.due for prefix in row.prefixes for noun in words.due_nouns}
    roles |= {word: "due" for row in words.due for word in row.words}
    roles |= {word: row.role for row in words.leader for word in row.words}
    for row in words.unit:
        roles |= {prefix + noun: row.role for prefix in row.prefixes for noun in words.unit_nouns}
        roles |= dict.fromkeys(row.words, row.role)
    return roles


@cache
def bare_roles() -> Mapping[str, str]:
    """Words that are labels without a noun, behind a stop and before a colon (牵头：), weak ones too."""
    bare = {word: row.role for word, row in label_words().bare.by_word.items()}
    weak = label_words().weak
    return bare | dict.fromkeys((*weak.alone, *weak.words), weak.role)


@cache
def weak_words() -> frozenset[str]:
    """Labels that count only before names (责任：, 责任分工：) or before a date (进度：)."""
    words = label_words()
    due = (word for row in words.due if row.weak for word in row.words)
    return frozenset([*words.weak.alone, *words.weak.words, *due])


@cache
def named_roles() -> Mapping[str, Role]:
    """What gives units a role inside a cell, in brackets behind a name, or as a column's name."""
    weak = label_words().weak
    stated = {word: role for word, role in bare_roles().items() if word not in weak.words}
    stated |= {word: row.role for row in role_words().named for word in row.words}
    return {word: _OF_UNITS[role] for word, role in (*whole_roles().items(), *stated.items()) if role in _OF_UNITS}


def says_what_was_done(name: Folded, whole: Folded | None = None) -> bool:
    """Whether the name of a field or a column, `whole` with its brackets, tells what was done or how things stand."""
    rules = column_words().report
    held = any(word in (whole or name) for word in rules.words)
    return held or name.startswith(rules.begins) or name.endswith(rules.endings)
