"""A cell for units and persons, or for two roles, is parted into what it holds."""

import pytest

from loaders.owners.mixed_cells import by_roles, units_and_people


@pytest.mark.parametrize(
    ("words", "units", "people"),
    [
        ("镇社事办 李晓东", "镇社事办", "李晓东"),
        ("县水利局（李建国）", "县水利局", "李建国"),
        ("县水利局/李建国", "县水利局", "李建国"),
        ("县水利局\n李建国", "县水利局", "李建国"),
        ("县水利局、县林业局", "县水利局、县林业局", ""),
        ("县数据局（县大数据中心）", "县数据局（县大数据中心）", ""),
        ("李建国、王敏", "", "李建国、王敏"),
        ("", "", ""),
    ],
)
def test_units_and_people_are_told_apart(words: str, units: str, people: str) -> None:
    assert units_and_people(words) == (units, people)


def test_two_parts_have_the_roles_in_the_order_of_the_columns_name() -> None:
    roles = ("lead", "supporting")
    assert by_roles("水利局/林业局、财政局", roles) == [("lead", "水利局"), ("supporting", "林业局、财政局")]
    assert by_roles("水利局、林业局", roles) == [("responsible", "水利局、林业局")]
    assert by_roles("水利局牵头；林业局配合", roles) == [("responsible", "水利局牵头；林业局配合")]
