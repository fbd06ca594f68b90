"""The language of messages and the settings of the environment."""

import pytest

from api.settings import Settings, language, settings_of, split_language


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


def test_the_store_and_the_language_are_settings_of_the_environment() -> None:
    assert settings_of({"PLANGRAPH_STORE": "elsewhere.lbug"}) == Settings("elsewhere.lbug", "")
    assert settings_of({"PLANGRAPH_LANG": "zh", "PLANGRAPH_STORE": ""}) == Settings("plangraph.lbug", "zh")
    assert settings_of({}) == Settings()
