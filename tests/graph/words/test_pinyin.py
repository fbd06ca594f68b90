"""Words to search a name by."""

from graph.words.pinyin import search_words


def test_a_name_is_found_by_characters_pinyin_and_initials() -> None:
    assert search_words(["冉泰休"]).split() == ["冉泰休", "rantaixiu", "rtx"]


def test_spellings_that_sound_alike_are_kept_once() -> None:
    words = search_words(["社事办", "镇社事办", "社事办"]).split()
    assert len(words) == len(set(words)) == 6
