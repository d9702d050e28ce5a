"""Whether a text tells people by which word they end it."""

import pytest
from sociable.facts.promised_ends import promised_end

from tests.facts.letters import letter


def promised(text: str) -> str:
    return promised_end(letter(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The play begins at seven. STOP ends these messages.", "STOP"),
        ("Reply STOP to get no more.", "STOP"),
        ("Write stop and you get no more of these.", "stop"),
        ("Antworten Sie mit STOPP, um keine mehr zu bekommen.", "STOPP"),
        ("“STOP” to unsubscribe", "STOP"),
        ("Répondez ARRÊT pour ne plus rien recevoir.", "ARRÊT"),
        ("STOP! Your car is in the way.", ""),
        ("The bus stops at the end of the road.", ""),
        ("Reply YES or NO.", ""),
        ("This offer ends on Sunday.", ""),
    ],
)
def test_a_word_that_ends_it_is_one_that_people_are_told_to_write(text: str, word: str) -> None:
    assert promised(text) == word
