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


@pytest.mark.parametrize(
    ("country", "region", "state"),
    [
        ("US", "California", {"us-ca"}),
        ("US", "US-ME", {"us-me"}),
        ("US", "coastal Maine", {"us-me"}),
        ("US", "Maineville", set()),
        ("FR", "Maine", set()),
    ],
)
def test_the_law_of_a_state_holds_where_the_region_names_it(country: str, region: str, state: set[str]) -> None:
    said = f"audience: {{countries: [{country}], region: {region}}}"
    (account,) = facts(f"accounts: {{a: {{platform: x, handle: '@a', {said}}}}}").accounts
    assert {law for law in laws(account) if "-" in law} == state
