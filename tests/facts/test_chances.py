"""What a text asks for in return for one more chance."""

import pytest
from sociable.facts.chances import asked_for_chances
from sociable.setup.model import Text
from sociable.text.source import Source, Span

NOWHERE = Span(Source("a.yml", ""), 0, 0)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Share it in your story for an extra entry", {"repost"}),
        ("Tag two friends for a second chance", {"tag"}),
        ("Tag a friend. Every friend is one more entry.", {"tag"}),
        ("Repost = +1 entry", {"repost"}),
        ("Like it and tag a mate, and you are in the draw", {"like", "tag"}),
        ("Get two entries by following us", {"follow"}),
        ("Teilt den Beitrag für eine zweite Chance", {"repost"}),
        ("Wer zwei Freunde markiert, bekommt ein zweites Los", {"tag"}),
        ("Partagez en story pour une chance supplémentaire", {"repost"}),
        ("Comparte en tu historia y tendrás otra oportunidad", {"repost"}),
        ("Condividi nella tua storia per una seconda possibilità", {"repost"}),
        ("Deel dit bericht voor een extra kans", {"repost"}),
        ("Udostępnij i oznacz znajomego: drugi los", {"repost", "tag"}),
        ("Compartilhe nos stories e ganhe uma chance extra", {"repost"}),
        ("Schreib uns eine Bewertung = doppelte Chance", {"review"}),
        ("Share this with your friends", set()),
        ("Comment below to be in the draw", set()),
        ("Share the news. There is a second chance to see the play.", set()),
        ("We share the names of those in the draw", set()),
        ("One entry each: sharing makes no difference in the draw", set()),
        ("Follow the link for a chance to win", set()),
    ],
)
def test_what_is_asked_for(said: str, asked: set[str]) -> None:
    assert asked_for_chances(Text((said,), NOWHERE)) == asked
