"""What each account does about what is done to it: the edges of the causality graph, per account.

A behaviour says: when this event happens here, that event follows there. "There" is one of four
places: back at whoever acted (``back``), one named account of ours (``to``), anybody (``any``), or
the account itself (``self``). Events that nobody of ours hears are left out.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.deriving.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from linter.deriving.texts import PERSON, mentioned_handles
from linter.model import Target
from linter.vocabulary import CROWDS, EVENTS, Cause

Keep = Callable[[StepFacts], bool]


class Behaviour(NamedTuple):
    """One edge."""

    hears: str
    emits: str
    how: str
    to: AccountFacts | None
    automation: AutomationFacts
    step: StepFacts

    @property
    def said(self) -> str | None:
        """The wording of a text without holes; ``None`` when it is not known before."""
        text = self.step.model.text
        if text is None or not all(isinstance(part, str) for part in text.parts):
            return None
        return self.step.text.wording

    @property
    def words(self) -> frozenset[str] | None:
        """The words the automation waits for, in small letters; ``None`` if it does not say."""
        words = self.automation.model.trigger.narrowed.get("contains", ())
        return frozenset(word.casefold() for word in words) or None

    @property
    def names(self) -> frozenset[str] | None:
        """Those to whom the automation listens, in small letters; ``None`` if it does not say."""
        model = self.automation.model
        lists = (model.only_from, model.trigger.narrowed.get("from", ()))
        small = [frozenset(name.casefold() for name in names) for names in lists if names]
        return frozenset.intersection(*small) if small else None

    @property
    def ignores_bots(self) -> bool:
        return "bots" in self.automation.model.ignore


def behaviours(facts: Facts, keep: Keep) -> list[Behaviour]:
    """Every edge whose step passes ``keep``, in file order; what a brake cuts is no edge."""
    found = [edge for step in facts.steps if step.verb.causes and keep(step) for edge in _of_step(step)]
    heard = {automation.event.name for automation in facts.automations} | {edge.hears for edge in found}
    return [edge for edge in found if edge.emits in heard and not _is_cut(edge)]


def _of_step(step: StepFacts) -> Iterator[Behaviour]:
    """What a step does when its automation is started, and after somebody has come into the set it goes through."""
    own = step.automation.event.name
    grows = [event for event in growing(step.target.model) if event != own]
    for cause, how, to in emitted(step):
        for hears in (own, *(grows if how != "back" else ())):  # a set that grew has nobody to answer
            yield Behaviour(hears, cause.event, how, to, step.automation, step)


def growing(target: Target | None) -> Iterator[str]:
    """The events that add somebody to a set of people, or to the set whose people it goes by."""
    if target is not None:
        if target.crowd is not None and target.crowd.grows_with:
            yield target.crowd.grows_with
        yield from growing(target.of)


def emitted(step: StepFacts) -> Iterator[tuple[Cause, str, AccountFacts | None]]:
    """Each event a step causes, with where it happens: ``self``, ``any``, ``back`` or ``to`` an account of ours."""
    for cause in step.verb.causes:
        if cause.where == "self":
            yield cause, "self", None
        elif cause.where == "watchers":
            yield cause, "any", None
        else:
            for how, to in _whom(step):
                yield cause, how, to
    if step.audience == "public" and step.model.text is not None:
        mention = Cause("mentioned", "target")
        if PERSON in step.text.provenance.people and "user" in step.automation.event.carries:
            yield mention, "back", None
        for handle in mentioned_handles(step.model.text):
            named = step.facts.by_handle.get((step.account.platform, handle.casefold()))
            if named is not None:
                yield mention, "to", named


def _whom(step: StepFacts) -> list[tuple[str, AccountFacts | None]]:
    target = step.target
    if target.kind in (PERSON, "post"):
        return [("back", None)] if "user" in step.automation.event.carries else []
    if target.own is not None:
        return [("to", target.own)] if target.own.platform == step.account.platform else []
    return [("any", None)] if target.kind in CROWDS else []


def _is_cut(behaviour: Behaviour) -> bool:
    """Brakes that end a circle: once for each person or conversation, or no answer to our own."""
    model = behaviour.automation.model
    if "own_accounts" in model.ignore:
        return True
    once = model.once_per.what if model.once_per is not None and not model.once_per.seconds else ""
    if once == "user" and "user" in EVENTS[behaviour.hears].carries:
        return True
    capped = behaviour.step.verb.name == "reply" and bool(model.max_replies_per_thread)
    return behaviour.how == "back" and (once == "thread" or capped)


def listens_to(behaviour: Behaviour, actor: AccountFacts) -> bool:
    """Whether the automation takes notice of what this account of ours does."""
    if behaviour.ignores_bots and actor.model.automated_label == "yes":
        return False
    return behaviour.names is None or not behaviour.names.isdisjoint(actor.known_as)


def is_certain(behaviour: Behaviour) -> bool:
    """Whether nothing that only shows at run time decides about it."""
    model = behaviour.automation.model
    narrowed = model.trigger.narrowed.keys() - {"from", "every", "at", "on", "cron", "timezone"}
    guarded = bool(model.guards or behaviour.step.model.guards or narrowed)
    return not guarded and behaviour.how != "any" and "bots" not in model.ignore
