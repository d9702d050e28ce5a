"""Who notices a step, and as what."""

from sociable.setup.model import Step
from sociable.vocabulary.events import Event
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED, VISIBILITIES
from sociable.vocabulary.verbs import VERBS, Verb


def as_heard(step: Step, event: Event) -> Verb:
    """A reply to what somebody wrote in private is a private message."""
    verb, target = step.verb, step.target
    to_them = target is not None and target.is_of_event and verb.stays_in_thread and verb.audience == "public"
    return VERBS[event.answered_by] if to_them and event.answered_by else verb


def audience_of(verb: Verb, visibility: str, platform: str) -> str:
    """Who notices a step: the verb says it, the platform and ``visibility:`` narrow it."""
    audience = verb.audience
    if audience != "public":
        return audience
    if visibility != UNSTATED:
        return VISIBILITIES[visibility]
    return platform_row(platform).hears
