"""What people lack who do not get a step."""

import pytest
from sociable.facts.things_given import is_missed

from tests.setups import facts

FILE = """\
accounts:
  shop: {{platform: facebook, handle: shop}}
automations:
  - id: a
    account: shop
    purpose: {purpose}
    when: {{event: commented, contains: [code]}}
    do:
{steps}
"""
CODE = '      - dm: "Your code is TULIP10."'
THANKS = '      - dm: "Thanks for the word!"'


def missed(last: str, first: str = "", purpose: str = "promotion") -> bool:
    """Whether the last of two steps is missed by whom it is not for."""
    steps = f"{first}\n      - {last}\n        if: event.user.is_follower"
    return is_missed(facts(FILE.format(purpose=purpose, steps=steps)).steps[-1])


@pytest.mark.parametrize(
    ("last", "first", "is_so"),
    [
        ('dm: "Glad that you follow us!"', CODE, False),
        ('dm: "Glad that you follow us!"', THANKS, False),
        ('dm: "Glad that you follow us!"', "", False),
        ('dm: "Merci de nous suivre. À bientôt !"', "", False),
        ('dm: "On the wall beside the door."', CODE, False),
        ('dm: "On the wall beside the door."', THANKS, True),
        ('dm: "Hi! It is on the wall beside the door."', "", True),
        ('dm: "Glad that you follow us! You also get a free mug."', CODE, True),
        ('dm: "Schön, dass du uns folgst: Hier ist dein Gutschein."', CODE, True),
        ('dm: "Glad that you follow us: FAN20"', CODE, True),
        ('dm: {text: "Glad that you follow us!", link: "https://shop.example/fans"}', CODE, True),
        ('dm: "Glad that you follow us! https://shop.example/fans"', CODE, True),
        ('dm: {text: "Thank you!", media: map.jpg}', CODE, True),
        ("assign: service", CODE, True),
        ("like: event.post", "", False),
        ("notify: Mina", "", False),
    ],
)
def test_a_greeting_is_not_missed(last: str, first: str, is_so: bool) -> None:
    assert missed(last, first) is is_so


def test_a_kind_word_to_whoever_asked_for_help_is_all_that_they_get() -> None:
    assert missed('dm: "Thank you for the word!"', purpose="support")


def test_a_place_in_a_draw_is_missed() -> None:
    note = "store: {text: x, to: the draw}"
    assert missed(note, purpose="giveaway")
    assert not missed(note)
