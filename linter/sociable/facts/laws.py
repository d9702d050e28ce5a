"""Which laws hold for an account, by the countries for which it is and by where whoever runs it is based."""

import re

from sociable.facts.facts import AccountFacts
from sociable.vocabulary.countries import codes_within
from sociable.vocabulary.law_words import LAWS, Law, bound_by

_STATES = {
    "US-CA": r"(?i)\bcalifornia\b|^(us-)?ca$",
    "US-ME": r"(?i)\bmaine\b|^(us-)?me$",
}
_BESIDE_THE_EU = frozenset(("EU", "IS", "LI", "NO", "BR"))


def laws(account: AccountFacts) -> frozenset[str]:
    """Words of ``LAWS``; none where the file says neither for whom the account is nor where it is run from."""
    model, states = account.model, states_named(account)
    return frozenset(
        name
        for name, law in LAWS.items()
        if _is_sure(law, *bound_by(law.where, law.binds, model.audience.countries, model.based_in))
        and ("-" not in law.where or law.where in states)
    )


def _is_sure(law: Law, readers: frozenset[str], seats: frozenset[str]) -> bool:
    """Whether it holds whichever country of the European Union is meant, where a file names none of them."""
    return not codes_within(law.where).isdisjoint(readers | seats)


def states_named(account: AccountFacts) -> frozenset[str]:
    """The states with laws of their own that the region of its readers names, such as ``US-CA``."""
    region = account.model.audience.region
    return frozenset(state for state, named in _STATES.items() if re.search(named, region))


def is_for_others_than_europe_and_brazil(account: AccountFacts) -> bool:
    """Whether a country outside of the European Economic Area and Brazil is named: what WhatsApp excepts ends there."""
    return bool(account.model.audience.countries - codes_within("EU") - _BESIDE_THE_EU)
