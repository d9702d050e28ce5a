"""Whom a step is aimed at, or fetches: one person, or the few who stand for a whole set."""

from collections.abc import Iterator

from sociable.facts.facts import StepFacts
from sociable.facts.provenance import speaks_of_people
from sociable.records.record import Record
from sociable.rehearsal.filled_texts import Made, PlayContext, fill, fixed, joined, unknown
from sociable.rehearsal.small_world import Person, SmallWorld
from sociable.setup.model import Target, Text
from sociable.vocabulary.crowds import FETCHED, ROWS, Crowd
from sociable.vocabulary.text_words import ORIGINS
from sociable.vocabulary.verbs import FOLLOW

FEW = 3
"""People who stand for a set."""

_FEWER = 2
"""People who stand for the set of somebody who stands for a set."""


class Aim(Record):
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


def bounded(aimed: Aim, step: StepFacts) -> Aim:
    """No more people than one run of the step may take."""
    limits = (step.model.limit, step.automation.model.limit)
    most = min((limit.times for limit in limits if limit is not None and not limit.seconds), default=FEW)
    return aimed._replace(people=aimed.people[:most], others=True) if len(aimed.people) > most else aimed


def made(step: StepFacts, context: PlayContext, world: SmallWorld) -> Iterator[tuple[str, Made]]:
    """What a step gives to later ones, by name: what an AI writes, or what is fetched."""
    for name, source in step.model.produces:
        if step.verb.in_run == "writes":
            yield name, Made(unknown("what the AI writes"))
        elif isinstance(source, Text):
            address = fill(source, context).text
            known = FETCHED.get(address)
            yield name, Made(unknown(ORIGINS[known].called if known else f"what stands at {address}"))
        elif step.verb.in_run == "draws":
            yield name, _drawn(_fetched(name, source, context, world), step)
        else:
            yield name, _fetched(name, source, context, world)


def _drawn(among: Made, step: StepFacts) -> Made:
    """Whom the lot falls on: one of those who take part, or as many as its limit says."""
    limit = step.model.limit
    won = among.people[: limit.times if limit is not None else 1]
    return among._replace(wording=joined([fixed(each.shown) for each in won], ", "), people=won) if won else among


def _fetched(name: str, source: Target, context: PlayContext, world: SmallWorld) -> Made:
    if source.kind == "value":
        return context.values.get(source.name, Made(unknown("whoever it is")))
    people = members(source, context, world) if source.crowd else ()
    if not people:
        by = context.occurrence.by
        people = (by,) if by is not None and source.is_of_event else ()
    if not people:
        return Made(unknown(source.name or "whoever it is"))
    if source.kind == ROWS:
        of_people = speaks_of_people(f"{name} {source.name}")
        return Made(unknown(f"a row of {source.name}"), people, table=source.name, is_of_people=of_people)
    shown = [fixed(person.shown) for person in people]
    return Made(joined([*shown, unknown("and all the others")] if source.crowd else shown, ", "), people)


def _no_person(target: Target) -> str:
    return "whoever it is about" if target.is_of_event or target.kind == "value" else target.name


def _one(target: Target, context: PlayContext, world: SmallWorld) -> Person | None:
    if target.is_of_event:
        return context.occurrence.by
    if target.kind == "account":
        own = world.facts.by_id.get(target.name)
        return world.ours(own) if own is not None else None
    if target.kind == "handle":
        return world.named(target.name, context.actor.platform)
    return None


def members(target: Target, context: PlayContext, world: SmallWorld) -> tuple[Person, ...]:
    """Those who are known to be in the set, and as many as it takes to stand for the rest: ``@follower1`` and so on.

    Those who stand for the set of somebody who stands for a set are ``@follower1-follower1`` and so on.
    """
    assert target.crowd is not None, "asked of sets only"
    if target.of is None:
        whose = [(context.actor, "", FEW)]
    else:
        inner = members(target.of, context, world) if target.of.crowd else (_one(target.of, context, world),)
        if target.crowd.of == "posts":  # and behind those are they themselves
            return tuple(person for person in inner if person is not None)
        whose = [(person, f"{person.handle.lstrip('@')}-", _FEWER) for person in inner if person is not None]
    found: dict[Person, None] = dict.fromkeys(world.cast)
    for person, prefix, count in whose:
        known = _known(target.crowd, person, world)
        rest = range(1, max(count - len(known), 0) + 1)
        names = (f"@{prefix}{target.crowd.stand_in}{number}" for number in rest)
        found.update(dict.fromkeys([*known, *(world.outside(name, context.actor.platform) for name in names)]))
    found.pop(context.actor, None)
    return tuple(found)[: max(FEW, sum(map(_is_known, found)))]


def _is_known(person: Person) -> bool:
    return person.account is not None


def _known(crowd: Crowd, whose: Person, world: SmallWorld) -> list[Person]:
    """Those of whom the small world knows it."""
    follows = [(who, whom, tied) for (verb, who, whom), tied in world.ties.items() if verb == FOLLOW]
    match crowd.follows:
        case "do":
            return [who for who, whom, tied in follows if whom is whose and tied]
        case "followed":
            return [whom for who, whom, tied in follows if who is whose and tied and isinstance(whom, Person)]
        case "did":
            return [who for who, whom, tied in follows if whom is whose and not tied]
        case "unreturned":
            followed = [whom for who, whom, tied in follows if who is whose and tied and isinstance(whom, Person)]
            return [each for each in followed if world.tied(FOLLOW, each, whose) is False]
    return []
