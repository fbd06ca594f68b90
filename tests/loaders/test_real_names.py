"""Events of the national registers, printed in the wordings of decisions and read back: names as they really are.

The registers stand beside the project (`lineage`); they are read where they are present and never copied.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.changes.lists.lists import read_list
from loaders.changes.prose import read_changes
from loaders.text import Text, Words, line_starts

Event = tuple[str, tuple[str, ...], str]  # kind, old names, new name ("" for none)

ENDINGS = ("县", "市", "区", "旗", "乡", "镇", "街道", "苏木")
NO_PLACES = (
    "开发区",
    "管理区",
    "园区",
    "农场",
    "林场",
    "试验区",
    "示范区",
    "度假区",
    "行政区",
    "工业区",
    "市辖区",
    "保护区",
)
WORDINGS = {
    "merge": ["撤销{old}，设立{new}。", "将{old}合并为{new}。", "由{old}合并设立{new}。", "{old}合并，设立{new}。"],
    "absorb": [
        "撤销{old}，并入{new}。",
        "将{old}并入{new}。",
        "撤销{old}，将其行政区域划归{new}管辖。",
        "撤{old}建制，所辖并入{new}。",
    ],
    "rename": [
        "{old}更名为{new}。",
        "撤{old}设{new}。",
        "撤销{old}，设立{new}，以原{old}的行政区域为{new}的行政区域。",
    ],
    "create": ["设立{new}。", "同意新设{new}，人民政府驻人民路1号。"],
    "abolish": ["撤销{old}。", "同意撤销{old}建制。"],
}
SIZE, LEAST = 250, 0.98


@pytest.fixture(scope="module")
def rows(root: Path) -> list[dict[str, str]]:
    folder = root.parent / "shared" / "lineage"
    if not folder.is_dir():
        pytest.skip("the national registers are not beside the project")
    files = (folder / name for name in ("cn_county.csv", "cn_township.csv"))
    return [row for path in files for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]


def is_plain(name: str) -> bool:
    return name.endswith(ENDINGS) and name.isalpha() and not name.endswith(NO_PLACES)


def events(rows: list[dict[str, str]]) -> Iterator[Event]:
    together: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in rows:
        old, new, kind = row["old_name"], row["new_name"], row["kind"]
        if kind in ("merge", "absorb", "merge_continue"):
            together[row["date"], row["new_id"], new].append(old)
        elif kind in ("rename", "convert") and old != new:
            yield "rename", (old,), new
        elif kind in ("create", "abolish"):
            yield kind, (old,) if old else (), new
    for (*_, new), names in together.items():
        others = tuple(dict.fromkeys(name for name in names if name != new))
        if others:
            yield "absorb" if new in names else "merge" if len(others) > 1 else "rename", others, new


def read_back(words: str) -> list[tuple[set[str], set[str]]]:
    text = Text("a.txt", "0", "txt", words, (), line_starts(words))
    found = read_changes(text, Words.of(words, 0, len(words)), plan=1)
    return [({party.name for party in one.before}, {party.name for party in one.after}) for one in found]


@pytest.mark.parametrize("kind", sorted(WORDINGS))
def test_real_events_read_back(rows: list[dict[str, str]], kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311 - a sample, the same on every run
    own = [one for one in events(rows) if one[0] == kind and all(map(is_plain, filter(None, (*one[1], one[2]))))]
    right = told = 0
    sample = chance.sample(own, min(SIZE, len(own)))
    for _, old, new in sample:
        found = read_back(chance.choice(WORDINGS[kind]).format(old="、".join(old), new=new))
        before = {*old, new} if kind == "absorb" else set(old)
        told += len(found)
        right += (before, {new} - {""}) in found
    assert right / len(sample) >= LEAST
    assert right / told >= LEAST


def test_a_real_name_alone_in_a_list_is_one_place(rows: list[dict[str, str]]) -> None:
    names = sorted({row[side] for row in rows for side in ("old_name", "new_name") if is_plain(row[side])})
    wrong = [name for name in names if [party.name for party in read_list(name)] != [name]]
    assert len(wrong) <= len(names) * 0.002, wrong
