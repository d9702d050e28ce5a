"""What a text asks people to write where others read it."""

import pytest
from sociable.facts.details_asked import asks_for_details

from tests.facts.test_text_contents import text


@pytest.mark.parametrize(
    "said",
    [
        "Please reply with your order number.",
        "Sorry! What is your phone number? We ring you.",
        "Bitte antworten Sie hier mit Ihrer Kundennummer.",
        "Répondez avec votre numéro de commande et nous regardons.",
        "Our team is on it. Send your date of birth and we look it up.",
    ],
)
def test_it_asks(said: str) -> None:
    assert asks_for_details(text(said))


@pytest.mark.parametrize(
    "said",
    [
        "Our phone number is 01632 960019; please leave a message.",
        "Please write to help@shop.example with your order number.",
        "Send us a direct message with your order number.",
        "Please do not post your phone number here.",
        "We have found your order number.",
        "Reply with your phone model.",
        "Write here when the e-mail has come.",
        "Bitte schicken Sie uns eine Privatnachricht mit Ihrer Kundennummer.",
    ],
)
def test_it_does_not_ask(said: str) -> None:
    assert not asks_for_details(text(said))
