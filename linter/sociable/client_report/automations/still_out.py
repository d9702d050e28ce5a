"""Where something has spoken, and what of that stays out there when it is switched off."""

from collections.abc import Iterable, Iterator

from sociable.client_report.automations.weekly_pace import noticed
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.vocabulary.platforms import OTHER, PLATFORMS


def still_out(automations: Iterable[AutomationFacts], frame: Frame) -> Iterator[str]:
    """A clause for what they have published and one for what they have sent, each with the platforms."""
    places: dict[str, dict[str, None]] = {"out_published": {}, "out_sent": {}}
    for automation in automations:
        for step in noticed(automation):
            if step.verb.speaks:
                key = "out_sent" if step.verb.group == "private_speech" else "out_published"
                places[key][_place(automation.account, frame)] = None
    for key, named in places.items():
        if named:
            yield frame.say("pause", key, places=frame.listed(list(named)))


def _place(account: AccountFacts, frame: Frame) -> str:
    platform = PLATFORMS.get(account.platform)
    return account_name(account, frame) if platform is None or platform.name == OTHER else platform.title
