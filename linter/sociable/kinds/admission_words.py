"""What an automation does wrong by what its file admits, or by what is seen in its steps, and what to do about it."""

from collections.abc import Mapping

from sociable.facts.admissions import admitted, lists_used, said_of
from sociable.facts.endings import can_be_ended
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.provenance import readable
from sociable.kinds.said_words import feigns_an_answer, is_fixed, quoted
from sociable.text.wording import listed
from sociable.vocabulary.consent_words import TAKEN
from sociable.vocabulary.values import TOLD_ADMISSIONS
from sociable.vocabulary.verbs import LIST_ADD, NOTIFY

_ADMISSIONS: Mapping[str, tuple[str, ...]] = {
    "deceit": ("hides_machine", "evades_bans", "untrue", "pretends", "conceals"),
    "misuse": ("other_purpose", "bundled", "not_ours", "inserts", "without_owner", "without_parents"),
    "disregard": ("against_wishes", "despite_notice", "slow_out", "untold_out"),
}
_SEEN: Mapping[str, str] = {
    "misuse": "advertises with posts of people who were not asked",
    "disregard": "shows what people post and gives them no way to object",
}
"""What is seen in the steps where the file admits nothing of the sort."""

_REMEDIES: Mapping[str, str] = {
    "other_purpose": "Stop it, and ask these people first. Go on only with those who say yes.",
    "not_ours": "Stop it, and ask those who wrote, made or said it first. Go on only with what they say yes to.",
    "inserts": "Add nothing to what others made, and let no tool add it by itself, or let the makers say yes or no to "
    "it each time. A line in a preview or in the terms is not a yes.",
    "without_owner": "Stop it until those in whose name it speaks or acts have said yes to what they see first.",
    "bundled": "Ask for each thing by itself, and leave the rest until people have said yes to it.",
    "without_parents": "Stop it, and ask the parents first. Leave out the children of those who do not say yes.",
    "despite_notice": "Pass over whoever says beforehand that they want nothing of the kind.",
    "against_wishes": "Leave out everybody who has complained, said no or left, for good.",
    "slow_out": "Take people out at once when they ask.",
    "untold_out": "Say each time how people can get out.",
}
_DELETED = "Stop it, and delete what you have of these people. Let people sign up by themselves."
_LEFT = "Stop it: whoever has left wants no more of it."
_FOR_GOOD = (_DELETED, _LEFT)
"""After these nothing is left of which the file could admit anything."""

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
        return f"{_feigned(automation) if fault == 'deceit' else _SEEN[fault]} (in {here})"
    where = said_of(automation, words)
    if where == "the account" and words == ["conceals"]:  # which need not be about what this automation does
        return f"{listed(told)}, as the file says of {where}"
    return f"{listed(told)}, as the file says {f'of {where} (here in {here})' if where else f'(in {here})'}"


def _feigned(automation: AutomationFacts) -> str:
    """Which message has a subject that looks like an answer, and whom it goes to."""
    from sociable.kinds.step_words import deed_to

    step = next(filter(feigns_an_answer, automation.steps), None)
    if step is None:
        return ""  # asked of what deceives nobody
    return f"{deed_to(step)} under the subject {quoted(readable(step.model.beside['subject']))}, as if it answered them"


_FOR_WHAT = {
    "ai_training": "to train an AI",
    "research": "for research",
    "campaign": "to win people for a cause or an election",
}
"""Uses and purposes that are named in the place of "something"."""


def _told_more_closely(word: str, automation: AutomationFacts) -> str:
    """What is known of it here besides: that things given for something else advertise, and what goes on."""
    uses = (_FOR_WHAT[step.model.use] for step in automation.steps if step.model.use in _FOR_WHAT)
    used_for = next(uses, _FOR_WHAT.get(automation.model.purpose, ""))
    if word == "other_purpose":
        return _used_otherwise(automation, used_for)
    if word == "untrue":
        return _untrue(automation)
    if word == "not_ours" and _posts_to_all(automation):
        return "publishes what others wrote, made or said without asking them"
    if word == "conceals" and "other_purpose" in admitted(automation):
        return _USED_UNTOLD
    going_on = goes_on(automation) if word == "against_wishes" else ""
    if not going_on:
        return ""
    who = "some of them" if "people" in going_on else "some people"
    return f"goes on {going_on} although {who} do not want it"


def _used_otherwise(automation: AutomationFacts, used_for: str) -> str:
    if used_for:
        return f"uses, {used_for}, what people gave for something else"
    if not any(step.verb.speaks for step in automation.steps) and any(map(_hands_on, automation.steps)):
        return "hands on to others what people gave for something else"
    if automation.model.purpose in ("promotion", "giveaway", "growth"):
        deed = (
            "advertises with"
            if any(_reaches_people(each) for each in automation.steps)
            else "uses for a purpose of advertising"
        )
        return f"{deed} what people gave for something else"
    used = _used(automation)
    return f"{used} what people gave for something else" if used else _OTHER_PURPOSE


_USED_UNTOLD = "does not tell people that it uses for something else what it knows of them"
_OTHER_PURPOSE = "uses for something else what it was given for one purpose"


def _untrue(automation: AutomationFacts) -> str:
    """What is not true, if it is the one thing that it says to people, and the same each time."""
    spoken = [step.text for step in automation.steps if step.verb.speaks and step.audience != "inward"]
    if spoken and all("ai" in text.provenance.origins for text in spoken):
        return "tells people something that is not true, in words that an AI wrote"
    is_said = len(spoken) == 1 and is_fixed(spoken[0])
    return f"tells people something that is not true ({quoted(spoken[0].shown)})" if is_said else ""


def _hands_on(step: StepFacts) -> bool:
    return step.verb.people_data == "handed_on"


def _used(automation: AutomationFacts) -> str:
    """What is done with what people gave for something else; empty where there is no word for it."""
    done = {
        "hands on to others": _hands_on,
        "shows others": _names_people,
        "writes to people, and uses for it": lambda step: step.verb.group == "private_speech",
        "puts people on a list, and uses for it": lambda step: step.verb.name == LIST_ADD,
        "keeps for another use": lambda step: step.verb.people_data == "kept",
        "tells its own people": lambda step: step.verb.name == NOTIFY,
    }
    return next((words for words, is_so in done.items() if any(map(is_so, automation.steps))), "")


def _names_people(step: StepFacts) -> bool:
    return step.verb.group == "public_speech" and bool(step.model.names or step.text.provenance.people)


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
    remedy = " ".join(dict.fromkeys(_remedy(word, automation) for word in words)) or _seen_remedy(fault, automation)
    if words and remedy not in _FOR_GOOD:
        taken = listed([f"`{word}`" for word in words])
        remedy = f"{remedy.removesuffix('.')} (and take {taken} out of `admits:`)."
    return remedy.replace("Stop it", f"Stop `{automation.id}`", 1)


def _seen_remedy(fault: str, automation: AutomationFacts) -> str:
    said = " in the place of `none`" if fault == "disregard" and "out_by" in automation.model.denied else ""
    return _REMEDIES_SEEN[fault].replace("(`out_by:`)", f"(`out_by:`{said})")


def _remedy(word: str, automation: AutomationFacts) -> str:
    if word == "other_purpose" and any(people.came_by in TAKEN for people in lists_used(automation)):
        return _DELETED
    return _leaving_out(automation) if word == "against_wishes" else _REMEDIES[word]


def _leaving_out(automation: AutomationFacts) -> str:
    """What everybody reads goes on for all of them, and whoever says no where that is heard is out already."""
    if automation.event.group == "left_us":
        return _LEFT
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
