"""What an account does in the words that a title needs, by which of several cases holds."""

from sociable.facts.admissions import admitted
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.text.wording import listed
from sociable.vocabulary.crowds import POST
from sociable.vocabulary.values import TOLD_ADMISSIONS

_DECEIT = ("hides_machine", "evades_bans", "untrue", "pretends", "conceals")
_MISUSE = ("other_purpose", "not_ours")
_DISREGARD = ("against_wishes", "slow_out", "untold_out")


def deed(step: StepFacts) -> str:
    """What it does, as it follows the name of the account."""
    words = step.verb.drawn or step.verb.does
    looked_at = "posts" if step.target.kind == POST else "profiles"
    return words.replace("a post of {}", "posts").replace("the profile of {}", looked_at).replace("{}", "people")


def applause_words(step: StepFacts) -> str:
    """The deed, and why it is no opinion of others."""
    if step.account.model.kind == "persona":
        return f"{deed(step)} as somebody who does not exist"
    if step.own_post_of is not None:
        return f"{deed(step)} that are our own"
    if "false_numbers" in admitted(step.automation):
        return f"{deed(step)} to make a number look larger than it is"
    return f"{deed(step)} from many accounts that belong to the same people"


def access_words(step: StepFacts, via: str) -> str:
    """How a program gets in, as it follows the name of the account."""
    ways = {
        "browser": "is run by a program that steers a browser",
        "unofficial": "is run by a tool that bypasses the official access",
    }
    return ways.get(via, "is a person's account and is run by a program")


def deceit_words(automation: AutomationFacts) -> str:
    """How it deceives; a feigned answer is seen in the file, the rest is what the file says."""
    return _as_the_file_says(automation, _DECEIT) or "puts a mark such as `Re:` before a first message"


def misuse_words(automation: AutomationFacts) -> str:
    """What it does with what people gave or made."""
    return _as_the_file_says(automation, _MISUSE) or "advertises with posts of people who were not asked"


def disregard_words(automation: AutomationFacts) -> str:
    """How it passes over a wish for an end."""
    return _as_the_file_says(automation, _DISREGARD) or "gives people no way to object"


def _as_the_file_says(automation: AutomationFacts, words: tuple[str, ...]) -> str:
    said = admitted(automation)
    told = [TOLD_ADMISSIONS[word] for word in words if word in said]
    return f"{listed(told)}, as the file says" if told else ""
