"""A condition that never holds: what rules it out, and what hangs on it."""

from collections.abc import Iterable, Iterator

from sociable.facts.agreement import Claim, may_agree
from sociable.facts.claims import claims
from sociable.facts.co_occurrence import keys_with_claims
from sociable.facts.facts import StepFacts
from sociable.facts.guards import GuardFacts
from sociable.kinds.step_words import deed_to
from sociable.setup.model import Guard
from sociable.text.wording import short


def rival(guard: GuardFacts) -> str:
    """The nearest line before it, or key of the trigger, with which it cannot hold; empty if none does alone."""
    own = list(claims((guard.guard,), guard.produced))
    return next((f"`{words}`" for words, said in _before(guard) if not may_agree([*own, *said])), "")


def _before(guard: GuardFacts) -> Iterator[tuple[str, Iterable[Claim]]]:
    lines = list[Guard]()
    for each in (*guard.automation.model.guards, *(one for step in _until(guard) for one in step.model.guards)):
        if each is guard.guard:
            break
        lines.append(each)
    for line in reversed(lines):
        yield short(line.expression.text), claims((line,), guard.produced)
    for key, claim in keys_with_claims(guard.automation):
        yield key, (claim,)


def _until(guard: GuardFacts) -> Iterator[StepFacts]:
    """The steps up to the first that hangs on it."""
    for step in guard.automation.steps:
        yield step
        if guard.guard in step.model.guards:
            return


def hindered(guard: GuardFacts) -> str:
    """What the account would do if it held, and in which automation."""
    steps = guard.automation.steps
    hangs = next((step for step in steps if guard.guard in step.model.guards), steps[0] if steps else None)
    deed = f" {deed_to(hangs)}" if hangs is not None else ""
    return f"{guard.account.shown}{deed} (in `{guard.automation.id}`)"
