"""From what marks and cells state, as words, to owners, leaders and deadlines in their roles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.statements import Basis, Due, TaskStatement
from graph.words.brackets import outside_brackets
from graph.words.fold import fold, squeeze
from loaders.deadlines.reading import read_deadlines
from loaders.owners.conventions import Convention, take_note
from loaders.owners.mixed_cells import units_and_people
from loaders.owners.name_evidence import is_deadline
from loaders.owners.owner_words import proof_of
from loaders.owners.people import read_leaders
from loaders.owners.reading import read_owners
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import is_unit
from loaders.prose.marks import StatedRoles

Names = dict[str, None]
"""Names in order, each once."""

_UNIT_ROLES = ("lead", "responsible", "supporting")


@dataclass(slots=True)
class Conventions:
    """The conventions in force, by party, and the year, and in a table the month, that a date without one takes."""

    units: Convention | None = None
    leaders: Convention | None = None
    year: int | None = None
    month: int | None = None

    def learn(self, convention: Convention | None) -> None:
        """Keep a convention that holds on (下同)."""
        if convention is not None and convention.lasting:
            self.set(convention)

    def set(self, convention: Convention) -> None:
        """Put a convention in force."""
        if convention.party == "units":
            self.units = convention
        else:
            self.leaders = convention

    def copy(self) -> "Conventions":
        """Conventions for a part of the paper (a table), which may change without changing these."""
        return Conventions(self.units, self.leaders, self.year)


@dataclass(slots=True)
class Assigned:
    """Who owns a task and when it is due, as the words say."""

    lead: Names = field(default_factory=dict)
    responsible: Names = field(default_factory=dict)
    supporting: Names = field(default_factory=dict)
    leaders: Names = field(default_factory=dict)
    lead_leaders: Names = field(default_factory=dict)
    leader_roles: Names = field(default_factory=dict)
    due_texts: list[str] = field(default_factory=list)
    dues: list[Due] = field(default_factory=list)
    basis: Basis = "default"

    @property
    def due_text(self) -> str:
        """The words of all deadlines."""
        return "；".join(self.due_texts)

    @property
    def empty(self) -> bool:
        """Whether no owner and no deadline was given."""
        owners = (self.lead, self.responsible, self.supporting, self.leaders, self.leader_roles)
        return not any(owners) and not self.due_texts

    def names(self) -> Names:
        """All units, persons and posts."""
        fields = (self.lead, self.responsible, self.supporting, self.leaders, self.lead_leaders, self.leader_roles)
        return {name: None for field_ in fields for name in field_}

    def into(self, task: TaskStatement) -> TaskStatement:
        """The task with its owners, leaders and deadlines."""
        return replace(
            task,
            lead_units=tuple(self.lead),
            responsible_units=tuple(self.responsible),
            supporting_units=tuple(self.supporting),
            leaders=tuple(self.leaders),
            lead_leaders=tuple(self.lead_leaders),
            leader_roles=tuple(self.leader_roles),
            due_text=self.due_text,
            dues=tuple(self.dues),
            basis=self.basis,
        )

    def add_units(
        self, words: str, role: str, basis: Basis, convention: Convention | None, *, labelled: bool = True
    ) -> Convention | None:
        """Add the units of a label, cell or bracket; returns the convention that its words state themselves."""
        named = _named_parts(words)
        owners = read_owners(named, role, basis=basis, convention=convention, labelled=labelled)  # type: ignore[arg-type]
        _extend(self.lead, owners.lead)
        _extend(self.responsible, owners.responsible)
        _extend(self.supporting, owners.supporting)
        _extend(self.leaders, owners.persons)
        _extend(self.lead_leaders, owners.leading)
        _extend(self.leader_roles, owners.posts)
        if owners.lead and self.basis == "default":
            self.basis = owners.basis
        return owners.stated

    def add_leaders(
        self, words: str, *, lead: bool, basis: Basis, convention: Convention | None, of_people: bool = False
    ) -> None:
        """Add the leaders of a label or cell; all cells of a column `of_people` name persons."""
        people = read_leaders(words, lead_column=lead, of_people=of_people, convention=convention)
        _extend(self.leaders, people.leaders)
        _extend(self.lead_leaders, people.lead_leaders)
        _extend(self.leader_roles, people.leader_roles)
        if people.lead_leaders and self.basis == "default":
            self.basis = basis if lead else "stated"

    def add_mixed(self, words: str, role: str, basis: Basis, convention: Convention | None) -> None:
        """Add what a label or column for units and leaders together holds (责任单位及责任人)."""
        units, people = units_and_people(words)
        if units:
            self.add_units(units, role, basis, convention)
        if people:
            self.add_leaders(people, lead=False, basis=basis, convention=None)

    def add_due(self, words: str, year: int | None) -> None:
        """Add the words of a deadline; words that say nothing (`/`, `无`) give none."""
        dues = read_deadlines(words, year)
        if dues:
            self.due_texts.append(words)
            self.dues += dues


def assign(stated: Iterable[StatedRoles], rules: Conventions) -> Assigned:
    """Read all that a mark states; conventions that hold on are learned into `rules`."""
    result = Assigned()
    parts = list(stated)
    led = any("lead" in part.roles for part in parts)
    for part in parts:
        roles = ["supporting" if role == "member" and led else role for role in part.roles]
        units = [role for role in roles if role in _UNIT_ROLES]
        people = [role for role in part.roles if role in ("leaders", "lead_leaders")]
        convention = None if led else rules.units
        if units and people:
            result.add_mixed(part.words, units[0], "label", convention)
        elif units or not part.roles:
            role, labelled = (units or ["responsible"])[0], bool(part.roles)
            found = result.add_units(part.words, role, "label", convention, labelled=labelled)
            rules.learn(found)
        elif people:
            lead = people == ["lead_leaders"]
            result.add_leaders(part.words, lead=lead, basis="label", convention=rules.leaders)
        elif "due" in part.roles:
            result.add_due(" ".join(part.words.split("\n")).strip(" 。."), rules.year)
    return result


def _named_parts(words: str) -> str:
    """The words without parts behind `；` that are neither names nor hold a verb of duty (`；时间视天气另定`)."""
    parts = _split_semicolons(words)
    kept = [part for index, part in enumerate(parts) if index == 0 or _says_who(part)]
    return "；".join(kept) if len(kept) < len(parts) else words


def _says_who(part: str) -> bool:
    return _are_units(part) or proof_of(part).by != "none" or take_note(part)[1] is not None


def _are_units(words: str) -> bool:
    """Whether the words are a list of units and nothing else (县水利局；东溪村: the village too is a part)."""
    names = [part.name for part in split_list(words)]
    return bool(names) and all(is_unit(name) for name in names)


def _split_semicolons(words: str) -> list[str]:
    parts, start = [], 0
    folded = fold(words)
    for position, (sign, free) in enumerate(zip(folded, outside_brackets(folded), strict=True)):
        if sign == ";" and free:
            parts.append(words[start:position])
            start = position + 1
    return [*parts, words[start:]]


def _extend(names: Names, more: Sequence[str]) -> None:
    squeezed = map(squeeze, more)
    names.update((name, None) for name in squeezed if name not in names and not is_deadline(name))
