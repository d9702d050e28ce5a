"""For whom it is said, where somebody pays for that, and how readers are told."""

import re

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.setup.model import Step
from sociable.text.wording import short
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import SELLERS, US

_MONEY = re.compile(r"\b(pa(?:y|ys|id|yment)|money|fees?|commissions?)\b|[$€£%]|\b(?:USD|EUR|GBP)\b", re.IGNORECASE)


def paid_remedy(payer: str, earns: bool, step: StepFacts, is_known: bool) -> str:
    """How readers are told for whom it is said, in sentences; answers have no setting of their platform.

    ``is_known``: all words stand in the file, so that none of them can say it already.
    """
    account = step.account
    if account.model.kind == "persona":
        from sociable.kinds.step_words import deeds

        own = "Advertise from an account of your own, in your own name."
        return f"Take {deeds(step)} out of `{step.automation.id}`. {own}"
    is_post = step.verb.group == "public_speech" and not step.verb.answers
    setting = platform_row(account.platform).ad_setting if is_post else ""
    if payer == US and _is_worked_by_others(account):
        theirs = f", and give them {platform_row(account.platform).title}'s own setting for it" if setting else ""
        return (
            f"Ask those who publish with it each time whether it is advertising{theirs}. If it is, let the text say so."
        )
    is_known = is_known or "disclose" in step.model.denied
    said = _said_in_text(payer, earns, step.model, is_known)
    return f"{setting}Also {said[0].lower()}{said[1:]}" if setting and is_known else f"{setting}{said}"


def _is_worked_by_others(account: AccountFacts) -> bool:
    """Whether it is the app of somebody whose clients publish with it, each on an account of their own."""
    return account.model.kind == "app" and bool(account.model.client)


def _said_in_text(payer: str, earns: bool, step: Step, is_known: bool) -> str:
    commission = earns and not payer
    says, word = ("We earn a commission", "affiliate") if commission else ("Advertisement", "sponsored")
    first = f"Say it at the beginning of the text, such as “{says}”"
    if word in step.disclose:
        return f"{first}."
    own = " (which also stands for what you sell yourself)" if not commission and payer in ("", US) else ""
    where = "in the place of `none`" if "disclose" in step.denied else "in this step"
    if not is_known:
        first = f"let it begin with “{says}” first"
        return f"If the text already says so, only write `disclose: [{word}]` {where}{own}. If not, {first}."
    return f"{first}, then write `disclose: [{word}]` {where}{own}."


def paid_words(payer: str, earns: bool, account: AccountFacts) -> str:
    """What is said for whom, as it follows the name of the account."""
    if payer and payer != US:
        return _paid_by(payer)
    if earns and not payer:
        return "gives a link that earns money when people buy"
    if account.model.kind == "persona":
        return "advertises in the name of somebody who does not exist"
    if _is_worked_by_others(account):
        return f"publishes advertising for {short(account.model.client)}"
    they = "set it up" if account.model.stands_for > 1 else "run it"
    return "advertises what it sells" if account.run_by in SELLERS else f"advertises for those who {they}"


def _paid_by(payer: str) -> str:
    who, comma, more = payer.partition(",")
    gets_things = comma and not _MONEY.search(more)
    return (
        f"speaks for {short(who)}, and gets something for it"
        if gets_things
        else f"is paid by {short(who)} for what it says"
    )
