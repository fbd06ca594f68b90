"""What each query takes and gives, by its name. Written by `python -m queries.row_types`."""

from collections.abc import Sequence
from typing import Literal, Protocol, overload

from graph.stores.protocol import Store
from queries.header import Ids
from queries.rows import (
    ChangeConflictRow,
    ChangeLegRow,
    ChangeRow,
    ChangesOvertakenRow,
    ComparedPlaceRow,
    ConflictRow,
    CorrectionsHoldingRow,
    CountedIdRow,
    CountedRow,
    CountsOfAllRow,
    DatedTaskRow,
    DocumentRow,
    FacetsPlansRow,
    LeaderRow,
    LoadByLeaderRow,
    LoadByMonthRow,
    LoadByUnitRow,
    LoadLeadersRow,
    LoadUnitsRow,
    NamedRow,
    NamesOfIdsRow,
    NamesTitlesInRow,
    PaperNamesRow,
    PeriodAfterRow,
    PeriodBeforeRow,
    PeriodChangeRow,
    PeriodHomeRow,
    PeriodLinkRow,
    PeriodRow,
    PlaceLandRow,
    PlaceLinkRow,
    PlaceRow,
    PlacesEndedRow,
    PlacesVillagesWentRow,
    PlanRow,
    PlansTitlesRow,
    RestoredPeriodRow,
    SchemeRow,
    SearchFilesRow,
    SearchPassagesRow,
    SourcesBesideRow,
    SourcesOfPassagesRow,
    SourcesOfTasksRow,
    TaskDueRow,
    TaskIdRow,
    TaskRow,
    ThingRow,
    UnitRow,
    WayStepRow,
)


class Ask(Protocol):
    """Asks the question of a name; see `queries.ask`."""

    @overload
    def __call__(
        self, store: Store, name: Literal["changes/legs"], /, *, changes: Sequence[str]
    ) -> list[ChangeLegRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["changes/list"], /, *, within: Ids = ...) -> list[ChangeRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["changes/overtaken"], /) -> list[ChangesOvertakenRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["conflicts/list"],
        /,
        *,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[ConflictRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["conflicts/of_changes"], /, *, changes: Sequence[str]
    ) -> list[ChangeConflictRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["conflicts/of_tasks"],
        /,
        *,
        tasks: Sequence[str],
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[ConflictRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["corrections/holding"], /) -> list[CorrectionsHoldingRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["counts/of_all"], /, *, within: Ids = ...
    ) -> list[CountsOfAllRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["documents/list"],
        /,
        *,
        within: Ids = ...,
        named: str = ...,
        readers: str = ...,
    ) -> list[DocumentRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["facets/documents"], /, *, tasks: Sequence[str]
    ) -> list[CountedIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["facets/leaders"], /, *, lead: bool = ..., tasks: Sequence[str]
    ) -> list[CountedRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["facets/months"], /, *, tasks: Sequence[str]
    ) -> list[CountedIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["facets/places"], /, *, tasks: Sequence[str]
    ) -> list[CountedRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["facets/plans"], /, *, tasks: Sequence[str]
    ) -> list[FacetsPlansRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["facets/units"], /, *, role: str = ..., tasks: Sequence[str]
    ) -> list[CountedRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["ids/all"], /, *, replaced: bool = ...) -> list[TaskDueRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/as_of"], /, *, as_of: str, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/by_document"], /, *, documents: Sequence[str], replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/by_leader"], /, *, leader: Ids, lead: bool = ..., replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/by_owner"], /, *, within: Ids, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/by_paper"], /, *, within: Ids, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/by_place"], /, *, place: Ids, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/by_plan"], /, *, plan: Ids, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/by_unit"], /, *, unit: Ids, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["ids/due"],
        /,
        *,
        due_after: str = ...,
        due_before: str = ...,
        replaced: bool = ...,
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/holding"], /, *, text: str, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/in_order"], /, *, tasks: Sequence[str], replaced: bool = ...
    ) -> list[TaskDueRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/lead"], /, *, unit: Ids = ..., replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/open"], /, *, open_on: str, replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/responsible"], /, *, unit: Ids = ..., replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["ids/supporting"], /, *, unit: Ids = ..., replaced: bool = ...
    ) -> list[TaskIdRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["ids/undated"], /, *, replaced: bool = ...) -> list[TaskIdRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["leaders/list"],
        /,
        *,
        within: Ids = ...,
        named: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[LeaderRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["leaders/of_ids"], /, *, leader: Ids, replaced: bool = ..., as_of: str = ...
    ) -> list[LeaderRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["load/by_leader"], /, *, within: Ids = ...
    ) -> list[LoadByLeaderRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["load/by_month"], /, *, within: Ids = ...
    ) -> list[LoadByMonthRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["load/by_unit"], /, *, within: Ids = ...) -> list[LoadByUnitRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["load/leaders"],
        /,
        *,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[LoadLeadersRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["load/of_tasks"], /, *, tasks: Sequence[str]
    ) -> list[DatedTaskRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["load/tasks"], /, *, within: Ids = ..., replaced: bool = ..., as_of: str = ...
    ) -> list[DatedTaskRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["load/units"], /, *, within: Ids = ..., replaced: bool = ..., as_of: str = ...
    ) -> list[LoadUnitsRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["names/documents"], /, *, named: str = ..., within: Ids = ...
    ) -> list[NamedRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["names/leaders"], /, *, named: str = ..., normal: str = ..., within: Ids = ...
    ) -> list[NamedRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["names/of_ids"], /, *, ids: Sequence[str]
    ) -> list[NamesOfIdsRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["names/places"], /, *, named: str = ..., normal: str = ..., within: Ids = ...
    ) -> list[NamedRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["names/plans"], /, *, named: str = ..., within: Ids = ...
    ) -> list[NamedRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["names/titles_in"], /, *, text: str) -> list[NamesTitlesInRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["names/units"], /, *, named: str = ..., normal: str = ..., within: Ids = ...
    ) -> list[NamedRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["names/ways"], /, *, places: Ids) -> list[WayStepRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["papers/named"], /, *, documents: Sequence[str]
    ) -> list[PaperNamesRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/after"], /, *, places: Ids) -> list[PeriodLinkRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/all"], /) -> list[PeriodRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/before"], /, *, places: Ids) -> list[PeriodLinkRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/came_out"], /) -> list[PeriodAfterRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/changes"], /) -> list[PeriodChangeRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/homes"], /) -> list[PeriodHomeRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/lands"], /) -> list[PlaceLandRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["periods/of_code"], /, *, scheme: str, code: str
    ) -> list[PeriodRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/of_ids"], /, *, places: Ids) -> list[PeriodRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/restored"], /) -> list[RestoredPeriodRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/schemes"], /) -> list[SchemeRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["periods/went_in"], /) -> list[PeriodBeforeRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["places/after"], /, *, places: Ids) -> list[PlaceLinkRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["places/alive_at"], /, *, on_day: str, within: Ids = ...
    ) -> list[PlaceRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["places/before"], /, *, places: Ids) -> list[PlaceLinkRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["places/between"], /, *, first: str, last: str, within: Ids = ...
    ) -> list[ComparedPlaceRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["places/ended"], /, *, replaced: bool = ..., as_of: str = ...
    ) -> list[PlacesEndedRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["places/land"], /, *, places: Ids) -> list[PlaceLandRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["places/lasting"], /, *, places: Ids) -> list[PlaceRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["places/list"], /, *, within: Ids = ..., places: Ids = ...
    ) -> list[PlaceRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["places/of_ids"], /, *, places: Ids) -> list[PlaceRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["places/of_tasks"], /, *, tasks: Sequence[str]
    ) -> list[RestoredPeriodRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["places/spells"], /, *, places: Ids) -> list[PeriodRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["places/villages_went"], /, *, places: Ids
    ) -> list[PlacesVillagesWentRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["plans/list"],
        /,
        *,
        within: Ids = ...,
        named: Ids = ...,
        paper: str = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[PlanRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["plans/of_ids"], /, *, plan: Ids, replaced: bool = ..., as_of: str = ...
    ) -> list[PlanRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["plans/titles"], /, *, within: Ids = ..., named: str = ...
    ) -> list[PlansTitlesRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["search/files"], /, *, text: str) -> list[SearchFilesRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["search/names"], /, *, text: str, limit: int = ...
    ) -> list[ThingRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["search/passages"], /, *, text: str, limit: int = ...
    ) -> list[SearchPassagesRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["sources/beside"], /, *, passages: Sequence[str], reach: int = ...
    ) -> list[SourcesBesideRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["sources/of_passages"], /, *, passages: Sequence[str]
    ) -> list[SourcesOfPassagesRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["sources/of_tasks"], /, *, tasks: Sequence[str]
    ) -> list[SourcesOfTasksRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["tasks/by_leader"],
        /,
        *,
        leader: Ids,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[TaskRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["tasks/by_place"],
        /,
        *,
        place: Ids,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[TaskRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["tasks/by_plan"],
        /,
        *,
        plan: Ids,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[TaskRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["tasks/by_unit"],
        /,
        *,
        unit: Ids,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[TaskRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["tasks/due_between"],
        /,
        *,
        due_after: str,
        due_before: str,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[TaskRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["tasks/list"],
        /,
        *,
        leader: Ids = ...,
        unit: Ids = ...,
        role: str = ...,
        place: Ids = ...,
        plan: Ids = ...,
        due_after: str = ...,
        due_before: str = ...,
        open_on: str = ...,
        within: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[TaskRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["tasks/of_ids"], /, *, tasks: Sequence[str]) -> list[TaskRow]: ...

    @overload
    def __call__(self, store: Store, name: Literal["tasks/owners"], /, *, tasks: Sequence[str]) -> list[ThingRow]: ...

    @overload
    def __call__(
        self,
        store: Store,
        name: Literal["units/list"],
        /,
        *,
        within: Ids = ...,
        kind: str = ...,
        named: Ids = ...,
        replaced: bool = ...,
        as_of: str = ...,
    ) -> list[UnitRow]: ...

    @overload
    def __call__(
        self, store: Store, name: Literal["units/of_ids"], /, *, unit: Ids, replaced: bool = ..., as_of: str = ...
    ) -> list[UnitRow]: ...
