"""What a step does with who people are, where nothing says that they agreed, and what to do instead."""

from collections.abc import Mapping

from sociable.facts.consent import set_of, sets_named
from sociable.facts.facts import StepFacts
from sociable.setup.model import Target
from sociable.setup.target_wording import target_phrase
from sociable.text.wording import listed

_GATHERING: Mapping[str, tuple[str, str]] = {
    "kept": (
        "keeps a list of {}, who did not sign up for it",
        "Keep only people who signed up for it (`when: opted_in`), and delete the others.",
    ),
    "noted": (
        "notes down what people do, write or are like, and {}",
        "Note down nobody who has not said yes. For counting, keep numbers without names (`use: analytics`).",
    ),
    "handed_on": (
        "tells somebody outside who people are (names, addresses or what they did), and {} to that",
        "Hand on nothing of people who have not said yes: ask them first, and tell them to whom it goes.",
    ),
}


def gathering_in_words(step: StepFacts) -> str:
    """What a step does with who people are, as it follows the name of the account; empty where it does nothing."""
    gathering = _gathering(step)
    denied = "agreed_to" in step.automation.model.denied
    if gathering == "kept":
        return _GATHERING[gathering][0].format(_gathered(step)).replace("people,", "people")
    agreement = "the file says that they did not agree" if denied else "nothing says that they agreed"
    return _GATHERING[gathering][0].format(agreement) if gathering else ""


def _gathered(step: StepFacts) -> str:
    """Of whom it keeps a list."""
    sets = dict.fromkeys(_of_set(set_of(target, step)) for target in sets_named(step))
    return listed(list(sets)) if sets else "people"


def _of_set(target: Target) -> str:
    found_by_posts = target.crowd is not None and target.crowd.of == "posts"
    return f"the people behind {target_phrase(target)}" if found_by_posts else target_phrase(target)


def instead_of_gathering(step: StepFacts) -> str:
    """What to do about it, in a sentence."""
    gathering = _gathering(step)
    return _GATHERING[gathering][1] if gathering else ""


def _gathering(step: StepFacts) -> str:
    """The word of the table above; keeping people as profiles is another matter than a list of whom to write to."""
    kept = step.verb.people_data
    return "noted" if kept == "kept" and step.model.use == "profiles" else kept
