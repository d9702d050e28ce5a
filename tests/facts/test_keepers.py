"""Whose accounts are of which no file says it."""

import pytest
from sociable.facts.facts import derive

from tests.setups import setup

SHOP = "shop: {platform: x, handle: '@shop', run_by: business}"
CHOIR = "choir: {platform: x, handle: '@choir', run_by: community}"
FAN = "fan: {platform: x, handle: '@fan', kind: persona, paid_by: us}"


@pytest.mark.parametrize(
    ("accounts", "keeper"),
    [
        ((SHOP, FAN), "business"),
        ((SHOP, CHOIR, FAN), "person"),
        ((FAN,), "person"),
        ((SHOP, FAN.replace("us", "the brewery")), "person"),
        ((SHOP, FAN.replace("paid_by", "run_by: community, paid_by")), "community"),
    ],
)
def test_whoever_we_pay_for_is_ours(accounts: tuple[str, ...], keeper: str) -> None:
    text = "\n".join(("accounts:", *(f"  {each}" for each in accounts)))
    assert {each.id: each.run_by for each in derive(setup(text), keeper="person").accounts}["fan"] == keeper
