"""How people end what is done to them."""

import pytest
from sociable.facts.endings import can_be_ended, is_part_of_it

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


STAYS = """
accounts:
  flats: {{platform: email, handle: desk@flats.example}}
automations:
  - id: a
    account: flats
    purpose: reminder
    when: {{event: schedule, every: day}}
    {keys}
    do:
      - fetch: {{stay: rows("arrivals")}}
      - email: {{target: stay, text: "Your key is in the box."}}
        {condition}
"""

OWN, TODAY, ANY = "agreed_to: details of the stay", "if: stay.day is today", "title: x"


@pytest.mark.parametrize(
    ("keys", "condition", "part"),
    [
        (OWN, TODAY, True),
        (OWN, "if: stay.nights_left is 2", True),
        (f"{OWN}\n    once_per: row", ANY, True),
        (f"{OWN}\n    once_per: row per week", ANY, False),
        (OWN, "if: stay.wants is true", False),
        (OWN, "if: stay.nights > 2", False),
        (OWN, ANY, False),
        ("agreed_to: reminder", TODAY, False),
        (ANY, TODAY, False),
    ],
)
def test_whether_it_is_part_of_what_people_booked(keys: str, condition: str, part: bool) -> None:
    condition = "limit: 100" if condition == ANY else condition
    step = facts(STAYS.format(keys=keys, condition=condition)).steps[-1]
    assert is_part_of_it(step) is part
