"""What can only be switched on and off together: what is read as several automations and is one."""

from collections.abc import Hashable, Iterable

from sociable.facts.facts import AutomationFacts


def switch_of(automation: AutomationFacts) -> Hashable:
    """Equal for what one switch stops: an export holds a workflow under its title, a file of our format by its id."""
    model = automation.model
    return automation.span.path, (model.title or automation.id) if model.origin.importer else automation.id


def was_off(automation: AutomationFacts) -> bool:
    """Whether its file says that it was switched off when the file was written."""
    return automation.model.was_on == "no"


def at_rest(automation: AutomationFacts) -> bool:
    """Whether nothing comes of it by its file: it was switched off, or its last day has passed."""
    return was_off(automation) or automation.is_over


def by_switch(automations: Iterable[AutomationFacts]) -> dict[Hashable, list[AutomationFacts]]:
    """All that stop together, in their order."""
    switches: dict[Hashable, list[AutomationFacts]] = {}
    for each in automations:
        switches.setdefault(switch_of(each), []).append(each)
    return switches
