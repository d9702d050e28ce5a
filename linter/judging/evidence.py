"""The evidence for a loop: the walk in words, how it ends, and why nothing stops it."""

from linter.causality.loops import FoundLoop
from linter.causality.verdicts import CERTAINTIES, VERDICTS
from linter.causality.walks import Station
from linter.expressions.quantities import rate_words
from linter.findings import Loop, WalkStep
from linter.model import Once
from linter.vocabulary import PHRASES


def loop_evidence(loop: FoundLoop) -> Loop:
    """What a finding about a loop carries."""
    stations = loop.walk
    walk = tuple(_walk_step(stations, position) for position in range(len(stations)))
    on_walk = {id(station.step.automation) for station in stations}
    others = sum(1 for automation in loop.automations if id(automation) not in on_walk)
    words = VERDICTS[loop.verdict]
    if loop.certainty == "may":
        words = f"{words}; {CERTAINTIES['may']}"
    return Loop(walk, loop.verdict, words, loop.certainty, _brakes(stations), others, _rehearsal(loop))


def _rehearsal(loop: FoundLoop) -> tuple[str, ...]:
    from linter.rehearsal.loops import first_steps  # only where there is a loop to play

    return first_steps(loop)


def _walk_step(stations: tuple[Station, ...], position: int) -> WalkStep:
    station = stations[position]
    before = stations[position - 1]
    after = stations[(position + 1) % len(stations)]
    automation = station.step.automation
    if station.behaviour.hears == automation.event.name:
        when = _does(before.step.verb.name, before.account.shown, station.account.shown)
    else:
        when = f"it next runs, now that {_does(before.step.verb.name, before.account.shown, station.account.shown)}"
    does = PHRASES.get(station.step.verb.name, station.step.verb.name).format(after.account.shown)
    return WalkStep(automation.id, station.account.shown, when, does, station.step.span)


def _does(verb: str, who: str, whom: str) -> str:
    return f"{who} {PHRASES.get(verb, verb).format(whom)}"


def _brakes(stations: tuple[Station, ...]) -> tuple[str, ...]:
    """Why each brake that could have stopped the walk does not."""
    automations = list(dict.fromkeys(station.step.automation for station in stations))
    words = []
    if not any(station.step.approved for station in stations):
        words.append("no step on the way waits for a person's approval")
    words.append("no automation on the way ignores our own accounts")
    limits = [
        (station.step.automation.id, rate)
        for station in stations
        for rate in (station.step.automation.model.limit, station.step.model.limit)
        if rate is not None and rate.seconds
    ]
    if limits:
        slowest, rate = min(limits, key=lambda each: each[1].times / each[1].seconds)
        words.append(f"the limit of `{slowest}` only slows it down, to {rate_words(rate)}")
    once = [(automation.id, automation.model.once_per) for automation in automations if automation.model.once_per]
    words += [_once(name, brake) for name, brake in once]
    return (*words, *(() if once else ("nothing says `once_per: user`",)))


def _once(name: str, brake: Once) -> str:
    if brake.seconds:
        return f"what `{name}` does once per {brake.what} it does again after a while"
    return f"`{name}` acts once per {brake.what}, but meets a new one each time round"
