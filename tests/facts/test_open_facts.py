"""What the files leave open is told of every place where it is open, also of one account."""

from sociable.facts.facts import derive
from sociable.facts.open_facts import open_facts

from tests.setups import setup

SHOP = """
accounts:
  shop: {platform: sms, handle: "@shop", run_by: business}
automations:
  - id: answers
    account: shop
    when: messaged
    do:
      - dm: "We call you back."
  - id: follow-up
    account: shop
    when: {event: schedule, every: 1 day}
    do:
      - dm: {text: "Shall we find a day?", target: 'rows("customers")'}
"""


def test_what_is_open_elsewhere_on_the_same_account_is_told_as_well() -> None:
    (found,) = open_facts(derive(setup(SHOP)))
    assert found.says == (
        "who reads what people write back to @shop, nor what the people in “customers”, to whom @shop writes, "
        "have agreed to (in `follow-up`)"
    )


def test_a_yes_to_each_mail_of_many_does_not_say_what_they_agreed_to() -> None:
    approved = SHOP.replace('"customers")\'}', '"customers")\'}\n        approval: human')
    (found,) = open_facts(derive(setup(approved)))
    assert found.whats == ["inbox", "agreed_to"]
