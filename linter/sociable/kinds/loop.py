"""Loops among our own accounts, and those that close only with a stranger who runs the same automations."""

from sociable.facts.account_kinds import all_of
from sociable.facts.awaited_words import WORD_KEYS
from sociable.facts.facts import AutomationFacts
from sociable.graph.causality import Causality
from sociable.graph.loops import Loop
from sociable.language.types import FLAG, NUMBER, STRING, Attribute, Kind, Type
from sociable.text.wording import counted, listed

BRAKES = frozenset(
    (
        *("if", "limit", "cooldown", "once_per", "approval", "ignore", "only_from", "from", "stop_on", *WORD_KEYS),
        *("max_replies_per_thread", "automated_label", "target", "handle"),
    )
)
"""The keys that may end a loop, slow it or keep it from coming about."""


def _ended_by(loop: Loop, key: str) -> list[AutomationFacts]:
    from sociable.graph.cuts import ended_by  # only where there is a loop

    return ended_by(loop, key)


def _ended_without(loop: Loop) -> list[AutomationFacts]:
    from sociable.graph.cuts import ended_without

    return ended_without(loop)


def _remedy(loop: Loop) -> str:
    from sociable.kinds.loop_remedies import remedy

    return remedy(loop)


def _cut_in(loop: Loop) -> str:
    from sociable.kinds.loop_remedies import cut_in

    return cut_in(loop)


def _once(loop: Loop) -> str:
    from sociable.kinds.loop_remedies import once

    return once(loop)


def _who(loop: Loop) -> str:
    """Up to three by name; of more, how many there are."""
    shown = sorted({all_of(account) for account in loop.accounts})
    return listed(shown) if len(shown) <= _NAMED else f"{len(shown)} accounts ({listed([*shown[:2], 'others'])})"


_NAMED = 3


LOOP = Kind(
    name="loop",
    of=Loop,
    attributes={
        "steps": Attribute(Type("list", "step"), lambda loop: loop.steps, "Every step on the loop.", rests_on=()),
        "size": Attribute(NUMBER, lambda loop: len(loop.automations), "How many automations are on it."),
        "accounts": Attribute(NUMBER, lambda loop: len(loop.accounts), "How many accounts are on it."),
        "who": Attribute(STRING, _who, "The accounts on it, in words."),
        "verdict": Attribute(Type("word", "verdict"), lambda loop: loop.verdict, "How it ends."),
        "certainty": Attribute(Type("word", "certainty"), lambda loop: loop.certainty, "How sure it is."),
        "platforms": Attribute(NUMBER, lambda loop: loop.platforms, "On how many platforms they are."),
        "growth": Attribute(Type("word", "growth"), lambda loop: loop.growth, "Whether it becomes more."),
        "is_bounded": Attribute(FLAG, lambda loop: bool(loop.stops_after), "Whether a brake ends it after a while."),
        "is_slow": Attribute(FLAG, lambda loop: loop.is_slow, "Whether limits keep it to one round a day."),
        "remedy": Attribute(STRING, _remedy, "The least change that ends it, in a sentence."),
        "cut_in": Attribute(STRING, _cut_in, "The automations in which the least change is made, in words."),
        "once": Attribute(STRING, _once, "How seldom is enough for each person, as `once_per:` takes it."),
        "ended_by_ignoring": Attribute(
            Type("list", "automation"),
            lambda loop: _ended_by(loop, "ignore"),
            "The fewest automations that end it by ignoring our own accounts; none if that is not enough.",
            rests_on=(),
        ),
        "ended_by_once": Attribute(
            Type("list", "automation"),
            lambda loop: _ended_by(loop, "once_per"),
            "The fewest automations that end it by acting once for each person; none if that is not enough.",
            rests_on=(),
        ),
        "ended_without": Attribute(
            Type("list", "automation"),
            _ended_without,
            "The fewest automations without which there is no loop.",
            rests_on=(),
        ),
        "first": Attribute(Type("step"), lambda loop: loop.walk[0].step, "The step the walk begins with."),
        "fork": Attribute(
            Type("step"), lambda loop: (*loop.fork, loop.walk[0].step)[0], "The step at which it becomes more."
        ),
    },
    named=lambda loop: f"a loop of {counted(len(loop.automations), 'automation')}",
    search=Causality.loops,
    may_be=Causality.may_loop,
    placed=False,
    members=lambda loop: loop.steps,
    places=lambda loop: tuple(dict.fromkeys(walk_step.step for walk_step in loop.walk)),
)

MIRROR_LOOP = LOOP._replace(name="mirror_loop", search=Causality.mirror_loops, may_be=Causality.may_mirror)
