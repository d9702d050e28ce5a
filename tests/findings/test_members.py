"""What is told once of accounts on several platforms: of each its own gravity and source, and of nobody another's."""

from pathlib import Path

import pytest
from sociable.findings.finding import Finding, by_gravity
from sociable.findings.members import retold, sources_of
from sociable.pipeline import Request, check
from sociable.records.static import Any

ACCOUNTS = """
sociable: 1
accounts:
  bakery: {platform: x, handle: "@crumb"}
  office: {platform: linkedin, handle: Crumb Ltd, kind: page}
  films: {platform: youtube, handle: crumbfilms}
  loud: {platform: bluesky, handle: wood.example}
  also: {platform: bluesky, handle: block.example}
  pins: {platform: pinterest, handle: wood}
  quiet: {platform: mastodon, handle: "@crumb@toot.wales"}
  bots: {platform: mastodon, handle: "@crumb@botsin.space"}
  chat: {platform: discord, handle: crumbs}
  gang: {platform: reddit, handle: u/crumb}
  gram: {platform: instagram, handle: crumb.gram}
  leeds: {platform: email, handle: news@leeds.example, audience: {countries: [GB]}}
  lyon: {platform: email, handle: lettre@lyon.example, audience: {countries: [FR]}}
automations:
"""
LIKES = "- {id: a, account: [ACCOUNTS], when: {event: post_matched, hashtags: [bread]}, do: [like: event.post]}"
FOLLOWS = "- {id: a, account: [ACCOUNTS], when: {event: post_matched, hashtags: [bread]}, do: [follow: event.user]}"
GREETS = "- {id: a, account: [ACCOUNTS], when: followed, do: [{dm: Thank you for following!}]}"
BACK = "- {id: a, account: [ACCOUNTS], when: followed, do: [follow: event.user]}"
OFFERS = "- {id: a, account: [ACCOUNTS], purpose: promotion, when: {schedule: weekly}, do: [{email: Buy, to: list(cold)}]}"


def found(folder: Path, automation: str, accounts: str, **asked: Any) -> list[Finding]:
    (folder / "a.yml").write_text(f"{ACCOUNTS}  {automation.replace('ACCOUNTS', accounts)}\n", encoding="utf-8")
    return by_gravity(check(Request((str(folder),), **asked)).findings)


def told(found: list[Finding], rule: str) -> list[tuple[str, dict[str, str]]]:
    """How grave it is, and what is cited of each account."""
    return [
        (each.severity, {member.account: member.citation.fact if member.citation else "" for member in each.members})
        for each in found
        if each.rule == rule
    ]
