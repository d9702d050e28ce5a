"""What holds a step back: how often it may happen, for whom, and whether it comes again to the same person."""

from collections.abc import Hashable, Iterable
from functools import lru_cache

from sociable.facts.claims import ask_for_silence
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.provenance import Values
from sociable.facts.text_contents import has_link, is_only_an_address
from sociable.setup.model import Guard
from sociable.vocabulary.carried import CARRIED, USER
from sociable.vocabulary.crowds import PERSON
from sociable.vocabulary.text_words import ORIGINS


def is_narrowed(automation: AutomationFacts) -> bool:
    """Whether anything chooses among the events that could start it. Which account hears them, or where, is none."""
    model = automation.model
    return bool(model.trigger.narrowed.keys() - {"in"} or model.guards or model.ignore or model.only_from)


def is_limited(step: StepFacts) -> bool:
    """Whether something says how often it may happen at most. So many in one run say nothing of how many runs."""
    model = step.automation.model
    limits = (step.model.limit, model.limit)
    return bool(
        any(limit is not None and limit.seconds for limit in limits)
        or model.cooldown
        or model.once_per
        or model.per_user
        or step.model.per_user
        or (model.max_replies_per_thread and "replies" in step.model.verb.counted_as)
    )


def is_follow_up(step: StepFacts) -> bool:
    """Whether the same run said something to the same person an hour or more before.

    A step with a condition is none, as it may ask whether they answered, unless it asks that they have not. Steps
    without a wait between them are one message in two pieces.
    """
    return step in _following_up(step.automation)


@lru_cache(maxsize=8)
def _following_up(automation: AutomationFacts) -> frozenset[StepFacts]:
    """Such steps of one automation; they are asked for one after the other."""
    if sum([step.seconds for step in automation.model.steps]) < _HOUR:
        return frozenset()
    found: set[StepFacts] = set()
    first_said: dict[Hashable, int] = {}
    waited = 0
    for step in automation.steps:
        waited += step.model.seconds
        way = _way_of_speaking(step)
        if way is not None and waited - first_said.get(way, waited) >= _HOUR and _comes_unanswered(step):
            found.add(step)
        if way is not None and step.model.text is not None:
            first_said.setdefault(way, waited)
        if step.verb.in_run == "ends":  # what comes after it depends on its condition
            first_said.clear()
    return frozenset(found)


def _comes_unanswered(step: StepFacts) -> bool:
    return not step.model.guards or ask_for_silence(step.model.guards)


_HOUR = 3600
"""What comes sooner is one message in two pieces: our judgement."""


def _way_of_speaking(step: StepFacts) -> Hashable:
    """To which one person a step speaks, in public or in private; ``None`` if to nobody or to several.

    That is whom it is aimed at, or whom a post to all names.
    """
    target = step.aim.model
    if target is not None and step.aim.size == "one":
        return (step.verb.group, *((PERSON, "") if step.aim.is_of_event else (target.kind, target.name)))
    return (step.verb.group, PERSON, "") if PERSON in step.text.provenance.people else None


_SAID = frozenset(name for name, row in ORIGINS.items() if row.is_said)
_CONTENT = {
    thing: {field.name for field in row.fields if field.origin in _SAID or field.judges}
    for thing, row in CARRIED.items()
    if thing != USER
}
"""What of an event is said by somebody, or judges what they said; a profile says nothing about the matter at hand."""


def looks_at_content(step: StepFacts) -> bool:
    """Whether a condition on words, mood or stars decides about this step, or ends the run before it.

    What an AI model made of the words counts as well: nobody can tell beforehand what it was asked.
    """
    return step in _looking(step.automation)


@lru_cache(maxsize=8)
def _looking(automation: AutomationFacts) -> frozenset[StepFacts]:
    """The steps of one automation that such a condition decides about; they are asked for one after the other."""
    found: set[StepFacts] = set()
    looked = _look(automation.model.guards, Values())
    for step in automation.steps:
        looks = _look(step.model.guards, step.values)
        if looked or looks:
            found.add(step)
        looked = looked or (looks and step.verb.in_run == "ends")
    return frozenset(found)


def _look(guards: Iterable[Guard], values: Values) -> bool:
    return any(_is_content(path, values) for guard in guards for path in guard.expression.paths())


def _is_content(path: tuple[str, ...], values: Values) -> bool:
    root, *names = path
    if root in values:
        return not values[root].provenance.origins.isdisjoint(_SAID | {"ai"})
    if root != "event" or not names:
        return False
    known = _CONTENT.get(names[0], set())
    return bool(known) if len(names) == 1 else names[1] in known or "*" in known


def is_a_bare_link(step: StepFacts) -> bool:
    """Whether it shows an address, and no word, picture or film beside it."""
    text, beside = step.model.text, step.model.beside
    if not beside.keys() <= {"link"} or (text is not None and not is_only_an_address(text)):
        return False
    return "link" in beside or (text is not None and has_link(text))


MANY_FOR_ONE = 100
"""More signs of favour for one post than any account of one's own can give: our judgement."""


def is_of_many(step: StepFacts) -> bool:
    """Whether many accounts of one hand do it: its account stands for them, or one post gets so many at one go."""
    if step.account.model.stands_for > 1:
        return True
    limit = step.model.limit
    is_named = step.aim.kind == "handle" and not step.automation.event.has_post
    return is_named and limit is not None and not limit.seconds and limit.times >= MANY_FOR_ONE
