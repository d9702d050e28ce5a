"""What an automation sends as a text message, for tests about the words of it."""

from sociable.facts.facts import AutomationFacts

from tests.client_report.reports import facts_of


def letter(text: str, account: str = "") -> AutomationFacts:
    """The only automation of an account, which sends a text; ``account`` is what else its file says of the account."""
    (found,) = facts_of(
        f"accounts: {{a: {{platform: sms, handle: '+44 1632 960001'{account}}}}}\nautomations:\n"
        "  - {id: one, account: a, when: {event: webhook, named: x}, do: [dm: {target: event.payload.phone, "
        f"text: {text!r}}}]}}\n"
    ).automations
    return found
