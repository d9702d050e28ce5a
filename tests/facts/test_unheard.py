"""What asks people for an answer that nobody takes."""

import pytest
from sociable.facts.unheard import says_where_to_ask, unheard_invitation

from tests.facts.letters import letter
from tests.facts.test_text_contents import text


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("Nobody reads answers to this mail.", True),
        ("Please do not reply.", True),
        ("Questions? Write to desk@film.example.", True),
        ("Haast? Bel 0313 555 010.", True),
        ("Diese Adresse wird nicht gelesen.", True),
        ("You are expected tomorrow at 9:30.", False),
        ("STOP ends these messages.", False),
    ],
)
def test_a_text_may_say_that_nobody_is_here_or_who_is_elsewhere(said: str, where: bool) -> None:
    assert says_where_to_ask(text(said)) is where


def asked(said: str) -> str:
    return unheard_invitation(letter(said, ", inbox: unread"))


@pytest.mark.parametrize(
    ("said", "words"),
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
        ("Please do not reply to this mail.", ""),
        ("Please don\N{RIGHT SINGLE QUOTATION MARK}t reply to this mail.", ""),
        ("Bitte antworten Sie nicht auf diese E-Mail.", ""),
        ("Just reply to this mail.", "Just reply"),
    ],
)
def test_a_sign_to_send_is_asked_for_as_words_are(said: str, words: str) -> None:
    assert asked(said) == words
