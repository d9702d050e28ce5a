"""What is said again. Which posts are the same takes more to find out, and is for ``sameness``."""

from collections.abc import Iterable, Iterator

from sociable.facts.facts import StepFacts
from sociable.text.source import Span
from sociable.vocabulary.crowds import OWN_POSTS

AGAIN = {
    "accounts": "several accounts on one platform publish it",
    "twice": "one account publishes it twice for the same reason",
    "rooms": "one account publishes it in several rooms, groups or communities at once",
    "routes": "one account gets it by several routes and publishes it each time",
    "restart": "it comes again whenever the automation begins anew",
    "unremembered": "the same people get it again, because nothing remembers who has got it",
}
"""How the same thing comes again."""


class Repeat:
    """The same content in several steps. ``again`` is a word of ``AGAIN``."""

    __slots__ = ("again", "steps")

    def __init__(self, again: str, steps: list[StepFacts]) -> None:
        self.again = again
        self.steps = steps

    @property
    def first(self) -> StepFacts:
        """The one that comes first in the files, or that the other copies."""
        return self.steps[0]

    @property
    def second(self) -> StepFacts:
        """The next one, at another place if there is one."""
        others = (step for step in self.steps if step.span != self.first.span)
        return next(others, self.steps[len(self.steps) > 1])

    @property
    def span(self) -> Span:
        """Where it is said again."""
        return self.second.span

    @property
    def accounts(self) -> int:
        """On how many accounts it is said."""
        return sum({id(step.account): step.account.model.stands_for for step in self.steps}.values())


def in_file_order(found: Iterable[Repeat]) -> list[Repeat]:
    """By the places where it is said again."""
    return sorted(found, key=lambda each: (each.second.span.path, each.second.span.start, each.second.automation.order))


def is_post(step: StepFacts) -> bool:
    """Whether it publishes something that others read."""
    return step.verb.publishes and step.audience in ("public", "group") and step.text.says_something


def has_own_posts(step: StepFacts) -> bool:
    """Whether its text prints what the account has posted before."""
    return step.model.text is not None and any(is_of_own_posts(path, step) for path in step.model.text.paths())


def is_of_own_posts(path: tuple[str, ...], step: StepFacts) -> bool:
    """Whether a name stands for a value that was fetched from what the account has posted before."""
    value = step.values.get(path[0])
    return value is not None and value.target is not None and value.target.kind == OWN_POSTS


def unremembered(steps: Iterable[StepFacts]) -> Iterator[Repeat]:
    """What answers somebody where the file says that the same thing may set it off again."""
    for step in steps:
        if (
            "once_per" in step.automation.model.denied
            and step.verb.speaks
            and step.aim.is_of_event
            and not step.automation.event.is_timed
        ):
            yield Repeat("unremembered", [step])
