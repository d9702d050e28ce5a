import pytest
from sociable.facts.laws import laws

from tests.setups import facts


@pytest.mark.parametrize(
    ("countries", "hold"),
    [
        ("", set()),
        ("CH", set()),
        ("FR", {"eu", "fr"}),
        ("DE", {"eu", "de"}),
        ("EU", {"eu"}),
        ("GB, US", {"gb", "us"}),
    ],
)
def test_laws_hold_where_readers_live(countries: str, hold: set[str]) -> None:
    said = f", audience: {{countries: [{countries}]}}" if countries else ""
    (account,) = facts(f"accounts: {{a: {{platform: x, handle: '@a'{said}}}}}").accounts
    assert laws(account) == hold
