"""Text wrapped at one width is told from text of long paragraphs and from short lines."""

from loaders.formats.wrapping import NOT_WRAPPED, find_wrapping

PAGE = [
    "为加强农村公路养护，根据有关规定，结合我",
    "县实际，制定本方案，明确县道、乡道、村道",
    "的管养主体，建立路长制，落实养护资金，确",
    "保畅通。",
]


def test_lines_of_one_width_are_wrapped() -> None:
    wrapping = find_wrapping(PAGE)
    assert [wrapping.is_full(line) for line in PAGE] == [True, True, True, False]


def test_long_paragraphs_are_not_wrapped() -> None:
    assert find_wrapping([*PAGE, "长" * 200]) is NOT_WRAPPED


def test_short_lines_are_not_wrapped() -> None:
    assert find_wrapping(["责任单位：县水利局"] * 9) is NOT_WRAPPED


def test_lines_that_end_in_stops_are_not_wrapped() -> None:
    assert find_wrapping(["落实管养责任，建立路长制，确保畅通安全。"] * 5) is NOT_WRAPPED


def test_nothing_is_not_wrapped() -> None:
    assert find_wrapping([]) is NOT_WRAPPED


def test_lines_of_many_lengths_are_not_wrapped() -> None:
    lines = ["完成时间：" + "年底前全部建成投用并完成验收" * count for count in (1, 2, 3, 4)]
    assert find_wrapping([*lines, *PAGE]) is NOT_WRAPPED


def test_stops_may_hang_over_the_edge() -> None:
    assert find_wrapping([*PAGE, PAGE[0] + "）。"]).is_full(PAGE[1])


def test_narrow_lines_are_wrapped_where_only_paragraphs_are_indented() -> None:
    lines = [
        "　　1.由柳湾村、沙沟村、枣林",
        "村合并设立三合村；",
        "　　2.撤销石桥村，并入青禾村，",
        "保留原石桥村便民服务点，代办",
        "各类事项；",
        "　　3.撤销东街社区居民委员会、",
        "西街社区居民委员会，设立双街",
        "社区居民委员会。",
    ]
    wrapping = find_wrapping(lines)
    assert [wrapping.is_full(line) for line in lines] == [True, False, True, True, False, True, True, False]
    assert find_wrapping([line.strip() for line in lines]) is NOT_WRAPPED
