"""Whose applause it is, and why it is no opinion of others."""

from sociable.facts.admissions import admitted
from sociable.facts.facts import StepFacts
from sociable.text.wording import short
from sociable.vocabulary.values import NOBODY_PAYS, US


def applause_in_words(step: StepFacts, deed: str, named: str) -> str:
    """The deed, and why it is no opinion of others; ``named`` says to whom it is done, where the file does."""
    if step.account.model.kind == "persona":
        return f"{named}, in the name of a person who does not exist"
    if step.own_post_of is not None:
        owner = step.own_post_of
        if owner is step.account:
            return f"{deed} of the others" if owner.model.stands_for > 1 else f"{deed} of its own"
        aim = {"profiles": f"the profile of {owner.shown}", "people": owner.shown}
        aim |= {seen: f"{seen} of {owner.shown}" for seen in ("posts", "videos", "streams")}
        first, _, last = deed.rpartition(" ")
        return f"{first} {aim.get(last, last)}{_whose(step)}"
    if "false_numbers" in admitted(step.automation):
        where = f"as the file says (`false_numbers` among `admits:`), in `{step.automation.id}`"
        return f"{named} to make a number look larger than it is, {where}"
    together = (
        "together with the others" if step.account.model.stands_for > 1 else "from many accounts that act together"
    )
    return f"{named} {together}"


def _whose(step: StepFacts) -> str:
    """Who is behind applause for an account of ours, as it follows the name of that account."""
    payer = step.model.paid_by or step.automation.model.paid_by or step.account.model.paid_by
    if not payer or payer in (US, NOBODY_PAYS):
        return ", an account of the same people"
    count, who = step.account.model.stands_for, short(payer.partition(",")[0])
    return f": these are {count:,} accounts paid for by {who}" if count > 1 else f", paid for by {who}"
