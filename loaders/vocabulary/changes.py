"""Words that say how places change. Every row carries an example. Texts are compared with half-width signs, no
blanks.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table

Does = Literal[
    "abolish", "merge", "into", "rename", "transfer", "split", "create", "form", "join", "carve", "govern", "divide"
]
StatedStatus = Literal["proposed", "approved", "done"]


class ChangeVerb(NamedTuple):
    """What a verb does with the list before it (old) and the list behind it (new): one of `words`, or one of `heads`
    with some of `between` and one or more of `tails` behind it.
    """

    does: Does
    words: tuple[str, ...]
    example: str
    heads: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()


class DateWords(NamedTuple):
    """Around a date, part of it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    sides: tuple[str, ...]
    example: str


class NamingWords(NamedTuple):
    """A name for what a merger before it has made: a word that keeps one, or [merged] [named] [暂|拟] names [为]."""

    tails: tuple[str, ...]
    keeps: tuple[str, ...]
    stays: tuple[str, ...]
    merged: tuple[str, ...]
    named: tuple[str, ...]
    names: tuple[str, ...]
    example: str


class BackwardWords(NamedTuple):
    """Behind the old ones of a merger that is told backwards."""

    by: tuple[str, ...]
    made: tuple[str, ...]
    example: str


class MadeOf(NamedTuple):
    """Behind a heading (丙村：包括原甲村和原乙村): what the place named there is made of."""

    words: tuple[str, ...]
    signs: tuple[str, ...]
    example: str


class ChangeAdverbs(NamedTuple):
    """Adverbs before a verb, of which some pair the lists (分别)."""

    pairwise: tuple[str, ...]
    before_verb: tuple[str, ...]
    example: str


class ClauseLeads(NamedTuple):
    """At the head of a clause, before the list."""

    words: tuple[str, ...]
    objects: tuple[str, ...]
    before_subject: tuple[str, ...]
    behind_subject: tuple[str, ...]
    deciding: tuple[str, ...]
    example: str
    keep: tuple[str, ...]


class BaseWords(NamedTuple):
    """Around the list of what goes into the change that follows (以甲村为主体)."""

    before: tuple[str, ...]
    words: tuple[str, ...]
    example: str


class TargetWords(NamedTuple):
    """Behind a verb, before the list of what comes of it or receives it, and behind a receiver."""

    before: tuple[str, ...]
    before_receiver: tuple[str, ...]
    behind: tuple[str, ...]
    behind_receiver: tuple[str, ...]
    example: str


class GiverWords(NamedTuple):
    """Between what moves and the place that gives it, and behind the place from which something came."""

    words: tuple[str, ...]
    came: tuple[str, ...]
    example: str


class RemainderWords(NamedTuple):
    """What is left of a place of which pieces went elsewhere, or all of it, spoken of without its name."""

    words: tuple[str, ...]
    of: tuple[str, ...]
    what: tuple[str, ...]
    example: str


class RankChange(NamedTuple):
    """Changes of rank told without the new name, which is the old one with the other ending (甲乡撤乡设镇: 甲镇): the
    classes of old and of new ones (with the ending that they stand for) and the verbs between.
    """

    withdraws: str
    old: tuple[str, ...]
    turns: tuple[str, ...]
    turn: str
    into: str
    new: Mapping[str, str]
    others: tuple[str, ...]
    example: str


class SubjectWords(NamedTuple):
    """The place that a paragraph is about stands at its beginning, before one of these: what has a year and no
    subject (1992年改为乙镇) is said of it.
    """

    behind: tuple[str, ...]
    example: str


class TerritoryWords(NamedTuple):
    """以原甲、乙的行政区域为丙的行政区域: what the region is called, and what joins it to the new place."""

    regions: tuple[str, ...]
    signs: tuple[str, ...]
    joins: tuple[str, ...]
    sets_up: tuple[str, ...]
    beyond: tuple[str, ...]
    itself: tuple[str, ...]
    unnamed: tuple[str, ...]
    example: str


class PlacePieces(NamedTuple):
    """A piece of a place, in brackets or behind its name."""

    words: tuple[str, ...]
    behind_name: tuple[str, ...]
    groups: tuple[str, ...]
    example: str


class PieceWords(NamedTuple):
    """Pieces spoken of without their place, behind what says which place: numbered groups ([parts]) and these."""

    before: tuple[str, ...]
    portions: tuple[str, ...]
    sides: tuple[str, ...]
    areas: tuple[str, ...]
    all: tuple[str, ...]
    counted: tuple[str, ...]
    named: tuple[str, ...]
    ends: tuple[str, ...]
    taken_over: tuple[str, ...]
    example: str


class UntoldWords(NamedTuple):
    """A clause that moves something and that was not read is told as unread where it speaks of places, not of
    things.
    """

    takes: tuple[str, ...]
    of_places: tuple[str, ...]
    of_things: tuple[str, ...]
    land: tuple[str, ...]
    titles: tuple[str, ...]
    example: str


class PlaceLists(NamedTuple):
    """Lists of places: what parts two names, what stands around one, what counts them, what names no place."""

    separators: str
    class_signs: str
    piece_signs: str
    hamlet: str
    settlements: str
    conjunctions: tuple[str, ...]
    whole_with: tuple[str, ...]
    belonging: tuple[str, ...]
    tails: tuple[str, ...]
    counting: tuple[str, ...]
    whole_of: str
    class_before: tuple[str, ...]
    class_behind: tuple[str, ...]
    levels: Mapping[str, str]
    offices: tuple[str, ...]
    committees: tuple[str, ...]
    institutions: tuple[str, ...]
    example: str


class PrefixLevels(NamedTuple):
    """The level that such words in front of a name say."""

    levels: Mapping[str, str]
    example: str


class NamePrefixes(NamedTuple):
    """Words in front of a name that are no part of it; `unless` are names that begin so (原平市), `former`: 原."""

    words: tuple[str, ...]
    unless: tuple[str, ...]
    example: str
    former: bool = False


class EffectWords(NamedTuple):
    """The day on which the changes of a paper take effect, in a sentence of its own. What it speaks of: the
    adjustment (regular expressions) with one of the nouns behind it, or the paper, whose title must then speak
    of changes.
    """

    adjustments: tuple[str, ...]
    nouns: tuple[str, ...]
    papers: tuple[str, ...]
    between: tuple[str, ...]
    before_day: tuple[str, ...]
    behind_day: tuple[str, ...]
    verbs: tuple[str, ...]
    titles: tuple[str, ...]
    later: tuple[str, ...]
    example: str


class StatusWords(NamedTuple):
    """How far a change has come, by the words of its sentence; the first row that fits counts."""

    status: StatedStatus
    words: tuple[str, ...]
    example: str


class PaperStatus(NamedTuple):
    """What the head of a paper says of all changes in it whose own words do not say how far they have come: regular
    expressions, the first row that fits.
    """

    status: StatedStatus
    patterns: tuple[str, ...]
    example: str


class SpokenYears(NamedTuple):
    """Years told by the year named before, and how many years later they are."""

    words: tuple[str, ...]
    later: Mapping[str, int]
    example: str


class ChangeColumn(NamedTuple):
    """Tables of changes: the meaning of a column by the words in its header."""

    meaning: Literal["ended", "joined", "old", "new", "reason", "date"]
    words: tuple[str, ...]
    example: str


class ColumnsByFirst(NamedTuple):
    """Headers that are none of the above, by their first character, where they speak of names."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    of: tuple[str, ...]
    example: str


class ColumnWording(NamedTuple):
    """Of two columns of one meaning that of villages counts; headers with the word for proposals make all rows
    proposals.
    """

    villages: tuple[str, ...]
    proposed: str
    count: str  # type: ignore[assignment] # nobody counts what is in the row
    name: str
    example: str


class ColumnsAbove(NamedTuple):
    """Columns of the places above, by what is left of the header without brackets."""

    county: tuple[str, ...]
    town: tuple[str, ...]
    city: tuple[str, ...]
    example: str


class ChangeWords(NamedTuple):
    """All rows of changes.toml."""

    verbs: tuple[ChangeVerb, ...]
    empty: Listed
    dates: DateWords
    naming: NamingWords
    backwards: BackwardWords
    idioms: Listed
    made_of: MadeOf
    adverbs: ChangeAdverbs
    leads: ClauseLeads
    bases: BaseWords
    targets: TargetWords
    givers: GiverWords
    remainder: RemainderWords
    ranks: RankChange
    subject: SubjectWords
    again: Listed
    announced: Listed
    territory: TerritoryWords
    parts: PlacePieces
    pieces: PieceWords
    untold: UntoldWords
    lists: PlaceLists
    prefix_levels: PrefixLevels
    prefixes: WordRows[NamePrefixes]
    effect: EffectWords
    status: WordRows[StatusWords]
    paper_status: tuple[PaperStatus, ...]
    years: SpokenYears
    decided: Listed
    decisions: Listed
    on_places: Listed
    superiors: Listed
    columns: WordRows[ChangeColumn]
    columns_by_first: ColumnsByFirst
    columns_words: ColumnWording
    columns_without_names: Listed
    columns_above: ColumnsAbove


@cache
def change_words() -> ChangeWords:
    """The words of changes.toml, read once."""
    return read_table(ChangeWords)
