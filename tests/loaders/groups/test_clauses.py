"""Clauses of prose among the members of a group: nobody's post, and told as unread."""

import pytest

from graph.words.fold import fold
from loaders.groups.members import read_members


@pytest.mark.parametrize(
    ("line", "members", "clauses"),
    [
        (
            "杜晓梅（副乡长），成员由规建办、水利站负责人组成，办公室设在规建办",
            [("杜晓梅", "副乡长")],
            ["成员由规建办、水利站负责人组成,办公室设在规建办"],
        ),
        (
            "杜晓梅 副乡长，成员由规建办、农技站、各村支部书记组成",
            [("杜晓梅", "副乡长")],
            ["成员由规建办、农技站、各村支部书记组成"],
        ),
        ("高建军（乡长）；办公室设在党政办", [("高建军", "乡长")], ["办公室设在党政办"]),
        ("高建军（乡长），下设办公室在党政办，由杜晓梅兼任主任", [("高建军", "乡长")], None),
        ("高建军（乡长）、杜晓梅（副乡长）", [("高建军", "乡长"), ("杜晓梅", "副乡长")], []),
        ("高建军（乡长），副乡长 杜晓梅", [("高建军", "乡长"), ("杜晓梅", "副乡长")], []),
        ("高建军 乡党委副书记、乡长", [("高建军", "乡党委副书记、乡长")], []),
        ("高建军（乡党委副书记、乡长）", [("高建军", "乡党委副书记、乡长")], []),
        ("高建军 乡长 成员由各站所负责人组成", [("高建军", "乡长")], ["成员由各站所负责人组成"]),
        ("高建军（乡长），日常工作由农技站承担，杜晓梅（副乡长）", [("高建军", "乡长"), ("杜晓梅", "副乡长")], None),
    ],
)
def test_a_post_ends_at_its_bracket_and_before_a_clause(
    line: str, members: list[tuple[str, str]], clauses: list[str] | None
) -> None:
    folded, left = fold(line), list[tuple[int, int]]()
    assert [(one.person, one.post) for one in read_members(folded, clauses=left)] == members
    if clauses is None:
        assert left
    else:
        assert [folded[start:end] for start, end in left] == clauses
