"""The accounts on which a rehearsal is to be played, by what somebody asked for."""

from sociable.errors import NobodyHears
from sociable.facts.facts import AccountFacts, Facts
from sociable.rehearsal.small_world import hearers
from sociable.setup.handles import named_forms
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.events import EVENTS


def heard_events(facts: Facts) -> list[str]:
    """The events on which an automation starts, in the order of the vocabulary."""
    heard = {automation.event.name for automation in facts.automations}
    return [event for event in EVENTS if event in heard]


def nothing_to_play(facts: Facts) -> str:
    """Why nothing can be played at all; empty where something can."""
    if facts.automations:
        return ""
    found = "all automations are switched off" if facts.setup.automations else "no automations found"
    return f"there is nothing to rehearse: {found}"


def asked_accounts(facts: Facts, event: str, account: str = "") -> list[AccountFacts]:
    """The account with this id or handle, or all that hear the event. Raises ``NobodyHears`` with what is heard."""
    if nothing := nothing_to_play(facts):
        raise NobodyHears(nothing)
    heard = heard_events(facts)
    known = ", ".join(heard)
    if event not in EVENTS:
        guess = did_you_mean(event, heard) or did_you_mean(event, EVENTS)
        raise NobodyHears(f"there is no event `{event}`. {guess or f'These automations start on: {known}.'}")
    hearing = hearers(facts, event)
    if not hearing:
        raise NobodyHears(f"no automation here starts on `{event}`. They start on: {known}.")
    if not account:
        return list(hearing)
    wanted = named_forms((account,))
    everybody = list(dict.fromkeys(each.account for each in facts.automations))
    named = [each for each in everybody if not wanted.isdisjoint(each.known_as)]
    if not named:
        names = [name for each in everybody for name in sorted(each.known_as)]
        guess = did_you_mean(account, names) or f"There are: {', '.join(each.id for each in everybody)}."
        raise NobodyHears(f"no automation runs on an account `{account}`. {guess}")
    found = [each for each in named if each in hearing]
    if not found:
        others = ", ".join(each.shown for each in hearing)
        raise NobodyHears(f"{named[0].shown} has no automation that starts on `{event}`. These have: {others}.")
    return found
