"""Where the country of readers, or of whoever runs an account, makes a rule speak or raises it, a law says so."""

from collections.abc import Iterable, Iterator

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.findings.finding import SEVERITIES, Finding
from sociable.rulebook.rulebook import with_built_in
from sociable.setup.model import Account, Setup
from sociable.vocabulary.values import RUN_BY

from tests.setups import page_examples

RULES = [CompiledRule(page) for page in with_built_in().rules]
ASK_WHERE = {
    "META-16": "asks for it where a law does",
    "WA-18": "holds for whoever lives in none of the countries that it names",
}
"""Facts of platforms that themselves say in which countries they hold."""
NOWHERE = frozenset[str]()


def changed(setup: Setup, **values: object) -> Setup:
    return setup._replace(accounts=tuple(each._replace(**values) for each in setup.accounts))


def placeless(account: Account) -> Account:
    return account._replace(based_in=NOWHERE, audience=account.audience._replace(countries=NOWHERE))


def names_a_country(setup: Setup) -> bool:
    return any(each.audience.countries or each.based_in for each in setup.accounts)


EXAMPLES = {name: setup for name, setup in page_examples().items() if names_a_country(setup)}


def told(setup: Setup) -> dict[tuple[str, tuple[str, ...]], Finding]:
    return {(each.rule, each.subjects): each for each in judge(derive(setup), RULES)}


def graver_by_country(setup: Setup) -> Iterator[Finding]:
    without = told(setup._replace(accounts=tuple(map(placeless, setup.accounts))))
    for key, finding in told(setup).items():
        before = without.get(key)
        if before is None or SEVERITIES.index(before.severity) < SEVERITIES.index(finding.severity):
            yield finding


def variants(setup: Setup) -> Iterable[Setup]:
    for run_by in RUN_BY:
        for platform in (None, "telegram"):
            yield changed(setup, run_by=run_by, **({"platform": platform} if platform else {}))


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_law_stands_behind_what_the_country_makes_graver(example: str) -> None:
    for setup in (EXAMPLES[example], *variants(EXAMPLES[example])):
        for finding in graver_by_country(setup):
            cited = finding.citation.fact if finding.citation else ""
            assert cited or finding.laws_if, f"{finding.rule} rests on our judgement: {finding.judgement}"
            assert finding.laws or finding.laws_if or cited in ASK_WHERE, f"{finding.rule} rests on {cited}"
