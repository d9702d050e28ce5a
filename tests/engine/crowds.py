"""Many automations that answer whoever mentions one account, each if its conditions hold."""

import json

from hypothesis import strategies as st
from sociable.engine.partners import Alike
from sociable.facts.co_occurrence import Starters
from sociable.facts.facts import Facts

from tests.setups import facts

_GUARDS = st.sampled_from(
    [
        *(
            f"event.user.followers {sign} {number}"
            for sign in ("<", ">", ">=", "is", "is not")
            for number in range(1, 5)
        ),
        *(f'event.user.handle {sign} "@p{number}"' for sign in ("is", "is not") for number in range(4)),
        'event.user.handle in ["@p1", "@p2"]',
        "event.user.followers > 1 and event.user.followers < 3",
        "not event.user.followers > 2",
        "event.user.is_bot",
        "not event.user.is_bot",
        'event.post.text contains "help"',
        'not event.post.text contains "help"',
    ]
)

CROWDS = st.lists(st.lists(_GUARDS, min_size=1, max_size=3), min_size=12, max_size=40)
"""The conditions of each automation of a crowd."""


def crowd(conditions: list[list[str]]) -> Facts:
    """Automations that all answer whoever mentions one account, if their conditions hold."""
    answering = {"account": "shop", "when": "mentioned", "do": [{"reply": "Hello"}]}
    automations = [{"id": f"a{n}", **answering, **({"if": each} if each else {})} for n, each in enumerate(conditions)]
    return facts(f"accounts: {{shop: {{platform: x}}}}\nautomations: {json.dumps(automations)}")


def alike(conditions: list[list[str]]) -> list[Alike]:
    """Each automation of a crowd by itself, waiting to be found."""
    everybody = [Alike(Starters(each)) for each in crowd(conditions).automations]
    for position, each in enumerate(everybody):
        each.waiting = [position]
    return everybody
