"""Words for a title that depend on which of several cases holds; most files need none of them."""

from collections.abc import Mapping

from sociable.facts.admissions import admitted
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.text.wording import listed
from sociable.vocabulary.values import TOLD_ADMISSIONS

_ADMISSIONS: Mapping[str, tuple[str, ...]] = {
    "deceit": ("hides_machine", "evades_bans", "untrue", "pretends", "conceals"),
    "misuse": ("other_purpose", "not_ours"),
    "disregard": ("against_wishes", "slow_out", "untold_out"),
}
_SEEN: Mapping[str, str] = {
    "deceit": "puts a mark such as `Re:` before a first message",
    "misuse": "advertises with posts of people who were not asked",
    "disregard": "gives people no way to object",
}
"""What is seen in the steps where the file admits nothing of the sort."""


def fault_words(automation: AutomationFacts, fault: str) -> str:
    """What it does wrong, as it follows the name of the account."""
    said = admitted(automation)
    told = [TOLD_ADMISSIONS[word] for word in _ADMISSIONS[fault] if word in said]
    return f"{listed(told)}, as the file says" if told else _SEEN[fault]


def applause_words(step: StepFacts, deed: str) -> str:
    """The deed, and why it is no opinion of others."""
    if step.account.model.kind == "persona":
        return f"{deed} as somebody who does not exist"
    if step.own_post_of is not None:
        return f"{deed} that are our own"
    if "false_numbers" in admitted(step.automation):
        return f"{deed} to make a number look larger than it is"
    return f"{deed} from many accounts that belong to the same people"
