"""What is drawn to be read: each rule, platform and source once, the same again by the same seed."""

from pathlib import Path

import pytest

from tools.citations import cited, drawn, lines

SETUP = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", run_by: business, audience: {countries: [GB]}, automated_label: true}
  other: {platform: x, handle: "@other", automated_label: true}
automations:
  - {id: a, account: [shop, other], when: {event: followed}, do: [{follow: event.user}]}
  - {id: b, account: shop, when: {event: followed}, do: [{dm: Hello}]}
"""

TWO_PLATFORMS = """\
sociable: 1
accounts:
  club: {platform: pinterest, handle: "@club"}
  there: {platform: bluesky, handle: "@club", automated_label: true}
automations:
  - {id: a, account: [club, there], when: {event: followed}, do: [{dm: Hello}]}
"""


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    (tmp_path / "a.yml").write_text(SETUP)
    return [str(tmp_path / "a.yml")]


def test_each_rule_platform_and_source_is_there_once(asked: list[str]) -> None:
    alike = cited(asked * 2)
    found = [(each.finding.rule, each.finding.platform, each.citation.fact) for each, *_ in alike]
    assert ("auto-follow-back", "x", "X-01") in found
    assert ("welcome-dm", "x", "X-06") in found
    assert len(found) == len(set(found))
    assert {len(each) % 2 for each in alike} == {0}


def test_any_file_that_tells_of_it_is_drawn(asked: list[str]) -> None:
    alike = next(each for each in cited(asked) if each[0].finding.rule == "auto-follow-back")
    drawings = [drawn([alike], seed, 1)[0] for seed in range(20)]
    assert {id(each) for each in drawings} == {id(each) for each in alike}


def test_a_seed_draws_the_same_again(asked: list[str]) -> None:
    found = cited(asked)
    draws = [[each.finding.rule for each in drawn(found, seed, 1)] for seed in (1, 1, *range(2, 12))]
    assert draws[0] == draws[1]
    assert len({tuple(each) for each in draws}) > 1
    assert len(drawn(found, 1, 1000)) == len(found)


def test_a_claim_stands_beside_its_source(asked: list[str]) -> None:
    ((welcome,),) = [each for each in cited(asked) if each[0].finding.rule == "welcome-dm"]
    head, claim, whom, live, source, _, where = lines(welcome)
    assert head == f"error[welcome-dm] {asked[0]}:7"
    assert claim.endswith(welcome.finding.message)
    assert whom == "  of       x, run by business"
    assert live == "  readers  in: GB; whoever runs it, based in: unstated"
    assert "X-06: X, Developer Guidelines: " in source
    assert where.endswith("(page of 24 July 2026, seen 29 November 2026)")


def test_the_account_is_the_one_on_the_platform_of_the_finding(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(TWO_PLATFORMS)
    ((greeted,),) = [each for each in cited([str(tmp_path / "a.yml")]) if each[0].finding.rule == "welcome-dm"]
    assert greeted.finding.platform == "bluesky"
    assert list(lines(greeted))[2] == "  of       bluesky, run by unstated"
