"""The body that the words of a post name."""

import pytest

from graph.derive.posts import body_of


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("社事办主任", "社事办"),
        ("财政所 所长", "财政所"),
        ("宣传文化中心副主任", "宣传文化中心"),
        ("镇党委委员、政法委员", ""),
        ("镇长", ""),
        ("主任", ""),
    ],
)
def test_a_post_is_in_a_body_only_where_it_names_one(post: str, body: str) -> None:
    assert body_of(post) == body
