"""How the person behind an event is called."""

import re

from sociable.facts.facts import AutomationFacts
from sociable.facts.rooms import named_where_heard
from sociable.text.wording import listed, short
from sociable.vocabulary.events import POSTED_HERE
from sociable.vocabulary.roles import ROLES

_ANYBODY = ("the person", "somebody")


_OURS = {"us": "it", "our": "its", "of ours": "of its own"}
_NAMING_US = r"“[^”]*”|\b(?:us|our|of ours)\b"


def of_it(words: str) -> str:
    """What is said of us, as it is said of the account; quotations stay."""
    return re.sub(_NAMING_US, lambda match: _OURS.get(match[0], match[0]), words)


def person(automation: AutomationFacts) -> str:
    """The person behind an event; by their name or role, where an automation waits for nobody else."""
    if watched := watched_ones(automation):
        return watched
    whoever: str = automation.event.person
    if automation.event.name == POSTED_HERE and (rooms := named_where_heard(automation, "or")):
        whoever = whoever.replace("its room", rooms)
    named = automation.model.trigger.narrowed.get("from", ())
    role = ROLES.get(named[0]) if len(named) == 1 else None
    start = next(filter(whoever.startswith, _ANYBODY), "")
    return f"{role.phrase}{whoever.removeprefix(start)}" if role and start else whoever


def watched_ones(automation: AutomationFacts) -> str:
    """Those for whose posts alone an automation waits, as the file names them; empty for all others."""
    named = automation.model.trigger.narrowed.get("from", ())
    brings_posts = automation.event.is_elsewhere and automation.event.has_post
    if not (brings_posts and automation.only and named):
        return ""
    shown = [_shown(name, automation) for name in named]
    return listed(shown if len(shown) <= _FEW else [*shown[: _FEW - 1], f"{len(shown) - _FEW + 1} others"])


_FEW = 3


def _shown(name: str, automation: AutomationFacts) -> str:
    ours = automation.facts.by_id.get(name)
    return ours.shown if ours is not None else short(name)
