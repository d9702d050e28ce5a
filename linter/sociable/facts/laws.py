"""Which laws hold for an account, by the countries for which it is."""

import re

from sociable.facts.facts import AccountFacts
from sociable.vocabulary.countries import readers_in

_STATES = {
    "us-ca": r"(?i)\bcalifornia\b|^(us-)?ca$",
    "us-me": r"(?i)\bmaine\b|^(us-)?me$",
}
_BESIDE_THE_EU = frozenset(("EU", "IS", "LI", "NO", "BR"))
_OWN = {"DE": "de", "FR": "fr", "US": "us", "GB": "gb", "UK": "gb"}


def laws(account: AccountFacts) -> frozenset[str]:
    """Words of ``LAWS``; none where the file does not say for whom the account is."""
    countries = frozenset(country.upper() for country in account.model.audience.countries)
    found = {_OWN[country] for country in countries if country in _OWN}
    if "us" in found:
        found.update(law for law, named in _STATES.items() if re.search(named, account.model.audience.region))
    return frozenset(found | ({"eu"} if countries & readers_in("EU") else set()))


def is_for_others_than_europe_and_brazil(account: AccountFacts) -> bool:
    """Whether a country outside of the European Economic Area and Brazil is named: what WhatsApp excepts ends there."""
    countries = frozenset(country.upper() for country in account.model.audience.countries)
    return bool(countries - readers_in("EU") - _BESIDE_THE_EU)
