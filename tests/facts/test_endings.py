"""How people end what is done to them."""

import pytest
from sociable.facts.endings import can_be_ended

from tests.setups import facts

FILE = """
accounts:
  shop: {{platform: x, handle: "@shop"}}
automations:
  - id: a
    account: shop
    when: {when}
    {keys}
    do:
      - dm: Hello
"""


@pytest.mark.parametrize(
    ("when", "keys", "ends"),
    [
        ("messaged", "title: x", False),
        ("messaged", "stop_on: [stop]", True),
        ("messaged", "out_by: [link]", True),
        ("messaged", "ignore: [opted_out]", True),
        ("followed", "agreed_to: news", True),
    ],
)
def test_whether_people_can_end_it(when: str, keys: str, ends: bool) -> None:
    assert can_be_ended(facts(FILE.format(when=when, keys=keys)).automations[0]) is ends
