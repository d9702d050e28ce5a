"""Words for a title that depend on which of several cases holds; most files need none of them."""

import re
from collections.abc import Mapping

from sociable.facts.admissions import admitted, lists_used, said_of
from sociable.facts.consent import set_of, sets_named
from sociable.facts.endings import can_be_ended
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.said_again import Repeat
from sociable.setup.model import Target
from sociable.setup.target_wording import target_phrase
from sociable.text.wording import listed, short
from sociable.vocabulary.consent_words import TAKEN
from sociable.vocabulary.events import LEFT_STANDING
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import NOBODY_PAYS, SELLERS, TOLD_ADMISSIONS, US
from sociable.vocabulary.verbs import LIST_ADD

_ADMISSIONS: Mapping[str, tuple[str, ...]] = {
    "deceit": ("hides_machine", "evades_bans", "untrue", "pretends", "conceals"),
    "misuse": ("other_purpose", "bundled", "not_ours", "inserts", "without_owner", "without_parents"),
    "disregard": ("against_wishes", "despite_notice", "slow_out", "untold_out"),
}
_SEEN: Mapping[str, str] = {
    "deceit": "begins the subject of a message with a mark such as `Re:`, although it answers nothing",
    "misuse": "advertises with posts of people who were not asked",
    "disregard": "gives people no way to object",
}
"""What is seen in the steps where the file admits nothing of the sort."""

_REMEDIES: Mapping[str, str] = {
    "other_purpose": "Stop it, and ask these people first. Go on only with those who say yes.",
    "not_ours": "Stop it, and ask those who wrote, made or said it first. Go on only with what they say yes to.",
    "inserts": "Leave it out, also where a tool adds it by itself, or let the makers say yes or no to it each time. "
    "That it stands in a preview or in the terms is no yes.",
    "without_owner": "Stop it until those in whose name it speaks or acts have said yes to what they see first.",
    "bundled": "Ask for each thing by itself, and leave the rest until people have said yes to it.",
    "without_parents": "Stop it, and ask the parents first. Leave out the children of those who do not say yes.",
    "despite_notice": "Pass over whoever says beforehand that they want nothing of the kind.",
    "against_wishes": "Leave out everybody who has complained, said no or left, for good.",
    "slow_out": "Take people out at once when they ask.",
    "untold_out": "Say each time how people can get out.",
}
_REMEDIES_SEEN: Mapping[str, str] = {
    "misuse": "Stop it, and ask those who wrote the posts first. Go on only with what they say yes to.",
    "disregard": "Ask first, or tell people how they get out (`out_by:`).",
}


def fault_words(automation: AutomationFacts, fault: str) -> str:
    """What it does wrong, as it follows the name of the account."""
    said = admitted(automation)
    words = [word for word in _ADMISSIONS[fault] if word in said]
    told = [_told_more_closely(word, automation) or TOLD_ADMISSIONS[word] for word in words]
    here = f"`{automation.id}`"
    if not told:
        return f"{_SEEN[fault]} (in {here})"
    where = said_of(automation, words)
    if where == "the account" and words == ["conceals"]:  # which need not be about what this automation does
        return f"{listed(told)}, as the file says of {where}"
    return f"{listed(told)}, as the file says {f'of {where} (here in {here})' if where else f'(in {here})'}"


_FOR_WHAT = {
    "ai_training": "to train an AI",
    "research": "for research",
    "campaign": "to win them for a cause or an election",
}
"""Uses and purposes that are named in the place of "something"."""


def _told_more_closely(word: str, automation: AutomationFacts) -> str:
    """What is known of it here besides: that things given for something else advertise, and what goes on."""
    uses = (_FOR_WHAT[step.model.use] for step in automation.steps if step.model.use in _FOR_WHAT)
    used_for = next(uses, _FOR_WHAT.get(automation.model.purpose, ""))
    if word == "other_purpose" and used_for:
        return f"uses what it knows of people {used_for}, to which they did not agree"
    if word == "other_purpose" and not any(step.verb.speaks for step in automation.steps) and _hands_on(automation):
        return "hands on to others what people gave for something else"
    if word == "other_purpose" and automation.model.purpose in ("promotion", "giveaway", "growth"):
        deed = "advertises with" if any(_reaches_people(each) for each in automation.steps) else "uses for advertising"
        return f"{deed} what people gave for something else"
    if word == "other_purpose":
        used = _used(automation)
        return f"{used} to which they did not agree" if used else _OTHER_PURPOSE
    going_on = goes_on(automation) if word == "against_wishes" else ""
    if not going_on:
        return ""
    who = "some of them" if "people" in going_on else "some people"
    return f"goes on {going_on} although {who} do not want it"


_OTHER_PURPOSE = "uses for something else what it was given for one purpose"


def _hands_on(automation: AutomationFacts) -> bool:
    return any(step.verb.people_data == "handed_on" for step in automation.steps)


def _used(automation: AutomationFacts) -> str:
    """What is done with what people gave for something else; empty where there is no word for it."""
    if _hands_on(automation):
        return "hands on what it knows of people,"
    if any(step.verb.group == "public_speech" and _names_people(step) for step in automation.steps):
        return "shows others what it knows of people,"
    if any(step.verb.group == "private_speech" for step in automation.steps):
        return "writes to people about things"
    if any(step.verb.name == LIST_ADD for step in automation.steps):
        return "puts people on a list"
    if any(step.verb.people_data == "kept" for step in automation.steps):
        return "keeps what it knows of people for a use"
    return ""


def _names_people(step: StepFacts) -> bool:
    return bool(step.model.names or step.text.provenance.people)


def goes_on(automation: AutomationFacts) -> str:
    """What an automation does to people, where it is one thing; if to nobody outside, what it does to lists."""
    outward = [step for step in automation.steps if _reaches_people(step)]
    if not outward and any(step.verb.people_data == "kept" for step in automation.steps):
        return "keeping what people show or write"
    deeds = {_going_on(step) for step in outward or automation.steps if step.verb.is_seen}
    return deeds.pop() if len(deeds) == 1 else ""


def _reaches_people(step: StepFacts) -> bool:
    """Whether anybody but those who run the account sees what it does."""
    return step.verb.is_seen and step.audience != "inward"


def _going_on(step: StepFacts) -> str:
    """What a step does to people, as it follows "goes on"; empty where there is no word for it."""
    if step.verb.goes_on or not step.verb.speaks:
        return step.verb.goes_on
    if step.verb.group == "private_speech":
        return "writing to people"
    if not step.verb.answers:
        return "posting"
    called = step.automation.event.group == "spoke_to_us"
    return "answering people" if called else "answering posts that others write"


def remedy_words(automation: AutomationFacts, fault: str) -> str:
    """What to do about it, in a sentence for each of its words."""
    said = admitted(automation)
    words = [word for word in _ADMISSIONS[fault] if word in said]
    if "without_parents" in words:  # who asks the parents has asked whom there is to ask
        words = ["without_parents"]
    remedy = " ".join(dict.fromkeys(_remedy(word, automation) for word in words)) or _REMEDIES_SEEN[fault]
    return remedy.replace("Stop it", f"Stop `{automation.id}`", 1)


def _remedy(word: str, automation: AutomationFacts) -> str:
    if word == "other_purpose" and any(people.came_by in TAKEN for people in lists_used(automation)):
        return "Stop it, and delete what you have of these people. Let people sign up by themselves."
    return _leaving_out(automation) if word == "against_wishes" else _REMEDIES[word]


def _leaving_out(automation: AutomationFacts) -> str:
    """What everybody reads goes on for all of them, and whoever says no where that is heard is out already."""
    if automation.event.group == "left_us":
        return "Stop it: whoever has left wants no more of it."
    audiences = {step.audience for step in automation.steps}
    is_ours = automation.event.group in ("the_world", "our_doing")
    before_all = _posts_to_all(automation) or (is_ours and not audiences.isdisjoint(("public", "group")))
    is_mailing = is_ours and audiences <= {"person", "inward"}
    speaks = any(step.verb.speaks for step in automation.steps)
    if (before_all and "person" not in audiences) or (speaks and can_be_ended(automation) and not is_mailing):
        return "Do what those people ask for: less of it, something left out or put right, or an end."
    way_out = " Say where people see it how they can be left out." if "out_by" in automation.model.denied else ""
    return _REMEDIES["against_wishes"] + way_out


def _posts_to_all(automation: AutomationFacts) -> bool:
    """Whether it publishes posts of its own, and turns to nobody in private."""
    outward = [step for step in automation.steps if _reaches_people(step)]
    posts = any(step.verb.group == "public_speech" and not step.verb.answers for step in outward)
    return posts and all(step.audience != "person" for step in outward)


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
        "hands on to somebody outside who people are, and {}",
        "Hand on nothing of people who have not said yes: ask them first, and tell them to whom it goes.",
    ),
}


def gathering_words(step: StepFacts) -> str:
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


def gathering_remedy(step: StepFacts) -> str:
    """What to do about it, in a sentence."""
    gathering = _gathering(step)
    return _GATHERING[gathering][1] if gathering else ""


def _gathering(step: StepFacts) -> str:
    """The word of the table above; keeping people as profiles is another matter than a list of whom to write to."""
    kept = step.verb.people_data
    return "noted" if kept == "kept" and step.model.use == "profiles" else kept


_MONEY = re.compile(r"\b(pa(?:y|ys|id|yment)|money|fees?|commissions?)\b|[$€£%]|\b(?:USD|EUR|GBP)\b", re.IGNORECASE)


def paid_remedy(payer: str, earns: bool, step: StepFacts, is_known: bool) -> str:
    """How readers are told for whom it is said, in sentences; answers have no setting of their platform.

    ``is_known``: all words stand in the file, so that none of them can say it already.
    """
    account = step.account
    if account.model.kind == "persona":
        return "Do not let people speak who do not exist. Advertise in your own name."
    is_post = step.verb.group == "public_speech" and not step.verb.answers
    setting = platform_row(account.platform).ad_setting if is_post else ""
    if payer == US and _is_worked_by_others(account):
        theirs = f", and give them {platform_row(account.platform).title}'s own setting for it" if setting else ""
        return (
            f"Ask those who publish with it each time whether it is advertising{theirs}. If it is, let the text say so."
        )
    is_known = is_known or "disclose" in step.model.denied
    said = _said_in_text(payer, earns, step.model.disclose, is_known)
    return f"{setting}Also {said[0].lower()}{said[1:]}" if setting and is_known else f"{setting}{said}"


def _is_worked_by_others(account: AccountFacts) -> bool:
    """Whether it is the app of somebody whose clients publish with it, each on an account of their own."""
    return account.model.kind == "app" and bool(account.model.client)


def _said_in_text(payer: str, earns: bool, told: frozenset[str], is_known: bool) -> str:
    commission = earns and not payer
    says, word = ("We earn a commission", "affiliate") if commission else ("Advertisement", "sponsored")
    first = f"Say it at the beginning of the text, such as “{says}”"
    if word in told:
        return f"{first}."
    own = " (which also stands for what you sell yourself)" if not commission and payer in ("", US) else ""
    if not is_known:
        first = f"let it begin with “{says}” first"
        return f"If the text already says so, only write `disclose: [{word}]`{own}. If not, {first}."
    return f"{first}, then write `disclose: [{word}]`{own}."


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


_BROUGHT = {
    "row": ("lines of the table", "published"),
    "item": ("entries of the feed", "published"),
    "payload": ("calls", "told"),
}
"""What ``once_per:`` counts, in the words of whoever filled the table or reads the feed, and what was done with it."""


def again_words(repeat: Repeat) -> str:
    """How the same thing comes again, as it follows the name of the account; empty on several."""
    names = sorted({step.automation.id for step in repeat.steps})
    here = listed([f"`{name}`" for name in names])
    if repeat.again == "unremembered":
        return f"gives the same answer again and again, as the file says (`once_per: none` in {here})"
    if repeat.again == "restart":
        what = _BROUGHT[_brought(repeat)][0]
        return f"may publish the same {what} again the next time it runs (in {here})"
    told = {
        "twice": "says the same thing twice",
        "routes": "says the same thing twice, because it comes by two ways",
    }
    return f"{told[repeat.again]} (in {here})" if repeat.again in told else ""


def again_remedy(repeat: Repeat) -> str:
    """What to do about it."""
    if repeat.again == "unremembered":
        return _ONCE if repeat.first.automation.event.name in LEFT_STANDING else _ONCE_A_DAY
    if repeat.again == "restart":
        brought = _brought(repeat)
        what, done = _BROUGHT[brought]
        return f"Let the program remember which {what} it has {done} already: `once_per: {brought}`. {_ANEW}"
    return {"twice": "Take one of the two out.", "routes": "Keep one of the two ways."}.get(repeat.again, "")


_ANEW = "What is meant to come again then needs a line of its own."
_ONCE = "Let it answer each of them once: `once_per: post`."
_ONCE_A_DAY = "Give it to the same person once a day at most: `once_per: user per day`."


def _brought(repeat: Repeat) -> str:
    carries = repeat.first.automation.event.carries
    return next((word for word in ("item", "payload") if word in carries), "row")


def applause_words(step: StepFacts, deed: str, named: str) -> str:
    """The deed, and why it is no opinion of others; ``named`` says to whom it is done, where the file does."""
    if step.account.model.kind == "persona":
        return f"{named} in the name of a person who does not exist"
    if step.own_post_of is not None:
        owner = step.own_post_of
        if owner is step.account:
            return f"{deed} of the others" if owner.model.stands_for > 1 else f"{deed} of its own"
        aim = {"profiles": f"the profile of {owner.shown}", "people": owner.shown}
        aim |= {seen: f"{seen} of {owner.shown}" for seen in ("posts", "videos", "streams")}
        first, _, last = deed.rpartition(" ")
        return f"{first} {aim.get(last, last)}{_whose(step)}"
    if "false_numbers" in admitted(step.automation):
        return f"{named} to make a number look larger than it is"
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
