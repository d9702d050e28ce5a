"""Whom a step is aimed at: one person, or the few who stand for a whole set."""

from typing import NamedTuple

from sociable.facts.facts import StepFacts
from sociable.facts.provenance import PERSON
from sociable.rehearsal.filled_texts import PlayContext
from sociable.rehearsal.small_world import Person, SmallWorld
from sociable.setup.model import Target

FEW = 3
"""People who stand for a set."""

_FEWER = 2
"""People who stand for the set of somebody who stands for a set."""

STAND_INS = {
    "followers": "follower",
    "non_followers": "non-follower",
    "following": "followed",
    "unfollowers": "unfollower",
    "followers_of": "follower",
    "following_of": "followed",
    "likers_of": "liker",
    "commenters_of": "commenter",
    "members_of": "member",
    "matching": "author",
    "rows": "listed",
    "list": "listed",
}
"""What somebody who stands for a set is called: ``@follower1``, ``@follower1-follower2``."""


class Aim(NamedTuple):
    """People a step is aimed at; ``others``: they stand for more. ``nobody``: what the target is called then."""

    people: tuple[Person, ...]
    others: bool = False
    nobody: str = ""


def aim(step: StepFacts, context: PlayContext, world: SmallWorld) -> Aim:
    """Whom a step is aimed at."""
    target = step.model.target
    if target is not None and target.kind == "value" and target.name in context.values:
        made = context.values[target.name].people
        return Aim(made, bool(made), "" if made else "whoever it is")
    if target is None:
        return Aim(())
    if target.crowd is not None:
        return Aim(members(target, context, world), others=True)
    person = _one(target, context, world)
    return Aim((person,)) if person is not None else Aim((), nobody=_no_person(target))


def _no_person(target: Target) -> str:
    return "whoever it is about" if target.kind in (PERSON, "post", "value") else target.name


def _one(target: Target, context: PlayContext, world: SmallWorld) -> Person | None:
    if target.kind in (PERSON, "post"):
        return context.occurrence.by
    if target.kind == "account":
        own = world.facts.by_id.get(target.name)
        return world.ours(own) if own is not None else None
    if target.kind == "handle":
        return world.named(target.name, context.actor.platform)
    return None


def members(target: Target, context: PlayContext, world: SmallWorld) -> tuple[Person, ...]:
    """Those who are known to be in the set, and as many as it takes to stand for the rest."""
    assert target.crowd is not None, "asked of sets only"
    if target.of is None:
        whose = [(context.actor, "", FEW)]
    else:
        inner = members(target.of, context, world) if target.of.crowd else (_one(target.of, context, world),)
        whose = [(person, f"{person.handle.lstrip('@')}-", _FEWER) for person in inner if person is not None]
    found: dict[Person, None] = dict.fromkeys(world.cast)
    for person, prefix, count in whose:
        known = _known(target.kind, person, world)
        rest = range(1, max(count - len(known), 0) + 1)
        names = (f"@{prefix}{STAND_INS[target.kind]}{number}" for number in rest)
        found.update(dict.fromkeys([*known, *(world.outside(name, context.actor.platform) for name in names)]))
    found.pop(context.actor, None)
    return tuple(found)[: max(FEW, sum(map(_is_known, found)))]


def _is_known(person: Person) -> bool:
    return person.account is not None


def _known(crowd: str, whose: Person, world: SmallWorld) -> list[Person]:
    """Those of whom the small world knows it."""
    follows = [(who, whom, tied) for (verb, who, whom), tied in world.ties.items() if verb == "follow"]
    match crowd:
        case "followers" | "followers_of":
            return [who for who, whom, tied in follows if whom is whose and tied]
        case "following" | "following_of":
            return [whom for who, whom, tied in follows if who is whose and tied and isinstance(whom, Person)]
        case "unfollowers":
            return [who for who, whom, tied in follows if whom is whose and not tied]
        case "non_followers":
            followed = [whom for who, whom, tied in follows if who is whose and tied and isinstance(whom, Person)]
            return [each for each in followed if world.tied("follow", each, whose) is False]
    return []
