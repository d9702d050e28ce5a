"""How much people get of an automation in a week, in words: for certain, as a rule, or at most."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sociable.client_report.automations.schedule_words import dates_of, ended_on, hours_words, schedule_words
from sociable.client_report.automations.switched_together import at_rest, was_off
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.nobody_is_us import of_the_account
from sociable.drawing.phrases import deed_words, when_words
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.last_days import last_day
from sociable.facts.rates import SINGLE, Counted, Pace, counted, pace_of, runs_at_most, timetable_of
from sociable.facts.rooms import is_written_ahead
from sociable.facts.step_parts import gone_through, tables_filled_in
from sociable.rehearsal.condition_in_words import conditions_in_words
from sociable.setup.model import Hours, Once
from sociable.setup.quantities import duration_words, rate_words
from sociable.setup.schedules import cron_days
from sociable.setup.times import DAY

_WEEK = 7 * DAY

_OPENING = {"open": "while_open", "closed": "while_closed"}
"""The words for the hours at which an automation waits."""


def weekly(automation: AutomationFacts, frame: Frame) -> str:
    """What one automation comes to in a week."""
    outward = noticed(automation)
    if not outward or at_rest(automation):
        return frame.say("weekly", "unnoticed" if not outward else "off" if was_off(automation) else "ended")
    if all(step.approved for step in outward):
        return frame.say("weekly", "by_calendar" if is_written_ahead(automation) else "approved")
    if _is_by_the_row(automation, outward):
        return frame.say("weekly", "by_rows")
    if counted_words := amount(automation, frame):
        return counted_words
    once = automation.model.once_per
    if once is not None:
        return once_words(once, frame)
    return _by_the_clock(automation, frame) if automation.event.is_timed else frame.say("weekly", "unlimited")


def amount(automation: AutomationFacts, frame: Frame) -> str:
    """How many times it acts in a week; empty where nobody can count that."""
    outward = noticed(automation)
    pace = Pace(0, 0) if at_rest(automation) else _pace(automation, outward)
    if not pace.allowed:
        return ""
    words = _together(frame.counted(pace.allowed, _how_sure(automation, outward, pace)), automation.account, frame)
    left = _uncounted(automation, outward)
    if not left:
        return words
    once = automation.model.once_per
    bound = once_words(once, frame) if once else frame.say("weekly", "no_limit")
    deeds = frame.listed(list(dict.fromkeys(map(deed_words, left))))
    return frame.say("weekly", "besides", amount=words, deeds=deeds, bound=bound)


def _together(words: str, account: AccountFacts, frame: Frame) -> str:
    """The same with how many accounts it is of, where one stands for several."""
    count = account.model.stands_for
    return frame.say("weekly", "together", amount=words, n=count) if count > 1 else words


def weekly_of_account(account: AccountFacts, frame: Frame) -> tuple[str, ...]:
    """What all automations of an account come to together in a week."""
    running = [each for each in account.automations if not at_rest(each)]
    paces = [(each, _pace(each, outward)) for each in running if (outward := _by_itself(each))]
    uncounted = [each for each, pace in paces if not pace.allowed and not _is_dated(each) and not _is_rare(each)]
    told = [_together(each, account, frame) for each in _amounts(paces, frame)]
    if partly := sum(pace.allowed > 0 and bool(_uncounted(each, _by_itself(each))) for each, pace in paces):
        told.append(frame.counted(partly, "partly"))
    if dated := sum(_is_dated(each) for each, pace in paces if not pace.allowed):
        told.append(frame.counted(dated, "dated"))
    if rare := sum(_is_rare(each) for each, pace in paces if not pace.allowed):
        told.append(frame.counted(rare, "rare"))
    timed = [each for each in uncounted if each.event.is_timed]
    told += _scheduled([each for each in timed if _acts_once(each)], ("each_time_once", "scheduled_once"), frame)
    told += _scheduled([each for each in timed if not _acts_once(each)], ("each_time_open", "scheduled"), frame)
    told += _set_off([each for each in uncounted if not each.event.is_timed], frame)
    quiet = [each for each in running if noticed(each) and not _by_itself(each)]
    ahead = sum(map(is_written_ahead, quiet))
    told += [frame.counted(n, key) for key, n in (("by_calendar", ahead), ("approved", len(quiet) - ahead)) if n]
    off = sum(map(was_off, account.automations))
    for key, resting in (("off_then", off), ("ended", len(account.automations) - len(running) - off)):
        if resting:
            told.append(frame.counted(resting, key))
    return tuple(told) or (frame.say("weekly", "nothing_by_itself"),)


def _amounts(paces: Iterable[tuple[AutomationFacts, Pace]], frame: Frame) -> Iterator[str]:
    """What is counted, once for what the files limit or make certain and once for what they call usual."""
    usual = sum(pace.allowed for each, pace in paces if _is_usual(each, _by_itself(each)))
    others = [(each, pace) for each, pace in paces if not _is_usual(each, _by_itself(each))]
    if allowed := sum(pace.allowed for _, pace in others):
        is_certain = all(_is_certain(each, pace) for each, pace in others)
        yield frame.counted(allowed, "times" if is_certain else "up_to")
    if usual:
        yield frame.counted(usual, "usual")


def _scheduled(automations: Sequence[AutomationFacts], keys: tuple[str, str], frame: Frame) -> Iterator[str]:
    """What runs by the clock, by the keys of the words for one alone, with when it does, and for any number."""
    of_one, of_several = keys
    when = schedule_words(automations[0], frame) if len(automations) == 1 else ""
    if when:
        yield frame.say("weekly", of_one, when=when)
    elif automations:
        yield frame.counted(len(automations), of_several)


def _set_off(automations: Iterable[AutomationFacts], frame: Frame) -> Iterator[str]:
    """What others set off without a limit on all of it, apart by whether there is one for each of them."""
    apart: dict[str, list[AutomationFacts]] = {"unbounded": [], "once_each": []}
    for each in automations:
        apart["once_each" if each.model.once_per else "unbounded"].append(each)
    for key, of in apart.items():
        if len(of) == 1:
            once = of[0].model.once_per
            words = once_words(once, frame) if once else ""
            yield frame.say("weekly", key, when=of_the_account(when_words(of[0])), once=words)
        elif of:
            yield frame.counted(len(of), key)


def _how_sure(automation: AutomationFacts, steps: Iterable[StepFacts], pace: Pace) -> str:
    """The words for an amount: what is usual is neither certain nor the most there can be."""
    if _is_usual(automation, steps):
        return "usual"
    return "times" if _is_certain(automation, pace) else "up_to"


def _is_certain(automation: AutomationFacts, pace: Pace) -> bool:
    """Whether a schedule makes it so often: what is usual counts as certain in a pace, and can be more."""
    return not pace.allowed or (pace.certain == pace.allowed and timetable_of(automation) is not None)


def _is_usual(automation: AutomationFacts, steps: Iterable[StepFacts]) -> bool:
    """Whether its file says how often it acts as a rule, and neither a limit nor a schedule says more."""
    model = automation.model
    by_schedule = timetable_of(automation) is not None
    limited = model.limit is not None or any(step.model.limit is not None for step in steps)
    return model.usual is not None and not by_schedule and not limited


def _by_the_clock(automation: AutomationFacts, frame: Frame) -> str:
    if _is_rare(automation):
        return frame.say("weekly", "rare")
    if dates_of(automation):
        return frame.say("weekly", "dated")
    return frame.say("weekly", "scheduled_once" if _acts_once(automation) else "scheduled")


def _acts_once(automation: AutomationFacts) -> bool:
    """Whether each of its steps is one action in each run."""
    return all(step.aim.size in SINGLE and not gone_through(step.model, step.values) for step in noticed(automation))


@lru_cache(maxsize=8)  # asked again for each finding at one automation
def noticed(automation: AutomationFacts) -> tuple[StepFacts, ...]:
    """The steps of an automation that somebody outside notices; none of those that are never done."""
    return tuple(step for step in automation.steps if step.audience != "inward" and step.reached)


def waits_for_hours(automation: AutomationFacts, frame: Frame) -> str:
    """At which hours alone it runs; empty where it does at any."""
    during = automation.model.during
    if isinstance(during, Hours):
        return hours_words(during, frame)
    return frame.say("times", _OPENING[during]) if during in _OPENING else ""


def starts(automation: AutomationFacts, frame: Frame) -> str:
    """What starts an automation, or when its schedule does; and that it was switched off, where that is so."""
    words = schedule_words(automation, frame) or of_the_account(when_words(automation))
    words = _narrowed(words, automation, frame)
    if was_off(automation):
        return frame.say("times", "was_off", when=words)
    if not last_day(automation.model) or dates_of(automation):
        return frame.say("times", "over", when=words) if automation.is_over else words
    return frame.say("times", "ended" if automation.is_over else "until", when=words, day=ended_on(automation, frame))


def _narrowed(words: str, automation: AutomationFacts, frame: Frame) -> str:
    """The same with the hours and the conditions that an automation waits for."""
    if hours := waits_for_hours(automation, frame):
        words = frame.say("times", "within", when=words, hours=hours)
    held = [
        frame.say("times", "a_condition") if "`" in each else of_the_account(each)
        for guard in automation.model.guards
        for each in conditions_in_words(guard.expression, automation.event.name)
    ]
    if not held:
        return words
    return frame.say("times", "only_if", when=words, conditions=frame.listed(list(dict.fromkeys(held))))


def limits(automation: AutomationFacts) -> Iterator[str]:
    """How often an automation may act, in the words of its file."""
    rates = (automation.model.limit, *(step.limit for step in automation.model.steps))
    yield from dict.fromkeys(rate_words(rate) for rate in rates if rate is not None)


def once_words(once: Once, frame: Frame) -> str:
    """``once for each person``, ``once for each person in 1 day``."""
    each = frame.say("once", once.what)
    return frame.say("once", "each_in", each=each, time=duration_words(once.seconds)) if once.seconds else each


def _by_itself(automation: AutomationFacts) -> list[StepFacts]:
    return [step for step in noticed(automation) if not step.approved]


def _is_dated(automation: AutomationFacts) -> bool:
    """Runs on dates of a calendar, and so a few times only."""
    return automation.event.is_timed and bool(dates_of(automation))


def _is_rare(automation: AutomationFacts) -> bool:
    """Runs less often than every week."""
    times, by_cron = timetable_of(automation), cron_days(automation.model.trigger.narrowed)
    if by_cron is not None:
        return automation.event.is_timed and by_cron.is_seldom
    return times is not None and times.every > _WEEK


def _takes_what_it_finds(automation: AutomationFacts) -> bool:
    """Whether others set it off, and a tool looks for that on a schedule: how many it reads at a time is no limit."""
    model = automation.model
    return bool(model.trigger.looks) and not automation.event.is_timed and model.limit is None


def _is_by_the_row(automation: AutomationFacts, steps: Iterable[StepFacts]) -> bool:
    """Whether it goes through a table, and no limit says how many of its rows it takes."""
    if automation.model.limit is not None:
        return False
    unbounded = (step for step in steps if step.model.limit is None)
    return any(
        table.limit is None for step in unbounded for table in tables_filled_in(step.model, step.values).values()
    )


def _pace(automation: AutomationFacts, steps: Sequence[StepFacts]) -> Pace:
    """How often it acts in a week, of each account that its own stands for."""
    if _is_by_the_row(automation, steps) or _takes_what_it_finds(automation):
        return Pace(0, 0)
    counting = _counting(automation, steps)
    pace = pace_of(automation, counting, _WEEK, 0)
    if automation.model.limit is None:
        pace = Pace(pace.certain, pace.allowed + sum(_by_runs(each) for each in counting))
    count = automation.account.model.stands_for
    return Pace(pace.certain * count, pace.allowed * count)


def _counting(automation: AutomationFacts, steps: Iterable[StepFacts]) -> list[Counted]:
    verbs = {step.verb.name for step in steps}
    return [each for each in counted(automation) if each[0].verb.name in verbs]


def _uncounted(automation: AutomationFacts, steps: Iterable[StepFacts]) -> list[StepFacts]:
    """The steps of which neither a limit nor a schedule says how often they happen."""
    counting = _counting(automation, steps)
    return [each[0] for each in counting if not pace_of(automation, [each], _WEEK, 0).allowed and not _by_runs(each)]


def _by_runs(each: Counted) -> int:
    """How often a step happens at most that a condition may keep from it; 0 where more than its schedule counts."""
    step = each[0]
    automation = step.automation
    by_item = automation.model.once_per or gone_through(step.model, step.values) or step.aim.size not in SINGLE
    if by_item or pace_of(automation, [each], _WEEK, 0).allowed:
        return 0
    return runs_at_most(automation, _WEEK)
