"""Where the country of readers, or of whoever runs an account, makes a rule speak or raises it, a law says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.findings.finding import SEVERITIES, Finding
from sociable.rulebook.rulebook import with_built_in
from sociable.setup.model import Setup

from tests.setups import page_examples

PAGES = {page.name: page for page in with_built_in().rules}
ASKING = [name for name, page in PAGES.items() if ".laws" in Path(page.path).read_text(encoding="utf-8")]
"""Rules that ask which law holds."""
ASK_WHERE = {"META-16": "asks for it where a law does"}
"""Facts of platforms that themselves say in which countries they hold."""
READERS = ("DE", "FR", "GB", "US")
RUN_BY = ("", "person", "business", "public-body")


def among(setup: Setup, run_by: str, countries: frozenset[str]) -> Setup:
    """The same for readers in these countries, and run by somebody else unless that is empty."""
    return setup._replace(
        accounts=tuple(
            each._replace(
                run_by=run_by or each.run_by,
                based_in=frozenset(),
                audience=each.audience._replace(countries=countries),
            )
            for each in setup.accounts
        )
    )


def told(setup: Setup, rule: CompiledRule) -> dict[tuple[str, ...], Finding]:
    return {each.subjects: each for each in judge(derive(setup), [rule])}


def graver_by_country(setup: Setup, rule: CompiledRule) -> Iterator[Finding]:
    for run_by in RUN_BY:
        anywhere = told(among(setup, run_by, frozenset()), rule)
        for country in READERS:
            for subjects, finding in told(among(setup, run_by, frozenset((country,))), rule).items():
                before = anywhere.get(subjects)
                if before is None or SEVERITIES.index(before.severity) < SEVERITIES.index(finding.severity):
                    yield finding


@pytest.mark.parametrize("name", ASKING)
def test_a_law_stands_behind_what_the_country_makes_graver(name: str) -> None:
    rule = CompiledRule(PAGES[name])
    setups = [setup for example, setup in page_examples().items() if example.startswith(f"{name}: ")]
    for finding in (each for setup in setups for each in graver_by_country(setup, rule)):
        cited = finding.citation.fact if finding.citation else ""
        assert cited or finding.laws_if, f"it rests on our judgement: {finding.message}: {finding.judgement}"
        assert finding.laws or finding.laws_if or cited in ASK_WHERE, f"it rests on {cited}"
