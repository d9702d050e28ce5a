"""The names of keys, in the words that they are made of."""

import pytest
from sociable.readers.flow.key_words import in_words


@pytest.mark.parametrize(
    ("key", "words"),
    [("displayName", "display Name"), ("display_name", "display_name"), ("URL", "URL"), ("userIDs", "user IDs")],
)
def test_a_word_begins_where_small_letters_end(key: str, words: str) -> None:
    assert in_words(key, " ") == words
    assert in_words(key) == words.replace(" ", "_")
