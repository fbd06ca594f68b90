"""Owners in sentences of prose: clauses that are names and verbs of duty, and what only looks like them."""

import pytest

from loaders.owners.sentences import sentence_owners, untold_duties


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("各站要于6月底前完成，由农技站牵头，水利站、规建办配合。", ["由农技站牵头，水利站、规建办配合"]),
        ("由农技站牵头、水利站配合，于6月底前完成。", ["由农技站牵头、水利站配合"]),
        ("农技站牵头负责全乡普查，各村具体落实。", ["农技站牵头负责全乡普查，各村具体落实"]),
        (
            "由农技站、水利站，规建办牵头，各村配合做好相关工作。",
            ["由农技站、水利站，规建办牵头，各村配合做好相关工作"],
        ),
        ("全部普查工作由农技站牵头负责。", ["农技站牵头负责"]),
        ("9月底前由农技站负责完成。", ["农技站负责完成"]),
        (
            "由农技站牵头制定方案，水利站配合做好保障，各村负责实施。",
            ["由农技站牵头制定方案，水利站配合做好保障，各村负责实施"],
        ),
        ("分管副乡长牵头，农技站落实。", ["分管副乡长牵头，农技站落实"]),
        ("农技站牵头。水利站配合。", ["农技站牵头", "水利站配合"]),
        ("资金由财政所负责，按季拨付。", []),
        ("按照由农技站牵头制定的方案开展普查。", []),
        ("由农技站牵头完成了普查。", []),
        ("发挥乡农技站牵头协调作用，抓好示范。", []),
        ("履行农技站牵头职责，抓好示范。", []),
        ("各村落实“三包”责任，压实主体责任。", []),
        ("密切配合，形成合力。", []),
        ("不得以任何理由农技站牵头。", []),
        ("农户自愿参与，企业支持。", []),
        ("要主动作为、积极配合，各村发动群众。", []),
    ],
)
def test_clauses_of_duty_name_owners(words: str, owners: list[str]) -> None:
    assert [words[one.start : one.end] for one in sentence_owners(words)] == owners


@pytest.mark.parametrize(
    ("words", "untold"),
    [
        ("由农技站牵头，会同水利站编制方案。", ["会同水利站编制方案"]),
        ("王小五牵头抓，农技站配合。资金由财政所负责。", ["王小五牵头抓", "资金由财政所负责"]),
        ("老乡们积极配合，农技站牵头。", ["老乡们积极配合"]),
        ("由农技站牵头，水利站配合，密切配合，形成合力。", []),
        ("修渠3公里，种树200亩。", []),
    ],
)
def test_what_speaks_of_a_duty_and_is_not_read_is_told(words: str, untold: list[str]) -> None:
    told = list(sentence_owners(words))
    assert [words[start:end] for start, end in untold_duties(words, told)] == untold
