"""The language of messages and the settings of the environment."""

import pytest

from api.settings import Settings, language, split_language


@pytest.mark.parametrize(
    ("arguments", "typed", "others"),
    [
        (["tasks", "--lang", "zh"], "zh", ["tasks"]),
        (["--lang=en", "tasks", "--json"], "en", ["tasks", "--json"]),
        (["tasks"], "", ["tasks"]),
        (["cypher", "--", "--lang", "zh"], "", ["cypher", "--", "--lang", "zh"]),
    ],
)
def test_the_language_may_be_given_before_or_behind_the_command(
    arguments: list[str], typed: str, others: list[str]
) -> None:
    assert split_language(arguments) == (typed, others)


@pytest.mark.parametrize(
    ("typed", "environment", "expected"),
    [
        ("", {"LANG": "zh_CN.UTF-8"}, "zh"),
        ("", {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ("", {"LC_ALL": "zh_TW.Big5"}, "zh"),
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("", {}, "en"),
        ("", {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_one_typed_or_that_of_the_locale(
    typed: str, environment: dict[str, str], expected: str
) -> None:
    assert language(typed, environment) == expected


def test_the_store_is_a_setting_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANGRAPH_STORE", "elsewhere.lbug")
    assert Settings().store == "elsewhere.lbug"
    monkeypatch.delenv("PLANGRAPH_STORE")
    assert Settings().store == "plangraph.lbug"
