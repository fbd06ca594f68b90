"""Names that the tests of the grammar know: of two towns, two leaders, three units, villages, a plan and a paper."""

from graph.words.levels import level_of
from queries.grammar.names import KnownNames, Name, NameKind, names_of

_KNOWN: tuple[tuple[NameKind, str, tuple[str, ...]], ...] = (
    ("leaders", "李青山", ("p1",)),
    ("leaders", "王小河", ("p2",)),
    ("units", "社事办", ("u1", "u2")),
    ("units", "党建办", ("u3",)),
    ("units", "社会治理和应急管理办", ("u4",)),
    ("places", "青峦县", ("l1",)),
    ("places", "白石镇", ("l2",)),
    ("places", "高桥村", ("l3",)),
    ("places", "双河村", ("l4",)),
    ("places", "新桥村", ("l5",)),
    ("plans", "盘活闲置资产工作方案", ("n1",)),
    ("documents", "白委发〔2021〕8号", ("d1",)),
)


def known() -> KnownNames:
    """These names."""
    return names_of(
        (name, Name(kind, name, ids, level_of(name) if kind == "places" else "")) for kind, name, ids in _KNOWN
    )
