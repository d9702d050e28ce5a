"""How the person behind an event is called."""

from sociable.facts.facts import AutomationFacts
from sociable.vocabulary.roles import ROLES

_ANYBODY = ("the person", "somebody")


def person(automation: AutomationFacts) -> str:
    """The person behind an event; by their role, where an automation waits for nobody else."""
    whoever: str = automation.event.person
    named = automation.model.trigger.narrowed.get("from", ())
    role = ROLES.get(named[0]) if len(named) == 1 else None
    start = next(filter(whoever.startswith, _ANYBODY), "")
    return f"{role.phrase}{whoever.removeprefix(start)}" if role and start else whoever
