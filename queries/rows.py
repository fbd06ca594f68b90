"""A row of each catalogued query, as its file declares it. Written by `python -m queries.row_types`."""

from typing import TypedDict


class ChangeConflictRow(TypedDict):
    """A row of conflicts/of_changes."""

    change_id: str
    values: tuple[str, ...]
    sources: tuple[str, ...]
    passage_id: str
    other_passage_id: str


class ChangeLegRow(TypedDict):
    """A row of changes/legs."""

    change_id: str
    kind: str
    stated_on: str
    earliest: str
    latest: str
    decided_on: str
    number: str
    status: str
    from_id: str
    from_name: str
    from_code: str
    from_level: str
    from_place: str
    from_lasting_id: str
    from_role: str
    share: str
    part: str
    to_id: str
    to_name: str
    to_code: str
    to_level: str
    to_place: str
    to_lasting_id: str
    to_role: str
    sources: tuple[str, ...]


class ChangeRow(TypedDict):
    """A row of changes/list."""

    change_id: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: str
    stated_on: str
    earliest: str
    latest: str
    status: str
    sources: tuple[str, ...]
    decided_on: str
    number: str
    before_ids: tuple[str, ...]
    before_roles: tuple[str, ...]
    before_shares: tuple[str, ...]
    after_ids: tuple[str, ...]
    after_roles: tuple[str, ...]


class ChangesOvertakenRow(TypedDict):
    """A row of changes/overtaken."""

    change_id: str
    by_id: str
    name: str


class ComparedPlaceRow(TypedDict):
    """A row of places/between."""

    what: str
    place_id: str
    name: str
    code: str
    level: str
    place: str
    above_id: str
    old_id: str
    old_name: str
    old_code: str
    old_place: str
    old_above_id: str
    scheme: str
    lasting_id: str
    before: bool
    after: bool


class ConflictRow(TypedDict):
    """A row of conflicts/list or conflicts/of_tasks."""

    task_id: str
    title: str
    field: str
    values: tuple[str, ...]
    sources: tuple[str, ...]
    plan_title: str
    document: str
    place: str
    passage_id: str
    other_passage_id: str
    change_id: str


class CorrectionsHoldingRow(TypedDict):
    """A row of corrections/holding."""

    passage_id: str
    corrections: tuple[str, ...]
    edition_state: str


class CountedIdRow(TypedDict):
    """A row of facets/documents or facets/months."""

    id: str
    tasks: int


class CountedRow(TypedDict):
    """A row of facets/leaders, facets/places or facets/units."""

    id: str
    name: str
    place_id: str
    tasks: int


class CountsOfAllRow(TypedDict):
    """A row of counts/of_all."""

    documents: int
    leaders: int
    units: int
    places: int
    tasks: int


class DatedTaskRow(TypedDict):
    """A row of load/of_tasks or load/tasks."""

    task_id: str
    place_id: str
    start: str
    due_dates: tuple[str, ...]
    issued_on: str
    plan_id: str
    document_id: str


class DocumentRow(TypedDict):
    """A row of documents/list."""

    document_id: str
    title: str
    number: str
    issuer: str
    issued_on: str
    place: str
    files: tuple[str, ...]
    plans: int
    tasks: int
    place_id: str
    stale: int
    editions: int
    open: int
    replaced: bool
    replaced_on: str
    corrected: tuple[str, ...]
    as_read: tuple[str, ...]
    corrected_by: tuple[str, ...]


class FacetsPlansRow(TypedDict):
    """A row of facets/plans."""

    id: str
    title: str
    document_id: str
    tasks: int


class LeaderRow(TypedDict):
    """A row of leaders/list or leaders/of_ids."""

    person_id: str
    name: str
    place: str
    tasks: int
    lead_tasks: int
    posts: tuple[str, ...]
    aliases: tuple[str, ...]
    place_id: str


class LoadByLeaderRow(TypedDict):
    """A row of load/by_leader."""

    person_id: str
    name: str
    place_id: str
    place: str
    task_id: str
    title: str
    leads: bool
    start: str
    due_dates: tuple[str, ...]
    issued_on: str
    plan_id: str
    document_id: str


class LoadByMonthRow(TypedDict):
    """A row of load/by_month."""

    month: str
    tasks: int
    deadlines: int
    task_ids: tuple[str, ...]


class LoadByUnitRow(TypedDict):
    """A row of load/by_unit."""

    unit_id: str
    name: str
    kind: str
    level: str
    place_id: str
    place: str
    task_id: str
    title: str
    leads: bool
    responsible: bool
    supports: bool
    start: str
    due_dates: tuple[str, ...]
    issued_on: str
    plan_id: str
    document_id: str


class LoadLeadersRow(TypedDict):
    """A row of load/leaders."""

    person_id: str
    name: str
    place_id: str
    place: str
    leads: tuple[str, ...]
    responsible: tuple[str, ...]


class LoadUnitsRow(TypedDict):
    """A row of load/units."""

    unit_id: str
    name: str
    kind: str
    level: str
    place_id: str
    place: str
    leads: tuple[str, ...]
    responsible: tuple[str, ...]
    supports: tuple[str, ...]


class NamedRow(TypedDict):
    """A row of names/documents, names/leaders, names/places, names/plans or names/units."""

    id: str
    name: str
    aliases: tuple[str, ...]
    place: str
    place_id: str


class NamesOfIdsRow(TypedDict):
    """A row of names/of_ids."""

    id: str
    name: str


class NamesTitlesInRow(TypedDict):
    """A row of names/titles_in."""

    title: str


class PaperNamesRow(TypedDict):
    """A row of papers/named."""

    document_id: str
    title: str
    number: str
    issued_on: str
    path: str


class PeriodAfterRow(TypedDict):
    """A row of periods/came_out."""

    change_id: str
    new_id: str
    new_role: str
    restores: str
    passages: tuple[str, ...]


class PeriodBeforeRow(TypedDict):
    """A row of periods/went_in."""

    change_id: str
    old_id: str
    old_role: str
    share: str
    part: str
    into: tuple[str, ...]
    into_part: tuple[str, ...]
    passages: tuple[str, ...]


class PeriodChangeRow(TypedDict):
    """A row of periods/changes."""

    change_id: str
    kind: str
    stated_on: str
    earliest: str
    latest: str
    status: str


class PeriodHomeRow(TypedDict):
    """A row of periods/homes."""

    place_id: str
    above_id: str


class PeriodLinkRow(TypedDict):
    """A row of periods/after or periods/before."""

    old_id: str
    new_id: str
    change_id: str
    kind: str
    stated_on: str
    earliest: str
    latest: str
    status: str
    old_role: str
    new_role: str
    share: str
    part: str
    exact: bool
    restores: str
    old_passages: tuple[str, ...]
    new_passages: tuple[str, ...]


class PeriodRow(TypedDict):
    """A row of periods/all, periods/of_code, periods/of_ids or places/spells."""

    place_id: str
    name: str
    level: str
    code: str
    scheme: str
    lasting_id: str
    valid_from: str
    valid_to: str


class PlaceLandRow(TypedDict):
    """A row of periods/lands or places/land."""

    place_id: str
    land: tuple[str, ...]


class PlaceLinkRow(TypedDict):
    """A row of places/after or places/before."""

    from_id: str
    from_name: str
    from_lasting_id: str
    from_role: str
    share: str
    part: str
    change_id: str
    kind: str
    stated_on: str
    earliest: str
    latest: str
    status: str
    place_id: str
    name: str
    level: str
    lasting_id: str
    role: str
    sources: tuple[str, ...]


class PlaceRow(TypedDict):
    """A row of places/alive_at, places/lasting, places/list or places/of_ids."""

    place_id: str
    name: str
    level: str
    place: str
    since: str
    until: str
    tasks: int
    lasting_id: str
    above_id: str
    began_by: str
    since_earliest: str
    since_latest: str
    since_status: str
    ended_by: str
    until_earliest: str
    until_latest: str
    until_status: str
    code: str
    scheme: str


class PlacesEndedRow(TypedDict):
    """A row of places/ended."""

    place_id: str
    name: str
    until_latest: str
    concerning: tuple[str, ...]
    given: tuple[str, ...]
    papers: tuple[str, ...]


class PlacesVillagesWentRow(TypedDict):
    """A row of places/villages_went."""

    from_id: str
    village_id: str
    name: str
    to_id: str
    to_name: str


class PlanRow(TypedDict):
    """A row of plans/list or plans/of_ids."""

    plan_id: str
    ordinal: int
    title: str
    document: str
    place: str
    tasks: int
    body: bool
    document_id: str
    sources: tuple[str, ...]
    replaced: bool


class PlansTitlesRow(TypedDict):
    """A row of plans/titles."""

    plan_id: str
    title: str


class RestoredPeriodRow(TypedDict):
    """A row of periods/restored or places/of_tasks."""

    place_id: str


class SchemeRow(TypedDict):
    """A row of periods/schemes."""

    scheme: str


class SearchFilesRow(TypedDict):
    """A row of search/files."""

    document_id: str
    path: str
    title: str


class SearchPassagesRow(TypedDict):
    """A row of search/passages."""

    passage_id: str
    document_id: str
    title: str
    path: str
    line: int
    quote: str


class SourcesBesideRow(TypedDict):
    """A row of sources/beside."""

    passage_id: str
    beside_id: str
    kind: str
    line: int
    end_line: int
    before: bool
    behind: bool
    quote: str
    start_char: int


class SourcesOfPassagesRow(TypedDict):
    """A row of sources/of_passages."""

    passage_id: str
    path: str
    line: int
    end_line: int
    page: int
    sheet: str
    paragraph: int
    table_no: int
    row_no: int
    column_no: int


class SourcesOfTasksRow(TypedDict):
    """A row of sources/of_tasks."""

    task_id: str
    passage_id: str
    standing: bool
    path: str
    line: int
    end_line: int
    page: int
    sheet: str
    paragraph: int
    table_no: int
    row_no: int
    column_no: int
    heading: str
    element: str
    quote: str


class TaskDueRow(TypedDict):
    """A row of ids/all or ids/in_order."""

    task_id: str
    due: str


class TaskIdRow(TypedDict):
    """A row of ids/as_of, ids/by_document, ids/by_leader, ids/by_owner, ids/by_paper, ids/by_place, ids/by_plan,
    ids/by_unit, ids/due, ids/holding, ids/lead, ids/open, ids/responsible, ids/supporting or ids/undated.
    """

    task_id: str


class TaskRow(TypedDict):
    """A row of tasks/by_leader, tasks/by_place, tasks/by_plan, tasks/by_unit, tasks/due_between, tasks/list or
    tasks/of_ids.
    """

    task_id: str
    number: str
    title: str
    content: str
    category: str
    plan: str
    plan_title: str
    document: str
    place: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    supporting_units: tuple[str, ...]
    leaders: tuple[str, ...]
    lead_leaders: tuple[str, ...]
    leader_roles: tuple[str, ...]
    due_text: str
    due: str
    start: str
    ongoing: bool
    sources: tuple[str, ...]
    due_dates: tuple[str, ...]
    due_kind: str
    issued_on: str
    in_table: bool
    document_id: str
    replaced: bool
    replaced_on: str
    corrected: tuple[str, ...]
    as_read: tuple[str, ...]
    corrected_by: tuple[str, ...]


class ThingRow(TypedDict):
    """A row of search/names or tasks/owners."""

    kind: str
    id: str
    name: str
    place: str


class UnitRow(TypedDict):
    """A row of units/list or units/of_ids."""

    unit_id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    level: str
    place: str
    leads: int
    responsible: int
    supports: int
    tasks: int
    place_id: str


class WayStepRow(TypedDict):
    """A row of names/ways."""

    place_id: str
    name: str
    above_id: str
