"""Who has to do with accounts, wherever files have a key for it."""

from sociable.client_report.names.people_by_key import keepers, names_of_keepers
from sociable.pipeline import Request, examine
from sociable.setup.model import Setup

FILE = """\
sociable: 1
accounts:
  shop:
    platform: discord
    in: {allowed_by: Ina Igel}
    inbox: {read_by: "Ada Amsel & Bo Birk"}
    pause: Cy Coot & Grace Stop & Press Office
    operator: "@dora"
    paid_by: Eva Elster
automations:
  - id: a
    account: shop
    when: mentioned
    paid_by: Finn Fink
    do:
      - notify: {to: the front desk, text: Look}
      - {post: Hi, paid_by: Gil Gans}
"""


def setup() -> Setup:
    return examine(Request((), ("a.yml", FILE.encode()))).facts.setup


def test_each_key_is_asked() -> None:
    assert {*keepers(setup())} == {
        *("Ina Igel", "Ada Amsel", "Bo Birk", "Cy Coot", "Grace Stop", "Press Office", "@dora"),
        *("Eva Elster", "Finn Fink", "the front desk", "Gil Gans"),
    }


def test_a_name_has_parts_and_what_says_what_somebody_is_is_none() -> None:
    names = names_of_keepers(setup())
    assert {"Ada Amsel", "Ada", "Amsel", "Grace Stop", "@dora"} <= names
    assert not {"the front desk", "Press Office", "desk", "Bo", "Cy"} & names
