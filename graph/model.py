"""The model of the graph, declared once: node and relationship types, their properties, their names in Chinese and
English, their colours and their RDF terms.

Everything else that needs to know the model (embedded DDL, write statements, constraints, RDF, GraphML, legends, the
page that documents it) is derived from the tables below: `NODES` and `RELATIONSHIPS` for the facts, and `RECORDS` for
what a store keeps beside them, which is no part of any count of facts, of an export or of an address. No property is
ever absent: "" is "not stated", () is "none", and 0 in a place of a Passage is "does not apply" (its characters count
from 0, but `end_char` is at least 1 wherever `start_char` means anything). Dates are ISO strings, so they sort alike
everywhere.
"""

from functools import cache

from graph.model_types import NodeType, Property, RelationshipType

_ID = Property("id")
_SEARCH = Property("search")
_SOURCES = Property("sources", "str[]")
_BASIS = Property("basis", "str", "wp:basis")
_POSITION = Property("position", "int", "schema:position")
_CORRECTED = (Property("corrected", "str[]"), Property("as_read", "str[]"), Property("corrected_by", "str[]"))
"""What a person put right: fields, beside each what the file says there, and the correction (by id) that says so."""
_REPORTED = ("task", "state", "day", "who", "note", "proof", "title", "paper", "due_text", "due", "recorded_on")

NODES: tuple[NodeType, ...] = (
    NodeType(
        "File",
        "文件",
        "file",
        "#8c8c8c",
        ("prov:Entity", "foaf:Document", "schema:DigitalDocument"),
        (
            _ID,
            Property("paths", "str[]", "dcterms:title"),
            Property("format", "str", "wp:format"),
            Property("edition", "int", "wp:edition"),
            Property("edition_state", "str", "wp:editionState"),
            Property("read_by", "str", "wp:readBy", exported=False),
        ),
    ),
    NodeType(
        "Document",
        "公文",
        "document",
        "#4e79a7",
        ("wp:Document", "prov:Entity"),
        (
            _ID,
            Property("number", "str", "dcterms:identifier"),
            Property("title", "str", "dcterms:title"),
            Property("issuer", "str", "wp:issuer"),
            Property("issued_on", "str", "dcterms:issued"),
            Property("replaced", "bool", "wp:replaced"),
            Property("replaced_on", "str", "wp:replacedOn"),
            *_CORRECTED,
        ),
    ),
    NodeType(
        "Plan",
        "方案",
        "plan",
        "#59a14f",
        ("prov:Plan", "pplan:Plan"),
        (
            _ID,
            Property("ordinal", "int", "schema:position"),
            Property("title", "str", "dcterms:title"),
            Property("body", "bool", "wp:hasBody"),
        ),
    ),
    NodeType(
        "Passage",
        "出处",
        "passage",
        "#bab0ac",
        ("wp:Passage", "oa:SpecificResource"),
        (
            _ID,
            Property("kind", "str", "wp:passageKind"),
            Property("key", "str", "wp:key"),
            Property("says", "str", "wp:says"),
            Property("quote"),
            Property("line", "int", "wp:line"),
            Property("end_line", "int", "wp:endLine"),
            Property("start_char", "int"),
            Property("end_char", "int"),
            Property("page", "int", "wp:page"),
            Property("sheet", "str", "wp:sheet"),
            Property("paragraph", "int", "wp:paragraph"),
            Property("table_no", "int", "wp:table"),
            Property("row_no", "int", "wp:row"),
            Property("column_no", "int", "wp:column"),
            Property("heading", "str", "wp:heading"),
            Property("element", "str", "wp:element"),
            Property("corrections", "str[]"),
        ),
    ),
    NodeType(
        "Task",
        "任务",
        "task",
        "#f28e2b",
        ("wp:Task", "pplan:Step", "prov:Entity"),
        (
            _ID,
            Property("title", "str", "skos:prefLabel"),
            Property("content", "str", "dcterms:description"),
            Property("category", "str", "wp:category"),
            Property("number", "str", "wp:number"),
            Property("due_text"),
            Property("due_kind"),
            Property("due_dates", "str[]"),
            Property("due_stated", "str[]"),
            Property("due", "str", "wp:due"),
            Property("start", "str", "wp:start"),
            Property("ongoing", "bool", "wp:ongoing"),
            Property("leader_roles", "str[]", "wp:leaderRole"),
            Property("standing"),
            Property("set_on"),
            Property("replaced", "bool", "wp:replaced"),
            Property("replaced_on", "str", "wp:replacedOn"),
            *_CORRECTED,
        ),
    ),
    NodeType(
        "Unit",
        "单位",
        "unit",
        "#76b7b2",
        ("prov:Agent",),
        (
            _ID,
            Property("name", "str", "skos:prefLabel"),
            Property("aliases", "str[]", "wp:alias"),
            Property("kind", "str", "wp:unitKind"),
            Property("level", "str", "wp:level"),
            _SEARCH,
        ),
    ),
    NodeType(
        "Person",
        "领导",
        "leader",
        "#e15759",
        ("foaf:Person", "prov:Person"),
        (_ID, Property("name", "str", "foaf:name"), Property("aliases", "str[]", "wp:alias"), _SEARCH),
    ),
    NodeType("Post", "职务", "post", "#ff9da7", ("org:Post",), (_ID, Property("title", "str", "skos:prefLabel"))),
    NodeType(
        "Place",
        "地方",
        "place",
        "#b07aa1",
        ("m8g:AdminUnit", "org:Organization", "m8g:PublicOrganisation", "dcterms:Location"),
        (
            _ID,
            Property("name", "str", "skos:prefLabel"),
            Property("level", "str", "m8g:level"),
            Property("code", "str", "m8g:code"),
            Property("scheme"),
            Property("valid_from"),
            Property("valid_to"),
            Property("lasting_id"),
            Property("land", "str[]"),
            _SEARCH,
        ),
    ),
    NodeType(
        "ChangeEvent",
        "调整",
        "change",
        "#edc948",
        ("org:ChangeEvent", "prov:Activity"),
        (
            _ID,
            Property("kind", "str", "wp:changeKind"),
            Property("stated_on", "str", "wp:statedOn"),
            Property("earliest", "str", "wp:earliest"),
            Property("latest", "str", "wp:latest"),
            Property("decided_on", "str", "wp:decidedOn"),
            Property("status", "str", "wp:status"),
            Property("number", "str", "dcterms:identifier"),
        ),
    ),
)

RECORDS: tuple[NodeType, ...] = (
    NodeType(
        "Decision",
        "认定",
        "decision",
        "#499894",
        (),
        (
            _ID,
            *map(Property, ("verdict", "kind", "place")),
            Property("names", "str[]"),
            *map(Property, ("who", "decided_on", "why")),
        ),
    ),
    NodeType(
        "Correction",
        "更正",
        "correction",
        "#af7aa1",
        (),
        (
            _ID,
            *map(Property, ("what", "field", "quote", "says", "who", "made_on", "why")),
        ),
    ),
    NodeType("Report", "填报", "report", "#bcbd22", (), (_ID, Property("turn", "int"), *map(Property, _REPORTED))),
    NodeType(
        "State",
        "图谱状态",
        "state of the graph",
        "#d7b5a6",
        (),
        (
            _ID,
            *map(Property, ("model", "rules", "readers")),
            Property("unfinished", "bool"),
            Property("number", "int"),
            Property("token"),
            Property("taken_in", "str[]"),
        ),
    ),
    NodeType(
        "HistoryEntry",
        "变更记录",
        "entry of the history",
        "#86bcb6",
        (),
        (_ID, Property("at"), Property("who"), Property("act"), Property("changes", "str[]")),
    ),
)
"""What a store keeps beside the facts: what people decided on names (`graph.decisions`), put right
(`graph.corrections`) and report of tasks (`graph.reports`), the one node that says by what the facts were made and in
which state they are (`graph.stores.state`), and who changed what when (`graph.history`).
"""
OBEYED = ("Decision", "Correction")
"""Labels of records by which facts are built; they can be taken back."""
APPENDED = ("HistoryEntry", "Report")
"""Labels of records that are added and never taken back; the history first, which tells of all that is added."""
BY_PEOPLE = (*OBEYED, *APPENDED)
"""Labels of records that people made: no file says them, so that they go along wherever a store goes."""

RELATIONSHIPS: tuple[RelationshipType, ...] = (
    RelationshipType("HAS", "载有", "has", "#bab0ac", (("File", "Passage"),), "wp:hasPassage"),
    RelationshipType("COPY_OF", "抄件", "copy of", "#8c8c8c", (("File", "Document"),), "prov:specializationOf"),
    RelationshipType(
        "REPLACES",
        "代替",
        "replaces",
        "#4e79a7",
        (("Document", "Document"),),
        "dcterms:replaces",
        (_SOURCES,),
        "dcterms:isReplacedBy",
    ),
    RelationshipType("CONTAINS", "包含", "contains", "#4e79a7", (("Document", "Plan"),), "dcterms:hasPart"),
    RelationshipType("SETS", "部署", "sets", "#59a14f", (("Plan", "Task"),), "wp:sets", (), "pplan:isStepOfPlan"),
    RelationshipType("REVISES", "修订", "revises", "#f28e2b", (("Task", "Task"),), "prov:wasRevisionOf", (_BASIS,)),
    RelationshipType(
        "LEADS",
        "牵头",
        "leads",
        "#d62728",
        (("Unit", "Task"),),
        "wp:leads",
        (_POSITION, _BASIS, _SOURCES),
        "wp:leadUnit",
    ),
    RelationshipType(
        "RESPONSIBLE_FOR",
        "责任",
        "responsible for",
        "#1f77b4",
        (("Unit", "Task"),),
        "wp:responsibleFor",
        (_POSITION, _BASIS, _SOURCES),
        "wp:responsibleUnit",
    ),
    RelationshipType(
        "SUPPORTS",
        "配合",
        "supports",
        "#2ca02c",
        (("Unit", "Task"),),
        "wp:supports",
        (_POSITION, _BASIS, _SOURCES),
        "wp:supportUnit",
    ),
    RelationshipType(
        "OVERSEES",
        "分管",
        "oversees",
        "#e15759",
        (("Person", "Task"),),
        "wp:oversees",
        (_POSITION, Property("lead", "bool"), _BASIS, _SOURCES),
        "wp:leader",
    ),
    RelationshipType(
        "HOLDS", "担任", "holds", "#ff9da7", (("Person", "Post"),), "org:holds", (_SOURCES,), "org:heldBy"
    ),
    RelationshipType("POST_IN", "设于", "post in", "#ff9da7", (("Post", "Unit"),), "org:postIn", (_SOURCES,)),
    RelationshipType("CONCERNS", "涉及", "concerns", "#9c755f", (("Task", "Place"),), "dcterms:spatial", (_SOURCES,)),
    RelationshipType(
        "CHANGED_BY",
        "变更于",
        "changed by",
        "#b07aa1",
        (("Place", "ChangeEvent"),),
        "org:changedBy",
        (
            Property("role", "str", "wp:role"),
            Property("share", "str", "wp:share"),
            Property("part", "str", "wp:part"),
            Property("into", "str[]"),
            Property("into_part", "str[]"),
            _SOURCES,
        ),
        "org:originalOrganization",
    ),
    RelationshipType(
        "RESULTED_IN",
        "形成",
        "resulted in",
        "#edc948",
        (("ChangeEvent", "Place"),),
        "org:resultingOrganization",
        (Property("role", "str", "wp:role"), Property("restores"), _SOURCES),
        "org:resultedFrom",
    ),
    RelationshipType(
        "LOCATED_IN",
        "位于",
        "located in",
        "#b07aa1",
        (("Unit", "Place"), ("Person", "Place"), ("Document", "Place")),
        "wp:locatedIn",
    ),
    RelationshipType("PART_OF", "隶属", "part of", "#b07aa1", (("Place", "Place"),), "dcterms:isPartOf"),
    RelationshipType(
        "STATED_IN",
        "见于",
        "stated in",
        "#bab0ac",
        tuple((label, "Passage") for label in ("Document", "Plan", "Task", "ChangeEvent", "Post", "Place")),
        "dcterms:source",
    ),
    RelationshipType(
        "CONFLICTS",
        "不一致",
        "conflicts",
        "#d62728",
        (("Passage", "Passage"),),
        "wp:conflictsWith",
        (Property("field", "str", "wp:field"), Property("values", "str[]")),
    ),
)


@cache
def node_types() -> dict[str, NodeType]:
    """The node types of facts by label."""
    return {node.label: node for node in NODES}


@cache
def stored_types() -> dict[str, NodeType]:
    """The types of all nodes that a store keeps, by label: those of facts and those of records."""
    return {node.label: node for node in (*NODES, *RECORDS)}


@cache
def relationship_types() -> dict[str, RelationshipType]:
    """The relationship types by name."""
    return {relationship.type: relationship for relationship in RELATIONSHIPS}
