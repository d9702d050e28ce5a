"""Which laws hold for an account, by the countries for which it is."""

from sociable.facts.facts import AccountFacts
from sociable.vocabulary.countries import readers_in

_OWN = {"DE": "de", "US": "us", "GB": "gb", "UK": "gb"}


def laws(account: AccountFacts) -> frozenset[str]:
    """Words of ``LAWS``; none where the file does not say for whom the account is."""
    countries = frozenset(country.upper() for country in account.model.audience.countries)
    found = {_OWN[country] for country in countries if country in _OWN}
    return frozenset(found | ({"eu"} if countries & readers_in("EU") else set()))
