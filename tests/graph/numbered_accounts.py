"""Accounts of ours that are told apart by a number, and what each does: what stories of many accounts are made of."""

from collections.abc import Iterable

from sociable.facts.facts import Facts

from tests.setups import facts


def account(number: int, platform: str = "mastodon") -> str:
    """An account with a handle of its own."""
    return f"  ours{number}: {{handle: '@ours{number}@our.example', platform: {platform}}}\n"


def automation(number: int, place: int, when: str, steps: Iterable[str], guard: str = "") -> str:
    """What an account does; ``place`` tells it from others of the same account, ``guard`` is an `if:`."""
    asked = f"    if: {guard}\n" if guard else ""
    done = "".join(f"      - {step}\n" for step in steps)
    return f"  - id: a{number}-{place}\n    account: ours{number}\n    when: {when}\n{asked}    do:\n{done}"


def story_of(accounts: Iterable[str], automations: Iterable[str]) -> Facts:
    """The facts of such accounts and automations."""
    return facts("accounts:\n" + "".join(accounts) + "automations:\n" + "".join(automations))
