"""The evidence for a loop: the walk in words, how it ends, why nothing stops it, and what would."""

from collections.abc import Iterator

from sociable.facts.facts import AccountFacts
from sociable.findings.faults import ByItself
from sociable.findings.finding import EvidenceStep, LoopEvidence, Played
from sociable.graph.cuts import brake, cheapest_cut
from sociable.graph.loops import Loop
from sociable.graph.sure_steps import awaited_words, has_its_words, says_its_words
from sociable.graph.walk_pace import lap_time
from sociable.graph.walk_steps import WalkStep
from sociable.setup.model import Automation, Once, Rate
from sociable.setup.quantities import at_most, duration_words, rate_words
from sociable.text.wording import listed
from sociable.vocabulary.events import POSTED_HERE
from sociable.vocabulary.loop_words import CERTAINTIES, GROWTH, LIMITED, VERDICTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.verbs import Verb

_BRAKES = {
    "approval": "let a person say yes in `{}` (`approval: human`)",
    "ignore": "add `ignore: [own_accounts]` to `{}`",
}
"""What to change where our own accounts keep each other going; between ours and a stranger's, the page says what."""

_IF_MISSED = "it ends only if one of these texts is missed, such as by a search"
_IF_SHOWN = "it goes on as long as each account is shown what the other writes there"


def loop_evidence(loop: Loop) -> LoopEvidence:
    """What a finding about a loop carries."""
    walk_steps = loop.walk
    names = _Names(walk_steps)
    faults: list[str] = []
    on_walk = {id(walk_step.step.automation) for walk_step in walk_steps}
    return LoopEvidence(
        walk=tuple(_walk_step(walk_steps, position, names) for position in range(len(walk_steps))),
        verdict=loop.verdict,
        verdict_words=_ending(loop),
        growth=loop.growth,
        certainty=loop.certainty,
        stops_after=loop.stops_after,
        pace=_pace(loop),
        brakes=() if loop.stops_after else tuple(dict.fromkeys(_brakes(loop))),
        cut="" if loop.stops_after or loop.takes_a_stranger else _cut(loop),
        others=tuple(each.id for each in loop.automations if id(each) not in on_walk),
        played=_played(loop, faults),
        fault="".join(faults),
        is_slow=loop.is_slow,
    )


def _ending(loop: Loop) -> str:
    words = LIMITED.get(loop.verdict, "") if loop.pace is not None else ""
    words = words or VERDICTS[loop.verdict]
    if loop.stops_after:
        words = f"a brake ends it after {loop.stops_after} {_things(loop)} at most"
    elif loop.fork:
        words = f"{words}; {GROWTH['multiplies']}"
    return words if loop.certainty == "certain" else f"{words}; {_doubt(loop)}"


def _doubt(loop: Loop) -> str:
    """What it hangs on: where all words are there, only on whether they are noticed."""
    if loop.certainty == "may" and says_its_words(loop.walk):
        return _IF_MISSED
    if loop.certainty == "may" and all(each.reaction.transition.hears == POSTED_HERE for each in loop.walk):
        return _IF_SHOWN
    return CERTAINTIES[loop.certainty]


def _things(loop: Loop) -> str:
    """What the steps of a walk make, if they all make the like."""
    first, *others = (walk_step.step.verb for walk_step in loop.walk)
    return next((word for word in first.counted_as if all(word in verb.counted_as for verb in others)), "steps")


def _pace(loop: Loop) -> str:
    """How much of it limits allow: a limit bounds a loop and does not end it."""
    if loop.pace is None or loop.stops_after or loop.verdict == "settles":
        return ""
    laps, automation = loop.pace
    most = Rate(laps.times * len(loop.walk), laps.seconds)
    count, unit = at_most(most).split(" ", 1)
    return f"at most {count} {_things(loop)} {unit}, for ever, because of the limit of `{automation.id}`"


def _played(loop: Loop, faults: list[str]) -> tuple[Played, ...]:
    from sociable.rehearsal.loop_play import first_steps

    with ByItself(f"the rehearsal of the loop at {loop.walk[0].step.span}", faults):
        return first_steps(loop)
    return ()


def _walk_step(walk_steps: tuple[WalkStep, ...], position: int, names: "_Names") -> EvidenceStep:
    walk_step = walk_steps[position]
    before = walk_steps[position - 1]
    after = walk_steps[(position + 1) % len(walk_steps)]
    automation = walk_step.step.automation
    if walk_step.reaction.transition.hears == automation.event.name:
        when = _does(before.step.verb, names.of(before.account), names.of(walk_step.account))
    else:
        done = _does(before.step.verb, names.of(before.account), names.of(walk_step.account))
        when = f"it next runs, now that {done}"
    does = walk_step.step.verb.does.format(names.of(after.account))
    return EvidenceStep(automation.id, names.of(walk_step.account), when, does, walk_step.step.span)


class _Names:
    """What to call the accounts of a walk: with their platforms, where it goes from one to another."""

    def __init__(self, walk_steps: tuple[WalkStep, ...]) -> None:
        self._crosses = len({each.account.platform for each in walk_steps}) > 1

    def of(self, account: AccountFacts) -> str:
        known = PLATFORMS.get(account.platform)
        if known is None or account.has_namesake or not self._crosses:
            return account.shown
        return f"{account.shown} ({known.title})"


def _does(verb: Verb, who: str, whom: str) -> str:
    return f"{who} {verb.does.format(whom)}"


def _brakes(loop: Loop) -> Iterator[str]:
    """Why each brake that could have stopped the walk does not."""
    walk_steps = loop.walk
    automations = list(dict.fromkeys(walk_step.step.automation for walk_step in walk_steps))
    if not any(walk_step.step.approved for walk_step in walk_steps):
        yield "no step on the way waits for a person's approval"
    if not loop.takes_a_stranger:
        yield "no automation on the way ignores our own accounts"
    yield from _unsure(walk_steps)
    limits = [
        (walk_step.step.automation.id, rate)
        for walk_step in walk_steps
        for rate in (walk_step.step.automation.model.limit, walk_step.step.model.limit)
        if rate is not None and rate.seconds
    ]
    if limits:
        slowest, rate = min(limits, key=lambda each: each[1].times / each[1].seconds)
        yield f"the limit of `{slowest}` only slows it down, to {rate_words(rate)}"
    for automation in automations:
        if automation.model.cooldown:
            rest = duration_words(automation.model.cooldown)
            yield f"the cooldown of `{automation.id}` only makes it rest for {rest} each time"
    if wait := lap_time(walk_steps):
        yield f"waiting only makes each round last {duration_words(wait)}"
    once = [(automation.id, automation.model.once_per) for automation in automations if automation.model.once_per]
    for name, each_once in once:
        yield _once(name, each_once)
    if not once:
        yield "nothing says how often it may happen for one person (such as `once_per: user`)"


def _unsure(walk_steps: tuple[WalkStep, ...]) -> Iterator[str]:
    """Brakes of which only the time of running can tell whether they hold."""
    before = dict(zip(walk_steps, (walk_steps[-1], *walk_steps), strict=False))
    for walk_step in before:
        automation = walk_step.step.automation
        if walk_step.reaction.transition.ignores_bots:
            actor = walk_step.actor.shown
            yield f"`{automation.id}` ignores automated accounts, but {actor} does not say that it is one"
        elif has_its_words(walk_step.reaction, before[walk_step].reaction):
            yield from _words_said(walk_step, before[walk_step])
        elif automation.model.guards or walk_step.step.model.guards:
            yield f"the condition of `{automation.id}` (`if:`) may be fulfilled each time"


def _words_said(walk_step: WalkStep, before: WalkStep) -> Iterator[str]:
    """Which words of one step set off the next, if it waits for any."""
    said = awaited_words(walk_step.reaction, before.reaction)
    if said:
        words = listed([f"“{word}”" for word in said])
        yield f"what `{before.step.automation.id}` says has {words}, for which `{walk_step.step.automation.id}` waits"


def _once(name: str, brake: Once) -> str:
    if brake.seconds:
        return f"what `{name}` does once per {brake.what} it does again after a while"
    return f"`{name}` acts once per {brake.what}, but meets a new one each time round"


def _cut(loop: Loop) -> str:
    cut = cheapest_cut(loop)
    if not cut:
        return "let every automation on it ignore our own accounts: no single change ends it"
    changes = [_change(loop, model) for model in cut]
    ends = "this ends the loop" if len(cut) == 1 else "only together they end the loop"
    return f"{' and '.join(changes)} ({ends})"


def _change(loop: Loop, model: Automation) -> str:
    """The brake that ends what an automation does on a loop, as it would be written."""
    return _BRAKES[brake(loop, model)].format(model.id.name)
