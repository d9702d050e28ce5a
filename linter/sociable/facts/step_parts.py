"""What a step is made of: whom it is aimed at, and the text that people read.

The step itself lies above, in ``facts.py``; here stands only what its parts ask of it.
"""

from sociable.facts.provenance import (
    NOTHING,
    PASSED_ON,
    UNKNOWN,
    Provenance,
    Said,
    Value,
    Values,
    is_blank,
    joined,
    provenance,
    readable,
    said,
    wording,
)
from sociable.facts.step_aims import Aim, AnAccount
from sociable.records.static import Generic, Protocol, TypeVar
from sociable.setup.model import Account, Step, Text
from sociable.setup.target_wording import target_phrase
from sociable.text.source import Span
from sociable.vocabulary.crowds import NUMBER_OF
from sociable.vocabulary.verbs import REPOST, Verb

Heard = tuple[tuple[tuple[str, ...], ...], frozenset[str]]
"""The names, and the roles, of those to whom an automation listens."""


class _Described(Protocol):
    """An account, as far as a text speaks of it."""

    model: Account


class _Aimed(Protocol):
    """A target, as far as a text asks about it."""

    @property
    def is_of_event(self) -> bool: ...


class _Whole(Protocol):
    """A step, as far as its parts ask about it."""

    model: Step
    values: Values
    verb: Verb

    @property
    def span(self) -> Span: ...

    @property
    def account(self) -> _Described: ...

    @property
    def aim(self) -> _Aimed: ...


StepType = TypeVar("StepType", bound=_Whole)


class TargetFacts(Generic[StepType, AnAccount]):
    """Whom one step is aimed at, as rules speak of it; made when one does."""

    __slots__ = ("aim", "step")

    def __init__(self, step: StepType, aim: Aim[AnAccount]) -> None:
        self.step = step
        self.aim = aim

    @property
    def span(self) -> Span:
        return self.step.model.target.span if self.step.model.target else self.step.span

    @property
    def shown(self) -> str:
        """In words: a search finds posts, and what is done to people reaches those behind them."""
        target = self.aim.model
        phrase = target_phrase(target)
        crowd = target.crowd if target else None
        finds_posts = crowd is not None and crowd.of == "posts"
        return f"the people behind {phrase}" if finds_posts and self.step.verb.is_for_people else phrase


class TextFacts(Generic[StepType]):
    """A text people will read, with where its parts come from and those of the picture or link beside it."""

    __slots__ = ("_said", "_wording", "provenance", "step")

    def __init__(self, step: StepType) -> None:
        self.step = step
        self.provenance: Provenance = provenance(self.model, step.values) if self.model else NOTHING
        for part in step.model.beside.values():
            self.provenance = joined(self.provenance, provenance(part, step.values))
        self._said: Said | None = None
        self._wording: str | None = None

    @property
    def model(self) -> Text | None:
        return self.step.model.text

    @property
    def span(self) -> Span:
        return self.model.span if self.model else self.step.span

    @property
    def says_something(self) -> bool:
        return self.model is not None and not is_blank(self.model)

    @property
    def wording(self) -> str:
        if self._wording is None:
            self._wording = wording(self.model, self.step.account.model) if self.model else ""
        return self._wording

    @property
    def said(self) -> Said:
        """What is known of its words before it runs; where there is none, what the step passes on."""
        if self._said is None:
            passed_on = self.step.verb.name == REPOST and self.step.aim.is_of_event
            unwritten = PASSED_ON if passed_on else UNKNOWN
            self._said = said(self.model, self.step.account.model) if self.model else unwritten
        return self._said

    @property
    def shown(self) -> str:
        return readable(self.model) if self.model else ""


def tables_filled_in(step: Step, values: Values) -> dict[str, Value]:
    """The fetched tables, by name, whose columns fill in the text of a step: it is written once for each row."""
    found: dict[str, Value] = {}
    for root, *names in step.text.paths() if step.text is not None else ():
        value = values.get(root)
        if value is not None and value.is_table and names != [NUMBER_OF]:
            found[root] = value
    return found


def columns_of(step: Step) -> set[str]:
    """What the text of a step says something of, such as ``guests`` in ``{{ guests.name }}``."""
    return {root for root, *names in step.text.paths() if names} if step.text is not None else set()


def gone_through(step: Step, values: Values) -> Value | None:
    """What was fetched that a step goes through, one after the other: a table, or those it is aimed at."""
    if not values:
        return None
    if step.target is not None and step.target.kind == "value":
        return values.get(step.target.name)
    return next(iter(tables_filled_in(step, values).values()), None)
