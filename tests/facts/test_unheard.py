"""What asks people for an answer that nobody takes."""

import pytest
from sociable.facts.unheard import unheard_invitation

from tests.facts.letters import letter


def asked(text: str) -> str:
    return unheard_invitation(letter(text, ", inbox: unread"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Do you come? Answer YES or NO.", "Answer YES"),
        ("Reply C to cancel.", "Reply C"),
        ("Answer 1 if you come, 2 if not.", "Answer 1"),
        ("Antworten Sie mit JA.", "Antworten Sie"),
        ("Répondez OUI.", "Répondez"),
        ("Reply STOP to get no more.", ""),
        ("Type-A batteries are back.", ""),
        ("Write A-levels on the form", ""),
        ("We open at nine.", ""),
    ],
)
def test_a_sign_to_send_is_asked_for_as_words_are(text: str, words: str) -> None:
    assert asked(text) == words
