"""What a step does with who people are, where nothing says that they agreed, and what to do instead."""

from collections.abc import Mapping

from sociable.facts.consent import set_of, sets_named
from sociable.facts.facts import StepFacts
from sociable.kinds.person_words import person
from sociable.setup.model import Target
from sociable.setup.target_wording import target_phrase
from sociable.text.wording import listed, short
from sociable.vocabulary.values import NOBODY_PAYS, US

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
        "passes on to {}, {}",
        (
            "Hand on nothing of people who have not said yes: ask them first, and tell them to whom it goes. Then "
            "write down their yes: `agreed_to: [data]`, beside `when:`."
        ),
    ),
}


def gathering_in_words(step: StepFacts) -> str:
    """What a step does with who people are, as it follows the name of the account; empty where it does nothing."""
    gathering = _gathering(step)
    if gathering == "handed_on":
        return _GATHERING[gathering][0].format(_handed_on(step), _agreement(step))
    denied = "agreed_to" in step.automation.model.denied
    if gathering == "kept":
        return _GATHERING[gathering][0].format(_gathered(step)).replace("people,", "people")
    agreement = "the file says that they did not agree" if denied else "nothing says that they agreed"
    return _GATHERING[gathering][0].format(agreement) if gathering else ""


def _handed_on(step: StepFacts) -> str:
    """To whom it passes on what, of whom."""
    payer = step.model.paid_by or step.automation.model.paid_by
    for_money = "" if payer in ("", US, NOBODY_PAYS) else ", for money,"
    to = f"“{short(step.model.to)}”" if step.model.to else "somebody outside"
    what = "the contact details" if "contact" in step.text.provenance.origins else "what it knows"
    whose = _gathered(step) if any(sets_named(step)) else person(step.automation)
    return f"{to}{for_money} {what} of {whose}"


def _agreement(step: StepFacts) -> str:
    """What the file says of whether these people agreed to it."""
    model = step.automation.model
    if "agreed_to" in model.denied:
        return "and the file says that they did not agree to that"
    if not model.agreed_to:
        return "and nothing says that they agreed to that"
    return f"though they agreed only to {listed([f'“{each}”' for each in sorted(model.agreed_to)])}"


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
