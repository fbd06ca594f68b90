"""What was not read is folded by the heading above it and by the reason."""

from api.ask.unread_groups import UnreadPassage, folded, headings_in

PARAGRAPHS = [
    (0, "青石县方案"),
    (10, "一、工作目标。2025年底前建成水厂。"),
    (40, "（一）压实责任"),
    (60, "1.由县水利局负责修渠。"),
]


def one(start: int, code: str, **values: str) -> UnreadPassage:
    return UnreadPassage(start, 1, "words", code, values)


def test_headings_are_paragraphs_that_begin_with_the_number_of_one() -> None:
    assert headings_in(PARAGRAPHS) == [(10, "一、工作目标"), (40, "（一）压实责任")]


def test_passages_below_one_heading_with_one_reason_are_one_group() -> None:
    passages = [
        one(60, "unread.prose"),
        one(12, "unread.date"),
        one(3, "unread.date"),
        one(20, "unread.date"),
        one(50, "unread.date"),
    ]
    found = [(group.heading, group.code, len(group.passages)) for group in folded(passages, headings_in(PARAGRAPHS))]
    assert found == [
        ("", "unread.date", 1),
        ("一、工作目标", "unread.date", 2),
        ("（一）压实责任", "unread.date", 1),
        ("（一）压实责任", "unread.prose", 1),
    ]


def test_the_sentence_of_a_group_names_the_first_parts() -> None:
    [group] = folded([one(place, "unread.part", part=name) for place, name in enumerate("甲乙乙丙丁")], [])
    assert group.values == {"part": "甲、乙、丙…"}
