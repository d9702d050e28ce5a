"""Where the file names the people an automation is for, rules about ties say less; to write to them takes more."""

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge

from tests.engine.rules import built_in
from tests.setups import facts

FILE = """
accounts: {{shop: {{platform: {platform}, handle: "@shop"}}}}
automations:
  - {{id: a, account: shop, when: {{event: {event}{narrowed}}}, do: [{step}]}}
"""


def severities(rule: str, event: str, step: str, platform: str, *, named: bool) -> list[str]:
    narrowed = ', from: ["@ann"]' if named else ""
    found = facts(FILE.format(platform=platform, event=event, narrowed=narrowed, step=step))
    return [finding.severity for finding in judge(found, [CompiledRule(built_in()[rule])])]


@pytest.mark.parametrize(
    ("rule", "event", "step"),
    [
        ("auto-follow-back", "followed", "follow"),
        ("auto-connect", "followed", "connect"),
        ("off-platform-matching", "followed", 'store: "{{ event.user.name }}", use: crm'),
    ],
)
def test_silent_about_named_people(rule: str, event: str, step: str) -> None:
    step = f"{{{step}}}" if ":" in step else step
    assert severities(rule, event, step, "threads", named=False) != []
    assert severities(rule, event, step, "threads", named=True) == []


@pytest.mark.parametrize(
    ("rule", "event", "step", "platform", "strangers", "named"),
    [
        ("unsolicited-reply", "account_posted", "reply: Hello", "threads", "warning", "warning"),
        ("unsolicited-reply", "account_posted", "reply: Hello", "x", "error", "warning"),
        ("unsolicited-reply", "account_posted", "reply: Hello", "bluesky", "error", "error"),
        ("unread-engagement", "account_posted", "like", "threads", "warning", "info"),
        ("unread-engagement", "account_posted", "like", "x", "error", "error"),
        ("unsolicited-dm", "liked", "dm: Hello", "instagram", "error", "error"),
        ("cold-email", "liked", "email: Hello", "threads", "warning", "info"),
    ],
)
def test_milder_about_named_people(rule: str, event: str, step: str, platform: str, strangers: str, named: str) -> None:
    step = f"{{{step}}}" if ":" in step else step
    assert severities(rule, event, step, platform, named=False) == [strangers]
    assert severities(rule, event, step, platform, named=True) == [named]
