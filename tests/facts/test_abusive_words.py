"""Which words pick out insults, threats, lures and addresses, and which may pick out opinions."""

import pytest
from sociable.facts.abusive_words import is_against_abuse

from tests.setups import facts

FILE = """
accounts:
  town: {{platform: facebook, handle: town}}
automations:
  - id: a
    account: town
    when: {{event: commented{words}}}
    do:
      - hide: event.post
        if: '{condition}'
"""


@pytest.mark.parametrize(
    ("words", "condition", "abusive"),
    [
        ("[idiot, SCUM]", "true", True),
        ("[slur1, slur2]", "true", True),
        ("[you bastards]", "true", True),
        ('["https://", "t.me/", "www.win.example"]', "true", True),
        ("[free crypto]", "true", True),
        ("[idiot, incinerator]", "true", False),
        ("[bitchin wardour]", "true", False),
        ("", "true", False),
        ("", 'event.post.text contains "mayor"', False),
        ("", 'event.post.text contains "casino"', True),
        ("[mayor]", 'event.post.text contains "wichser"', True),
        ("", 'event.post.text matches "(idiot|moron)s?"', True),
        ("", 'event.post.text matches "(idiot|resign)"', False),
        ("", 'event.post.text matches "https?://"', True),
        ("", 'not event.post.text matches "idiot"', False),
        ("", 'event.user.name matches "idiot"', False),
    ],
)
def test_what_words_pick_out(words: str, condition: str, abusive: bool) -> None:
    written = FILE.format(words=f", contains: {words}" if words else "", condition=condition)
    assert is_against_abuse(facts(written).steps[0]) is abusive
