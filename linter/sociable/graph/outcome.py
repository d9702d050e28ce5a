"""Playing a closed walk to see how it ends.

The world remembers ties: following somebody twice is no event the second time. So a circle of
follows settles, one of follows and unfollows may go on for ever, and one of replies makes something
new each time round.
"""

from collections.abc import Sequence

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.graph.walk_steps import WalkStep
from sociable.vocabulary.crowds import CROWDS, POST
from sociable.vocabulary.loop_words import VERDICTS

GRAVITY = tuple(VERDICTS)
"""Verdicts from mildest to gravest."""

Tie = tuple[str, AccountFacts, AccountFacts]


def play(walk: Sequence[WalkStep]) -> str:
    """The verdict on a walk: one of ``VERDICTS``.

    The state after each round is the set of ties. There are finitely many, so it either stops or
    comes back to a state it has been in.
    """
    settled = "spreads" if any(_is_open(each.step) for each in walk) else "settles"
    new_posts = any(_is_fresh(each.step) for each in walk)
    ties = _ties_before(walk)
    seen: set[frozenset[Tie]] = set()
    while frozenset(ties) not in seen:
        seen.add(frozenset(ties))
        made_something = False
        for position, walk_step in enumerate(walk):
            step, whom = walk_step.step, walk[(position + 1) % len(walk)].account
            if step.verb.effect == "fresh":
                made_something = True
            elif new_posts and step.aim.kind == POST:
                continue  # each time it is done to another post
            elif not _changes(ties, step, walk_step.account, whom):
                return settled
            for beside, other in walk_step.beside:
                _changes(ties, beside, walk_step.account, other)
    return "spawns" if made_something else "flips"


def _ties_before(walk: Sequence[WalkStep]) -> set[Tie]:
    """What has to be so for the walk to begin: a tie that is undone before it is made was there."""
    before: set[Tie] = set()
    made: set[Tie] = set()
    for position, (account, _, reaction, _) in enumerate(walk):
        step, whom = reaction.step, walk[(position + 1) % len(walk)].account
        if step.verb.effect == "set":
            made.add((step.verb.name, account, whom))
        elif step.verb.effect == "unset" and (step.verb.undoes, account, whom) not in made:
            before.add((step.verb.undoes, account, whom))
    return before


def _changes(ties: set[Tie], step: StepFacts, account: AccountFacts, whom: AccountFacts) -> bool:
    """Does the step once; false when it was already so and nobody would notice."""
    if step.verb.effect == "unset":
        tie = (step.verb.undoes or step.verb.name, account, whom)
        if tie not in ties:
            return False
        ties.remove(tie)
        return True
    tie = (step.verb.name, account, whom)
    if tie in ties:
        return False
    ties.add(tie)
    return True


def _is_open(step: StepFacts) -> bool:
    target = step.aim
    return target.size == "open" and CROWDS[target.kind].of == "people"


def _is_fresh(step: StepFacts) -> bool:
    return step.verb.effect == "fresh"


def _is_undoing(step: StepFacts) -> bool:
    return step.verb.effect == "unset"


WORSE = (_is_open, _is_fresh, _is_undoing)
"""Steps without which a loop settles."""
