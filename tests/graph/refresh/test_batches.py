"""Files go into a store in portions: each once, what reaches each other together, and the end is that of one load."""

from collections.abc import Sequence
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions
from graph.derive.build import build
from graph.refresh.batches import portions
from graph.refresh.delta import Delta, together
from graph.refresh.refresh import refresh
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.read_back import read_all
from tests.effort import examples
from tests.graph.invented import papers
from tests.graph.saying import document, row

NONE = Decisions()


def of_town(name: str, town: str, tasks: int = 2) -> PlanDocument:
    """A paper of a town with so many tasks."""
    rows = [row(10 + number, f"盘活第{number}处校舍") for number in range(tasks)]
    return document(*rows, name=name, jurisdiction=f"大英县/{town}", issuer=f"{town}人民政府", title=f"{name}的通知")


def names(parts: Sequence[Sequence[Delta]]) -> list[list[str]]:
    """The names of the files that come in each portion."""
    return [[document.path for document in together(part).read] for part in parts]


def test_files_that_share_a_scope_are_in_one_portion_and_others_fill_it_up() -> None:
    files = [
        of_town("一.txt", "蓬莱镇"),
        of_town("二.txt", "回马镇"),
        of_town("三.txt", "蓬莱镇"),
        of_town("四.txt", "天保镇"),
    ]
    with closing(open_store(":memory:")) as store:
        parts = list(portions(store, [Delta(read=(file,)) for file in files], most=6))
    assert names(parts) == [["一.txt", "三.txt", "二.txt"], ["四.txt"]]


def test_a_scope_is_not_parted_however_many_tasks_it_has() -> None:
    files = [of_town(f"{number}.txt", "蓬莱镇", tasks=4) for number in range(5)]
    with closing(open_store(":memory:")) as store:
        assert len(list(portions(store, [Delta(read=(file,)) for file in files], most=6))) == 1


def test_what_a_portion_reaches_in_the_store_counts_too() -> None:
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=(of_town("旧.txt", "蓬莱镇", tasks=4),)))
        files = [of_town("一.txt", "蓬莱镇"), of_town("二.txt", "回马镇")]
        parts = list(portions(store, [Delta(read=(file,)) for file in files], most=3))
    assert names(parts) == [["一.txt"], ["二.txt"]]


def test_short_files_that_reach_much_of_the_store_are_parted() -> None:
    towns = ("蓬莱镇", "回马镇")
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=tuple(of_town(f"旧{town}.txt", town, tasks=4) for town in towns)))
        files = [of_town(f"{town}.txt", town, tasks=1) for town in towns]
        parts = list(portions(store, [Delta(read=(file,)) for file in files], most=6))
    assert names(parts) == [["蓬莱镇.txt"], ["回马镇.txt"]]


def test_a_file_and_the_copy_that_gives_way_to_it_stay_together() -> None:
    old, new = of_town("一.txt", "蓬莱镇"), of_town("一.txt", "回马镇", tasks=3)
    beside = [of_town(f"{number}.txt", town) for number, town in enumerate(("蓬莱镇", "天保镇"))]
    with closing(open_store(":memory:")) as store:
        refresh(store, Delta(read=(old,)))
        change = Delta(read=(new,), gone=frozenset({(old.sha256, old.path)}))
        parts = list(portions(store, [*(Delta(read=(file,)) for file in beside), change], most=1))
    assert [change in part for part in parts] == [True, False]


@settings(max_examples=examples(25), deadline=None)
@given(papers(), st.integers(1, 6))
def test_portions_of_any_size_end_in_what_a_fresh_build_gives(files: list[PlanDocument], most: int) -> None:
    each_once = list({file.sha256: file for file in files}.values())
    with closing(open_store(":memory:")) as store:
        for part in portions(store, [Delta(read=(file,)) for file in each_once], most):
            refresh(store, together(part))
        assert read_all(store) == build(each_once, NONE)
