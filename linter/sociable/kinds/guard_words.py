"""A condition that never holds: what rules it out, and what hangs on it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from sociable.facts.agreement import Claim, may_agree
from sociable.facts.claims import claims
from sociable.facts.co_occurrence import keys_with_claims
from sociable.facts.guards import GuardFacts
from sociable.kinds.step_words import deed_to
from sociable.text.wording import short


@lru_cache(maxsize=8)  # asked by several cases of a page
def rival(guard: GuardFacts) -> str:
    """The nearest line before it, or key of the trigger, with which it cannot hold; empty if none does alone."""
    own = list(claims((guard.guard,), guard.produced))
    return next((f"`{words}`" for words, said in _before(guard) if not may_agree([*own, *said])), "")


def _before(guard: GuardFacts) -> Iterator[tuple[str, Iterable[Claim]]]:
    """What it is judged beside: earlier lines of its own step and those of the automation, and the trigger."""
    lines = (*guard.automation.model.guards, *(guard.step.model.guards if guard.step is not None else ()))
    for line in reversed(list(takewhile(lambda each: each is not guard.guard, lines))):
        yield short(line.expression.text), claims((line,), guard.produced)
    for key, claim in keys_with_claims(guard.automation):
        yield key, (claim,)


def hindered(guard: GuardFacts) -> str:
    """What the account would do if it held, and in which automation."""
    hangs = guard.step or next(iter(guard.automation.steps), None)
    deed = f" {deed_to(hangs)}" if hangs is not None else ""
    return f"{guard.account.shown}{deed} (in `{guard.automation.id}`)"
