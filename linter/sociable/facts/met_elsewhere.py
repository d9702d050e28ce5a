"""Which automations of other accounts one and the same event in a room starts as well."""

from collections.abc import Iterable
from itertools import islice

from sociable.facts.co_occurrence import may_both_hold
from sociable.facts.facts import AutomationFacts, Facts
from sociable.facts.rooms import rooms_heard

_MOST = 30
"""So many are looked at in each room; more of ours in one room would say the same."""

_Door = tuple[str, str, str]
"""A platform, a room and an event."""


def alongside(automation: AutomationFacts) -> list[AutomationFacts]:
    """Those of other accounts of the same people that hear the same in a room that the file names for both."""
    known = automation.facts.memo
    if "doors" not in known:
        known["doors"] = _by_door(automation.facts)
    by_door: dict[_Door, list[AutomationFacts]] = known["doors"]
    others = dict.fromkeys(
        each
        for door in _doors(automation)
        for each in islice(by_door[door], _MOST)
        if each.account is not automation.account and each.account.is_of_those_behind(automation.account)
    )
    return [each for each in others if may_both_hold(automation, each)]


def _by_door(facts: Facts) -> dict[_Door, list[AutomationFacts]]:
    found: dict[_Door, list[AutomationFacts]] = {}
    for automation in facts.automations:
        for door in _doors(automation):
            found.setdefault(door, []).append(automation)
    return found


def _doors(automation: AutomationFacts) -> Iterable[_Door]:
    rooms = islice(rooms_heard(automation), _MOST)
    return ((automation.account.platform, room, automation.event.name) for room in rooms)
