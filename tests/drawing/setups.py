"""Setups to draw."""

from sociable.facts.facts import Facts

from tests.setups import facts


def follow_backs(count: int, *more: str) -> Facts:
    """So many accounts that follow back, and more automations."""
    accounts = "".join(f"  a{number}: {{platform: x, handle: '@a{number}'}}\n" for number in range(count))
    automations = "".join(
        f"  - {{id: back-{number}, account: a{number}, when: followed, do: [follow: event.user]}}\n"
        for number in range(count)
    )
    return facts(f"accounts:\n{accounts}automations:\n{automations}{''.join(more)}")


def posters(count: int) -> str:
    """Automations of the first account that post, each at its own time, and that nobody waits for."""
    return "".join(
        f"  - {{id: post-{number}, account: a0, when: {{event: schedule, every: {number} hours}}, do: [post: hi]}}\n"
        for number in range(1, count + 1)
    )
