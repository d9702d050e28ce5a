"""How long a walk goes on and how often it can happen."""

from collections import Counter
from collections.abc import Hashable, Iterator

from sociable.facts.facts import AutomationFacts
from sociable.facts.waits import seconds_after_event
from sociable.graph.brakes import rates_of
from sociable.graph.walk_steps import WalkStep
from sociable.records.record import Record
from sociable.setup.model import Rate

_DAY = 86400


class Pace(Record):
    """How often a walk can be gone round at most, because of which automation."""

    laps: Rate
    automation: AutomationFacts

    @property
    def is_slow(self) -> bool:
        """At most once a day."""
        return self.laps.times * _DAY <= self.laps.seconds


def stops_after(walk: tuple[WalkStep, ...]) -> int:
    """How many steps are taken on a walk before a bound stops it, from where it lasts longest; 0 if nothing does.

    Each time round takes the same from what is left, so all rounds but the last two are taken at once.
    """
    keys = [_key(walk_step) for walk_step in walk]
    uses = Counter(key for key in keys if key is not None)
    if not uses:
        return 0
    rounds = max(min(key.times // count for key, count in uses.items()) - 1, 0)
    left = {key: key.times - rounds * count for key, count in uses.items()}
    return rounds * len(walk) + max(_taken(keys[start:] + keys[:start], left) for start in range(len(keys)))


class _Key(Record):
    """What is counted, and how often it may happen."""

    automation: AutomationFacts
    whom: Hashable
    times: int


def _key(walk_step: WalkStep) -> _Key | None:
    bound = walk_step.reaction.transition.bound
    if bound is None:
        return None
    return _Key(walk_step.step.automation, walk_step.actor if bound.what == "user" else "", bound.times)


def _taken(keys: list[_Key | None], left: dict[_Key, int]) -> int:
    """The steps taken from the first of ``keys`` on, round and round, until nothing is left of what one needs."""
    left = dict(left)
    taken = 0
    while True:
        for key in keys:
            if key is not None:
                if not left[key]:
                    return taken
                left[key] -= 1
            taken += 1


def pace_of(walk: tuple[WalkStep, ...]) -> Pace | None:
    """The slowest of the limits on a walk; each counts as often as what it limits is on it."""
    runs: dict[AutomationFacts, list[WalkStep]] = {}
    for walk_step in walk:
        runs.setdefault(walk_step.step.automation, []).append(walk_step)
    found = [
        Pace(Rate(rate.times, rate.seconds * uses), automation)
        for automation, own in runs.items()
        for walk_step in own
        for rate, uses in _rates(walk_step, own)
    ]
    return min(found, key=lambda pace: pace.laps.times / pace.laps.seconds, default=None)


def _rates(walk_step: WalkStep, runs: list[WalkStep]) -> Iterator[tuple[Rate, int]]:
    """What limits a step of a walk, and how many of the ``runs`` of its automation on it share in that."""
    step = walk_step.step
    of_step, of_all, of_each = rates_of(step)
    yield from ((rate, sum(each.step is step for each in runs)) for rate in of_step)
    yield from ((rate, len(runs)) for rate in of_all)
    yield from ((rate, sum(each.actor is walk_step.actor for each in runs)) for rate in of_each)


def lap_time(walk: tuple[WalkStep, ...]) -> int:
    """Seconds that each time round takes at least, because steps wait."""
    return sum(seconds_after_event(walk_step.step) for walk_step in walk)
