import pytest
from sociable.facts.laws import laws

from tests.setups import facts


@pytest.mark.parametrize(
    ("countries", "hold"),
    [
        ("", set()),
        ("CH", set()),
        ("FR", {"eu", "eu-mail", "fr"}),
        ("MQ", {"eu", "eu-mail", "fr"}),
        ("DE", {"eu", "eu-mail", "de"}),
        ("EU", {"eu", "eu-mail"}),
        ("GB, GU", {"gb", "gb-mail", "gb-offices", "us"}),
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
    assert {law for law in laws(account) if law.startswith("us-")} == state


@pytest.mark.parametrize(
    ("said", "hold"),
    [
        ("based_in: LV", {"eu"}),
        ("based_in: [CH, GU]", {"us"}),
        ("based_in: EU, audience: {countries: [US], region: Maine}", {"eu", "us", "us-me"}),
        ("based_in: US, audience: {countries: [CA], region: California}", {"us"}),
        ("based_in: DE", {"eu", "de"}),
        ("based_in: LT, audience: {countries: [DE]}", {"eu", "eu-mail"}),
        ("based_in: JE", set()),
    ],
)
def test_laws_hold_where_whoever_runs_the_account_is_based_as_far_as_they_bind_by_that(
    said: str, hold: set[str]
) -> None:
    (account,) = facts(f"accounts: {{a: {{platform: x, handle: '@a', {said}}}}}").accounts
    assert laws(account) == hold
