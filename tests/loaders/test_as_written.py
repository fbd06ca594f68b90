"""A paper in traditional characters is read as one in simplified ones and told in its own words."""

from loaders.extract import read_document
from loaders.read import read_bytes
from tests.loaders.outlines import tasks_of


def test_tasks_of_a_traditional_paper_are_told_in_its_characters() -> None:
    (task,) = tasks_of(
        "雲溪縣2022年任務分工\n一、壓縮辦理時限。（責任單位：縣公安局、各鄉鎮；完成時限：2022年8月底前）\n"
    )
    assert (task.title, task.responsible_units) == ("壓縮辦理時限", ("縣公安局", "各鄉鎮"))
    assert (task.due_text, task.dues[0].on) == ("2022年8月底前", "2022-08-31")
    assert task.source.quote.startswith("一、壓縮")


def test_changes_and_seats_are_told_in_its_characters() -> None:
    text = "關於調整部分村的批復\n同意撤銷東塘村，並入雙龍村。\n一、成立領導小組\n組長：陳國強  縣長\n"
    document = read_document(read_bytes(text.encode(), "a.txt"))
    (change,) = document.changes
    assert [party.name for party in change.before] == ["東塘村", "雙龍村"]
    assert [(seat.person, seat.post) for seat in document.appointments] == [("陳國強", "縣長")]
    assert document.head.title == "關於調整部分村的批復"


def test_a_described_character_is_part_of_its_name() -> None:
    changes = ("同意撤销小（氵奚）村，并入大堰村。", "上（土+也）村、下（土+也）村合并设立双（土+也）村。")
    text = "\n".join(("关于调整部分村的批复", *changes))
    document = read_document(read_bytes(text.encode(), "a.txt"))
    names = [sorted(party.name for party in (*change.before, *change.after)) for change in document.changes]
    assert ["大堰村", "大堰村", "小（氵奚）村"] in names
    assert ["上（土+也）村", "下（土+也）村", "双（土+也）村"] in names


def test_a_bracket_of_words_is_no_described_character() -> None:
    (task,) = tasks_of("一、开展培训（一期）（责任单位：县人社局）\n二、培训。\n")
    assert task.responsible_units == ("县人社局",)
