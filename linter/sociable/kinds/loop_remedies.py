"""What would end a loop, in a sentence: the same change that its evidence and its fix name."""

from sociable.facts.waits import seconds_after_event
from sociable.graph.cuts import brake, cheapest_cut, ended_without
from sociable.graph.loops import Loop
from sociable.setup.times import DAY
from sociable.text.wording import listed

_REMEDIES = {
    "ignore": "let {} pass over your own accounts (`ignore: [own_accounts]`, beside `when:`)",
    "approval": "let a person say yes first to what {} sends or publishes (`approval: human`, beside `when:`)",
    "once_per": "let {} act once for each person (`once_per: user`, beside `when:`)",
}
_EACH = "each automation of the loop"


def remedy(loop: Loop) -> str:
    """The least change as a sentence; where no few changes end it, what all of its automations need."""
    named: dict[str, list[str]] = {}
    for model in cheapest_cut(loop):
        named.setdefault(brake(loop, model), []).append(f"`{model.id.name}`")
    said = listed([_REMEDIES[key].format(listed(names)) for key, names in (named or {"ignore": [_EACH]}).items()])
    return f"{said[0].upper()}{said[1:]}."


def cut_in(loop: Loop) -> str:
    """The automations in which the least change is made."""
    return listed([f"`{each.id}`" for each in ended_without(loop)] or [_EACH])


def once(loop: Loop) -> str:
    """How seldom it has to act for each person, as ``once_per:`` takes it.

    Once a day ends no row of messages that goes on for days, and no follow: there is but one of each.
    """
    is_tied = any(step.verb.is_tie for step in loop.steps)
    return "user" if is_tied or any(seconds_after_event(step) >= DAY for step in loop.steps) else "user per day"
