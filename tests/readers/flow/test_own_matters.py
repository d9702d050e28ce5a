"""Messages about what somebody bought, booked or owes, as against what people are written to about otherwise."""

import pytest
from sociable.readers.flow.own_matters import is_own_matter
from sociable.setup.model import Expression, Text
from sociable.text.source import Source, Span

NOWHERE = Span(Source("flow.json", ""), 0, 0)
WHO = Expression("path", ("rows", "name"), "rows.name")


@pytest.mark.parametrize(
    ("subject", "words", "own"),
    [
        ("Your booking", ("See you on Sunday.",), True),
        ("", ("Hi ", WHO, ", your parcel ", WHO, " was shipped this morning."), True),
        ("", ("⏰ Appointment reminder\nTuesday at nine.",), True),
        ("", ("We remind you that you have a meeting at noon.",), True),
        ("Ihre Rechnung", ("Anbei.",), True),
        ("", ("Votre commande est expédiée.",), True),
        (
            "",
            (
                "✅ Booking ",
                WHO,
                " updated!",
            ),
            True,
        ),
        ("", ("Your ticket is now being worked on.",), True),
        ("Your certificate", ("It is attached.",), True),
        (
            "",
            (
                "Hello ",
                WHO,
                ", we are glad to have you as a customer.",
            ),
            True,
        ),
        ("", ("Willkommen im Team! Am Montag geht es los.",), True),
        ("", ("Your user account has been set up.",), True),
        ("", ("We are processing your request, one moment.",), True),
        ("", ("Welcome to our newsletter!",), False),
        ("", ("Open an account today. Offers are ready.",), False),
        ("Order now", ("Twenty off. Your order. Everything is ready for summer.",), False),
        ("News of the week", ("Visit us, and book in order to get a seat.",), False),
        ("", ("Come and see. A reminder of what we did last year.",), False),
    ],
)
def test_what_became_of_ones_own_matter(subject: str, words: tuple[str | Expression, ...], own: bool) -> None:
    beside = {"subject": Text((subject,), NOWHERE)} if subject else {}
    assert is_own_matter(Text(words, NOWHERE), beside) is own


def test_a_text_that_is_not_known_is_nobodys_matter() -> None:
    assert not is_own_matter(None, {})
