"""Who notices a step, and as what."""

from sociable.setup.model import Account, Step
from sociable.vocabulary.events import Event
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED, VISIBILITIES
from sociable.vocabulary.verbs import VERBS, Verb


def as_heard(step: Step, event: Event) -> Verb:
    """A reply to what somebody wrote in private is a private message."""
    verb, target = step.verb, step.target
    to_them = target is not None and target.is_of_event and verb.stays_in_thread and verb.audience == "public"
    return VERBS[event.answered_by] if to_them and event.answered_by else verb


def audience_of(step: Step, verb: Verb, account: Account) -> str:
    """Who notices a step: the verb says it, the platform and ``visibility:`` narrow it."""
    if verb.audience != "public":
        return verb.audience
    if step.visibility != UNSTATED:
        return VISIBILITIES[step.visibility]
    platform = platform_row(account.platform)
    in_a_room = step.place is not None or account.place is not None
    return (in_a_room and platform.hears_in_rooms) or platform.hears
