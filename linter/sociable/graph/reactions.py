"""What each account does about what is done to it: the edges of the causality graph, per account.

A reaction says: when this event happens here, that event follows there. "There" is one of four
places: back at whoever acted (``back``), one named account of ours (``to``), anybody (``any``), or
the account itself (``self``). Everything happens on one platform, but for posts: an automation may
wait for those of an account of ours that it names, or hear a room by its name, wherever that is.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from sociable.facts.awaited_words import ANY_WORDS, Words, words
from sociable.facts.claims import ANYBODY, actors, of_both
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.provenance import Said, mentioned_handles
from sociable.facts.rooms import heard_in_the_room, is_heard_in_a_room
from sociable.graph.brakes import bound_of, ignores_own, never_runs
from sociable.graph.set_off import NAMING, growing
from sociable.setup.handles import named_forms
from sociable.setup.model import Automation, Guard
from sociable.vocabulary.crowds import CROWDS, PERSON
from sociable.vocabulary.events import EVENTS, POSTED_HERE, TRIGGER_KEYS
from sociable.vocabulary.loop_words import STRANGERS_BOT
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.verbs import NOTICED, Cause

StepTest = Callable[[StepFacts], bool]
"""What may be asked of a step on a loop."""


class Transition:
    """What sets off a step of an automation, what that brings about, and what ends every loop it is on.

    It is the same on each account that the automation runs on. ``words`` says which texts can set it off. ``names`` are
    those to whom it listens, in small letters; ``None`` if it does not say. ``is_picky``: not everybody can set it off.
    """

    __slots__ = ("_asked", "_words", "actors", "bound", "emits", "hears", "how", "ignores_bots", "is_picky", "names")

    def __init__(self, step: StepFacts, hears: str, emits: str, how: str, guards: tuple[Guard, ...]) -> None:
        automation = step.automation
        self.hears = hears
        self.emits = emits
        self.how = how
        self.actors = actors(guards) if guards else ANYBODY
        self.bound = bound_of(step, hears, how)
        is_its_own = hears == automation.event.name  # a set that grew says nothing
        self._asked = (automation.model, guards, step.values)
        self._words: Words | None = None if is_its_own else ANY_WORDS
        self.names = _named(automation)
        self.ignores_bots = self.actors.no_bots or "bots" in automation.model.ignore
        self.is_picky = self.ignores_bots or self.names is not None or self.actors is not ANYBODY

    @property
    def words(self) -> Words:
        if self._words is None:  # few need to be asked
            self._words = words(*self._asked)
        return self._words


class Reaction:
    """One edge: what a step does on one account, and ``to`` whom, if that is another one of ours.

    Two are the same only if they are one: a named tuple would be compared by all it holds, which takes long where there
    are many. What it does stands in a record of its own, as it is kept for each of many accounts only once.
    """

    __slots__ = ("step", "to", "transition")

    def __init__(self, step: StepFacts, transition: Transition, to: AccountFacts | None = None) -> None:
        self.step = step
        self.transition = transition
        self.to = to

    @property
    def automation(self) -> AutomationFacts:
        return self.step.automation

    @property
    def platform(self) -> str:
        return self.step.account.platform

    @property
    def said(self) -> Said:
        """What is known beforehand of the words that it puts before others."""
        return self.step.text.said

    @property
    def repeats(self) -> bool:
        """Whether it says again what set it off: known of a text without holes before its words are looked at."""
        model = self.step.model.text
        return (model is None or any(type(part) is not str for part in model.parts)) and self.said.repeats

    @property
    def is_choosy(self) -> bool:
        """Whether it makes a difference who acted."""
        return self.transition.how == "back" or self.transition.is_picky


def _named(automation: AutomationFacts) -> frozenset[str] | None:
    """The names for which an automation waits, ``None`` where it does not say."""
    forms = [known for known in (*map(_in_one_form, automation.only), _heard(automation)) if known is not None]
    if len(forms) == 1:
        return forms[0]  # many accounts may wait for the same long list: an intersection would be another set
    return frozenset.intersection(*forms) if forms else None


def _heard(automation: AutomationFacts) -> frozenset[str] | None:
    """Those in its room; none of ours if it takes no notice of them, and then nobody has to look who they are.

    Where the file says that it listens to bots, one of somebody else may be there as well, and hear what it says.
    """
    if automation.event.name == POSTED_HERE and ignores_own(automation):
        return frozenset()
    heard = heard_in_the_room(automation)
    return (
        heard | {STRANGERS_BOT} | automation.account.known_as
        if heard is not None and automation.waits_for_bots
        else heard
    )


def listening(automation: AutomationFacts) -> Reaction:
    """What an automation waits for, whatever it does then."""
    step = automation.steps[0]
    return Reaction(step, Transition(step, automation.event.name, "", "", automation.model.guards))


@lru_cache(maxsize=4096)
def _in_one_form(names: tuple[str, ...]) -> frozenset[str] | None:
    return named_forms(names) or None


def reactions(facts: Facts) -> list[Reaction]:
    """Every edge, in file order; what can never run is no edge."""
    transitions = _Transitions()
    return [edge for step in facts.steps for edge in _edges_of(step, transitions)]


def _edges_of(step: StepFacts, transitions: "_Transitions") -> Iterable[Reaction]:
    return _of_step(step, transitions) if step.verb.causes and not never_runs(step) else ()


def on_circles(set_off: Sequence[StepFacts]) -> list[Reaction]:
    """The edges of steps that somebody may set off: what sets nothing off is the end of no loop."""
    heard = {step.automation.event.name for step in set_off}
    heard.update(chain.from_iterable(growing(step.aim.model) for step in set_off))
    transitions = _Transitions(heard)
    return [edge for step in set_off for edge in _edges_of(step, transitions)]


def without_own(edges: Iterable[Reaction]) -> list[Reaction]:
    """The edges that our own accounts can set off."""
    return [edge for edge in edges if not ignores_own(edge.automation)]


class _Transitions:
    """What steps do, once for all accounts of an automation; only what somebody has ``heard``, if that is said."""

    def __init__(self, heard: Container[str] | None = None) -> None:
        self._heard = heard
        self._of: Automation | None = None
        self._known: dict[tuple[int, str, str, str, str], Transition] = {}

    def is_heard(self, event: str) -> bool:
        return self._heard is None or event in self._heard

    def of(self, step: StepFacts, hears: str, emits: str, how: str, guards: tuple[Guard, ...]) -> Transition:
        """As automations are gone through one after the other, it is enough to remember the last.

        Steps that go by no conditions and no values of their own do it alike, if by the same verb.
        """
        if step.automation.model is not self._of:
            self._of, self._known = step.automation.model, {}
        by_itself = bool(step.values or step.model.guards)
        key = id(step.model) if by_itself else 0, step.model.verb.name, hears, emits, how
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = Transition(step, hears, emits, how, guards)
        return known


def _of_step(step: StepFacts, transitions: _Transitions) -> Iterator[Reaction]:
    """What a step does when its automation is started, and after somebody has come into the set it goes through."""
    own = step.automation.event.name
    guards = of_both(step.automation.model, step.model)
    grows = [event for event in dict.fromkeys(growing(step.aim.model)) if event != own]
    for cause, how, to in dict.fromkeys(emitted(step)):
        if transitions.is_heard(cause.event):
            yield Reaction(step, transitions.of(step, own, cause.event, how, guards), to)
            for hears in () if how == "back" else grows:  # a set that grew has nobody to answer
                yield Reaction(step, transitions.of(step, hears, cause.event, how, ()), to)


def emitted(step: StepFacts) -> Iterator[tuple[Cause, str, AccountFacts | None]]:
    """Each event a step causes, with where it happens: ``self``, ``any``, ``back`` or ``to`` an account of ours."""
    answers_name = platform_row(step.account.platform).answers_name
    for cause in step.verb.causes:
        if cause in NAMING and not answers_name:
            continue
        if cause.where == "self":
            yield cause, "self", None
        elif cause.where in NOTICED:
            if _is_noticed(step, cause):
                yield cause, "any", None
        else:
            for how, to in _whom(step):
                yield cause, how, to
    if step.audience == "public" and step.model.text is not None:
        named = [step.facts.called(each, step.account.platform) for each in mentioned_handles(step.model.text)]
        names_actor = PERSON in step.text.provenance.people and step.automation.event.has_person
        for cause in NAMING:
            if names_actor:
                yield cause, "back", None
            yield from ((cause, "to", each) for each in named if each is not None)


def _is_noticed(step: StepFacts, cause: Cause) -> bool:
    """Whether those who look out for it can come upon what a step does."""
    if cause.where == "searchers":
        return platform_row(step.account.platform).finds_answers
    return cause.event != POSTED_HERE or is_heard_in_a_room(step)


def _whom(step: StepFacts) -> list[tuple[str, AccountFacts | None]]:
    target = step.aim
    if target.is_of_event:
        return [("back", None)] if step.automation.event.has_person else []
    if target.own is not None:
        return [("to", target.own)] if target.own.platform == step.account.platform else []
    return [("any", None)] if target.kind in CROWDS else []


def listens_to(reaction: Reaction, actor: AccountFacts, even_shunned: bool = False) -> bool:
    """Whether the automation takes notice of what this account of ours does; or would, ``even_shunned`` by name."""
    if not reaction.transition.is_picky:
        return True
    if reaction.transition.ignores_bots and actor.is_labelled:
        return False
    if reaction.transition.names is not None and reaction.transition.names.isdisjoint(actor.known_as):
        return False
    return may_be(reaction, actor, even_shunned)


def may_be(reaction: Reaction, actor: AccountFacts, even_shunned: bool = False) -> bool:
    """Whether its conditions hold for this account of ours as the one behind the event; or would, as there."""
    actors = reaction.transition.actors._replace(shunned=frozenset()) if even_shunned else reaction.transition.actors
    return actors.may_be(actor.handles, actor.is_labelled)


AccountsByName = dict[str, list[AccountFacts]]
"""Accounts by what they are known as."""


def by_name(accounts: Iterable[AccountFacts], among: Container[str] | None = None) -> AccountsByName:
    """Accounts by id and by every form of their handle, as far as these are ``among`` some names."""
    found: AccountsByName = {}
    for account in accounts:
        for name in account.known_as if among is None else filter(among.__contains__, account.known_as):
            found.setdefault(name, []).append(account)
    return found


def watched_elsewhere(reaction: Reaction, named: AccountsByName) -> list[AccountFacts]:
    """Accounts on other platforms for whose posts an automation waits.

    A handle stands for the account on its own platform, if there is one of that handle.
    """
    if not EVENTS[reaction.transition.hears].crosses_platforms:
        return []
    handles = reaction.step.facts.by_handle
    return [
        account
        for name in reaction.transition.names or ()
        for account in named.get(name, ())
        if account.platform != reaction.platform
        and (name == account.id.casefold() or (reaction.platform, name) not in handles)
    ]


def heard_by_words(edges: list[Reaction]) -> set[str]:
    """The events that somebody hears only in certain words, and those whose words copies carry on to such events."""
    found = {each.transition.hears for each in edges if each.transition.words is not ANY_WORDS}
    copies = [each.transition for each in edges if each.repeats] if found else []
    copied = {(copy.hears, copy.emits) for copy in copies}
    while carried := {hears for hears, emits in copied if emits in found} - found:
        found |= carried
    return found


def is_certain(reaction: Reaction) -> bool:
    """Whether nothing that only shows at run time decides about it."""
    model = reaction.automation.model
    narrowed = any(TRIGGER_KEYS[key].says not in ("who", "when") for key in model.trigger.narrowed)
    guarded = bool(model.guards or reaction.step.model.guards or narrowed)
    return not guarded and reaction.transition.how != "any" and "bots" not in model.ignore
