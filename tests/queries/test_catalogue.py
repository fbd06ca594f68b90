"""The catalogue: what a file declares, and the rules that each file keeps."""

import re

import pytest

from graph.errors import UsageError
from queries.catalogue import catalogue, query
from queries.checks import check, split
from queries.header import Column, Param, parse

TASKS = (
    "task_id number title content category plan plan_title document place lead_units responsible_units supporting_units"
    " leaders lead_leaders leader_roles due_text due start ongoing sources"
)
CONTRACT = {
    "tasks/list": TASKS,
    "tasks/by_leader": TASKS,
    "tasks/by_unit": TASKS,
    "tasks/by_place": TASKS,
    "tasks/by_plan": TASKS,
    "tasks/due_between": TASKS,
    "units/list": "unit_id name aliases kind level place leads responsible supports tasks",
    "leaders/list": "person_id name place tasks lead_tasks posts",
    "places/list": "place_id name level place since until tasks",
    "plans/list": "plan_id ordinal title document place tasks body",
    "documents/list": "document_id title number issuer issued_on place files plans tasks",
    "changes/list": "change_id kind before after place stated_on earliest latest status sources",
    "conflicts/list": "task_id title field values sources",
    "load/by_unit": "unit_id name",
    "load/by_leader": "person_id name",
    "load/by_month": "month tasks",
    "places/before": "from_id",
    "places/after": "from_id",
    "places/alive_at": "place_id name level place since until",
    "sources/of_tasks": "task_id passage_id",
    "search/names": "kind id name place",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_queries_that_others_rely_on_have_their_columns_in_order(name: str) -> None:
    promised = CONTRACT[name].split()
    assert [column.name for column in query(name).columns][: len(promised)] == promised


def test_every_list_can_be_narrowed_to_a_place() -> None:
    lists = [one for name, one in catalogue().items() if name.endswith("/list") or name.startswith("tasks/")]
    params = {one.name: {param.name for param in one.params} for one in lists}
    assert [name for name, declared in params.items() if not declared & {"within", "tasks"}] == []


def test_whoever_or_whatever_a_question_is_about_is_given_by_ids() -> None:
    about = {
        "leader": "leaders",
        "unit": "units",
        "place": "places",
        "places": "places",
        "plan": "plans",
        "within": "places",
    }
    params = [(one.name, param) for one in catalogue().values() for param in one.params]
    assert [(name, param.name) for name, param in params if about.get(param.name, param.type) != param.type] == []


def test_names_are_looked_up_in_the_queries_of_names_alone() -> None:
    compared = re.compile(r"\.(name|aliases)\b[^\n]*[=N] *\[?\$|\$\w+ IN \w+\.aliases")
    assert {name.partition("/")[0] for name, one in catalogue().items() if compared.search(one.text)} == {"names"}


def test_a_part_is_no_query_and_an_engine_may_have_a_text_of_its_own() -> None:
    with pytest.raises(UsageError, match="There is no query tasks/columns"):
        query("tasks/columns")
    conflicts = query("conflicts/list")
    assert "string_split" in conflicts.text_for("ladybug")
    assert "string_split" not in conflicts.text_for("neo4j")
    assert query("tasks/list").text_for("neo4j") == query("tasks/list").text


def test_a_header_declares_sentence_parameters_columns_and_key() -> None:
    declared = parse(
        [
            "// All units,",
            "// by name.",
            "// param: unit name  which one",
            "// param: before date? = 9999-12-31  by then",
            "// param: role str? of lead|other",
            "// param: limit int? = 50",
            "// param: leader leaders  whose tasks",
            "// param: within places?",
            "// returns: unit_id str",
            "// returns: tasks int  in any role",
            "// key: unit_id, tasks",
        ]
    )
    assert declared.sentence == "All units, by name."
    assert declared.params == (
        Param("unit", "name", None, (), "which one"),
        Param("before", "date", "9999-12-31", (), "by then"),
        Param("role", "str", "", ("lead", "other"), ""),
        Param("limit", "int", 50, (), ""),
        Param("leader", "leaders", None, (), "whose tasks"),
        Param("within", "places", (), (), ""),
    )
    assert declared.columns == (Column("unit_id", "str", ""), Column("tasks", "int", "in any role"))
    assert declared.key == ("unit_id", "tasks")


@pytest.mark.parametrize("line", ["param: x text", "param: x", "returns: x", "returns: x map  words"])
def test_what_a_header_cannot_declare_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"no (parameter|column|type)"):
        parse([line])


HEADER = ["All units.", "param: unit str", "returns: unit_id str", "returns: name str", "key: unit_id"]
TEXT = "MATCH (u:Unit) WHERE u.name = $unit RETURN u.id AS unit_id, u.name AS name ORDER BY name, unit_id"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("$unit", "$name", "parameters declared"),
        ("u.name = $unit", "u.name = '$unit'", "parameters declared"),
        ("u.name AS name", "u.name", "has no alias"),
        ("u.name AS name", "u.name AS title", "columns declared"),
        (", u.name AS name", "", "columns declared"),
        (" ORDER BY name, unit_id", "", "no RETURN … ORDER BY"),
        ("name, unit_id", "name", "does not reach the key"),
        ("u.name AS name", "coalesce(name, '') AS name", "engines differ"),
        ("MATCH (u:Unit)", "CREATE (u:Unit)", "only reads"),
        ("(u:Unit)", "(u:Unit)-[:PART_OF*]->()", "upper bound"),
        ("(u:Unit)", "(u:Unit)-[:PART_OF*1..]->()", "upper bound"),
    ],
)
def test_a_text_that_breaks_a_rule_is_refused(old: str, new: str, rule: str) -> None:
    check("units/list", parse(HEADER), TEXT)
    with pytest.raises(ValueError, match=f"units/list: .*{rule}"):
        check("units/list", parse(HEADER), TEXT.replace(old, new))


@pytest.mark.parametrize(("missing", "rule"), [("All units.", "no sentence"), ("key: unit_id", "no key is declared")])
def test_a_header_without_sentence_or_key_is_refused(missing: str, rule: str) -> None:
    with pytest.raises(ValueError, match=rule):
        check("units/list", parse([line for line in HEADER if line != missing]), TEXT)


def test_a_list_is_split_at_its_own_commas() -> None:
    assert split("a AS b, left(c, 7) AS d, [e, f] AS g") == ["a AS b", "left(c, 7) AS d", "[e, f] AS g"]
