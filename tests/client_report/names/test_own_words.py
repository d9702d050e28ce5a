"""Which words the program says itself."""

import pytest
from sociable.client_report.names.own_words import own_words


@pytest.mark.parametrize(
    "word", ["automation", "official", "mastodon", "germany", "colleagues", "wednesday", "follows"]
)
def test_what_is_said_in_sentences_keys_and_tables_is_ours(word: str) -> None:
    assert word in own_words()


@pytest.mark.parametrize("name", ["jane", "ruth", "fernhill", "peter", "lru"])
def test_names_in_examples_and_in_code_are_not(name: str) -> None:
    assert name not in own_words()
