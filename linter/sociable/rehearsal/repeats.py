"""Whether a situation has been there before, whatever is new counted as alike.

A situation is what is still to come, what brakes remember and which ties there are. Posts that
nothing still to come is about cannot matter any more and are left out; the others are numbered anew.
Limits and cooldowns are left out, too: they only hold back, and what they hold back happens later.
"""

from collections.abc import Hashable, Iterable

from sociable.facts.facts import AutomationFacts
from sociable.facts.rooms import heard_in_the_room, passes_over_copies
from sociable.records.record import Record
from sociable.rehearsal.filled_texts import Made
from sociable.rehearsal.holding_back import Memory
from sociable.rehearsal.small_world import Item, Occurrence, Person, SmallWorld


class Task(Record):
    """Something still to come: an occurrence is heard, or an automation goes on at one of its steps.

    Without ``automation`` everybody who hears the occurrence still has to. ``step`` is -1 where the
    automation still has to begin. ``waited``: the wait before that step is over. ``deed``: nothing is left
    of it but to do that step to ``whom``; ``others``: who stands for more.
    """

    occurrence: Occurrence
    automation: AutomationFacts | None = None
    step: int = -1
    values: tuple[tuple[str, Made], ...] = ()
    notes: tuple[str, ...] = ()
    waited: bool = False
    deed: bool = False
    whom: Person | None = None
    others: bool = False


class _Numbers:
    """Numbers of posts and conversations by the order in which they come up."""

    def __init__(self, pending: Iterable[Task]) -> None:
        self.of: dict[int, int] = {}
        for task in pending:
            if task.occurrence.item is not None:
                self.of.setdefault(task.occurrence.item.number, len(self.of))
                self.of.setdefault(task.occurrence.item.thread, len(self.of))

    def item(self, item: Item | None) -> Hashable:
        if item is None:
            return None
        return self.of[item.number], self.of[item.thread], item.author, item.wording

    def thing(self, thing: Person | int) -> Hashable:
        """A person, or the new number of a post; ``None`` for a post that cannot matter any more."""
        return thing if isinstance(thing, Person) else self.of.get(thing)


def situation(pending: list[Task], world: SmallWorld, memory: Memory, now: int) -> Hashable:
    """Equal for equal situations."""
    numbers = _Numbers(pending)
    ties = {((verb, who, numbers.thing(thing)), tied) for (verb, who, thing), tied in world.ties.items()}
    done = {
        (automation, actor, what, numbers.thing(thing), until and until - now)
        for (automation, actor, what, thing), until in memory.done.items()
        if until is None or until > now
    }
    replies = {
        (automation, actor, numbers.of.get(thread), count)
        for (automation, actor, thread), count in memory.replies.items()
    }
    return (
        tuple(_task(task, numbers) for task in pending),
        frozenset(tie for tie in ties if tie[0][2] is not None),
        frozenset(each for each in done if each[3] is not None),
        frozenset(each for each in replies if each[2] is not None),
        frozenset(world.opted_out),
    )


def _task(task: Task, numbers: _Numbers) -> Hashable:
    event, at, by = task.occurrence.event, task.occurrence.at, task.occurrence.by
    left = (task.automation, task.step, task.values, task.waited, task.deed, task.whom)
    return event, at, by, _is_told_apart(task), numbers.item(task.occurrence.item), left


def _is_told_apart(task: Task) -> bool:
    """Whether it counts that no person did it: somebody there passes over copies, or hears only what is said there."""
    occurrence = task.occurrence
    return occurrence.because > 0 and any(
        passes_over_copies(each) or heard_in_the_room(each) is not None
        for each in occurrence.at.automations.get(occurrence.event, ())
    )
