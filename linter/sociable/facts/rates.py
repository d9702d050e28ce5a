"""How often an automation acts: what its file makes certain, and what it allows in so many words.

How often others mention us, follow us or write is not in any file, and nothing here guesses it. Certain is what
a schedule does by itself: no condition, no approval, no set of people of unknown size; and what ``usual:`` says.
Allowed is what an explicit ``limit:`` lets through besides. A cooldown makes both less.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.step_parts import gone_through
from sociable.records.record import Record
from sociable.setup.model import Hours, Rate
from sociable.setup.quantities import rate_words
from sociable.setup.schedules import Timetable, timetable
from sociable.setup.times import DAY, EVERY_DAY

Counted = tuple[StepFacts, bool]
"""A step that counts, and whether it certainly happens once in every run."""


class Pace(Record):
    """So many actions in a stretch of time: ``certain`` ones, and those together with the others ``allowed``."""

    certain: int
    allowed: int


def pace_of(automation: AutomationFacts, steps: Collection[Counted], seconds: int, day: int) -> Pace:
    """How often these of its steps happen in so many ``seconds`` of a weekday, Monday being 0.

    A limit holds for all of them together, what is usual for each; of those with conditions, which may exclude each
    other, for one.
    """
    runs, model = _runs(automation, seconds, day), automation.model
    most = _let_through(model.limit or model.usual, seconds, runs, _stretch(automation))
    paces = [_of_step(step, certain, seconds, _runs_of(step, seconds, day, runs), most) for step, certain in steps]
    if model.limit is None and model.usual is not None:
        each = [pace.allowed if most is None else min(pace.allowed, most) for pace in paces]
        in_turn = [times for times, (step, _) in zip(each, steps, strict=True) if step.model.guards]
        usually = sum(each) - sum(in_turn) + max(in_turn, default=0)
        return Pace(usually, usually)
    certain, allowed = sum([pace.certain for pace in paces]), sum([pace.allowed for pace in paces])
    return Pace(certain, allowed) if most is None else Pace(min(certain, most), min(allowed, most))


def times_a_day(step: StepFacts) -> int:
    """How often a step certainly happens on the fullest day of a week, to one or to many; 0 where that is not known."""
    automation = step.automation
    is_on_time = timetable_of(automation) is not None
    if automation.model.usual is not None and not (is_on_time and step.aim.size in _MANY):
        return _usually(step, DAY)
    if not is_on_time or step not in _in_every_run(automation):
        return 0
    return max(_certain_on(step, day) for day in unlike_days([automation]))


MOST_READ = 200
"""How many a day a team can look at, one by one: our judgement."""

MOST_READ_PER_HOUR = 40

_HOUR = 3600


def is_too_much_to_read(step: StepFacts) -> bool:
    """Whether it happens more often than people can look at it first, by a schedule or as the file says."""
    usual, count = step.automation.model.usual, step.account.model.stands_for
    if usual is not None and 0 < usual.seconds < DAY:
        return _usually(step, _HOUR) * count > MOST_READ_PER_HOUR
    if usual is not None:
        return _usually(step, DAY) * count > MOST_READ
    return times_a_day(step) * count > MOST_READ


def _usually(step: StepFacts, seconds: int) -> int:
    """How often it happens by what is usual, which no limit keeps from being written: of both, the lower counts."""
    model = step.automation.model
    usual, *limits = (_let_through(rate, seconds, None) for rate in (model.usual, model.limit, step.model.limit))
    return min([usual or 0, *(limit for limit in limits if limit is not None)])


def is_alike_each_day(step: StepFacts) -> bool:
    """Whether it happens as often on one day of the week as on another; what is usual stands for all."""
    if step.automation.model.usual is not None:
        return True
    return len({_certain_on(step, day) for day in unlike_days([step.automation])}) == 1


def times_each_a_day(automation: AutomationFacts) -> int:
    """How often a day the same person gets it at most, rounded up; 0 where no limit for each person says."""
    rate, once = automation.model.per_user, automation.model.once_per
    if rate is not None and rate.seconds:
        return -(-rate.times * DAY // rate.seconds)
    if once is not None and once.what == "user":
        return -(-DAY // once.seconds) if once.seconds else 1
    return 0


SELDOM = 180 * DAY
"""Seconds between two letters that come twice a year at most: our judgement."""


def is_seldom(automation: AutomationFacts) -> bool:
    """Whether it runs twice a year at most, by a schedule or as the file says."""
    usual, times = automation.model.usual, timetable_of(automation)
    if usual is not None:
        return usual.seconds >= usual.times * SELDOM
    return times is not None and times.every >= SELDOM


def unlike_days(automations: Iterable[AutomationFacts]) -> Iterable[int]:
    """The weekdays to look at: one is like another unless ``on`` or ``cron`` tell them apart."""
    automations = tuple(automations)
    keys = {key for each in automations for key in each.model.trigger.narrowed}
    hours = (each.model.during for each in automations)
    return range(7) if keys & {"on", "cron"} or any(hours) else (0,)


def pace_words(automation: AutomationFacts, certain: bool) -> str:
    """Where the number comes from: ``every 5 minutes``, ``up to a limit of 500 per hour``."""
    times = timetable_of(automation)
    model = automation.model
    limit = next((each for each in (model.limit, *(step.limit for step in model.steps)) if each is not None), None)
    if times is not None and (certain or limit is None):
        return times.words
    if limit is None and model.usual is not None:
        return f"usually {rate_words(model.usual)}"
    assert limit is not None  # or nothing would have been counted
    return f"up to a limit of {rate_words(limit)}"


def timetable_of(automation: AutomationFacts) -> Timetable | None:
    """When a schedule certainly starts it; nothing for other events, and where a condition decides."""
    return None if automation.model.guards else _at_most(automation)


def runs_at_most(automation: AutomationFacts, seconds: int) -> int:
    """How often its schedule starts it where no condition keeps it from that; 0 where no schedule says."""
    times = _at_most(automation)
    return 0 if times is None else _counted_in(times, automation, seconds, 0)


def _at_most(automation: AutomationFacts) -> Timetable | None:
    if not automation.event.is_timed:
        return None
    times = timetable(automation.model.trigger.narrowed)
    return times if times is None else _within(times, automation.model.during, automation)


_LENGTHS = {"live": (2 * 3600, "while it is live"), "open": (8 * 3600, "while somebody is there")}
"""How long in a day something is on the air, or somebody is there, where no file says: our judgement."""


def _within(times: Timetable, during: Hours | str, automation: AutomationFacts) -> Timetable | None:
    """What is left of it within certain hours; nothing where none of its times lies within."""
    if isinstance(during, Hours):
        return times.within(during)
    hours = automation.account.model.inbox_hours
    if isinstance(hours, Hours) and during in ("open", "closed"):
        return times.within(hours if during == "open" else _outside(hours))
    if not times.every or during not in _LENGTHS:
        return times
    stretch, meanwhile = _LENGTHS[during]
    return times._replace(stretch=stretch, meanwhile=meanwhile)


def _outside(hours: Hours) -> Hours:
    """The hours in which nobody is there: the whole day, if there is a day on which nobody is."""
    if hours.days < EVERY_DAY:
        return Hours(EVERY_DAY, 0, 0)
    return Hours(EVERY_DAY, hours.end, hours.begin)


def _runs(automation: AutomationFacts, seconds: int, day: int) -> int | None:
    """How often it certainly starts, if that is known."""
    times = timetable_of(automation)
    return None if times is None else _counted_in(times, automation, seconds, day)


def _runs_of(step: StepFacts, seconds: int, day: int, runs: int | None) -> int | None:
    """How many of the runs fall into the hours at which alone a step is done."""
    times = timetable_of(step.automation) if step.model.during else None
    if times is None:
        return runs
    within = _within(times, step.model.during, step.automation)
    return 0 if within is None else _counted_in(within, step.automation, seconds, day)


def _stretch(automation: AutomationFacts) -> int:
    """How many seconds of a day its schedule runs in; all of them where it has none."""
    times = timetable_of(automation) if automation.model.during else None
    return DAY if times is None else times.stretch


def _counted_in(times: Timetable, automation: AutomationFacts, seconds: int, day: int) -> int:
    cooldown = automation.model.cooldown
    runs = times.runs(seconds, day)
    return min(runs, max(1, min(seconds, times.stretch) // cooldown)) if cooldown else runs


def _certain_on(step: StepFacts, day: int) -> int:
    runs = _runs(step.automation, DAY, day)
    pace = _of_step(step, True, DAY, _runs_of(step, DAY, day, runs), None)
    most = _let_through(step.automation.model.limit, DAY, runs, _stretch(step.automation))
    return pace.certain if most is None else min(pace.certain, most)


def _of_step(step: StepFacts, certain: bool, seconds: int, runs: int | None, most: int | None) -> Pace:
    """What one step comes to; ``most`` is what its automation as a whole may do."""
    stretch = _stretch(step.automation)
    own = _let_through(step.model.limit, seconds, runs, stretch)
    through = gone_through(step.model, step.values)
    taken = _let_through(through.limit, seconds, runs, stretch) if through is not None else None
    if taken is not None:
        own = taken if own is None else min(taken, own)
    if certain and runs is not None:
        count = runs if own is None else min(runs, own)
        return Pace(count, count if taken is None else own or 0)
    allowed = own if own is not None else most or 0
    cooldown = step.automation.model.cooldown
    if cooldown and step.aim.size in SINGLE:
        allowed = min(allowed, seconds // cooldown)
    return Pace(0, allowed)


SINGLE = ("nobody", "one")
"""Sizes of targets for which a step is one action in each run."""

_MANY = ("bounded", "open")
"""Sizes for which what is usual counts each of those whom one run reaches."""


@lru_cache(maxsize=8)
def _in_every_run(automation: AutomationFacts) -> frozenset[StepFacts]:
    """The steps that happen in every run; they are asked for one after the other."""
    return frozenset(step for step, certain in _run(automation) if certain)


def counted(automation: AutomationFacts) -> list[Counted]:
    """The steps, each with whether it happens once in every run, and to one at most."""
    return [(step, certain and step.aim.size in SINGLE) for step, certain in _run(automation)]


def _run(automation: AutomationFacts) -> Iterator[Counted]:
    """The steps, each with whether it happens in every run.

    What a person approves each time is nobody's automation, but for a yes that sends it to many; after a ``stop`` with
    a condition all is uncertain.
    """
    certain = automation.model.once_per is None
    for step in automation.steps:
        conditional = bool(step.model.guards)
        if step.verb.in_run == "ends":
            if not conditional:
                return
            certain = False
        elif not step.approved or step.aim.size not in SINGLE:
            yield step, certain and not conditional


def _let_through(limit: Rate | None, seconds: int, runs: int | None, stretch: int = DAY) -> int | None:
    """How much a limit lets through in so many seconds; one for each run says something where runs are known.

    Of each day, one for less than the ``stretch`` in which it happens at all counts for that alone.
    """
    if limit is None:
        return None
    if limit.seconds and limit.seconds <= stretch < seconds:
        return (limit.times * stretch // limit.seconds) * max(1, seconds // DAY)
    if limit.seconds:
        return limit.times * seconds // limit.seconds
    return None if runs is None else limit.times * runs
