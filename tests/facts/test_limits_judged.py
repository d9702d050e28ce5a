"""`over-platform-limit` as people meet it: how grave, in which words, with whose source, and every share shown."""

from pathlib import Path

import pytest
from sociable.findings.finding import Finding
from sociable.pipeline import Request, check


def told(folder: Path, account: str, *automations: str) -> list[Finding]:
    path = folder / "limits.yml"
    listed = "\n".join(f"  - {{id: {name}, account: shop, {rest}}}" for name, rest in map(split, automations))
    path.write_text(f"sociable: 1\naccounts:\n  shop: {{handle: '@shop', {account}}}\nautomations:\n{listed}\n")
    return [finding for finding in check(Request((str(path),))).findings if finding.rule == "over-platform-limit"]


def split(automation: str) -> tuple[str, str]:
    name, _, rest = automation.partition(": ")
    return name, rest


def every(pace: str, verb: str = "post") -> str:
    return f"tips: when: {{event: schedule, every: {pace}}}, do: [{{{verb}: Hi}}]"


@pytest.mark.parametrize(
    ("account", "automation", "severities"),
    [
        ("platform: x", every("30 seconds"), ["error"]),
        ("platform: x", every("5 minutes"), ["info"]),
        ("platform: x, verified: false", every("5 minutes"), ["error"]),
        ("platform: x, verified: true", every("5 minutes"), []),
        ("platform: x, verified: false", every("30 minutes"), []),
        ("platform: instagram", every("10 minutes"), ["warning"]),
        ("platform: tiktok", every("1 hour"), ["info"]),
        ("platform: mastodon, server: hachyderm.io", every("1 hour"), ["warning"]),
        ("platform: mastodon, server: example.social", every("1 hour"), []),
        ("platform: reddit", every("1 second"), []),
        ("platform: x", "a: when: messaged, limit: 100 per hour, do: [{dm: Hi}]", ["info"]),
        ("platform: x", "a: when: messaged, limit: 20 per hour, do: [{dm: Hi}]", []),
        ("platform: x", "a: when: messaged, usual: 100 per hour, do: [{dm: Hi}]", ["error"]),
        ("platform: x", "a: when: messaged, usual: 2 per hour, do: [{dm: Hi}]", []),
        ("platform: x", "a: when: mentioned, limit: 60 per hour, do: [{reply: Hi}]", []),
        ("platform: x", "a: when: mentioned, do: [{reply: Hi}]", []),
    ],
)
def test_how_grave(tmp_path: Path, account: str, automation: str, severities: list[str]) -> None:
    assert [finding.severity for finding in told(tmp_path, account, automation)] == severities


def test_the_gravest_of_several_limits_is_told_with_its_own_source(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, "platform: x", every("30 seconds"))
    assert finding.message == "@shop can come to 2,880 posts and replies a day, and X allows 2,400 for an account"
    assert finding.citation is not None
    assert finding.citation[:3] == (
        "X, About X limits",
        "https://help.x.com/en/rules-and-policies/x-limits",
        "Open Terms Archive copy of 29 June 2026, seen 23 November 2026",
    )


def test_each_share_is_shown_and_named(tmp_path: Path) -> None:
    (finding,) = told(
        tmp_path,
        "platform: threads",
        "quotes: when: {event: schedule, every: 10 minutes}, do: [{post: Hi}]",
        "covers: when: {event: schedule, every: 12 minutes}, do: [{post: Ho}]",
    )
    assert finding.severity == "error"
    assert finding.subjects == ("quotes", "shop", "covers")
    assert [(related.label, related.span.line) for related in finding.related] == [
        ("`quotes`: every 10 minutes, that is 144 a day", 5),
        ("`covers`: every 12 minutes, that is 120 a day", 6),
    ]


def test_two_things_that_are_too_much_are_two_findings(tmp_path: Path) -> None:
    found = told(tmp_path, "platform: x", every("30 seconds"), "b: when: messaged, limit: 90 per hour, do: [{dm: Hi}]")
    assert [finding.severity for finding in found] == ["error", "info"]
