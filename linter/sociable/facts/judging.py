"""Whether a machine decides about people, and by what."""

from collections.abc import Iterator

from sociable.facts.awaited_words import WORD_KEYS
from sociable.facts.facts import StepFacts
from sociable.setup.model import Guard
from sociable.vocabulary.carried import PROFILE_FIELDS, PROFILED

JUDGED_BY = {
    "nothing": "it is done to whoever comes",
    "words": "words in what they wrote",
    "numbers": "numbers, such as how many follow them or since when they are there",
    "mood": "whether their words sound friendly",
    "model": "what a model or another program makes of them",
}
"""What decides, from least to most of a judgement."""

_PROGRAMS = frozenset(("ai", "fetched", "code"))


def judged_by(step: StepFacts) -> str:
    """A word of ``JUDGED_BY``: the gravest of what decides about a step, or is kept by it."""
    origins = step.text.provenance.origins
    if "ai" in origins and not step.text.provenance.people.isdisjoint(("person",)):
        return "model"
    found = {_by(path, step) for path in _paths(step)}
    if any(key in step.automation.model.trigger.narrowed for key in WORD_KEYS):
        found.add("words")
    return next((word for word in reversed(JUDGED_BY) if word in found), "nothing")


def _by(path: tuple[str, ...], step: StepFacts) -> str:
    root, *names = path
    if root in step.values:
        return "nothing" if step.values[root].provenance.origins.isdisjoint(_PROGRAMS) else "model"
    if "sentiment" in names:
        return "mood"
    if root == "event" and names and names[-1] in PROFILE_FIELDS and names[0] in PROFILED:
        return "numbers"
    return "words" if root == "event" and names[:1] not in (["user"], []) else "nothing"


def _paths(step: StepFacts) -> Iterator[tuple[str, ...]]:
    """What the conditions look at that a step stands under, those of a ``stop`` before it too."""
    guards: list[Guard] = [*step.automation.model.guards, *step.model.guards]
    for each in step.automation.steps:
        if each is step:
            break
        if each.verb.in_run == "ends":
            guards += each.model.guards
    for guard in guards:
        yield from guard.expression.paths()
