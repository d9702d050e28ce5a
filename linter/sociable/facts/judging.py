"""Whether a machine decides about people, and by what."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sociable.facts.awaited_words import WORD_KEYS
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.text_contents import rates
from sociable.setup.model import Guard, Text
from sociable.text.wording import listed
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
    if _tells_what_was_worked_out(step):
        return "model"
    found = {*_before(step), *(_decided(step.model.guards, step) if step.model.guards else ())}
    if any(map(step.automation.model.trigger.narrowed.__contains__, WORD_KEYS)):
        found.add("words")
    return next(word for word in reversed(JUDGED_BY) if word in found) if found else "nothing"


def tells_its_judgement(step: StepFacts) -> bool:
    """Whether the words of a step tell people what a program makes of them: a score, a label, a charge.

    By what was worked out, or by our own words where a program decides to whom they go.
    """
    text = step.model.text
    if text is None:
        return False
    if _tells_what_was_worked_out(step) or any(_by(path, step) == "mood" for path in text.paths()):
        return True
    return rates(_ours(text)) and judged_by(step) in ("numbers", "mood", "model")


def _tells_what_was_worked_out(step: StepFacts) -> bool:
    """Whether it holds what a program or a model made that is called, asked for or told as a judgement."""
    text = step.model.text
    made = [path for path in text.paths() if _by(path, step) == "model"] if text is not None else []
    if text is None or not made:
        return False
    prompts = (step.values[path[0]].source for path in made)
    asked = (_ours(prompt) for prompt in prompts if isinstance(prompt, Text))
    return any(map(rates, (_ours(text), *map(" ".join, made), *asked)))


def numbers_asked(step: StepFacts) -> str:
    """The numbers and facts about somebody by which it is decided, in words."""
    steps = [each for each in step.automation.steps if each is step or each.verb.in_run == "ends"]
    guards = (*step.automation.model.guards, *(guard for each in steps for guard in each.model.guards))
    paths = [path for guard in guards for path in guard.expression.paths() if _by(path, step) == "numbers"]
    return listed(list(dict.fromkeys(PROFILE_FIELDS[path[-1]] for path in paths))) if paths else ""


def _ours(text: Text) -> str:
    return " \u2026 ".join(part for part in text.parts if isinstance(part, str))


def _by(path: tuple[str, ...], step: StepFacts) -> str:
    root, *names = path
    if root in step.values:
        return "nothing" if step.values[root].provenance.origins.isdisjoint(_PROGRAMS) else "model"
    if "sentiment" in names:
        return "mood"
    if root == "event" and names and names[-1] in PROFILE_FIELDS and names[0] in PROFILED:
        return "numbers"
    return "words" if root == "event" and names[:1] not in (["user"], []) else "nothing"


def _decided(guards: Iterable[Guard], step: StepFacts) -> frozenset[str]:
    """By what conditions decide that a step stands under."""
    return frozenset(_by(path, step) for guard in guards for path in guard.expression.paths())


def _before(step: StepFacts) -> frozenset[str]:
    """By what it is decided whether a run gets to a step: the conditions of its automation and of each `stop`."""
    return _on_the_way(step.automation).get(step, frozenset())


@lru_cache(maxsize=8)
def _on_the_way(automation: AutomationFacts) -> dict[StepFacts, frozenset[str]]:
    """It is asked about each of its steps, one after the other."""
    return dict(_decided_at(automation))


def _decided_at(automation: AutomationFacts) -> Iterator[tuple[StepFacts, frozenset[str]]]:
    """The steps of an automation at which something has been decided, each with by what."""
    found = _decided(automation.model.guards, automation.steps[0])
    for step in automation.steps:
        if found:
            yield step, found
        if step.verb.in_run == "ends" and not found >= (more := _decided(step.model.guards, step)):
            found |= more
