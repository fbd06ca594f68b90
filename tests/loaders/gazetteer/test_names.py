"""Names of lists are compared with those of papers in one form."""

import pytest

from loaders.gazetteer.names import listed_form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("福寿村委会", "福寿村"),
        ("福寿村村委会", "福寿村"),
        ("福寿村民委员会", "福寿村"),
        ("福寿村村民委员会", "福寿村"),
        ("福寿", "福寿"),
        ("金誉居委会", "金誉社区"),
        ("金誉社区居委会", "金誉社区"),
        ("金誉居民委员会", "金誉社区"),
        ("德州六村居委会", "德州六村社区"),
        ("武德路社区村委会", "武德路社区"),
        ("玛璜行政村", "玛璜村"),
        ("巴音嘎查村委会", "巴音嘎查"),
        ("淙城街道", "淙城街道"),
        ("村委会", "村委会"),
    ],
)
def test_the_office_of_a_village_says_which_village_it_is(name: str, form: str) -> None:
    assert listed_form(name) == form
    assert listed_form(form) == form
