"""What a finding rests on: its members, where it may be suppressed, what is told instead of what, how sure it is."""

from collections.abc import Callable

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.findings.origin import DERIVED, GUESSED, STATED, Origin
from sociable.rulebook.page_files import PageRule
from sociable.setup.model import Setup

from tests.engine.rules import found, rule
from tests.engine.test_subsumption import page
from tests.setups import facts, setup

TEXT = """
accounts:
  shop: {platform: x, handle: "@shop"}
  cafe: {platform: x, handle: "@cafe"}
automations:
  - id: hello
    account: [shop, cafe]
    when: followed
    do:
      - dm: "Hello"
      - post: "Welcome"
"""

DMS = rule("step s", "s.verb is dm", head="severity error")


def test_each_account_is_a_member_with_a_fingerprint_of_its_own() -> None:
    (finding,) = found(facts(TEXT), DMS)
    assert [(each.account, each.subjects) for each in finding.members] == [
        ("@shop", ("hello", "shop")),
        ("@cafe", ("hello", "cafe")),
    ]
    (alone,) = found(facts(TEXT.replace("[shop, cafe]", "[shop]")), DMS)
    assert alone.members[0].fingerprint == finding.members[0].fingerprint == alone.fingerprint
    assert finding.members[1].fingerprint not in (finding.fingerprint, finding.members[0].fingerprint)


def test_twins_are_told_apart() -> None:
    twice = TEXT.replace('- dm: "Hello"', '- dm: "Hello"\n      - dm: "Hello"')
    fingerprints = [member.fingerprint for finding in found(facts(twice), DMS) for member in finding.members]
    assert len(set(fingerprints)) == len(fingerprints) == 4


@pytest.mark.parametrize(
    ("report", "places"),
    [
        ("s", ["dm", "hello", "shop", "cafe"]),
        ("s.text", ['"Hello"', "dm", "hello", "shop", "cafe"]),
        ("s.automation", ["hello", "shop", "cafe"]),
        ("s.account", ["shop", "cafe"]),
    ],
)
def test_where_a_suppression_counts(report: str, places: list[str]) -> None:
    told = found(facts(TEXT), rule("step s", "s.verb is dm", report=f'report {report}: "x"'))
    spans = dict.fromkeys(span for finding in told for span in finding.hidden)
    assert [span.text for span in spans] == places


def test_what_is_told_names_the_rules_it_is_told_instead_of() -> None:
    told = judge(facts(TEXT), [CompiledRule(each) for each in _pages()])
    assert [(finding.rule, finding.also) for finding in told] == [("first", ("second", "third"))]


def _pages() -> list[PageRule]:
    return [
        page("first", "s.verb is dm", "severity error\nsubsumes second\nsubsumes third"),
        page("second", "s.verb is dm"),
        page("third", "s.verb is dm", "severity info"),
    ]


def _at_step(found: Setup, origin: Origin) -> Setup:
    (automation,) = found.automations
    steps = (automation.steps[0]._replace(origin=origin), *automation.steps[1:])
    return found._replace(automations=(automation._replace(steps=steps),))


def _at_automation(found: Setup, origin: Origin) -> Setup:
    return found._replace(automations=(found.automations[0]._replace(origin=origin),))


def _at_account(found: Setup, origin: Origin) -> Setup:
    return found._replace(accounts=tuple(each._replace(origin=origin) for each in found.accounts))


@pytest.mark.parametrize("placed", [_at_step, _at_automation, _at_account])
@pytest.mark.parametrize(
    ("certainty", "severity", "confidence"),
    [(STATED, "error", "high"), (DERIVED, "error", "medium"), (GUESSED, "info", "low")],
)
def test_a_finding_is_no_surer_than_what_it_rests_on(
    placed: Callable[[Setup, Origin], Setup], certainty: str, severity: str, confidence: str
) -> None:
    origin = Origin("n8n", "Send DM", "7", certainty)
    (finding,) = found(derive(placed(setup(TEXT), origin)), DMS)
    assert (finding.severity, finding.confidence) == (severity, confidence)
    assert {member.origin for member in finding.members} == {origin}


def test_what_is_guessed_elsewhere_changes_nothing() -> None:
    origin = Origin("n8n", "Post", "8", GUESSED)
    text = setup(TEXT)
    (automation,) = text.automations
    steps = (automation.steps[0], automation.steps[1]._replace(origin=origin))
    (finding,) = found(derive(text._replace(automations=(automation._replace(steps=steps),))), DMS)
    assert (finding.severity, finding.confidence) == ("error", "high")
