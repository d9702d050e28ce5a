"""How the person behind an event is called."""

import re

from sociable.facts.facts import AutomationFacts
from sociable.vocabulary.roles import ROLES

_ANYBODY = ("the person", "somebody")


_OURS = {"us": "it", "our": "its", "of ours": "of its own"}
_NAMING_US = r"“[^”]*”|\b(?:us|our|of ours)\b"


def of_it(words: str) -> str:
    """What is said of us, as it is said of the account; quotations stay."""
    return re.sub(_NAMING_US, lambda match: _OURS.get(match[0], match[0]), words)


def person(automation: AutomationFacts) -> str:
    """The person behind an event; by their role, where an automation waits for nobody else."""
    whoever: str = automation.event.person
    named = automation.model.trigger.narrowed.get("from", ())
    role = ROLES.get(named[0]) if len(named) == 1 else None
    start = next(filter(whoever.startswith, _ANYBODY), "")
    return f"{role.phrase}{whoever.removeprefix(start)}" if role and start else whoever
